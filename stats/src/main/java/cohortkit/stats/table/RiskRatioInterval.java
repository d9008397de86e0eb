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
     * Where a or c is 0 it has no limits: 0 to infinity, without a p-value.
     */
    KATZ_LOG("log Wald") {
        @Override
        Interval limits(TwoByTwo table, double level) {
            return LogWald.limits(table.riskRatioValue(), LogWald.riskRatioError(table), level);
        }

        @Override
        double statistic(TwoByTwo table) {
            return LogWald.z(table.logRiskRatio(), LogWald.riskRatioError(table));
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
    },

    /**
     * {@code RR^(1 ± z / chi)} with the root of Pearson's chi-square, whose p-value it has; right only near 1. Where a or c
     * is 0 it has no limits. Miettinen 1976, Am J Epidemiol 103:226. Stata's {@code tb}.
     */
    TEST_BASED("test-based") {
        @Override
        Interval limits(TwoByTwo table, double level) {
            return LogWald.limits(table.riskRatioValue(), error(table), level);
        }

        @Override
        double statistic(TwoByTwo table) {
            return LogWald.z(table.logRiskRatio(), error(table));
        }

        private static double error(TwoByTwo t) {
            return LogWald.testBased(t, t.logRiskRatio(), ((double) t.b() + t.d()) / t.n());
        }
    },

    /**
     * Exact, unconditional: each limit is the ratio at which tables whose score statistic is as extreme as the observed one
     * have a probability of (1 - level) / 2, at the risk in the unexposed that makes it largest. Chan and Zhang 1999,
     * Biometrics 55:1202; StatXact, SAS {@code EXACT RELRISK (METHOD=SCORE)}. Two-sided p: twice the smaller side at 1.
     * Takes tables of up to 1,000 people. Where that probability is not monotone in the ratio, bisection finds one crossing.
     */
    EXACT_UNCONDITIONAL("exact unconditional") {
        @Override
        Interval limits(TwoByTwo table, double level) {
            return Unconditional.riskRatio(table, level);
        }

        @Override
        double statistic(TwoByTwo table) {
            return Double.NaN;
        }

        @Override
        double pValue(TwoByTwo table) {
            return Unconditional.pValue(table);
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

    /** The z of the hypothesis of a ratio of 1; NaN for the exact method, and where there is no information. */
    abstract double statistic(TwoByTwo table);

    double pValue(TwoByTwo table) {
        return StandardNormal.pValue(statistic(table));
    }

    private static double inflation(TwoByTwo table) {
        return table.n() / (table.n() - 1.0);
    }
}
