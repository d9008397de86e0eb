package cohortkit.stats.paired;

import cohortkit.core.Interval;
import cohortkit.stats.StandardNormal;

/**
 * Ways to make the confidence interval of a difference of paired proportions (b - c) / n. Each has the p-value of its
 * own.
 *
 * <pre>{@code
 * var pairs = new PairedTable(20, 12, 5, 13);
 * pairs.difference(PairedDifferenceInterval.WALD, 0.95)   // 0.14 (95 % CI -0.0169 to 0.30; Wald)
 * }</pre>
 */
public enum PairedDifferenceInterval {
    /**
     * The differences that the score test does not reject; its p-value is that of McNemar's chi-square without
     * correction. Tango 1998, Stat Med 17:891.
     */
    TANGO("Tango score") {
        @Override
        Interval limits(PairedTable t, double level) {
            double z = StandardNormal.quantile(level);
            return new Interval(-PairedScore.upper(t.swapped(), z), PairedScore.upper(t, z), level);
        }

        @Override
        double statistic(PairedTable t) {
            double gap = (double) (t.firstOnly() - t.secondOnly());
            return gap == 0 ? 0 : gap / Math.sqrt((double) t.discordant());
        }
    },

    /**
     * {@code (b - c) / n ± z sqrt(b + c - (b - c)² / n) / n}. Limits outside [-1, 1] are set to -1 or 1. Has no width
     * where all pairs are alike, and says so.
     */
    WALD("Wald") {
        @Override
        Interval limits(PairedTable t, double level) {
            double half = StandardNormal.quantile(level) * error(t);
            double value = t.differenceValue();
            return new Interval(Math.max(-1, value - half), Math.min(1, value + half), level);
        }

        @Override
        double statistic(PairedTable t) {
            double value = t.differenceValue();
            return value == 0 ? 0 : value / error(t);
        }

        /** The variance as a sum of positive terms, which keeps its digits where nearly all pairs are alike. */
        private static double error(PairedTable t) {
            double n = (double) t.n();
            double b = t.firstOnly() / n;
            double c = t.secondOnly() / n;
            double rest = b * ((t.n() - t.firstOnly()) / n) + c * ((t.n() - t.secondOnly()) / n) + 2 * b * c;
            return Math.sqrt(rest / n);
        }
    };

    private final String label;

    PairedDifferenceInterval(String label) {
        this.label = label;
    }

    /** The name in print, such as "Tango score". */
    public String label() {
        return label;
    }

    abstract Interval limits(PairedTable table, double level);

    /** The z of the hypothesis of no difference. */
    abstract double statistic(PairedTable table);
}
