package cohortkit.stats.regression;

import cohortkit.core.Cohort;
import cohortkit.core.Formula;
import cohortkit.core.Formula.Operand;
import cohortkit.core.NumberValues;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The rows that a fit rests on, with their outcome, weights, offset and the variables of the terms. */
final class ModelFrame implements RowSource {

    private final Cohort cohort;
    private final Weights weighting;
    private final CompleteCases cases;
    private final int[] rows;
    private final double[] outcome;
    private final String event;
    private final double[] weights;
    private final double[] offset;
    private final boolean events;
    private final boolean shifted;
    private final double total;
    private final double outcomes;
    private final Map<Operand, NumberValues> numbers = new LinkedHashMap<>();
    private final Map<Operand, Factor> factors = new LinkedHashMap<>();
    private final Map<Formula.Curve, Curve> curves = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();

    private ModelFrame(Regression model, Cohort cohort, Present present, double[] allWeights) {
        this.cohort = cohort;
        this.weighting = model.weights();
        this.rows = present.rows(allWeights, model.weights());
        this.cases = present.cases(rows.length);
        FrameReader reader = new FrameReader(cohort, rows, present::numbers);
        this.outcome = reader.outcome(model);
        this.event = reader.event(model);
        this.weights = rows.length == allWeights.length
                ? allWeights
                : Arrays.stream(rows).mapToDouble(row -> allWeights[row]).toArray();
        this.total = sum((from, to) -> sum(weights, from, to));
        this.outcomes = sum((from, to) -> dot(from, to));
        this.offset = reader.offset(model.formula());
        this.events = model.family().isEvent();
        this.shifted = !model.formula().offsets().isEmpty();
        List<Operand> operands = model.formula().terms().stream()
                .flatMap(term -> term.operands().stream())
                .distinct()
                .toList();
        (rows.length > Chunks.ROWS ? operands.parallelStream() : operands.stream())
                .map(operand -> new OperandValues(operand, new FrameReader(cohort, rows, present::numbers)))
                .toList()
                .forEach(this::take);
        notes.addAll(reader.notes());
    }

    private ModelFrame(ModelFrame other, double[] newWeights) {
        this.cohort = other.cohort;
        this.weighting = other.weighting;
        this.rows = other.rows;
        this.cases = other.cases;
        this.outcome = other.outcome;
        this.event = other.event;
        this.weights = newWeights;
        this.total = sum((from, to) -> sum(weights, from, to));
        this.outcomes = sum((from, to) -> dot(from, to));
        this.offset = other.offset;
        this.events = other.events;
        this.shifted = other.shifted;
        this.numbers.putAll(other.numbers);
        this.factors.putAll(other.factors);
        this.curves.putAll(other.curves);
        this.notes.addAll(other.notes);
    }

    /** The same rows, each as often as this says; for drawing them again. */
    ModelFrame times(double[] factor) {
        double[] product = weights.clone();
        for (int row = 0; row < product.length; row++) {
            product[row] *= factor[row];
        }
        return new ModelFrame(this, product);
    }

    static ModelFrame of(Regression model, Cohort cohort) {
        double[] weights = model.weights().values(cohort);
        return new ModelFrame(model, cohort, Present.of(model, cohort), weights);
    }

    private void take(OperandValues read) {
        notes.addAll(read.notes());
        Operand operand = read.operand();
        read.factor().ifPresent(factor -> factors.put(operand, factor));
        read.numbers().ifPresent(values -> {
            numbers.put(operand, values);
            if (operand instanceof Formula.Curve curve) {
                curves.put(curve, Curve.of(curve, CountedValues.of(ArrayValues.copy(values), repeats())));
            }
        });
    }

    @Override
    public Cohort cohort() {
        return cohort;
    }

    CompleteCases cases() {
        return cases;
    }

    @Override
    public int[] rows() {
        return rows.clone();
    }

    @Override
    public int size() {
        return rows.length;
    }

    double[] outcome() {
        return outcome;
    }

    /** Such as "low = 1"; empty if the outcome is not yes or no. */
    String event() {
        return event;
    }

    @Override
    public double[] weights() {
        return weights;
    }

    @Override
    public double[] offset() {
        return offset;
    }

    @Override
    public boolean isFactor(Operand operand) {
        return factors.containsKey(operand);
    }

    @Override
    public Factor factor(Operand operand) {
        return factors.get(operand);
    }

    @Override
    public double[] number(Operand operand) {
        return ArrayValues.copy(numbers.get(operand));
    }

    @Override
    public NumberValues values(Operand operand) {
        return numbers.get(operand);
    }

    @Override
    public Curve curve(Formula.Curve operand) {
        return curves.get(operand);
    }

    /** Each category's reference level, such as "race = 1". */
    Map<String, String> references() {
        Map<String, String> references = new LinkedHashMap<>();
        factors.values().forEach(factor -> references.putIfAbsent(factor.variable(), factor.reference()));
        return references;
    }

    List<String> notes() {
        return List.copyOf(notes);
    }

    private double sum(Chunks.Work<Double> part) {
        double[] sum = new double[1];
        Chunks.inOrder(rows.length, part, value -> sum[0] += value);
        return sum[0];
    }

    private static double sum(double[] values, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += values[i];
        }
        return sum;
    }

    private double dot(int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += weights[i] * outcome[i];
        }
        return sum;
    }

    /** Whether there are offsets. */
    boolean isShifted() {
        return shifted;
    }

    /** Whether outcomes are 0 or 1 and there is no offset. */
    boolean isPlain() {
        return (events || Arrays.stream(outcome).allMatch(y -> y * y == y))
                && (!shifted || Arrays.stream(offset).allMatch(shift -> shift == 0));
    }

    /** The sum of the weights. */
    double total() {
        return total;
    }

    /** The sum of the weighted outcomes: how many events there are. */
    double outcomes() {
        return outcomes;
    }

    double meanOutcome() {
        return outcomes / total;
    }

    /** The number of observations: rows, or the sum of frequency weights. */
    long observations() {
        return weighting.kind() == Weights.Kind.FREQUENCY ? (long) total : rows.length;
    }

    /** How many people, all alike, a row stands for. */
    double repeats(int row) {
        return weighting.kind() == Weights.Kind.FREQUENCY ? weights[row] : 1;
    }

    private double[] repeats() {
        return IntStream.range(0, rows.length).mapToDouble(this::repeats).toArray();
    }

    double sumOfLogWeights() {
        return Arrays.stream(weights).map(Math::log).sum();
    }
}
