package cohortkit.stats.survey;

import cohortkit.core.Convention;
import cohortkit.core.Estimate;
import cohortkit.core.Interval;
import cohortkit.core.Measure;

/**
 * A proportion with the variance of its design: the ratio of two weighted totals, linearized (Binder 1983, Int Stat Rev
 * 51:279). With scores {@code u = w (y - p) / sum w}, 0 outside the group, summed by unit, the variance is the sum over
 * strata of {@code (1 - f) n / (n - 1) sum (u - mean u)²}, n being the units of the stratum in the whole sample and f
 * the share of its population that they are.
 *
 * <pre>{@code
 * var share = SurveyPrevalence.of(births, "smoke", SurveyDesign.weighted("lwt")).proportion();
 * share.estimate(SurveyInterval.KORN_GRAUBARD, 0.95)   // 38.6 % (95 % CI 31.5 to 46.2; Korn-Graubard)
 * share.degreesOfFreedom()   // 188
 * }</pre>
 *
 * @param value the weighted proportion p, in [0, 1]
 * @param complement 1 - p, without loss of digits
 * @param standardError the square root of the variance, 0 or more
 * @param n rows in the group with a weight above 0
 * @param psus primary sampling units with somebody of the group
 * @param strata strata with somebody of the group
 */
public record DesignProportion(double value, double complement, double standardError, long n, int psus, int strata) {

    /** Units less strata, of those with somebody of the group; 0 where each stratum has one unit. */
    public int degreesOfFreedom() {
        return psus - strata;
    }

    /**
     * The size of a simple sample with this variance, p (1 - p) / variance: infinite if the units are all alike, n at 0
     * and 1, where the design shows no variance at all.
     */
    public double effectiveSize() {
        double spread = value * complement;
        return spread == 0 ? (double) n : spread / standardError / standardError;
    }

    /**
     * How many times the variance is that of a simple sample of n with replacement, p (1 - p) / (n - 1); R's {@code deff =
     * "replace"}. NaN at 0 and 1, where both are 0.
     */
    public double designEffect() {
        return standardError * standardError * (n - 1) / (value * complement);
    }

    /**
     * With an interval of choice.
     *
     * @param level coverage in (0, 1), for example 0.95
     */
    public Estimate estimate(SurveyInterval method, double level) {
        Interval.requireLevel(level);
        Convention convention = Convention.of("design-weighted proportion, Taylor linearization", method.label());
        if (degreesOfFreedom() == 0) {
            return new Estimate(
                    Measure.PREVALENCE,
                    value,
                    new Interval(0, 1, level),
                    convention.withZeroCells("each stratum has one unit: no degrees of freedom, 0 to 1"));
        }
        return new Estimate(
                Measure.PREVALENCE,
                value,
                method.limits(this, level),
                standardError > 0 ? convention : convention.withZeroCells(method.withoutVariance(this)));
    }
}
