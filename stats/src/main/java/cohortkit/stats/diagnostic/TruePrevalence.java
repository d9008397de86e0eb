package cohortkit.stats.diagnostic;

import cohortkit.core.Convention;
import cohortkit.core.DisplayNumber;
import cohortkit.core.Estimate;
import cohortkit.core.InputException;
import cohortkit.core.Interval;
import cohortkit.core.Measure;
import cohortkit.stats.Proportion;
import cohortkit.stats.ProportionInterval;
import cohortkit.stats.StandardNormal;

/**
 * How frequent a condition is when it was found by an imperfect test: {@code (p + Sp - 1) / (Se + Sp - 1)}, p being the
 * share of positive tests. Rogan and Gladen 1978, Am J Epidemiol 107:71. An estimate outside [0, 1] is set to 0 or 1, and
 * the convention names what it was.
 *
 * <pre>{@code
 * var herd = new TruePrevalence(new Proportion(23, 150), 0.96, 0.89);
 * herd.estimate(ProportionInterval.BLAKER, 0.95)   // 5.1 % (95 % CI 0.0 to 12.8; Blaker, corrected for the test)
 * }</pre>
 *
 * @param positives positive tests among the tested
 * @param sensitivity in (0, 1]
 * @param specificity in (0, 1]; the sum of both above 1
 */
public record TruePrevalence(Proportion positives, double sensitivity, double specificity) {

    /** Checks that the test tells more than chance. */
    public TruePrevalence {
        requireShare("sensitivity", sensitivity);
        requireShare("specificity", specificity);
        if (!(sensitivity + specificity > 1)) {
            throw new InputException("sensitivity and specificity must add up to more than 1; " + sensitivity + " and "
                    + specificity + " tell no more than chance");
        }
    }

    private static void requireShare(String name, double share) {
        if (!(share > 0 && share <= 1)) {
            throw new InputException(name + " must be in (0, 1], such as 0.95 for 95 %; was " + share);
        }
    }

    /** With Wilson's interval at 95 %, the test's accuracy taken as known. */
    public Estimate estimate() {
        return estimate(ProportionInterval.WILSON, Interval.DEFAULT_LEVEL);
    }

    /**
     * With the limits of the share of positive tests put through the same formula: right where sensitivity and specificity
     * are known without error. Reiczigel, Foldi and Ozsvari 2010, Epidemiol Infect 138:1674.
     *
     * @param level coverage in (0, 1), for example 0.95
     */
    public Estimate estimate(ProportionInterval method, double level) {
        Interval apparent = positives.estimate(method, level).interval();
        Interval interval =
                new Interval(within(corrected(apparent.lower())), within(corrected(apparent.upper())), level);
        return estimate(interval, method.label() + ", corrected for the test");
    }

    /**
     * With Wald's interval, sensitivity and specificity having been estimated in samples of their own:
     * {@code sqrt(p (1 - p) / n + P² Se (1 - Se) / nSe + (1 - P)² Sp (1 - Sp) / nSp) / (Se + Sp - 1)}, P being the true
     * prevalence. Rogan and Gladen 1978.
     *
     * @param truePositives positive tests among people with the condition
     * @param trueNegatives negative tests among people without it
     * @param level coverage in (0, 1), for example 0.95
     */
    public static Estimate ofEstimatedTest(
            Proportion positives, Proportion truePositives, Proportion trueNegatives, double level) {
        TruePrevalence known = new TruePrevalence(positives, truePositives.value(), trueNegatives.value());
        double prevalence = known.corrected(positives.value());
        double error = Math.sqrt(variance(positives)
                        + prevalence * prevalence * variance(truePositives)
                        + (1 - prevalence) * (1 - prevalence) * variance(trueNegatives))
                / known.power();
        double half = StandardNormal.quantile(level) * error;
        Interval interval = new Interval(within(prevalence - half), within(prevalence + half), level);
        return known.estimate(interval, "Wald, with the errors of sensitivity and specificity");
    }

    private static double variance(Proportion p) {
        return p.value() * (1 - p.value()) / p.n();
    }

    private Estimate estimate(Interval interval, String method) {
        double value = corrected(positives.value());
        String test = "Rogan-Gladen, sensitivity " + DisplayNumber.shortest(sensitivity) + ", specificity "
                + DisplayNumber.shortest(specificity);
        Convention convention = Convention.of(test, method);
        if (value != within(value)) {
            convention = convention.withZeroCells("estimate of " + DisplayNumber.significant(value, 3) + " set to "
                    + DisplayNumber.shortest(within(value)));
        }
        return new Estimate(Measure.PREVALENCE, within(value), interval, convention);
    }

    private double corrected(double share) {
        return (share - (1 - specificity)) / power();
    }

    private double power() {
        return sensitivity + specificity - 1;
    }

    private static double within(double share) {
        return Math.min(1, Math.max(0, share));
    }

    /** Such as "23/150 = 15.3 % positive; true prevalence 5.1 % (95 % CI ...)". */
    @Override
    public String toString() {
        return positives + " positive; true prevalence " + estimate();
    }
}
