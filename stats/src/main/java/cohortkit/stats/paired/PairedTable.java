package cohortkit.stats.paired;

import cohortkit.core.Cohort;
import cohortkit.core.Convention;
import cohortkit.core.Estimate;
import cohortkit.core.InputException;
import cohortkit.core.Interval;
import cohortkit.core.Measure;
import cohortkit.stats.table.TableLabels;
import cohortkit.stats.table.TableRow;
import cohortkit.stats.table.TwoByTwo;
import java.util.List;

/**
 * Pairs of two yes-or-no answers: before and after in one person, case and matched control, one test and another. Only
 * the discordant pairs tell which answer is yes more often. Nothing is added to empty cells.
 *
 * <pre>{@code
 * var pairs = new PairedTable(212, 144, 256, 707);
 * pairs.oddsRatio()     // 0.56 (95 % CI 0.46 to 0.69; log Wald)
 * pairs.difference()    // -0.0849 (95 % CI -0.11 to -0.0555; Tango score)
 * McNemar.test(pairs)   // McNemar chi-square: 31.36, df 1, p < 0.0001
 * }</pre>
 *
 * @param both pairs in which both answers are yes
 * @param firstOnly pairs in which the first alone is
 * @param secondOnly pairs in which the second alone is
 * @param neither pairs in which none is
 * @param labels what first (the rows) and second (the columns) mean, and how many pairs were left out
 */
public record PairedTable(long both, long firstOnly, long secondOnly, long neither, TableLabels labels) {

    /** Checks the counts; an error if one is negative or their sum is past 2^63 - 1. */
    public PairedTable {
        new TwoByTwo(both, firstOnly, secondOnly, neither, labels);
    }

    /** A table of bare counts. */
    public PairedTable(long both, long firstOnly, long secondOnly, long neither) {
        this(both, firstOnly, secondOnly, neither, TableLabels.NONE);
    }

    /**
     * Counts the rows in which both variables are known; {@link TableLabels#leftOut()} counts the others. Yes is the
     * event of a variable (see {@link Cohort#events}).
     *
     * @throws InputException if a variable is not binary
     */
    public static PairedTable of(Cohort cohort, String first, String second) {
        return of(TwoByTwo.of(cohort, first, second));
    }

    /**
     * Counts pairs where each row stands for several.
     *
     * @param frequency a number: how many pairs a row stands for
     * @throws InputException if a frequency is missing, negative or not whole
     */
    public static PairedTable of(Cohort cohort, String first, String second, String frequency) {
        return of(TwoByTwo.of(cohort, first, second, frequency));
    }

    /** A table whose rows are the first answer and whose columns the second, labels kept. */
    public static PairedTable of(TwoByTwo t) {
        return new PairedTable(t.a(), t.b(), t.c(), t.d(), t.labels());
    }

    /** All pairs. */
    public long n() {
        return both + firstOnly + secondOnly + neither;
    }

    /** Pairs whose answers differ. */
    public long discordant() {
        return firstOnly + secondOnly;
    }

    /** The matched-pair odds ratio, log Wald at 95 %. */
    public Estimate oddsRatio() {
        return oddsRatio(PairedOddsRatioInterval.LOG_WALD, Interval.DEFAULT_LEVEL);
    }

    /**
     * The matched-pair odds ratio, {@code firstOnly / secondOnly}, which is the conditional maximum likelihood
     * estimate: 0 or infinite with an empty cell, NaN without discordant pairs. Breslow and Day 1980, IARC
     * 32, chapter 5.
     *
     * @param level coverage in (0, 1), for example 0.95
     */
    public Estimate oddsRatio(PairedOddsRatioInterval method, double level) {
        Interval.requireLevel(level);
        Convention convention = convention("ratio of discordant pairs", method.label());
        if (discordant() == 0) {
            Interval widest = new Interval(0, Double.POSITIVE_INFINITY, level);
            return new Estimate(
                    Measure.ODDS_RATIO, Double.NaN, widest, convention.withZeroCells("undefined: no discordant pair"));
        }
        if (method == PairedOddsRatioInterval.LOG_WALD && (firstOnly == 0 || secondOnly == 0)) {
            convention = convention.withZeroCells("log Wald has no limits with an empty cell: 0 to Inf");
        }
        double ratio = (double) firstOnly / secondOnly;
        return new Estimate(Measure.ODDS_RATIO, ratio, method.limits(this, level), convention);
    }

    /** The difference of the two proportions, Tango's score interval at 95 %. */
    public Estimate difference() {
        return difference(PairedDifferenceInterval.TANGO, Interval.DEFAULT_LEVEL);
    }

    /**
     * The proportion of yes in the first answer minus that in the second, {@code (firstOnly - secondOnly) / n}, in [-1,
     * 1]; NaN without pairs.
     *
     * @param level coverage in (0, 1), for example 0.95
     */
    public Estimate difference(PairedDifferenceInterval method, double level) {
        Interval.requireLevel(level);
        Convention convention = convention("difference of two paired proportions", method.label());
        if (n() == 0) {
            Interval widest = new Interval(-1, 1, level);
            return new Estimate(
                    Measure.PAIRED_DIFFERENCE,
                    Double.NaN,
                    widest,
                    convention.withZeroCells("undefined: there are no pairs"));
        }
        boolean certain = discordant() == 0 || firstOnly == n() || secondOnly == n();
        if (certain && method == PairedDifferenceInterval.WALD) {
            convention = convention.withZeroCells("Wald has no width where all pairs are alike");
        }
        return new Estimate(Measure.PAIRED_DIFFERENCE, differenceValue(), method.limits(this, level), convention);
    }

    /** The same pairs as a table of agreement. */
    public AgreementTable agreement() {
        return AgreementTable.of(this);
    }

    /**
     * Every measure and test of the pairs, a row each, interval and p-value of a row by the same method.
     *
     * @param level coverage in (0, 1), for example 0.95
     */
    public List<TableRow> measures(double level) {
        return new PairedMeasures(this, level).rows();
    }

    double differenceValue() {
        return (double) (firstOnly - secondOnly) / n();
    }

    /** First and second change places. */
    PairedTable swapped() {
        return new PairedTable(both, secondOnly, firstOnly, neither);
    }

    Convention convention(String estimator, String interval) {
        String denominator = labels.exposure().isEmpty()
                ? ""
                : n() + " of " + (n() + labels.leftOut()) + " pairs, complete in " + labels.exposure() + " and "
                        + labels.outcome();
        return Convention.of(estimator, interval).withDenominator(denominator);
    }

    /** The counts with their margins; the first line is a title. */
    @Override
    public String toString() {
        return PairedText.of(this);
    }
}
