package cohortkit.stats.paired;

import cohortkit.core.Interval;
import cohortkit.stats.Proportion;
import cohortkit.stats.ProportionInterval;
import cohortkit.stats.StandardNormal;

/**
 * Ways to make the confidence interval of a matched-pair odds ratio b / c: b pairs with the first alone, c with the
 * second alone. Each has the p-value of its own.
 *
 * <pre>{@code
 * var pairs = new PairedTable(20, 12, 5, 13);
 * pairs.oddsRatio(PairedOddsRatioInterval.EXACT, 0.95)   // 2.40 (95 % CI 0.79 to 8.70; exact)
 * }</pre>
 */
public enum PairedOddsRatioInterval {
    /** {@code log(b / c) ± z sqrt(1/b + 1/c)}. Where a cell is empty it has no limits: 0 to infinity. */
    LOG_WALD("log Wald") {
        @Override
        Interval limits(PairedTable t, double level) {
            if (t.firstOnly() == 0 || t.secondOnly() == 0) {
                return new Interval(0, Double.POSITIVE_INFINITY, level);
            }
            double ratio = (double) t.firstOnly() / t.secondOnly();
            double half = StandardNormal.quantile(level) * error(t);
            return new Interval(ratio * Math.exp(-half), ratio * Math.exp(half), level);
        }

        @Override
        double statistic(PairedTable t) {
            boolean informed = t.firstOnly() > 0 && t.secondOnly() > 0;
            return informed ? logRatio(t) / error(t) : 0;
        }

        @Override
        double pValue(PairedTable t) {
            return StandardNormal.pValue(statistic(t));
        }
    },

    /**
     * The odds of Clopper and Pearson's limits of b among b + c. Breslow and Day 1980, IARC 32, section 5.2. The
     * p-value is that of the exact McNemar test.
     */
    EXACT("exact") {
        @Override
        Interval limits(PairedTable t, double level) {
            return odds(t, ProportionInterval.CLOPPER_PEARSON, level);
        }

        @Override
        double pValue(PairedTable t) {
            return McNemarMethod.EXACT.pValue(t);
        }
    },

    /** The odds of the mid-p limits of b among b + c; the p-value is that of the mid-p McNemar test. */
    MID_P("mid-p") {
        @Override
        Interval limits(PairedTable t, double level) {
            return odds(t, ProportionInterval.MID_P, level);
        }

        @Override
        double pValue(PairedTable t) {
            return McNemarMethod.MID_P.pValue(t);
        }
    };

    private final String label;

    PairedOddsRatioInterval(String label) {
        this.label = label;
    }

    /** The name in print, such as "log Wald". */
    public String label() {
        return label;
    }

    abstract Interval limits(PairedTable table, double level);

    /** The z of the hypothesis of a ratio of 1; NaN for exact methods, which have none. */
    double statistic(PairedTable table) {
        return Double.NaN;
    }

    abstract double pValue(PairedTable table);

    private static double error(PairedTable t) {
        return Math.sqrt(1.0 / t.firstOnly() + 1.0 / t.secondOnly());
    }

    /** Near 1 by the difference, which keeps its digits among 10^12 pairs. */
    private static double logRatio(PairedTable t) {
        double excess = (double) (t.firstOnly() - t.secondOnly()) / t.secondOnly();
        return Math.abs(excess) < 0.5 ? Math.log1p(excess) : Math.log((double) t.firstOnly() / t.secondOnly());
    }

    /** Over the limit of the other share and not over 1 - limit: no digits are lost near 1. */
    private static Interval odds(PairedTable t, ProportionInterval method, double level) {
        Interval first = new Proportion(t.firstOnly(), t.discordant())
                .estimate(method, level)
                .interval();
        Interval second = new Proportion(t.secondOnly(), t.discordant())
                .estimate(method, level)
                .interval();
        return new Interval(first.lower() / second.upper(), first.upper() / second.lower(), level);
    }
}
