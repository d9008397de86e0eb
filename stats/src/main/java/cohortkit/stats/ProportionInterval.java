package cohortkit.stats;

import cohortkit.core.Interval;
import org.apache.commons.numbers.gamma.RegularizedBeta;
import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * Ways to make the confidence interval of one proportion: x events among n, p = x / n, q = 1 - p, z the normal quantile.
 * Limits that a formula puts outside [0, 1] are set to 0 or 1.
 *
 * <pre>{@code
 * var proportion = new Proportion(36, 154);
 * proportion.estimate(ProportionInterval.CLOPPER_PEARSON, 0.95)   // 23.4 % (95 % CI 16.9 to 30.9; Clopper-Pearson)
 * }</pre>
 */
public enum ProportionInterval {
    /** {@code p ± z sqrt(pq / n)}. Has no width at 0/n and n/n; shown because it is printed so often. */
    WALD("Wald") {
        @Override
        Interval limits(double x, double n, double level) {
            double p = x / n;
            double half = StandardNormal.quantile(level) * Math.sqrt(p * ((n - x) / n) / n);
            return clipped(p - half, p + half, level);
        }
    },

    /**
     * Score: {@code (x + z²/2 ± z sqrt(x (n - x) / n + z²/4)) / (n + z²)}. Wilson 1927, J Am Stat Assoc 22:209. The
     * same as R's {@code prop.test(correct = FALSE)}.
     */
    WILSON("Wilson") {
        @Override
        Interval limits(double x, double n, double level) {
            double z = StandardNormal.quantile(level);
            double sum = x + z * z / 2 + z * Math.sqrt(x * ((n - x) / n) + z * z / 4);
            // The product of the two roots is x²/(n (n + z²)): no digits are lost where the lower one is small.
            return clipped(x * (x / n) / sum, x == n ? 1 : sum / (n + z * z), level);
        }
    },

    /**
     * Score with continuity correction: Newcombe 1998, Stat Med 17:857, method 4; the lower limit is 0 at x = 0, the
     * upper 1 at x = n. R's {@code prop.test} is the same but for x = n/2, where it makes no correction.
     */
    WILSON_CORRECTED("Wilson, continuity-corrected") {
        @Override
        Interval limits(double x, double n, double level) {
            double z = StandardNormal.quantile(level);
            double zz = z * z;
            double below = 2 * x + zz - 1 + z * Math.sqrt(zz - 2 - 1 / n + 4 * (x / n) * (n - x + 1));
            double above = 2 * x + zz + 1 + z * Math.sqrt(zz + 2 - 1 / n + 4 * (x / n) * (n - x - 1));
            double lower = x == 0 ? 0 : (2 * x - 1) * ((2 * x - 1) / (2 * n)) / below;
            return clipped(lower, x == n ? 1 : above / (2 * (n + zz)), level);
        }
    },

    /**
     * Exact: each limit is the proportion at which the observed count is in a tail of (1 - level) / 2. Clopper and
     * Pearson 1934, Biometrika 26:404. Beta quantiles of Commons Statistics, which are right to the last digits.
     */
    CLOPPER_PEARSON("Clopper-Pearson") {
        @Override
        Interval limits(double x, double n, double level) {
            double area = (1 - level) / 2;
            double lower = x == 0 ? 0 : BetaDistribution.of(x, n - x + 1).inverseCumulativeProbability(area);
            double upper = x == n ? 1 : BetaDistribution.of(x + 1, n - x).inverseSurvivalProbability(area);
            return clipped(lower, upper, level);
        }
    },

    /**
     * As Clopper-Pearson, with half the probability of the observed count in each tail. Lancaster 1961, J Am Stat Assoc
     * 56:223; Berry and Armitage 1995, Statistician 44:417.
     */
    MID_P("mid-p") {
        @Override
        Interval limits(double x, double n, double level) {
            double area = (1 - level) / 2;
            return clipped(midpLower(x, n, area), midpUpper(x, n, area), level);
        }
    },

    /**
     * Wald about the middle of Wilson's interval: {@code m = n + z², s = (x + z²/2) / m, s ± z sqrt(s (1 - s) / m)}.
     * Agresti and Coull 1998, Am Stat 52:119.
     */
    AGRESTI_COULL("Agresti-Coull") {
        @Override
        Interval limits(double x, double n, double level) {
            double z = StandardNormal.quantile(level);
            double m = n + z * z;
            double s = (x + z * z / 2) / m;
            double half = z * Math.sqrt(s * ((n - x + z * z / 2) / m) / m);
            return clipped(s - half, s + half, level);
        }
    },

    /**
     * Quantiles of Beta(x + 1/2, n - x + 1/2). Brown, Cai and DasGupta 2001, Stat Sci 16:101. Not set to 0 at x = 0 nor
     * to 1 at x = n, as some packages do.
     */
    JEFFREYS("Jeffreys") {
        @Override
        Interval limits(double x, double n, double level) {
            BetaDistribution posterior = BetaDistribution.of(x + 0.5, n - x + 0.5);
            double area = (1 - level) / 2;
            return clipped(
                    posterior.inverseCumulativeProbability(area), posterior.inverseSurvivalProbability(area), level);
        }
    },

    /**
     * Wald on the log odds: {@code log(p/q) ± z / sqrt(n p q)}, transformed back. Undefined at 0/n and n/n, where the
     * limits are 0 and 1 and the convention says so.
     */
    LOGIT("logit Wald") {
        @Override
        Interval limits(double x, double n, double level) {
            if (x == 0 || x == n) {
                return new Interval(0, 1, level);
            }
            double factor = Math.exp(StandardNormal.quantile(level) / Math.sqrt(x * ((n - x) / n)));
            return clipped(x / (x + (n - x) * factor), x * factor / (x * factor + n - x), level);
        }
    },

    /**
     * The proportions p0 with {@code 2 (x log(p / p0) + (n - x) log(q / (1 - p0))) <= z²}, a term with a count of 0 being
     * 0: at 0/n up to {@code 1 - exp(-z² / 2n)}, at n/n from {@code exp(-z² / 2n)}. Wilks 1938, Ann Math Stat 9:60; Brown,
     * Cai and DasGupta 2001, Stat Sci 16:101.
     */
    LIKELIHOOD_RATIO("likelihood ratio") {
        @Override
        Interval limits(double x, double n, double level) {
            double z = StandardNormal.quantile(level);
            double lower = x == 0 ? 0 : x / n * Math.exp(BinomialDeviance.below(x, n, z));
            // p + q (1 - e^s): the upper limit keeps its digits where it is small.
            double upper = x == n ? 1 : x / n - (n - x) / n * Math.expm1(BinomialDeviance.below(n - x, n, z));
            return clipped(lower, upper, level);
        }
    },

    /**
     * Anscombe's variant: {@code s = (x + 3/8) / (n + 3/4), sin²(arcsin sqrt(s) ± z / (2 sqrt(n)))}, the angle kept in [0,
     * pi/2]. Anscombe 1948, Biometrika 35:246; Brown, Cai and DasGupta 2001, Stat Sci 16:101. At low levels
     * (below 0.78 in large samples) the limits of 0/n and n/n leave out the proportion itself.
     */
    ARCSINE("arcsine, Anscombe") {
        @Override
        Interval limits(double x, double n, double level) {
            double angle = Math.atan2(Math.sqrt(x + 0.375), Math.sqrt(n - x + 0.375));
            double half = StandardNormal.quantile(level) / (2 * Math.sqrt(n));
            double lower = Math.sin(Math.max(0, angle - half));
            double upper = Math.sin(Math.min(Math.PI / 2, angle + half));
            return clipped(lower * lower, upper * upper, level);
        }
    },

    /**
     * Exact and never wider than Clopper-Pearson: the proportions whose acceptability, the smaller tail and the largest
     * opposite tail that does not exceed it, is at least 1 - level. Where that set has holes, from its first point to its
     * last. Blaker 2000, Can J Stat 28:783.
     */
    BLAKER("Blaker") {
        @Override
        Interval limits(double x, double n, double level) {
            return clipped(Acceptability.lower(x, n, level), Acceptability.upper(x, n, level), level);
        }
    },

    /**
     * Jeffreys, but for 0, 1, n - 1 and n events: those of Clopper-Pearson at 0/n and n/n, that is {@code 1 - a^(1/n)} and
     * {@code a^(1/n)} with a = (1 - level) / 2; a lower limit of 0 at 1/n and an upper one of 1 at (n - 1)/n where n is 2
     * or more. Brown, Cai and DasGupta 2001, Stat Sci 16:101.
     */
    JEFFREYS_MODIFIED("modified Jeffreys") {
        @Override
        Interval limits(double x, double n, double level) {
            if (x == 0 || x == n) {
                return CLOPPER_PEARSON.limits(x, n, level);
            }
            Interval plain = JEFFREYS.limits(x, n, level);
            return new Interval(x == 1 ? 0 : plain.lower(), x == n - 1 ? 1 : plain.upper(), level);
        }
    };

    private final String label;

    ProportionInterval(String label) {
        this.label = label;
    }

    /** The name in print, such as "Wilson". */
    public String label() {
        return label;
    }

    abstract Interval limits(double x, double n, double level);

    private static Interval clipped(double lower, double upper, double level) {
        return new Interval(Math.max(0, lower), Math.min(1, upper), level);
    }

    /** Root of P(X > x) + P(X = x) / 2 = area, on the log scale, since it may be as small as 1e-12. */
    private static double midpLower(double x, double n, double area) {
        if (x == 0) {
            return 0;
        }
        if (x == n) {
            return Math.exp(Math.log(2 * area) / n);
        }
        return TailRoot.of(
                p -> (RegularizedBeta.value(p, x + 1, n - x) + RegularizedBeta.value(p, x, n - x + 1)) / 2,
                area,
                BetaDistribution.of(x, n - x + 1).inverseCumulativeProbability(area),
                BetaDistribution.of(x + 1, n - x).inverseCumulativeProbability(area));
    }

    private static double midpUpper(double x, double n, double area) {
        if (x == n) {
            return 1;
        }
        if (x == 0) {
            return -Math.expm1(Math.log(2 * area) / n);
        }
        return TailRoot.of(
                p -> (RegularizedBeta.complement(p, x + 1, n - x) + RegularizedBeta.complement(p, x, n - x + 1)) / 2,
                area,
                BetaDistribution.of(x, n - x + 1).inverseSurvivalProbability(area),
                BetaDistribution.of(x + 1, n - x).inverseSurvivalProbability(area));
    }
}
