package cohortkit.stats.regression;

import cohortkit.core.Cohort;
import cohortkit.core.DisplayNumber;
import cohortkit.core.Formula;
import cohortkit.core.Formula.Operand;
import cohortkit.core.InputException;
import cohortkit.core.Level;
import cohortkit.core.Missing;
import cohortkit.core.Variable;
import cohortkit.core.VariableType;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Rows of another cohort, coded as those of a fit: the same levels in the same order, and none that it did not see. */
final class NewFrame implements RowSource {

    private final Regression model;
    private final ModelFrame fitted;
    private final Cohort cohort;
    private final int[] rows;
    private final FrameReader reader;
    private final double[] offset;
    private final Map<Operand, double[]> numbers = new LinkedHashMap<>();
    private final Map<Operand, Factor> factors = new LinkedHashMap<>();

    NewFrame(Regression model, ModelFrame fitted, Cohort cohort) {
        this.model = model;
        this.fitted = fitted;
        this.cohort = cohort;
        Missing[] missing = missing(model.formula(), cohort);
        this.rows = IntStream.range(0, cohort.size())
                .filter(row -> missing[row] == null)
                .toArray();
        this.reader = new FrameReader(cohort, rows);
        this.offset = reader.offset(model.formula());
        for (var term : model.formula().terms()) {
            for (Operand operand : term.operands()) {
                read(operand);
            }
        }
    }

    /** Why each row has no prediction, as its first missing predictor says; null if it has one. */
    static Missing[] missing(Formula formula, Cohort cohort) {
        Missing[] reasons = new Missing[cohort.size()];
        for (String variable : predictors(formula)) {
            boolean category = cohort.variable(variable).type() == VariableType.CATEGORY;
            int[] levels = category ? cohort.levels(variable) : new int[0];
            double[] numbers = category ? new double[0] : cohort.numbers(variable);
            for (int row = 0; row < reasons.length; row++) {
                if (reasons[row] == null && (category ? levels[row] < 0 : Double.isNaN(numbers[row]))) {
                    reasons[row] = cohort.missing(row, variable).orElse(Missing.BLANK);
                }
            }
        }
        return reasons;
    }

    private static Set<String> predictors(Formula formula) {
        Set<String> names = new LinkedHashSet<>();
        formula.terms().forEach(term -> term.operands().forEach(operand -> names.add(operand.variable())));
        formula.offsets().forEach(offset -> names.add(offset.variable()));
        return names;
    }

    private void read(Operand operand) {
        if (fitted.isFactor(operand)) {
            factors.computeIfAbsent(operand, this::coded);
        } else {
            numbers.computeIfAbsent(operand, this::finite);
        }
    }

    private double[] finite(Operand operand) {
        String variable = operand.variable();
        double[] values = reader.number(operand);
        for (int i = 0; i < values.length; i++) {
            if (Double.isInfinite(values[i])) {
                throw new InputException("variable '" + variable + "' is infinite in "
                        + Places.of(cohort, rows[i], variable) + "; correct it or make it missing");
            }
        }
        return values;
    }

    private Factor coded(Operand operand) {
        Factor seen = fitted.factor(operand);
        String[] levels = levels(seen.variable());
        int[] codes = new int[rows.length];
        Map<String, Integer> unseen = new LinkedHashMap<>();
        int first = -1;
        for (int i = 0; i < rows.length; i++) {
            codes[i] = seen.levels().indexOf(levels[i]);
            if (codes[i] < 0) {
                unseen.merge(levels[i], 1, Integer::sum);
                first = first < 0 ? i : first;
            }
        }
        if (!unseen.isEmpty()) {
            int count = unseen.values().stream().mapToInt(Integer::intValue).sum();
            throw new InputException("variable '" + seen.variable() + "' is "
                    + String.join(" or ", unseen.keySet()) + " in " + count + (count == 1 ? " row" : " rows")
                    + " (first in " + Places.of(cohort, rows[first], seen.variable()) + "); the fit saw only "
                    + String.join(", ", seen.levels()) + ". Leave such rows out, or fit with them");
        }
        return seen.withCodes(codes);
    }

    private String[] levels(String name) {
        Variable variable = cohort.variable(name);
        if (variable.type() == VariableType.CATEGORY) {
            int[] all = cohort.levels(name);
            List<String> codes = variable.levels().stream().map(Level::code).toList();
            return Arrays.stream(rows).mapToObj(row -> codes.get(all[row])).toArray(String[]::new);
        }
        return Arrays.stream(reader.number(name))
                .mapToObj(x -> DisplayNumber.shortest(x + 0.0))
                .toArray(String[]::new);
    }

    @Override
    public Cohort cohort() {
        return cohort;
    }

    @Override
    public int size() {
        return rows.length;
    }

    @Override
    public int[] rows() {
        return rows.clone();
    }

    @Override
    public double[] weights() {
        boolean known = model.weights().variable().isEmpty()
                || cohort.codebook().find(model.weights().variable().get()).isPresent();
        double[] all = known ? model.weights().values(cohort) : Weights.none().values(cohort);
        return Arrays.stream(rows)
                .mapToDouble(row -> Double.isNaN(all[row]) ? 0 : all[row])
                .toArray();
    }

    /** NaN where it is missing; empty if the cohort has no such variable. */
    Optional<double[]> outcome() {
        String name = model.formula().outcome();
        if (cohort.codebook().find(name).isEmpty()) {
            return Optional.empty();
        }
        if (!model.family().isEvent()) {
            return Optional.of(reader.number(name));
        }
        int[] events = cohort.events(name);
        if (!reader.event(model).equals(fitted.event())) {
            throw new InputException("the event of the new data is " + reader.event(model) + ", that of the fit "
                    + fitted.event() + "; give both the same codebook");
        }
        return Optional.of(Arrays.stream(rows)
                .mapToDouble(row -> events[row] < 0 ? Double.NaN : events[row])
                .toArray());
    }

    @Override
    public double[] offset() {
        return offset;
    }

    @Override
    public boolean isFactor(Operand operand) {
        return fitted.isFactor(operand);
    }

    @Override
    public Factor factor(Operand operand) {
        return factors.get(operand);
    }

    @Override
    public Curve curve(Formula.Curve operand) {
        return fitted.curve(operand);
    }

    @Override
    public double[] number(Operand operand) {
        return numbers.get(operand);
    }
}
