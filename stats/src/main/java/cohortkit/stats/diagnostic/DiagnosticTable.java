package cohortkit.stats.diagnostic;

import cohortkit.core.Cohort;
import cohortkit.core.Convention;
import cohortkit.core.Count;
import cohortkit.core.Estimate;
import cohortkit.core.InputException;
import cohortkit.core.Interval;
import cohortkit.core.Measure;
import cohortkit.stats.Proportion;
import cohortkit.stats.ProportionInterval;
import cohortkit.stats.table.OddsRatioInterval;
import cohortkit.stats.table.RiskDifferenceInterval;
import cohortkit.stats.table.TableLabels;
import cohortkit.stats.table.TableRow;
import cohortkit.stats.table.TwoByTwo;
import java.util.List;

/**
 * A test that says yes or no against the truth. Nothing is added to empty cells: a ratio is then 0, infinite, or NaN with
 * the reason in its convention.
 *
 * <pre>{@code
 * var scan = new DiagnosticTable(231, 32, 27, 54);
 * scan.sensitivity()                // 89.5 % (95 % CI 85.2 to 92.7; Wilson)
 * scan.positiveLikelihoodRatio()    // 2.41 (95 % CI 1.82 to 3.18; log Wald)
 * scan.positivePredictiveValue(0.25, 0.95)   // 44.5 % (95 % CI 37.8 to 51.4; logit Wald)
 * }</pre>
 *
 * @param truePositives with the condition, test positive
 * @param falsePositives without the condition, test positive
 * @param falseNegatives with the condition, test negative
 * @param trueNegatives without the condition, test negative
 * @param labels what test (the rows) and truth (the columns) mean, and how many people were left out
 */
public record DiagnosticTable(
        long truePositives, long falsePositives, long falseNegatives, long trueNegatives, TableLabels labels) {

    /** Checks the counts; an error if one is negative or their sum is past 2^63 - 1. */
    public DiagnosticTable {
        new TwoByTwo(truePositives, falsePositives, falseNegatives, trueNegatives, labels);
    }

    /** A table of bare counts. */
    public DiagnosticTable(long truePositives, long falsePositives, long falseNegatives, long trueNegatives) {
        this(truePositives, falsePositives, falseNegatives, trueNegatives, TableLabels.NONE);
    }

    /**
     * Counts the rows in which both variables are known; {@link TableLabels#leftOut()} counts the others.
     *
     * @param test binary: its event is a positive test (see {@link Cohort#events})
     * @param truth binary: its event is the condition
     * @throws InputException if a variable is not binary
     */
    public static DiagnosticTable of(Cohort cohort, String test, String truth) {
        TwoByTwo t = TwoByTwo.of(cohort, test, truth);
        return new DiagnosticTable(t.a(), t.b(), t.c(), t.d(), t.labels());
    }

    /** All people. */
    public long n() {
        return truePositives + falsePositives + falseNegatives + trueNegatives;
    }

    /** The share of positive tests among those with the condition, with Wilson's interval at 95 %. */
    public Estimate sensitivity() {
        return sensitivity(ProportionInterval.WILSON, Interval.DEFAULT_LEVEL);
    }

    /** {@code TP / (TP + FN)}; NaN where nobody has the condition. */
    public Estimate sensitivity(ProportionInterval method, double level) {
        return share(Measure.SENSITIVITY, truePositives, falseNegatives, "nobody has the condition", method, level);
    }

    /** The share of negative tests among those without the condition, with Wilson's interval at 95 %. */
    public Estimate specificity() {
        return specificity(ProportionInterval.WILSON, Interval.DEFAULT_LEVEL);
    }

    /** {@code TN / (TN + FP)}; NaN where everybody has the condition. */
    public Estimate specificity(ProportionInterval method, double level) {
        return share(
                Measure.SPECIFICITY, trueNegatives, falsePositives, "nobody is free of the condition", method, level);
    }

    /** The share of people with the condition among the positive tests, with Wilson's interval at 95 %. */
    public Estimate positivePredictiveValue() {
        return positivePredictiveValue(ProportionInterval.WILSON, Interval.DEFAULT_LEVEL);
    }

    /**
     * {@code TP / (TP + FP)}: true of people among whom the condition is as frequent as in this table, and so not of a
     * case-control sample; NaN where nobody tests positive.
     */
    public Estimate positivePredictiveValue(ProportionInterval method, double level) {
        return share(
                Measure.POSITIVE_PREDICTIVE_VALUE,
                truePositives,
                falsePositives,
                "nobody tests positive",
                method,
                level);
    }

    /** The share of people without the condition among the negative tests, with Wilson's interval at 95 %. */
    public Estimate negativePredictiveValue() {
        return negativePredictiveValue(ProportionInterval.WILSON, Interval.DEFAULT_LEVEL);
    }

    /** {@code TN / (TN + FN)}, with the same caution; NaN where nobody tests negative. */
    public Estimate negativePredictiveValue(ProportionInterval method, double level) {
        return share(
                Measure.NEGATIVE_PREDICTIVE_VALUE,
                trueNegatives,
                falseNegatives,
                "nobody tests negative",
                method,
                level);
    }

    private Estimate share(
            Measure measure, long with, long without, String nobody, ProportionInterval how, double level) {
        Interval.requireLevel(level);
        if (with + without == 0) {
            Convention undefined = convention("events / n", how.label()).withZeroCells("undefined: " + nobody);
            return new Estimate(measure, Double.NaN, new Interval(0, 1, level), undefined);
        }
        Estimate plain = new Proportion(with, with + without).estimate(how, level);
        Convention convention = convention("events / n", how.label())
                .withZeroCells(plain.convention().zeroCells());
        return new Estimate(measure, plain.value(), plain.interval(), convention);
    }

    /**
     * The predictive value of a positive test where the condition has another prevalence:
     * {@code odds x LR+ / (1 + odds x LR+)}, odds = prevalence / (1 - prevalence), by Bayes. The limits are those of LR+
     * put through the same formula, which is the logit interval of Mercaldo, Lau and Zhou 2007, Stat Med 26:2170.
     *
     * @param prevalence in (0, 1), known without error
     * @param level coverage in (0, 1), for example 0.95
     * @throws InputException if the prevalence is not in (0, 1)
     */
    public Estimate positivePredictiveValue(double prevalence, double level) {
        Estimate ratio = positiveLikelihoodRatio(level);
        double odds = odds(prevalence);
        Interval limits = new Interval(
                probability(odds * ratio.interval().lower()),
                probability(odds * ratio.interval().upper()),
                level);
        return new Estimate(
                Measure.POSITIVE_PREDICTIVE_VALUE,
                probability(odds * ratio.value()),
                limits,
                atPrevalence(ratio, prevalence));
    }

    /** The predictive value of a negative test at another prevalence, {@code 1 / (1 + odds x LR-)}; likewise. */
    public Estimate negativePredictiveValue(double prevalence, double level) {
        Estimate ratio = negativeLikelihoodRatio(level);
        double odds = odds(prevalence);
        Interval limits = new Interval(
                1 / (1 + odds * ratio.interval().upper()),
                1 / (1 + odds * ratio.interval().lower()),
                level);
        return new Estimate(
                Measure.NEGATIVE_PREDICTIVE_VALUE,
                1 / (1 + odds * ratio.value()),
                limits,
                atPrevalence(ratio, prevalence));
    }

    private static double odds(double prevalence) {
        if (!(prevalence > 0 && prevalence < 1)) {
            throw new InputException("prevalence must be in (0, 1), such as 0.05 for 5 %; was " + prevalence);
        }
        return prevalence / (1 - prevalence);
    }

    private static double probability(double odds) {
        return odds > 1 ? 1 / (1 + 1 / odds) : odds / (1 + odds);
    }

    private Convention atPrevalence(Estimate ratio, double prevalence) {
        return convention("Bayes at a prevalence of " + prevalence, "logit Wald")
                .withZeroCells(ratio.convention().zeroCells());
    }

    /** The positive likelihood ratio at 95 %. */
    public Estimate positiveLikelihoodRatio() {
        return positiveLikelihoodRatio(Interval.DEFAULT_LEVEL);
    }

    /**
     * How much a positive test multiplies the odds of the condition, {@code sensitivity / (1 - specificity)}, with
     * {@code log LR ± z sqrt(1/TP - 1/(TP + FN) + 1/FP - 1/(FP + TN))}. Simel, Samsa and Matchar 1991, J Clin Epidemiol
     * 44:763. Where a cell is empty it has no limits: 0 to infinity.
     */
    public Estimate positiveLikelihoodRatio(double level) {
        return LikelihoodRatios.positive(this).estimate(level);
    }

    /** The negative likelihood ratio at 95 %. */
    public Estimate negativeLikelihoodRatio() {
        return negativeLikelihoodRatio(Interval.DEFAULT_LEVEL);
    }

    /** How much a negative test multiplies the odds of the condition, {@code (1 - sensitivity) / specificity}; likewise. */
    public Estimate negativeLikelihoodRatio(double level) {
        return LikelihoodRatios.negative(this).estimate(level);
    }

    /** The diagnostic odds ratio, log Wald at 95 %. */
    public Estimate diagnosticOddsRatio() {
        return diagnosticOddsRatio(OddsRatioInterval.WOOLF, Interval.DEFAULT_LEVEL);
    }

    /**
     * The diagnostic odds ratio, {@code TP TN / (FP FN)} = LR+ / LR-, or for the exact methods the conditional estimate.
     * Glas and others 2003, J Clin Epidemiol 56:1129.
     */
    public Estimate diagnosticOddsRatio(OddsRatioInterval method, double level) {
        return renamed(Measure.DIAGNOSTIC_ODDS_RATIO, byTruth().oddsRatio(method, level), "");
    }

    /** Youden's index, Newcombe's hybrid score at 95 %. */
    public Estimate youden() {
        return youden(RiskDifferenceInterval.NEWCOMBE, Interval.DEFAULT_LEVEL);
    }

    /**
     * Youden's index, {@code sensitivity + specificity - 1}, in [-1, 1], which is a difference of two risks: of a positive
     * test with and without the condition. Youden 1950, Cancer 3:32.
     */
    public Estimate youden(RiskDifferenceInterval method, double level) {
        Estimate difference = byTruth().riskDifference(method, level);
        return renamed(Measure.YOUDEN, difference, "sensitivity + specificity - 1");
    }

    private Estimate renamed(Measure measure, Estimate from, String estimator) {
        Convention of = from.convention();
        String how = estimator.isEmpty() ? of.estimator() : estimator;
        String reason = Double.isNaN(from.value()) ? "undefined: " + emptyMargin() : of.zeroCells();
        return new Estimate(
                measure,
                from.value(),
                from.interval(),
                convention(how, of.interval()).withZeroCells(reason));
    }

    private String emptyMargin() {
        if (truePositives + falseNegatives == 0) {
            return "nobody has the condition";
        }
        if (falsePositives + trueNegatives == 0) {
            return "nobody is free of the condition";
        }
        return truePositives + falsePositives == 0 ? "nobody tests positive" : "nobody tests negative";
    }

    /** Condition by test: its risks are sensitivity and 1 - specificity. */
    TwoByTwo byTruth() {
        return new TwoByTwo(truePositives, falseNegatives, falsePositives, trueNegatives);
    }

    Convention convention(String estimator, String interval) {
        String denominator = labels.exposure().isEmpty()
                ? ""
                : n() + " of " + (n() + labels.leftOut()) + " people, complete in " + labels.exposure() + " and "
                        + labels.outcome();
        return Convention.of(estimator, interval).withDenominator(denominator);
    }

    /**
     * Every measure of the test, a row each, interval and p-value of a row by the same method.
     *
     * @param level coverage in (0, 1), for example 0.95
     */
    public List<TableRow> measures(double level) {
        return new DiagnosticMeasures(this, level).rows();
    }

    /** Such as "test of 344 people: 231 true and 32 false positives, 54 true and 27 false negatives". */
    @Override
    public String toString() {
        return "test of " + Count.of(n(), "person", "people") + ": " + truePositives + " true and " + falsePositives
                + " false positives, " + trueNegatives + " true and " + falseNegatives + " false negatives";
    }
}
