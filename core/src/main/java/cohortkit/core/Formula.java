package cohortkit.core;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A model in R's notation: an outcome, terms, offsets, and whether there is an intercept. {@code a * b} stands for
 * {@code a + b + a:b}. Terms are kept in R's order: main effects, then interactions by their size.
 *
 * <pre>{@code
 * var formula = Formula.parse("low ~ age + smoke * race + offset(log(weeks))");
 * formula.terms()                                        // [age, smoke, race, smoke:race]
 * formula.offsets()                                      // [offset(log(weeks))]
 * Formula.parse("low ~ factor(race, ref = 2)").terms()   // [factor(race, ref = 2)]
 * Formula.parse("low ~ age - 1").intercept()             // false
 * Formula.parse("low ~ ns(age, df = 3)").terms()         // [ns(age, df = 3)]
 * }</pre>
 *
 * @param outcome the variable on the left
 * @param terms without repeats
 * @param offsets terms whose coefficient is fixed at 1
 * @param intercept whether there is a constant
 */
public record Formula(String outcome, List<Term> terms, List<Offset> offsets, boolean intercept) {

    /** One part of a term. */
    public sealed interface Operand permits Plain, Coded, Curve {

        /** The variable that it reads. */
        String variable();
    }

    /** A variable taken by its type: numbers as they are, categories by their levels. */
    public record Plain(String variable) implements Operand {
        @Override
        public String toString() {
            return quoted(variable);
        }
    }

    /** A variable taken as a category although it may hold numbers: {@code factor(x)}, {@code factor(x, ref = 2)}. */
    public record Coded(String variable, Optional<String> reference) implements Operand {
        @Override
        public String toString() {
            return "factor(" + quoted(variable)
                    + reference.map(r -> ", ref = " + r).orElse("") + ")";
        }
    }

    /** A number in another form, in one column or in several; a model takes its constants from the rows it is fitted to. */
    public sealed interface Curve extends Operand permits Log, Power, Polynomial, NaturalSpline, RestrictedSpline {}

    /** The natural logarithm: {@code log(x)}. */
    public record Log(String variable) implements Curve {
        @Override
        public String toString() {
            return "log(" + quoted(variable) + ")";
        }
    }

    /** A power: {@code I(x^2)}. */
    public record Power(String variable, int exponent) implements Curve {
        @Override
        public String toString() {
            return "I(" + quoted(variable) + "^" + exponent + ")";
        }
    }

    /** Orthogonal polynomials up to a degree: {@code poly(x, 2)}. */
    public record Polynomial(String variable, int degree) implements Curve {
        @Override
        public String toString() {
            return "poly(" + quoted(variable) + ", " + degree + ")";
        }
    }

    /** A natural cubic spline of B-splines with this many columns: {@code ns(x, df = 3)}. */
    public record NaturalSpline(String variable, int df) implements Curve {
        @Override
        public String toString() {
            return "ns(" + quoted(variable) + ", df = " + df + ")";
        }
    }

    /** A restricted cubic spline of truncated powers with this many knots: {@code rcs(x, 4)}. */
    public record RestrictedSpline(String variable, int knots) implements Curve {
        @Override
        public String toString() {
            return "rcs(" + quoted(variable) + ", " + knots + ")";
        }
    }

    /** A product of operands; one operand is a main effect. */
    public record Term(List<Operand> operands) {
        public Term {
            operands = List.copyOf(operands);
        }

        @Override
        public String toString() {
            return operands.stream().map(Operand::toString).collect(Collectors.joining(":"));
        }
    }

    /** What an offset does to its variable first. */
    public enum Transformation {
        IDENTITY,
        LOG
    }

    /** A term whose coefficient is 1. */
    public record Offset(String variable, Transformation transformation) {
        @Override
        public String toString() {
            String inner = quoted(variable);
            return "offset(" + (transformation == Transformation.LOG ? "log(" + inner + ")" : inner) + ")";
        }
    }

    public Formula {
        List<Term> ordered = new ArrayList<>(new LinkedHashSet<>(terms));
        ordered.sort(java.util.Comparator.comparingInt(term -> term.operands().size()));
        terms = List.copyOf(ordered);
        offsets = List.copyOf(offsets);
    }

    /**
     * Reads a formula.
     *
     * @throws InputException if it does not parse; the message points at the place
     */
    public static Formula parse(String text) {
        return new FormulaParser(text).formula();
    }

    /** Every variable that the formula reads, the outcome first. */
    public Set<String> variables() {
        Set<String> names = new LinkedHashSet<>();
        names.add(outcome);
        terms.forEach(term -> term.operands().forEach(operand -> names.add(operand.variable())));
        offsets.forEach(offset -> names.add(offset.variable()));
        return names;
    }

    private static String quoted(String name) {
        boolean plain = !name.isEmpty()
                && name.chars().allMatch(FormulaParser::isNamePart)
                && FormulaParser.isNameStart(name.charAt(0));
        return plain ? name : "`" + name + "`";
    }

    /** The formula in one line; parsing it gives an equal formula. */
    @Override
    public String toString() {
        List<String> parts = new ArrayList<>();
        terms.forEach(term -> parts.add(term.toString()));
        offsets.forEach(offset -> parts.add(offset.toString()));
        String right = String.join(" + ", parts);
        if (!intercept) {
            right = right.isEmpty() ? "0" : right + " - 1";
        }
        return quoted(outcome) + " ~ " + (right.isEmpty() ? "1" : right);
    }
}
