package cohortkit.stats.regression;

import cohortkit.core.Cohort;
import cohortkit.core.DisplayNumber;
import cohortkit.core.Formula.Coded;
import cohortkit.core.Formula.Operand;
import cohortkit.core.InputException;
import cohortkit.core.Missing;
import cohortkit.core.Variable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;

/**
 * Rows as a fit sees them: their means and linear predictors, and what these would be with another value of one
 * variable. The rows are those of the fit ({@code fit.rows()}) or the complete ones of another cohort
 * ({@code fit.rows(cohort)}).
 *
 * <pre>{@code
 * fit.rows().mean(0)                                    // 0.1605978...
 * fit.rows().with("rls", "yes").meanOutcome().value()   // 0.3508712...
 * }</pre>
 */
public final class ModelRows {

    private final Estimation estimation;
    private final Uncertainty uncertainty;
    private final RowSource source;
    private final int[] positions;
    private final double[] outcome;
    private final double[] weights;
    private final List<DesignColumn> columns;
    private final double[] eta;

    private ModelRows(Estimation estimation, Uncertainty uncertainty, RowSource source, double[] outcome) {
        this.estimation = estimation;
        this.uncertainty = uncertainty;
        this.source = source;
        this.positions = source.rows();
        this.outcome = outcome;
        this.weights = source.weights();
        List<DesignColumn> all = new ColumnPlan(estimation.model().formula(), source).columns();
        this.columns = Arrays.stream(estimation.design().basis().kept())
                .mapToObj(all::get)
                .toList();
        this.eta = source.offset().clone();
        double[] coefficients = estimation.coefficients();
        forEach((row, z) -> eta[row] += Step.dot(coefficients, z));
    }

    /** The rows of the fit. */
    static ModelRows of(Estimation estimation, Uncertainty uncertainty) {
        ModelFrame frame = estimation.frame();
        return new ModelRows(estimation, uncertainty, frame, frame.outcome());
    }

    /** The rows of a cohort that have all predictors. */
    static ModelRows of(Estimation estimation, Uncertainty uncertainty, Cohort cohort) {
        NewFrame frame = new NewFrame(estimation.model(), estimation.frame(), cohort);
        double[] unknown = new double[frame.size()];
        Arrays.fill(unknown, Double.NaN);
        return new ModelRows(estimation, uncertainty, frame, frame.outcome().orElse(unknown));
    }

    /** What is done with one row in working columns; the array is reused. */
    interface RowTask {
        void accept(int row, double[] z);
    }

    /** Visits the rows in order. */
    void forEach(RowTask task) {
        double[][] block = new double[columns.size()][Block.ROWS];
        double[] z = new double[columns.size()];
        for (int from = 0; from < size(); from += Block.ROWS) {
            int count = Math.min(Block.ROWS, size() - from);
            for (int j = 0; j < block.length; j++) {
                columns.get(j).fill(block[j], from, count);
            }
            estimation.design().basis().toWorking(block, count);
            for (int i = 0; i < count; i++) {
                for (int j = 0; j < z.length; j++) {
                    z[j] = block[j][i];
                }
                task.accept(from + i, z);
            }
        }
    }

    /** How many rows there are. */
    public int size() {
        return eta.length;
    }

    /** Where a row stands in its cohort, from 0. */
    public int position(int row) {
        return positions[row];
    }

    /** Where the rows stand in their cohort, from 0, ascending; a copy. */
    public int[] positions() {
        return positions.clone();
    }

    /** What each row counts for; 1 without weights, 0 where the weight is missing; a copy. */
    public double[] weights() {
        return weights.clone();
    }

    /** The observed outcomes, 1 for an event; NaN where not known, as in new data; a copy. */
    public double[] outcomes() {
        return outcome.clone();
    }

    /** The linear predictor of a row, offsets included. */
    public double linearPredictor(int row) {
        return eta[row];
    }

    /** The linear predictors; a copy. */
    public double[] linearPredictors() {
        return eta.clone();
    }

    /** The mean of a row: its risk, expected count or expected value. */
    public double mean(int row) {
        return estimation.model().link().mean(eta[row]);
    }

    /** The means; a copy. */
    public double[] means() {
        return Arrays.stream(eta).map(estimation.model().link()::mean).toArray();
    }

    /** Whether the model allows the mean of a row: a risk above 1 is none. */
    public boolean isPossible(int row) {
        return estimation
                        .model()
                        .family()
                        .variance(mean(row), estimation.model().link().complement(eta[row]))
                >= 0;
    }

    /** The derivative of a row's mean by its linear predictor. */
    double slope(int row) {
        Link link = estimation.model().link();
        return link.slope(mean(row), link.complement(eta[row]));
    }

    /** The standard errors of the linear predictors. */
    public double[] standardErrors() {
        double[] errors = new double[size()];
        forEach((row, z) -> errors[row] = uncertainty.standardError(z));
        return errors;
    }

    /** The values of a number among the predictors; a copy. */
    public double[] numbers(String variable) {
        Operand operand = operands(variable).get(0);
        if (source.isFactor(operand)) {
            throw new InputException("'" + variable + "' is a category in the model; a number is needed here");
        }
        return source.number(operand).clone();
    }

    /** The levels of a category among the predictors, the reference first; empty for a number. */
    public List<String> levels(String variable) {
        Operand operand = operands(variable).get(0);
        return source.isFactor(operand) ? source.factor(operand).levels() : List.of();
    }

    /**
     * The same rows, all with this value of a predictor.
     *
     * @param value the code of a level that the fit saw, or a number
     * @throws InputException if the variable is not among the predictors, or the value is neither
     */
    public ModelRows with(String variable, String value) {
        if (!levels(variable).isEmpty()) {
            return changed(variable, ChangedFrame.level(source, variable, value));
        }
        double number;
        try {
            number = Double.parseDouble(value);
        } catch (NumberFormatException e) {
            throw new InputException("'" + value + "' is not a number, and '" + variable + "' is one in the model", e);
        }
        return with(variable, x -> number);
    }

    /**
     * The same rows with other values of a number.
     *
     * @param change from the value in the data to the new one
     */
    public ModelRows with(String variable, DoubleUnaryOperator change) {
        numbers(variable);
        return changed(variable, ChangedFrame.numbers(source, variable, change));
    }

    private ModelRows changed(String variable, RowSource frame) {
        if (estimation.model().formula().offsets().stream()
                .anyMatch(offset -> offset.variable().equals(variable))) {
            throw new InputException(
                    "'" + variable + "' is an offset too; what its other value would mean is not decided");
        }
        return new ModelRows(estimation, uncertainty, frame, outcome);
    }

    private List<Operand> operands(String variable) {
        List<Operand> operands = estimation.model().formula().terms().stream()
                .flatMap(term -> term.operands().stream())
                .filter(operand -> operand.variable().equals(variable))
                .distinct()
                .toList();
        if (operands.isEmpty()) {
            throw new InputException("'" + variable + "' is not among the terms of "
                    + estimation.model().formula());
        }
        long coded = operands.stream().filter(Coded.class::isInstance).count();
        if (coded > 0 && coded < operands.size()) {
            throw new InputException("'" + variable + "' is in the model in two ways; use one of " + operands.get(0)
                    + " and " + operands.get(1));
        }
        return operands;
    }

    /**
     * The mean of the rows' means by their weights.
     *
     * @throws InputException if no row counts, or the mean of one is impossible, such as a risk above 1
     */
    public Functional meanOutcome() {
        double total = Arrays.stream(weights).sum();
        if (!(total > 0)) {
            throw new InputException("no row has all predictors and a weight; there is nothing to average");
        }
        double[] gradient = new double[columns.size()];
        double[] sum = new double[1];
        forEach((row, z) -> {
            if (weights[row] > 0) {
                require(row);
                double share = weights[row] / total;
                sum[0] += share * mean(row);
                for (int j = 0; j < z.length; j++) {
                    gradient[j] += share * slope(row) * z[j];
                }
            }
        });
        return new Functional(sum[0], gradient, uncertainty);
    }

    private void require(int row) {
        if (!isPossible(row)) {
            throw new InputException("the " + estimation.model().model() + " model gives the impossible mean "
                    + DisplayNumber.significant(mean(row), 4) + " in row " + (position(row) + 1)
                    + "; use a logistic model");
        }
    }

    /** The cohort of these rows with more numbers by name: one value a row here, missing where the cohort has others. */
    public Cohort attach(Map<String, double[]> numbers) {
        RowColumns columns =
                new RowColumns(source.cohort(), new Missing[source.cohort().size()]);
        numbers.forEach((name, values) -> {
            double[] all = new double[source.cohort().size()];
            Arrays.fill(all, Double.NaN);
            for (int i = 0; i < positions.length; i++) {
                all[positions[i]] = values[i];
            }
            columns.add(Variable.number(name, name), all);
        });
        return columns.cohort();
    }

    /** Such as "320 rows". */
    @Override
    public String toString() {
        return size() + (size() == 1 ? " row" : " rows");
    }
}
