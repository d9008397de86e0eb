package cohortkit.stats.regression;

import cohortkit.core.Cohort;
import cohortkit.core.Convention;
import cohortkit.core.Count;
import cohortkit.core.Estimate;
import cohortkit.core.Interval;
import cohortkit.core.Measure;
import cohortkit.core.Missing;
import cohortkit.core.Variable;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * The predicted mean of each row of a cohort: a risk, an expected count or an expected value. Limits are those of the
 * mean, made on the scale of the link and brought back. A row without a predictor has no prediction, for the reason
 * for which that predictor is missing.
 *
 * <pre>{@code
 * var predictions = fit.predict(patients);
 * predictions.estimate(0)                      // 16.1 % (95 % CI 10.0 to 24.7; Wald on the logit scale)
 * predictions.cohort().numbers(".fitted")[0]   // 0.1605978...
 * }</pre>
 */
public final class Predictions {

    private static final Missing IMPOSSIBLE = new Missing("the model gives an impossible mean");

    private final Fit fit;
    private final Cohort cohort;
    private final Missing[] missing;
    private final double[] values;
    private final double[] errors;
    private final double[] lower;
    private final double[] upper;

    Predictions(Fit fit, Cohort cohort) {
        this(fit, cohort, new Missing[cohort.size()]);
    }

    /**
     * Predictions for some of the rows.
     *
     * @param without why a row has none; null where it may have one
     */
    Predictions(Fit fit, Cohort cohort, Missing[] without) {
        this.fit = fit;
        this.cohort = cohort;
        this.missing = NewFrame.missing(fit.model().formula(), cohort);
        int[] some = IntStream.range(0, without.length)
                .filter(row -> without[row] == null)
                .toArray();
        for (int row = 0; row < missing.length; row++) {
            missing[row] = without[row] == null ? missing[row] : without[row];
        }
        this.values = unknown();
        this.errors = unknown();
        this.lower = unknown();
        this.upper = unknown();
        ModelRows rows = fit.rows(some.length == without.length ? cohort : rows(cohort, some));
        int[] positions = Arrays.stream(rows.positions()).map(at -> some[at]).toArray();
        double[] standardErrors = rows.standardErrors();
        double quantile = fit.inference().covariance().reference().quantile(fit.level());
        Link link = fit.model().link();
        for (int i = 0; i < positions.length; i++) {
            int at = positions[i];
            if (!rows.isPossible(i)) {
                missing[at] = IMPOSSIBLE;
                continue;
            }
            double half = quantile * standardErrors[i];
            values[at] = rows.mean(i);
            errors[at] = Math.abs(rows.slope(i)) * standardErrors[i];
            lower[at] = cut(link.mean(rows.linearPredictor(i) - half));
            upper[at] = cut(link.mean(rows.linearPredictor(i) + half));
        }
    }

    private static Cohort rows(Cohort cohort, int[] some) {
        AtomicInteger next = new AtomicInteger();
        return cohort.where("may have a prediction", row -> Arrays.binarySearch(some, next.getAndIncrement()) >= 0);
    }

    private double[] unknown() {
        double[] unknown = new double[cohort.size()];
        Arrays.fill(unknown, Double.NaN);
        return unknown;
    }

    /** Limits of a risk stay in [0, 1], those of a count do not go below 0. */
    private double cut(double limit) {
        return switch (fit.model().family()) {
            case BINOMIAL -> Math.min(1, Math.max(0, limit));
            case POISSON, POISSON_EVENTS -> Math.max(0, limit);
            case GAUSSIAN -> limit;
        };
    }

    /** How many rows the cohort has. */
    public int size() {
        return values.length;
    }

    /** Why a row has no prediction; empty if it has one. */
    public Optional<Missing> missing(int row) {
        return Optional.ofNullable(missing[row]);
    }

    /** The predicted mean of a row, from 0; NaN where it is missing. */
    public double value(int row) {
        return values[row];
    }

    /** Its standard error on the scale of the mean, by the delta method; NaN where it is missing. */
    public double standardError(int row) {
        return errors[row];
    }

    /** The limits of a row's mean; {@link Interval#none()} where it is missing. */
    public Interval interval(int row) {
        return missing[row] == null ? new Interval(lower[row], upper[row], fit.level()) : Interval.none();
    }

    /** A row's prediction with its interval. */
    public Estimate estimate(int row) {
        Measure measure = fit.model().model().isRisk() ? Measure.RISK : Measure.MEAN;
        Convention convention = Convention.of(
                fit.model().model().label() + " model " + fit.model().formula(), method());
        return new Estimate(
                measure,
                values[row],
                interval(row),
                missing[row] == null ? convention : convention.withZeroCells(missing[row].reason()));
    }

    /** How the limits are made. */
    public String method() {
        return switch (fit.model().link()) {
            case LOGIT -> "Wald on the logit scale";
            case LOG -> "Wald on the log scale";
            case IDENTITY -> fit.model().family().estimatesDispersion() ? "t" : "Wald";
        };
    }

    /** The cohort with {@code .fitted}, {@code .se.fit}, {@code .lower} and {@code .upper}, as broom names them. */
    public Cohort cohort() {
        RowColumns columns = new RowColumns(cohort, missing);
        columns.add(Variable.number(".fitted", "predicted mean"), values);
        columns.add(Variable.number(".se.fit", "its standard error"), errors);
        columns.add(Variable.number(".lower", "lower limit"), lower);
        columns.add(Variable.number(".upper", "upper limit"), upper);
        return columns.cohort();
    }

    /** Such as "predictions for 330 of 333 rows". */
    @Override
    public String toString() {
        long known = Arrays.stream(missing).filter(reason -> reason == null).count();
        return "predictions for " + known + " of " + Count.of(size(), "row");
    }
}
