package cohortkit.core;

import cohortkit.core.Formula.Coded;
import cohortkit.core.Formula.Log;
import cohortkit.core.Formula.NaturalSpline;
import cohortkit.core.Formula.Offset;
import cohortkit.core.Formula.Operand;
import cohortkit.core.Formula.Plain;
import cohortkit.core.Formula.Polynomial;
import cohortkit.core.Formula.Power;
import cohortkit.core.Formula.RestrictedSpline;
import cohortkit.core.Formula.Term;
import cohortkit.core.Formula.Transformation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Recursive descent over one line of text. */
final class FormulaParser {

    private final String text;
    private final List<Term> terms = new ArrayList<>();
    private final List<Offset> offsets = new ArrayList<>();
    private boolean intercept = true;
    private int at;

    FormulaParser(String text) {
        this.text = text;
    }

    Formula formula() {
        String outcome = name("the outcome");
        if (peek('(')) {
            throw problem("an outcome stands as it is; derive " + outcome + "(...) as a variable first");
        }
        expect('~');
        part(true);
        while (!atEnd()) {
            if (accept('+')) {
                part(true);
            } else if (accept('-')) {
                part(false);
            } else {
                throw peek('^') ? problem("a power is written I(x^2)") : error("expected + or -");
            }
        }
        return new Formula(outcome, terms, offsets, intercept);
    }

    private void part(boolean added) {
        if (accept('-')) {
            part(!added);
        } else if (accept('1')) {
            intercept = added;
        } else if (accept('0')) {
            intercept = !added;
        } else if (!added) {
            throw error("only the intercept can be taken out, with - 1");
        } else {
            product();
        }
    }

    /** Operands joined by ":" or "*"; offset() stands alone. */
    private void product() {
        int start = skipBlanks();
        String first = name("a variable");
        if (first.equals("offset") && accept('(')) {
            offset();
            return;
        }
        at = start;
        List<Term> product = interaction();
        while (accept('*')) {
            List<Term> right = interaction();
            List<Term> crossed = new ArrayList<>(product);
            crossed.addAll(right);
            product.forEach(l -> right.forEach(r -> crossed.add(join(l, r))));
            product = crossed;
        }
        product.stream().filter(term -> !terms.contains(term)).forEach(terms::add);
    }

    private List<Term> interaction() {
        List<Operand> operands = new ArrayList<>(List.of(operand()));
        while (accept(':')) {
            Operand next = operand();
            if (!operands.contains(next)) {
                operands.add(next);
            }
        }
        return List.of(new Term(operands));
    }

    private static Term join(Term left, Term right) {
        List<Operand> operands = new ArrayList<>(left.operands());
        right.operands().stream().filter(o -> !operands.contains(o)).forEach(operands::add);
        return new Term(operands);
    }

    private Operand operand() {
        String name = name("a variable");
        if (!accept('(')) {
            return new Plain(name);
        }
        Operand operand = switch (name) {
            case "factor" -> coded();
            case "log" -> new Log(name("a variable"));
            case "I" -> power();
            case "poly" -> new Polynomial(name("a variable"), second("degree", 1));
            case "ns" -> new NaturalSpline(name("a variable"), second("df", 1));
            case "rcs" -> new RestrictedSpline(name("a variable"), second("nk", 3));
            default ->
                throw problem("'" + name + "(...)' is not known here; there are factor(x), factor(x, ref = level), "
                        + "log(x), I(x^2), poly(x, 2), ns(x, df = 3), rcs(x, 4), offset(x) and offset(log(x)). "
                        + "Derive the variable first");
        };
        expect(')');
        return operand;
    }

    private Power power() {
        String variable = name("a variable");
        expect('^');
        return new Power(variable, whole(2));
    }

    /** What follows the variable, by name or without. */
    private int second(String name, int least) {
        expect(',');
        int start = skipBlanks();
        if (start < text.length() && isNameStart(text.charAt(start))) {
            if (!name("a number").equals(name)) {
                at = start;
                throw error("expected a whole number or " + name + " = a whole number");
            }
            expect('=');
        }
        return whole(least);
    }

    private int whole(int least) {
        int start = skipBlanks();
        while (at < text.length() && Character.isDigit(text.charAt(at))) {
            at++;
        }
        String digits = text.substring(start, at);
        if (digits.isEmpty() || digits.length() > 2 || Integer.parseInt(digits) < least) {
            at = start;
            throw error("expected a whole number from " + least + " to 99");
        }
        return Integer.parseInt(digits);
    }

    private Coded coded() {
        String variable = name("a variable");
        Optional<String> reference = Optional.empty();
        if (accept(',')) {
            if (!name("ref").equals("ref")) {
                throw error("expected ref = level");
            }
            expect('=');
            reference = Optional.of(level());
        }
        return new Coded(variable, reference);
    }

    private void offset() {
        String name = name("a variable");
        if (name.equals("log") && accept('(')) {
            offsets.add(new Offset(name("a variable"), Transformation.LOG));
            expect(')');
        } else {
            offsets.add(new Offset(name, Transformation.IDENTITY));
        }
        expect(')');
    }

    private String name(String wanted) {
        int start = skipBlanks();
        if (start < text.length() && text.charAt(start) == '`') {
            return quoted('`');
        }
        if (start >= text.length() || !isNameStart(text.charAt(start))) {
            throw error("expected " + wanted);
        }
        while (at < text.length() && isNamePart(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at);
    }

    private String level() {
        int start = skipBlanks();
        if (start < text.length() && (text.charAt(start) == '"' || text.charAt(start) == '\'')) {
            return quoted(text.charAt(start));
        }
        while (at < text.length() && text.charAt(at) != ')') {
            at++;
        }
        String level = text.substring(start, at).strip();
        if (level.isEmpty()) {
            throw error("expected a level after ref =");
        }
        return level;
    }

    private String quoted(char quote) {
        int end = text.indexOf(quote, at + 1);
        if (end <= at + 1) {
            throw error("a quoted name is not closed");
        }
        String inside = text.substring(at + 1, end);
        at = end + 1;
        return inside;
    }

    private boolean accept(char wanted) {
        skipBlanks();
        if (at < text.length() && text.charAt(at) == wanted) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(char wanted) {
        if (!accept(wanted)) {
            throw error("expected '" + wanted + "'");
        }
    }

    private boolean atEnd() {
        return skipBlanks() >= text.length();
    }

    private int skipBlanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    static boolean isNameStart(int c) {
        return Character.isLetter(c) || c == '_' || c == '.';
    }

    static boolean isNamePart(int c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '.';
    }

    private boolean peek(char mark) {
        return !atEnd() && text.charAt(at) == mark;
    }

    private InputException error(String problem) {
        return problem(
                problem + ", " + (at < text.length() ? "found '" + text.charAt(at) + "'" : "the formula ends there"));
    }

    private InputException problem(String problem) {
        return new InputException("the formula does not parse at position " + (at + 1) + ": " + problem + "\n  " + text
                + "\n  " + " ".repeat(at) + "^");
    }
}
