package cohortkit.stats.regression.diagnostics;

import cohortkit.core.Cohort;
import cohortkit.core.Convention;
import cohortkit.core.Estimate;
import cohortkit.core.InputException;
import cohortkit.core.Interval;
import cohortkit.core.Measure;
import cohortkit.stats.StandardNormal;
import cohortkit.stats.TestResult;
import cohortkit.stats.regression.Fit;
import cohortkit.stats.regression.ModelRows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How well predicted risks rank events above others. The area is the share of pairs in which the event has the higher
 * risk, ties counting half; its variance is DeLong's (DeLong, DeLong and Clarke-Pearson 1988, Biometrics 44:837), as in
 * R's {@code pROC}. The direction is fixed: a higher risk speaks for the event.
 *
 * <pre>{@code
 * RocCurve.of(fit).area(0.95)   // 0.60 (95 % CI 0.51 to 0.68; DeLong)
 * }</pre>
 */
public final class RocCurve {

    private static final String NO_SPREAD = "DeLong's variance is 0: all events rank above all others, or all below";

    private final String outcomeName;
    private final ScoredOutcomes data;
    private final double[] placement;
    private final double area;
    private final List<RocPoint> points;

    private RocCurve(Fit fit, ModelRows rows) {
        this.outcomeName = fit.model().formula().outcome();
        this.data = ScoredOutcomes.of(fit, rows).requireBoth(fit, "a ROC curve");
        this.placement = new double[rows.size()];
        Arrays.fill(placement, Double.NaN);
        this.points = new ArrayList<>();
        this.area = walk();
    }

    /** The curve of the rows of the fit: apparent, and so too good by nature. */
    public static RocCurve of(Fit fit) {
        return new RocCurve(fit, fit.rows());
    }

    /** The curve of a fit in another cohort. */
    public static RocCurve of(Fit fit, Cohort cohort) {
        return new RocCurve(fit, fit.rows(cohort));
    }

    /** Places each event among the others and each other among the events; one tied risk after the other. */
    private double walk() {
        double eventsBelow = 0;
        double othersBelow = 0;
        double sum = 0;
        for (int from = 0, to; from < data.size(); from = to) {
            double events = 0;
            double others = 0;
            for (to = from; to < data.size() && data.risk[to] == data.risk[from]; to++) {
                events += data.weight[to] * data.outcome[to];
                others += data.weight[to] * (1 - data.outcome[to]);
            }
            points.add(new RocPoint(
                    data.risk[from], (data.events - eventsBelow) / data.events, othersBelow / data.nonEvents));
            double eventPlace = (othersBelow + others / 2) / data.nonEvents;
            double otherPlace = (data.events - eventsBelow - events / 2) / data.events;
            for (int i = from; i < to; i++) {
                placement[data.row[i]] = data.outcome[i] == 1 ? eventPlace : otherPlace;
            }
            sum += events * eventPlace;
            eventsBelow += events;
            othersBelow += others;
        }
        points.add(new RocPoint(Double.POSITIVE_INFINITY, 0, 1));
        return sum / data.events;
    }

    /** The area under the curve, in [0, 1]. */
    public double area() {
        return area;
    }

    /** The standard error of the area; NaN with one event or one other. */
    public double standardError() {
        return Math.sqrt(covariance(this, this));
    }

    private static double covariance(RocCurve a, RocCurve b) {
        double events = 0;
        double others = 0;
        for (int i = 0; i < a.data.size(); i++) {
            int row = a.data.row[i];
            double product = a.data.weight[i] * (a.placement[row] - a.area) * (b.placement[row] - b.area);
            if (a.data.outcome[i] == 1) {
                events += product;
            } else {
                others += product;
            }
        }
        double m = a.data.events;
        double n = a.data.nonEvents;
        return (m > 1 && n > 1) ? events / ((m - 1) * m) + others / ((n - 1) * n) : Double.NaN;
    }

    /**
     * The area with its interval: area +- z SE, cut at 0 and 1. There is none where the variance is 0 or unknown.
     *
     * @param level in (0, 1), such as 0.95
     */
    public Estimate area(double level) {
        Convention convention = Convention.of("share of concordant pairs, ties half", "DeLong")
                .withDenominator((long) data.events + " events, " + (long) data.nonEvents + " others");
        double error = standardError();
        if (!(error > 0)) {
            return Estimate.withoutInterval(
                    Measure.AREA_UNDER_CURVE,
                    area,
                    convention.withZeroCells(error == 0 ? NO_SPREAD : "DeLong needs two events and two others"));
        }
        double half = StandardNormal.quantile(level) * error;
        return new Estimate(
                Measure.AREA_UNDER_CURVE,
                area,
                new Interval(Math.max(0, area - half), Math.min(1, area + half), level),
                convention);
    }

    /** Points by ascending threshold, the last without positives. */
    public List<RocPoint> points() {
        return List.copyOf(points);
    }

    /** The point with the largest sensitivity + specificity; the lowest threshold of several. */
    public RocPoint youden() {
        RocPoint best = points.get(0);
        for (RocPoint point : points) {
            if (point.sensitivity() + point.specificity() > best.sensitivity() + best.specificity()) {
                best = point;
            }
        }
        return best;
    }

    /**
     * DeLong's test that two models have the same area in the same rows.
     *
     * @throws InputException if the rows, their outcomes or weights differ
     */
    public static TestResult compare(RocCurve first, RocCurve second) {
        if (first.placement.length != second.placement.length
                || !Arrays.equals(first.sortedOutcomes(), second.sortedOutcomes())) {
            throw new InputException("the two curves of '" + first.outcomeName + "' and '" + second.outcomeName
                    + "' do not rest on the same rows; fit both models to the rows that are complete in both");
        }
        double difference = first.area - second.area;
        double variance = covariance(first, first) + covariance(second, second) - 2 * covariance(first, second);
        double z = difference == 0 ? 0 : difference / Math.sqrt(Math.max(0, variance));
        return new TestResult("DeLong test of two areas", z, Double.NaN, StandardNormal.pValue(z));
    }

    /** Outcome and weight by row; NaN for rows without. */
    private double[] sortedOutcomes() {
        double[] byRow = new double[2 * placement.length];
        Arrays.fill(byRow, Double.NaN);
        for (int i = 0; i < data.size(); i++) {
            byRow[2 * data.row[i]] = data.outcome[i];
            byRow[2 * data.row[i] + 1] = data.weight[i];
        }
        return byRow;
    }

    /** Such as "AUC 0.60 (95 % CI 0.53 to 0.68; DeLong)". */
    @Override
    public String toString() {
        return "AUC " + area(Interval.DEFAULT_LEVEL);
    }
}
