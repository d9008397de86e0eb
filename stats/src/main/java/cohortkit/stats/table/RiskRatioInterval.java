package cohortkit.stats.table;

import cohortkit.core.Interval;
import cohortkit.stats.StandardNormal;

/**
 * Ways to make the confidence interval of a risk ratio. Each has the p-value of its own: the interval leaves out 1 exactly
 * where p is below 1 - level.
 *
 * <pre>{@code
 * table.riskRatio(RiskRatioInterval.KOOPMAN_SCORE)   // 2.17 (95 % CI 1.32 to 3.39; Koopman score)
 * }</pre>
 */
public enum RiskRatioInterval {
    /**
     * {@code log RR ± z sqrt(1/a - 1/(a+b) + 1/c - 1/(c+d))}. Katz, Baptista, Azen and Pike 1978, Biometrics 34:469.
     * Where a or c is 0 it has no limits: 0 to infinity.
     */
    KATZ_LOG("log Wald") {
        @Override
        Interval limits(TwoByTwo table, double level) {
            return LogWald.limits(table.riskRatioValue(), standardError(table), level);
        }

        @Override
        double statistic(TwoByTwo table) {
            return LogWald.z(table.logRiskRatio(), standardError(table));
        }
    },

    /**
     * Roots of the chi-square of the two rows under a given ratio. Koopman 1984, Biometrics 40:513. Its test of a ratio of
     * 1 is Pearson's chi-square without correction.
     */
    KOOPMAN_SCORE("Koopman score") {
        @Override
        Interval limits(TwoByTwo table, double level) {
            return new ScoreRatio(table, 1).limits(StandardNormal.quantile(level), level);
        }

        @Override
        double statistic(TwoByTwo table) {
            return new ScoreRatio(table, 1).z(1);
        }
    },

    /** As Koopman's with the variance times n / (n - 1). Miettinen and Nurminen 1985, Stat Med 4:213. */
    MIETTINEN_NURMINEN("Miettinen-Nurminen score") {
        @Override
        Interval limits(TwoByTwo table, double level) {
            return new ScoreRatio(table, inflation(table)).limits(StandardNormal.quantile(level), level);
        }

        @Override
        double statistic(TwoByTwo table) {
            return new ScoreRatio(table, inflation(table)).z(1);
        }
    };

    private final String label;

    RiskRatioInterval(String label) {
        this.label = label;
    }

    /** The name in print, such as "log Wald". */
    public String label() {
        return label;
    }

    abstract Interval limits(TwoByTwo table, double level);

    /** The z of the hypothesis of a ratio of 1. */
    abstract double statistic(TwoByTwo table);

    private static double inflation(TwoByTwo table) {
        return table.n() / (table.n() - 1.0);
    }

    /** Of the logarithm. The two differences as one fraction each, which keeps all digits where b or d is small. */
    static double standardError(TwoByTwo t) {
        return Math.sqrt(t.b() / ((double) t.a() * t.exposed()) + t.d() / ((double) t.c() * t.unexposed()));
    }
}
