package cohortkit.stats.continuous;

import cohortkit.core.Cohort;
import cohortkit.core.Convention;
import cohortkit.core.Count;
import cohortkit.core.Estimate;
import cohortkit.core.InputException;
import cohortkit.core.Interval;
import cohortkit.core.Measure;
import cohortkit.stats.TestResult;
import cohortkit.stats.table.TableRow;
import java.util.Arrays;
import java.util.List;

/**
 * Two numbers of each person: before and after, or two that may go together. A difference is the second minus the
 * first.
 *
 * <pre>{@code
 * var pairs = PairedValues.of(births, "age", "lwt");
 * pairs.correlation(CorrelationMethod.PEARSON, 0.95)   // 0.18 (95 % CI 0.0383 to 0.31; Pearson, Fisher z; p by t), ...
 * PairedValues.of(new double[] {10, 12, 9}, new double[] {11, 15, 11}).meanDifference()   // 2.00 (95 % CI -0.48 ...
 * }</pre>
 */
public final class PairedValues {

    private final String first;
    private final String second;
    private final double[] x;
    private final double[] y;
    private final int leftOut;

    private PairedValues(String first, String second, double[] x, double[] y, int leftOut) {
        this.first = first;
        this.second = second;
        this.x = x;
        this.y = y;
        this.leftOut = leftOut;
    }

    /**
     * The rows in which both numbers are known; {@link #leftOut()} counts the others.
     *
     * @throws InputException if a value is infinite
     */
    public static PairedValues of(Cohort cohort, String first, String second) {
        Numbers a = Numbers.of(cohort, first);
        Numbers b = Numbers.of(cohort, second);
        double[] x = new double[cohort.size()];
        double[] y = new double[cohort.size()];
        int n = 0;
        for (int row = 0; row < x.length; row++) {
            if (a.known(row) && b.known(row)) {
                x[n] = a.value(row);
                y[n++] = b.value(row);
            }
        }
        return new PairedValues(first, second, Arrays.copyOf(x, n), Arrays.copyOf(y, n), x.length - n);
    }

    /**
     * Bare values.
     *
     * @throws InputException if there are not as many of each, or one is NaN or infinite
     */
    public static PairedValues of(double[] first, double[] second) {
        if (first.length != second.length) {
            throw new InputException(
                    "pairs need as many first as second values; there are " + first.length + " and " + second.length);
        }
        Sample.named("first", first);
        Sample.named("second", second);
        return new PairedValues("first", "second", first.clone(), second.clone(), 0);
    }

    /** How many pairs are known. */
    public int n() {
        return x.length;
    }

    /** How many rows lack one of the two. */
    public int leftOut() {
        return leftOut;
    }

    /**
     * Second minus first of each pair.
     *
     * @throws InputException if a difference is too large for a number
     */
    public Sample differences() {
        double[] differences = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            differences[i] = y[i] - x[i];
        }
        return Sample.named(second + " - " + first, differences);
    }

    /** The mean difference with the paired t test and interval at 95 %. */
    public Comparison meanDifference() {
        return meanDifference(Interval.DEFAULT_LEVEL);
    }

    /**
     * The mean of the differences, its t interval and the paired t test.
     *
     * @param level coverage in (0, 1), for example 0.95
     * @throws InputException below two pairs, or if all differences are equal
     */
    public Comparison meanDifference(double level) {
        Comparison t = differences().testMean(0, level);
        Convention convention =
                convention("mean of the differences", "paired t").withReference(first);
        TestResult test = new TestResult(
                "paired t", t.test().statistic(), t.test().df(), t.test().pValue());
        return new Comparison(
                new Estimate(
                        Measure.MEAN_DIFFERENCE,
                        t.estimate().value(),
                        t.estimate().interval(),
                        convention),
                test);
    }

    /** The pseudomedian of the differences with the signed-rank test, exact below 50 pairs, zeros dropped. */
    public Comparison pseudomedian() {
        return differences().testPseudomedian(0);
    }

    /** The pseudomedian of the differences; see {@link Sample#testPseudomedian(double, RankMethod, ZeroHandling, double)}. */
    public Comparison pseudomedian(RankMethod method, ZeroHandling zeros, double level) {
        return differences().testPseudomedian(0, method, zeros, level);
    }

    /**
     * How the two numbers go together.
     *
     * @param level coverage in (0, 1), for example 0.95
     * @throws InputException below three pairs, if all values of one are equal, or if an exact test is asked for that
     *     cannot be made
     */
    public Comparison correlation(CorrelationMethod method, double level) {
        Interval.requireLevel(level);
        if (n() < 3) {
            throw new InputException("a correlation needs three pairs; there are " + n());
        }
        requireSpread(first, x);
        requireSpread(second, y);
        return method.compare(x, y, n() + " of " + (n() + leftOut) + " rows", level);
    }

    private static void requireSpread(String name, double[] values) {
        if (Arrays.stream(values).allMatch(v -> v == values[0])) {
            throw new InputException("a correlation needs values that differ; those of '" + name + "' are all equal");
        }
    }

    /**
     * What describes the two numbers and their differences, a row a number.
     *
     * @param level coverage in (0, 1), for example 0.95
     */
    public List<TableRow> summaries(double level) {
        return SummaryRows.of(samples(), level);
    }

    /**
     * Every test of the differences, a row each. Where a method cannot answer, its name says why.
     *
     * @param level coverage in (0, 1), for example 0.95
     */
    public List<TableRow> measures(double level) {
        return PairRows.differences(this, Interval.requireLevel(level));
    }

    /**
     * Every correlation, a row each. Where a method cannot answer, its name says why.
     *
     * @param level coverage in (0, 1), for example 0.95
     */
    public List<TableRow> correlations(double level) {
        return PairRows.correlations(this, Interval.requireLevel(level));
    }

    private List<Sample> samples() {
        return List.of(Sample.named(first, x), Sample.named(second, y), differences());
    }

    private Convention convention(String estimator, String interval) {
        return Convention.of(estimator, interval).withDenominator(n() + " of " + (n() + leftOut) + " pairs");
    }

    /** A row for each number and one for the differences; the first line is a title. */
    @Override
    public String toString() {
        String size = ": " + Count.of(n(), "pair") + (leftOut == 0 ? "" : ", " + leftOut + " left out");
        return SummaryText.of(first + " and " + second, size, samples());
    }
}
