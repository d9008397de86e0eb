package cohortkit.stats.regression;

import cohortkit.core.Cohort;
import cohortkit.core.DisplayNumber;
import cohortkit.core.Formula;
import cohortkit.core.Formula.Coded;
import cohortkit.core.Formula.Curve;
import cohortkit.core.Formula.Log;
import cohortkit.core.Formula.Offset;
import cohortkit.core.Formula.Operand;
import cohortkit.core.Formula.Transformation;
import cohortkit.core.InputException;
import cohortkit.core.Level;
import cohortkit.core.NumberValues;
import cohortkit.core.Variable;
import cohortkit.core.VariableType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Reads the analyzed rows of a cohort as a model needs them, and refuses what a model cannot use. */
final class FrameReader {

    private final Cohort cohort;
    private final int[] rows;
    private final Function<String, NumberValues> numbers;
    private final List<String> notes = new ArrayList<>();

    FrameReader(Cohort cohort, int[] rows) {
        this(cohort, rows, cohort::numberValues);
    }

    /** @param numbers the values of a number in all rows */
    FrameReader(Cohort cohort, int[] rows, Function<String, NumberValues> numbers) {
        this.cohort = cohort;
        this.rows = rows;
        this.numbers = numbers;
    }

    /** How many rows are read. */
    int size() {
        return rows.length;
    }

    List<String> notes() {
        return notes;
    }

    double[] outcome(Regression model) {
        String name = model.formula().outcome();
        for (var term : model.formula().terms()) {
            if (term.operands().stream().anyMatch(o -> o.variable().equals(name))) {
                throw new InputException("'" + name + "' stands on both sides of the formula " + model.formula());
            }
        }
        if (!model.family().isEvent()) {
            requireNoEvent(model, cohort.variable(name));
        }
        double[] outcome = model.family().isEvent() ? events(name) : number(name);
        if (model.family() == Family.POISSON) {
            requireCounts(name, outcome);
        }
        requireVariation(model, outcome);
        return outcome;
    }

    private static void requireNoEvent(Regression model, Variable outcome) {
        if (outcome.type() == VariableType.CATEGORY && outcome.levels().size() == 2) {
            throw new InputException("outcome '" + outcome.name() + "' is a category of 2 levels; a "
                    + model.model().label() + " regression needs a number. For one level against the other use a "
                    + "logistic, log-binomial, poisson-robust or risk-difference model");
        }
    }

    private double[] events(String name) {
        if (cohort.variable(name).type() == VariableType.NUMBER && isZeroOrOne(numbers.apply(name))) {
            return number(name);
        }
        int[] events = cohort.events(name);
        double[] outcome = new double[rows.length];
        for (int i = 0; i < outcome.length; i++) {
            outcome[i] = events[rows[i]];
        }
        return outcome;
    }

    private static boolean isZeroOrOne(NumberValues values) {
        for (int row = 0; row < values.size(); row++) {
            double x = values.at(row);
            if (x * x != x) {
                return false;
            }
        }
        return true;
    }

    private void requireCounts(String name, double[] outcome) {
        for (int i = 0; i < outcome.length; i++) {
            if (outcome[i] < 0 || outcome[i] != Math.rint(outcome[i])) {
                throw new InputException("outcome '" + name + "' is " + DisplayNumber.shortest(outcome[i]) + " in "
                        + Places.of(cohort, rows[i], name) + "; a Poisson model needs counts 0, 1, 2, ...");
            }
        }
    }

    private void requireVariation(Regression model, double[] outcome) {
        double first = outcome[0];
        boolean varies = Arrays.stream(outcome).anyMatch(y -> y != first);
        if (varies || (model.family() == Family.POISSON && first > 0)) {
            return;
        }
        String value = model.family().isEvent()
                ? eventText(model.formula().outcome(), (int) first)
                : model.formula().outcome() + " = " + DisplayNumber.shortest(first);
        String who = rows.length == 1 ? "the only analyzed row has " : "all " + rows.length + " analyzed rows have ";
        throw new InputException(who + value + "; there is nothing to model until the outcome varies");
    }

    /** How the event is written, such as "low = 1"; empty for an outcome that is not yes or no. */
    String event(Regression model) {
        return model.family().isEvent() ? eventText(model.formula().outcome(), 1) : "";
    }

    private String eventText(String name, int event) {
        Variable variable = cohort.variable(name);
        return name + " = "
                + (variable.type() == VariableType.CATEGORY
                        ? variable.levels().get(event).code()
                        : String.valueOf(event));
    }

    double[] offset(Formula formula) {
        double[] sum = new double[rows.length];
        for (Offset offset : formula.offsets()) {
            double[] values = number(offset.variable());
            for (int i = 0; i < sum.length; i++) {
                sum[i] += offset.transformation() == Transformation.LOG
                        ? log(offset, offset.variable(), values[i], rows[i])
                        : values[i];
            }
        }
        return sum;
    }

    private double log(Object term, String variable, double value, int row) {
        if (value <= 0) {
            throw new InputException(term + " needs positive values; '" + variable + "' is "
                    + DisplayNumber.shortest(value) + " in " + Places.of(cohort, row, variable)
                    + ". Shift it, leave such rows out, or take another form of the term");
        }
        return Math.log(value);
    }

    /** A number of a term, which a curve can bend. */
    double[] number(Operand operand) {
        String variable = operand.variable();
        double[] values = number(variable);
        if (operand instanceof Log) {
            for (int i = 0; i < values.length; i++) {
                log(operand, variable, values[i], rows[i]);
            }
        }
        return values;
    }

    double[] number(String variable) {
        NumberValues values = numbers.apply(variable);
        if (rows.length == values.size()) {
            return ArrayValues.copy(values);
        }
        double[] present = new double[rows.length];
        for (int i = 0; i < present.length; i++) {
            present[i] = values.at(rows[i]);
        }
        return present;
    }

    /** A number of a term as the cohort has it, if all rows are analyzed, and a copy of their values otherwise. */
    NumberValues values(Operand operand) {
        return operand instanceof Log ? new ArrayValues(number(operand)) : values(operand.variable());
    }

    private NumberValues values(String variable) {
        NumberValues all = numbers.apply(variable);
        return rows.length == all.size() ? all : new ArrayValues(number(variable));
    }

    boolean isFactor(Operand operand) {
        if (operand instanceof Curve) {
            if (cohort.variable(operand.variable()).type() == VariableType.CATEGORY) {
                throw new InputException(operand + " needs a number; '" + operand.variable()
                        + "' is a category. Give the variable as it is");
            }
            return false;
        }
        return operand instanceof Coded || cohort.variable(operand.variable()).type() == VariableType.CATEGORY;
    }

    Factor factor(Operand operand) {
        Variable variable = cohort.variable(operand.variable());
        Optional<String> reference = operand instanceof Coded coded ? coded.reference() : Optional.empty();
        return variable.type() == VariableType.CATEGORY ? category(variable, reference) : coded(variable, reference);
    }

    private Factor category(Variable declared, Optional<String> reference) {
        Variable variable = reference
                .map(level -> declared.withReference(declared.levels()
                        .get(declared.levelIndex(level)
                                .orElseThrow(() -> unknown(declared.name(), level, codes(declared))))
                        .code()))
                .orElse(declared);
        int[] all = cohort.levels(variable.name());
        int[] position =
                declared.levels().stream().mapToInt(variable.levels()::indexOf).toArray();
        int[] codes = new int[rows.length];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = position[all[rows[i]]];
        }
        Factor factor = Factor.of(variable.name(), codes(variable), codes);
        for (Level level : variable.levels()) {
            if (!factor.levels().contains(level.code())) {
                boolean wasReference = level.equals(variable.reference());
                notes.add(variable.name() + "[" + level.code() + "] has no row in the analysis and is left out"
                        + (wasReference
                                ? "; the reference is " + factor.levels().get(0)
                                : ""));
            }
        }
        return factor;
    }

    private static List<String> codes(Variable variable) {
        return variable.levels().stream().map(Level::code).toList();
    }

    /** The distinct numbers in numerical order are the levels. */
    private Factor coded(Variable variable, Optional<String> reference) {
        NumberCodes numbers = NumberCodes.of(values(variable.name()));
        List<String> levels = new ArrayList<>(Arrays.stream(numbers.distinct())
                .mapToObj(DisplayNumber::shortest)
                .toList());
        RowCodes codes = numbers.codes();
        if (reference.isEmpty()) {
            return Factor.ofOccurring(variable.name(), levels, codes);
        }
        int chosen = levels.indexOf(shortest(reference.get()));
        if (chosen < 0) {
            throw unknown(variable.name(), reference.get(), levels);
        }
        Collections.rotate(levels.subList(0, chosen + 1), 1);
        codes.replace(IntStream.range(0, levels.size())
                .map(code -> code == chosen ? 0 : code < chosen ? code + 1 : code)
                .toArray());
        return Factor.ofOccurring(variable.name(), levels, codes);
    }

    private static String shortest(String number) {
        try {
            return DisplayNumber.shortest(Double.parseDouble(number));
        } catch (NumberFormatException e) {
            return number;
        }
    }

    private static InputException unknown(String variable, String level, List<String> levels) {
        List<String> first = levels.subList(0, Math.min(12, levels.size()));
        return new InputException("'" + level + "' is not a level of '" + variable + "'; there are "
                + String.join(", ", first)
                + (levels.size() > first.size() ? " and " + (levels.size() - first.size()) + " more" : ""));
    }
}
