package cohortkit.stats.paired;

import cohortkit.core.Cohort;
import cohortkit.core.Convention;
import cohortkit.core.Count;
import cohortkit.core.Estimate;
import cohortkit.core.InputException;
import cohortkit.core.Interval;
import cohortkit.core.Level;
import cohortkit.core.Measure;
import cohortkit.stats.Proportion;
import cohortkit.stats.ProportionInterval;
import cohortkit.stats.StandardNormal;
import cohortkit.stats.TestResult;
import cohortkit.stats.table.TableRow;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How two raters put the same subjects into the same k categories: the first rater's categories are the rows, the
 * second's the columns, in one order.
 *
 * <pre>{@code
 * var ratings = AgreementTable.of(new long[][] {{20, 5}, {10, 15}});
 * ratings.agreement()   // 70.0 % (95 % CI 56.2 to 80.9; Wilson)
 * ratings.kappa()       // 0.40 (95 % CI 0.15 to 0.65; Wald)
 * ratings.test()        // Cohen's kappa, null standard error: 2.89, p = 0.0039
 * }</pre>
 */
public final class AgreementTable {

    private final long[][] counts;
    private final String denominator;
    private final Kappa kappa;

    private AgreementTable(long[][] counts, String denominator) {
        this.counts = counts;
        this.denominator = denominator;
        this.kappa = new Kappa(counts);
    }

    /**
     * A table of bare counts, which are copied.
     *
     * @param counts k rows of k counts of 0 or more, k at least 2
     * @throws InputException if the table is not square, a count is negative, or the sum is past 2^63 - 1
     */
    public static AgreementTable of(long[][] counts) {
        int k = counts.length;
        if (k < 2 || Arrays.stream(counts).anyMatch(row -> row.length != k)) {
            throw new InputException("agreement needs as many rows as columns, at least 2; the rows hold "
                    + Arrays.stream(counts).map(row -> row.length + "").collect(Collectors.joining(", ", "[", "]"))
                    + " counts");
        }
        long sum = 0;
        for (long count : Arrays.stream(counts).flatMapToLong(Arrays::stream).toArray()) {
            if (count < 0) {
                throw new InputException("a table holds counts of 0 or more; was " + count);
            }
            if (Long.MAX_VALUE - sum < count) {
                throw new InputException("the counts add up to more than 2^63 - 1");
            }
            sum += count;
        }
        return new AgreementTable(Arrays.stream(counts).map(long[]::clone).toArray(long[][]::new), "");
    }

    /**
     * Counts the rows in which both categories are known.
     *
     * @throws InputException if a variable is not a category, or the two have other levels
     */
    public static AgreementTable of(Cohort cohort, String first, String second) {
        List<Level> levels = cohort.variable(first).levels();
        int[] rows = cohort.levels(first);
        int[] columns = cohort.levels(second);
        List<Level> others = cohort.variable(second).levels();
        if (!codes(levels).equals(codes(others))) {
            throw new InputException("'" + first + "' has the levels " + codes(levels) + ", '" + second + "' has "
                    + codes(others) + "; agreement needs the same levels in one order: give both in the codebook");
        }
        long[][] counts = new long[levels.size()][levels.size()];
        int known = 0;
        for (int row = 0; row < rows.length; row++) {
            if (rows[row] >= 0 && columns[row] >= 0) {
                counts[rows[row]][columns[row]]++;
                known++;
            }
        }
        String denominator = known + " of " + rows.length + " pairs, complete in " + first + " and " + second;
        return new AgreementTable(of(counts).counts, denominator);
    }

    static AgreementTable of(PairedTable t) {
        long[][] counts = {{t.both(), t.firstOnly()}, {t.secondOnly(), t.neither()}};
        return new AgreementTable(counts, t.convention("", "").denominator());
    }

    private static List<String> codes(List<Level> levels) {
        return levels.stream().map(Level::code).toList();
    }

    /** All subjects. */
    public long n() {
        return kappa.n();
    }

    /** How many subjects the first rater put into one category and the second into another, from 0. */
    public long count(int first, int second) {
        return counts[first][second];
    }

    /** The share of subjects put into the same category, with Wilson's interval at 95 %. */
    public Estimate agreement() {
        return agreement(ProportionInterval.WILSON, Interval.DEFAULT_LEVEL);
    }

    /** The share of subjects put into the same category, in [0, 1]; NaN without subjects. */
    public Estimate agreement(ProportionInterval method, double level) {
        Interval.requireLevel(level);
        Convention convention =
                Convention.of("same category / n", method.label()).withDenominator(denominator);
        if (n() == 0) {
            Convention undefined = convention.withZeroCells("undefined: there are no pairs");
            return new Estimate(Measure.AGREEMENT, Double.NaN, new Interval(0, 1, level), undefined);
        }
        Estimate share = new Proportion(kappa.agreed(), n()).estimate(method, level);
        return new Estimate(
                Measure.AGREEMENT,
                share.value(),
                share.interval(),
                convention.withZeroCells(share.convention().zeroCells()));
    }

    /** Cohen's kappa at 95 %. */
    public Estimate kappa() {
        return kappa(Interval.DEFAULT_LEVEL);
    }

    /**
     * Cohen's kappa, {@code (po - pe) / (1 - pe)} with po the observed agreement and pe the one expected from the
     * margins: 1 for full agreement, 0 for that of chance; NaN where both raters use one and the same category only.
     * Cohen 1960, Educ Psychol Meas 20:37. Limits {@code kappa ± z se}, set to -1 or 1 outside, with {@link
     * #standardError()}.
     *
     * @param level coverage in (0, 1), for example 0.95
     */
    public Estimate kappa(double level) {
        double z = StandardNormal.quantile(level);
        Convention convention = Convention.of("(po - pe) / (1 - pe)", "Wald").withDenominator(denominator);
        if (kappa.undefined().isPresent()) {
            String reason = "undefined: " + kappa.undefined().get();
            return new Estimate(
                    Measure.KAPPA, Double.NaN, new Interval(-1, 1, level), convention.withZeroCells(reason));
        }
        double half = z * standardError();
        if (half == 0) {
            convention = convention.withZeroCells(
                    kappa.uninformed().orElse("Wald has no width where all pairs agree, or too few disagree"));
        }
        double value = kappa.value();
        Interval interval = new Interval(Math.max(-1, value - half), Math.min(1, value + half), level);
        return new Estimate(Measure.KAPPA, value, interval, convention);
    }

    /**
     * The asymptotic standard error of kappa, for its interval: the delta method, in the form of Fleiss, Cohen and
     * Everitt 1969, Psychol Bull 72:323; NaN where kappa is.
     */
    public double standardError() {
        return kappa.standardError();
    }

    /** The standard error of kappa if the raters were independent, for the test; of the same paper. */
    public double nullStandardError() {
        return kappa.nullStandardError();
    }

    /**
     * The test that the raters agree no more than by chance: {@code z = kappa / null standard error}, two-sided.
     *
     * @throws InputException if a rater used a single category or the two share none
     */
    public TestResult test() {
        kappa.undefined().or(kappa::uninformed).ifPresent(reason -> {
            throw new InputException("kappa cannot be tested: " + reason);
        });
        double z = kappa.value() / nullStandardError();
        return new TestResult("Cohen's kappa, null standard error", z, Double.NaN, StandardNormal.pValue(z));
    }

    /** Agreement, kappa with the p-value of its interval, and the test, a row each. */
    public List<TableRow> measures(double level) {
        Estimate estimate = kappa(level);
        double error = standardError();
        double z = error > 0 ? estimate.value() / error : Double.NaN;
        boolean tested = kappa.undefined().or(kappa::uninformed).isEmpty();
        TestResult test = tested
                ? test()
                : new TestResult("Cohen's kappa (undefined: too few categories)", Double.NaN, Double.NaN, Double.NaN);
        return List.of(
                TableRow.of(agreement(ProportionInterval.WILSON, level), Double.NaN, Double.NaN),
                TableRow.of(estimate, z, StandardNormal.pValue(z)),
                TableRow.of(PairedMeasures.TEST, test));
    }

    /** Such as "4 subjects in 2 categories, 3 alike". */
    @Override
    public String toString() {
        return Count.of(n(), "subject") + " in " + counts.length + " categories, " + kappa.agreed() + " alike";
    }
}
