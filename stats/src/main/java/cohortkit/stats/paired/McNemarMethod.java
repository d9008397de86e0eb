package cohortkit.stats.paired;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Ways to make McNemar's test: b pairs with the first alone, c with the second alone.
 *
 * <pre>{@code
 * McNemar.test(new PairedTable(20, 12, 5, 13), McNemarMethod.EXACT)   // McNemar exact: p = 0.143
 * }</pre>
 */
public enum McNemarMethod {
    /** {@code (b - c)² / (b + c)} on one degree of freedom. McNemar 1947, Psychometrika 12:153. The default. */
    ASYMPTOTIC("McNemar chi-square") {
        @Override
        double statistic(PairedTable t) {
            return square(gap(t), t);
        }
    },

    /**
     * {@code (|b - c| - 1)² / (b + c)}, 0 where b = c: the default of R's {@code mcnemar.test}. Edwards 1948,
     * Psychometrika 13:185.
     */
    CORRECTED("McNemar chi-square with continuity correction") {
        @Override
        double statistic(PairedTable t) {
            return square(Math.max(0, gap(t) - 1), t);
        }
    },

    /** Binomial: twice the smaller tail of b among b + c at one half, at most 1. Agrees with the exact interval. */
    EXACT("McNemar exact") {
        @Override
        double pValue(PairedTable t) {
            long smaller = Math.min(t.firstOnly(), t.secondOnly());
            return Math.min(1, 2 * HalfBinomial.tail(smaller, t.discordant(), 1));
        }
    },

    /**
     * The exact one with half the probability of the observed count. Lancaster 1961, J Am Stat Assoc 56:223; Fagerland,
     * Lydersen and Laake 2013, BMC Med Res Methodol 13:91. Agrees with the mid-p interval.
     */
    MID_P("McNemar mid-p") {
        @Override
        double pValue(PairedTable t) {
            long smaller = Math.min(t.firstOnly(), t.secondOnly());
            return Math.min(1, 2 * HalfBinomial.tail(smaller, t.discordant(), 0.5));
        }
    };

    private final String label;

    McNemarMethod(String label) {
        this.label = label;
    }

    /** The name in print, such as "McNemar exact". */
    public String label() {
        return label;
    }

    /** Whether the test is by chi-square, which asks for a discordant pair. */
    boolean isChiSquare() {
        return this == ASYMPTOTIC || this == CORRECTED;
    }

    /** NaN for exact tests, which have none. */
    double statistic(PairedTable t) {
        return Double.NaN;
    }

    double pValue(PairedTable t) {
        return ChiSquaredDistribution.of(1).survivalProbability(statistic(t));
    }

    private static double gap(PairedTable t) {
        return Math.abs((double) (t.firstOnly() - t.secondOnly()));
    }

    private static double square(double gap, PairedTable t) {
        return gap * (gap / t.discordant());
    }
}
