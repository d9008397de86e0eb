package cohortkit.stats.rate;

import cohortkit.core.Interval;
import cohortkit.stats.Proportion;
import cohortkit.stats.ProportionInterval;
import cohortkit.stats.StandardNormal;
import org.apache.commons.numbers.gamma.RegularizedBeta;

/**
 * Ways to make the confidence interval of a ratio of two rates. All but the first go by the events: given their sum, those
 * of the exposed are binomial with {@code p = ratio T1 / (ratio T1 + T0)}, and the limits of p give those of the ratio.
 * Rothman and Greenland 1998, Modern Epidemiology, 2nd ed., chapter 14.
 *
 * <pre>{@code
 * var table = new RateTable(41, 28010, 15, 19017);
 * table.rateRatio(RateRatioInterval.EXACT, 0.95)   // 1.86 (95 % CI 1.01 to 3.61; exact)
 * }</pre>
 */
public enum RateRatioInterval {
    /** {@code log ratio ± z sqrt(1/a + 1/c)}. Where a count is 0 it has no limits: 0 to infinity, and no p-value. */
    LOG_WALD("log Wald") {
        @Override
        Interval limits(RateTable t, double level) {
            if (t.exposedEvents() == 0 || t.unexposedEvents() == 0) {
                return new Interval(0, Double.POSITIVE_INFINITY, level);
            }
            double factor = Math.exp(StandardNormal.quantile(level) * error(t));
            return new Interval(t.ratioValue() / factor, t.ratioValue() * factor, level);
        }

        @Override
        double statistic(RateTable t) {
            return Math.log(t.ratioValue()) / error(t);
        }

        @Override
        double pValue(RateTable t) {
            return t.exposedEvents() == 0 || t.unexposedEvents() == 0
                    ? Double.NaN
                    : StandardNormal.pValue(statistic(t));
        }

        private static double error(RateTable t) {
            return Math.sqrt(1.0 / t.exposedEvents() + 1.0 / t.unexposedEvents());
        }
    },

    /** Clopper and Pearson's limits of p; the p-value is twice the smaller tail. */
    EXACT("exact") {
        @Override
        Interval limits(RateTable t, double level) {
            return conditional(t, ProportionInterval.CLOPPER_PEARSON, level);
        }

        @Override
        double pValue(RateTable t) {
            return twiceSmallerTail(t, 1);
        }
    },

    /** Mid-p limits of p; the p-value is twice the smaller tail with half the probability of the observed count. */
    MID_P("mid-p") {
        @Override
        Interval limits(RateTable t, double level) {
            return conditional(t, ProportionInterval.MID_P, level);
        }

        @Override
        double pValue(RateTable t) {
            return twiceSmallerTail(t, 0.5);
        }
    },

    /** Wilson's limits of p; z is (a - A) / sqrt(A T0 / T), A = (a + c) T1 / T. */
    SCORE("score") {
        @Override
        Interval limits(RateTable t, double level) {
            return conditional(t, ProportionInterval.WILSON, level);
        }

        @Override
        double statistic(RateTable t) {
            double expected = t.events() * t.exposedShare();
            return (t.exposedEvents() - expected) / Math.sqrt(expected * (1 - t.exposedShare()));
        }

        @Override
        double pValue(RateTable t) {
            return StandardNormal.pValue(statistic(t));
        }
    };

    private final String label;

    RateRatioInterval(String label) {
        this.label = label;
    }

    /** The name in print, such as "exact". */
    public String label() {
        return label;
    }

    /** Of a table with at least one event. */
    abstract Interval limits(RateTable table, double level);

    /** Of the hypothesis of equal rates; NaN where the method has none. */
    double statistic(RateTable table) {
        return Double.NaN;
    }

    /** Of the hypothesis of equal rates, two-sided. */
    abstract double pValue(RateTable table);

    private static Interval conditional(RateTable t, ProportionInterval method, double level) {
        double scale = t.unexposedTime() / t.exposedTime();
        return new Interval(
                lowerOdds(t.exposedEvents(), t.events(), method, level) * scale,
                scale / lowerOdds(t.unexposedEvents(), t.events(), method, level),
                level);
    }

    /** The lower limit, as odds: where it is near 1 the upper limit of the others has the digits. */
    private static double lowerOdds(long events, long n, ProportionInterval method, double level) {
        double lower =
                new Proportion(events, n).estimate(method, level).interval().lower();
        double upperOfOthers =
                new Proportion(n - events, n).estimate(method, level).interval().upper();
        return lower / upperOfOthers;
    }

    private static double twiceSmallerTail(RateTable t, double share) {
        double smaller = Math.min(
                tail(t.exposedEvents(), t.events(), t.exposedShare(), share),
                tail(t.unexposedEvents(), t.events(), 1 - t.exposedShare(), share));
        return Math.min(1, 2 * smaller);
    }

    /** More than x events of n and a share of x. */
    private static double tail(long x, long n, double p, double share) {
        return share * atLeast(x, n, p) + (1 - share) * atLeast(x + 1, n, p);
    }

    private static double atLeast(long x, long n, double p) {
        if (x == 0) {
            return 1;
        }
        return x > n ? 0 : RegularizedBeta.value(p, (double) x, n - x + 1.0);
    }
}
