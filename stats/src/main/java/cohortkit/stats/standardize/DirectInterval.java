package cohortkit.stats.standardize;

import cohortkit.core.Interval;
import cohortkit.stats.StandardNormal;
import cohortkit.stats.rate.Rate;
import cohortkit.stats.rate.RateInterval;
import org.apache.commons.statistics.distribution.GammaDistribution;

/**
 * Ways to make the confidence interval of a directly standardized rate y = sum(w r), w being the standard's shares, with
 * variance v = sum(w² d / n²) of Poisson counts d, or sum(w² p (1 - p) / n) of proportions p.
 *
 * <pre>{@code
 * var young = new StandardStratum("young", 10, 5000, 0.7);
 * var rate = DirectStandardization.ofRates(List.of(young, new StandardStratum("old", 60, 4000, 0.3)));
 * rate.estimate(DirectInterval.GAMMA, 0.95)   // 0.00590 (95 % CI 0.00456 to 0.00758; gamma, Fay-Feuer)
 * }</pre>
 */
public enum DirectInterval {
    /** {@code y ± z sqrt(v)}, a limit below 0 set to 0 and one of a prevalence above 1 set to 1. */
    WALD("Wald") {
        @Override
        Interval limits(DirectStandardization s, double level) {
            double half = StandardNormal.quantile(level) * Math.sqrt(s.variance());
            return new Interval(Math.max(0, s.value() - half), s.value() + half, level);
        }
    },

    /** {@code y exp(± z sqrt(v) / y)}. Without events it has no limits: 0 to infinity. */
    LOG_WALD("log Wald") {
        @Override
        Interval limits(DirectStandardization s, double level) {
            if (s.value() == 0) {
                return new Interval(0, Double.POSITIVE_INFINITY, level);
            }
            double factor = Math.exp(StandardNormal.quantile(level) * Math.sqrt(s.variance()) / s.value());
            return new Interval(s.value() / factor, s.value() * factor, level);
        }
    },

    /**
     * Gamma quantiles: the lower of shape y²/v and scale v/y, the upper of shape (y + k)²/(v + k²) and scale
     * (v + k²)/(y + k), k being the largest w/n. Exact with one stratum. Fay and Feuer 1997, Stat Med 16:791.
     */
    GAMMA("gamma, Fay-Feuer") {
        @Override
        Interval limits(DirectStandardization s, double level) {
            double area = (1 - level) / 2;
            double y = s.value();
            double v = s.variance();
            double k = s.largestShare();
            double lower = y == 0 ? 0 : GammaDistribution.of(y * y / v, v / y).inverseCumulativeProbability(area);
            double above = y + k;
            double spread = v + k * k;
            double upper =
                    GammaDistribution.of(above * above / spread, spread / above).inverseSurvivalProbability(area);
            return new Interval(lower, upper, level);
        }
    },

    /** {@code y + sqrt(v / d) (D - d)}, D being the exact limits of all events d. Dobson and others 1991, Stat Med 10:457. */
    DOBSON("Dobson") {
        @Override
        Interval limits(DirectStandardization s, double level) {
            if (s.events() == 0) {
                return GAMMA.limits(s, level);
            }
            Interval count =
                    new Rate(s.events(), 1).estimate(RateInterval.EXACT, level).interval();
            double scale = Math.sqrt(s.variance() / s.events());
            return new Interval(
                    Math.max(0, s.value() + scale * (count.lower() - s.events())),
                    s.value() + scale * (count.upper() - s.events()),
                    level);
        }
    };

    private final String label;

    DirectInterval(String label) {
        this.label = label;
    }

    /** The name in print, such as "Wald". */
    public String label() {
        return label;
    }

    abstract Interval limits(DirectStandardization standardized, double level);

    /** What having no events does to the method; empty if nothing. */
    String zeroCells(long events) {
        if (events > 0) {
            return "";
        }
        return switch (this) {
            case WALD -> "without events the formula has no width";
            case LOG_WALD -> "without events the formula has no limits: 0 to Inf";
            case DOBSON -> "without events: the limits of Fay and Feuer";
            case GAMMA -> "";
        };
    }
}
