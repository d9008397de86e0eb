package cohortkit.stats.survey;

import cohortkit.core.Interval;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Ways to make the interval of a proportion from a design: p with standard error se, effective size
 * {@link DesignProportion#effectiveSize}, and t the quantile of Student's distribution with the design's degrees of
 * freedom. Limits outside [0, 1] are set to 0 or 1.
 *
 * <pre>{@code
 * var share = SurveyPrevalence.of(births, "smoke", SurveyDesign.weighted("lwt")).proportion();
 * share.estimate(SurveyInterval.LINEAR, 0.95)   // 38.6 % (95 % CI 31.5 to 45.8; linear)
 * }</pre>
 */
public enum SurveyInterval {
    /** {@code log(p / q) ± t se / (p q)}, transformed back; R's {@code logit} and {@code xlogit}, Stata's default. */
    LOGIT("logit") {
        @Override
        Interval limits(DesignProportion d, double level) {
            double p = d.value();
            double q = d.complement();
            if (p == 0 || q == 0) {
                return new Interval(0, 1, level);
            }
            double factor = Math.exp(t(d.degreesOfFreedom(), level) * d.standardError() / p / q);
            return clipped(p / (p + q * factor), 1 / (1 + q / p / factor), level);
        }

        @Override
        String withoutVariance(DesignProportion d) {
            return isSure(d) ? "at 0 and 1 the formula has no limits: 0 to 1" : super.withoutVariance(d);
        }
    },

    /** {@code p ± t se}; R's {@code mean}, SAS's default. */
    LINEAR("linear") {
        @Override
        Interval limits(DesignProportion d, double level) {
            double half = t(d.degreesOfFreedom(), level) * d.standardError();
            return clipped(d.value() - half, d.value() + half, level);
        }
    },

    /** {@code sin²(arcsin sqrt(p) ± t / (2 sqrt(effective size)))}, the angle kept in [0, pi/2]; R's {@code asin}, which
     * does not keep it, so that a lower limit below 0 comes back as one above. */
    ARCSINE("arcsine") {
        @Override
        Interval limits(DesignProportion d, double level) {
            double angle = Math.atan2(Math.sqrt(d.value()), Math.sqrt(d.complement()));
            double half = t(d.degreesOfFreedom(), level) / (2 * Math.sqrt(d.effectiveSize()));
            double lower = Math.sin(Math.max(0, angle - half));
            double upper = Math.sin(Math.min(Math.PI / 2, angle + half));
            return clipped(lower * lower, upper * upper, level);
        }

        @Override
        String withoutVariance(DesignProportion d) {
            return isSure(d) ? N_PEOPLE : super.withoutVariance(d);
        }
    },

    /**
     * Clopper-Pearson with {@code size (t(n - 1) / t(df))²} people; R's {@code beta}. Korn and Graubard 1998, Surv Methodol
     * 24:193.
     */
    KORN_GRAUBARD("Korn-Graubard") {
        @Override
        Interval limits(DesignProportion d, double level) {
            return exact(d, d.effectiveSize() * adjustment(d, level), level);
        }

        @Override
        String withoutVariance(DesignProportion d) {
            return isSure(d) ? N_PEOPLE : super.withoutVariance(d);
        }
    },

    /** The same with no more than n people after the adjustment: SAS {@code CP}. */
    KORN_GRAUBARD_TRUNCATED("Korn-Graubard, truncated") {
        @Override
        Interval limits(DesignProportion d, double level) {
            return exact(d, Math.min((double) d.n(), d.effectiveSize() * adjustment(d, level)), level);
        }

        @Override
        String withoutVariance(DesignProportion d) {
            return N_PEOPLE;
        }
    },

    /** The same with an effective size of no more than n before the adjustment, which is never above 1: the widest. */
    KORN_GRAUBARD_TRUNCATED_FIRST("Korn-Graubard, truncated first") {
        @Override
        Interval limits(DesignProportion d, double level) {
            return exact(d, Math.min((double) d.n(), d.effectiveSize()) * adjustment(d, level), level);
        }

        @Override
        String withoutVariance(DesignProportion d) {
            return N_PEOPLE;
        }
    };

    private static final String N_PEOPLE = "the design shows no variance: the limits are those of n people";

    private final String label;

    SurveyInterval(String label) {
        this.label = label;
    }

    /** The name in print, such as "Korn-Graubard". */
    public String label() {
        return label;
    }

    /** Limits of a proportion with at least one degree of freedom. */
    abstract Interval limits(DesignProportion proportion, double level);

    /** What is said where the standard error is 0. */
    String withoutVariance(DesignProportion proportion) {
        return "the design shows no variance: the interval has no width";
    }

    private static boolean isSure(DesignProportion d) {
        return d.value() == 0 || d.complement() == 0;
    }

    private static double adjustment(DesignProportion d, double level) {
        double ratio = t((double) d.n() - 1, level) / t(d.degreesOfFreedom(), level);
        return ratio * ratio;
    }

    private static Interval exact(DesignProportion d, double size, double level) {
        double p = d.value();
        double q = d.complement();
        if (size == Double.POSITIVE_INFINITY) {
            return new Interval(p, p, level);
        }
        double area = (1 - level) / 2;
        double lower = p == 0 ? 0 : BetaDistribution.of(size * p, size * q + 1).inverseCumulativeProbability(area);
        double upper = q == 0 ? 1 : BetaDistribution.of(size * p + 1, size * q).inverseSurvivalProbability(area);
        return clipped(lower, upper, level);
    }

    private static Interval clipped(double lower, double upper, double level) {
        return new Interval(Math.max(0, lower), Math.min(1, upper), level);
    }

    private static double t(double df, double level) {
        TDistribution distribution = TDistribution.of(df);
        double tail = (1 - level) / 2;
        double quantile = distribution.inverseSurvivalProbability(tail);
        // The library brackets to 1e-9; two Newton steps bring the last digits.
        for (int i = 0; i < 2; i++) {
            quantile += (distribution.survivalProbability(quantile) - tail) / distribution.density(quantile);
        }
        return quantile;
    }
}
