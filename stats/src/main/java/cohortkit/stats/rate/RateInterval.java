package cohortkit.stats.rate;

import cohortkit.core.Interval;
import cohortkit.stats.StandardNormal;

/**
 * Ways to make the confidence interval of a count of events whose mean is a rate times its person-time, or an expected
 * count times a standardized ratio: x events, z the normal quantile. Limits that a formula puts below 0 are set to 0. The
 * p-value of each agrees with its interval.
 *
 * <pre>{@code
 * var rate = new Rate(41, 28010);
 * rate.estimate(RateInterval.EXACT, 0.95)   // 0.00146 (95 % CI 0.00105 to 0.00199; exact)
 * }</pre>
 */
public enum RateInterval {
    /**
     * Each limit is the mean at which the observed count is in a tail of (1 - level) / 2: gamma quantiles of shape x and
     * x + 1. Garwood 1936, Biometrika 28:437.
     */
    EXACT("exact") {
        @Override
        Interval limits(double x, double level) {
            double area = (1 - level) / 2;
            return new Interval(PoissonCount.lowerMean(x, area), PoissonCount.upperMean(x, area), level);
        }

        @Override
        double pValue(double x, double expected) {
            return twiceSmallerTail(x, expected, 1);
        }
    },

    /** The same with half the probability of the observed count in each tail. Cohen and Yang 1994, Stat Med 13:2189. */
    MID_P("mid-p") {
        @Override
        Interval limits(double x, double level) {
            double area = (1 - level) / 2;
            return new Interval(PoissonCount.lowerMeanMidP(x, area), PoissonCount.upperMeanMidP(x, area), level);
        }

        @Override
        double pValue(double x, double expected) {
            return twiceSmallerTail(x, expected, 0.5);
        }
    },

    /**
     * Byar's approximation of the exact limits: {@code x (1 - 1/(9x) - z/(3 sqrt(x)))³} and, with y = x + 1,
     * {@code y (1 - 1/(9y) + z/(3 sqrt(y)))³}. Breslow and Day 1987, Statistical Methods in Cancer Research 2:69.
     */
    BYAR("Byar") {
        @Override
        Interval limits(double x, double level) {
            double z = StandardNormal.quantile(level);
            double lower = x == 0 ? 0 : cubed(x, -z);
            return new Interval(Math.max(0, lower), cubed(x + 1, z), level);
        }

        private double cubed(double x, double z) {
            return x * Math.pow(1 - 1 / (9 * x) + z / (3 * Math.sqrt(x)), 3);
        }

        @Override
        double pValue(double x, double expected) {
            double z = Math.max(fromAbove(x, expected), -fromAbove(x + 1, expected));
            return z > 0 ? StandardNormal.pValue(z) : 1;
        }

        /** How far x lies above the mean, in standard errors of the cube root. */
        private double fromAbove(double x, double expected) {
            return x == 0 ? 0 : 3 * Math.sqrt(x) * (1 - 1 / (9 * x) - Math.cbrt(expected / x));
        }
    },

    /** {@code x + z²/2 ± z sqrt(x + z²/4)}: the means at which (x - mean) / sqrt(mean) is ± z. */
    SCORE("score") {
        @Override
        Interval limits(double x, double level) {
            double z = StandardNormal.quantile(level);
            double upper = x + z * z / 2 + z * Math.sqrt(x + z * z / 4);
            return new Interval(x * (x / upper), upper, level); // the product of the two roots is x²
        }

        @Override
        double pValue(double x, double expected) {
            return StandardNormal.pValue((x - expected) / Math.sqrt(expected));
        }
    },

    /** {@code x exp(± z / sqrt(x))}. Without events it has no limits: 0 to infinity, and no p-value. */
    LOG_WALD("log Wald") {
        @Override
        Interval limits(double x, double level) {
            if (x == 0) {
                return new Interval(0, Double.POSITIVE_INFINITY, level);
            }
            double factor = Math.exp(StandardNormal.quantile(level) / Math.sqrt(x));
            return new Interval(x / factor, x * factor, level);
        }

        @Override
        double pValue(double x, double expected) {
            return x == 0 ? Double.NaN : StandardNormal.pValue(Math.log(x / expected) * Math.sqrt(x));
        }
    },

    /** {@code x ± z sqrt(x)}. Without events it has no width, and no p-value. */
    WALD("Wald") {
        @Override
        Interval limits(double x, double level) {
            double half = StandardNormal.quantile(level) * Math.sqrt(x);
            return new Interval(Math.max(0, x - half), x + half, level);
        }

        @Override
        double pValue(double x, double expected) {
            return x == 0 ? Double.NaN : StandardNormal.pValue((x - expected) / Math.sqrt(x));
        }
    };

    private final String label;

    RateInterval(String label) {
        this.label = label;
    }

    /** The name in print, such as "exact". */
    public String label() {
        return label;
    }

    /** The limits of the mean count. */
    abstract Interval limits(double x, double level);

    /** The two-sided p-value of the hypothesis that the mean count is {@code expected}, which is above 0. */
    abstract double pValue(double x, double expected);

    /**
     * The two-sided p-value of the hypothesis that the rate is {@code supposed}, above 0; NaN where there is none. It is
     * below 1 - level where the interval leaves that rate out.
     */
    public double pValue(Rate rate, double supposed) {
        return pValue((double) rate.events(), rate.personTime() * supposed);
    }

    /** What a count of 0 does to the method; empty if nothing. */
    String zeroCells(double x) {
        if (x > 0) {
            return "";
        }
        return switch (this) {
            case LOG_WALD -> "without events the formula has no limits: 0 to Inf";
            case WALD -> "without events the formula has no width";
            case EXACT, MID_P, BYAR, SCORE -> "";
        };
    }

    private static double twiceSmallerTail(double x, double expected, double share) {
        double smaller = Math.min(PoissonCount.atLeast(x, expected, share), PoissonCount.atMost(x, expected, share));
        return Math.min(1, 2 * smaller);
    }
}
