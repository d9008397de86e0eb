package cohortkit.stats.table;

import cohortkit.core.Interval;
import cohortkit.stats.StandardNormal;

/**
 * Ways to make an odds ratio and its confidence interval. Each has the p-value of its own: the interval leaves out 1
 * exactly where p is below 1 - level.
 *
 * <pre>{@code
 * table.oddsRatio(OddsRatioInterval.EXACT)              // 2.78 (95 % CI 1.31 to 5.78; exact)
 * table.oddsRatio(OddsRatioInterval.MEDIAN_UNBIASED)    // 2.79 (95 % CI 1.38 to 5.51; mid-p, median-unbiased)
 * }</pre>
 */
public enum OddsRatioInterval {
    /**
     * {@code ad / bc}, {@code log OR ± z sqrt(1/a + 1/b + 1/c + 1/d)}. Woolf 1955, Ann Hum Genet 19:251. Where a cell is
     * empty it has no limits: 0 to infinity, without a p-value.
     */
    WOOLF("log Wald", Estimator.CROSS_PRODUCT) {
        @Override
        Interval limits(TwoByTwo table, double level) {
            return LogWald.limits(value(table), LogWald.oddsRatioError(table), level);
        }

        @Override
        double statistic(TwoByTwo table) {
            return LogWald.z(table.logOddsRatio(), LogWald.oddsRatioError(table));
        }
    },

    /**
     * Woolf's after 1/2 is put into each cell, whether one is empty or not: {@code (a + 1/2)(d + 1/2) / ((b + 1/2)(c +
     * 1/2))}. Haldane 1956, Ann Hum Genet 20:309; Anscombe 1956, Biometrika 43:461; Gart 1966, Biometrika 53:265.
     */
    HALDANE_ANSCOMBE("log Wald, 0.5 in each cell", Estimator.HALVES_ADDED) {
        @Override
        Interval limits(TwoByTwo table, double level) {
            return ZeroCells.HALF_IN_ALL.shifted(table).oddsRatioLimits(level);
        }

        @Override
        double statistic(TwoByTwo table) {
            return ZeroCells.HALF_IN_ALL.shifted(table).oddsRatioStatistic();
        }
    },

    /**
     * Score: the odds ratios at which {@code (a - A)² (1/A + 1/B + 1/C + 1/D) <= z²}, A to D being the counts with the
     * table's margins and that odds ratio. Cornfield 1956, Proc Third Berkeley Symp 4:135. Its test of 1 is Pearson's
     * chi-square. Stata's {@code cc, cornfield}; what epiR calls Cornfield are exact mid-p limits.
     */
    CORNFIELD("Cornfield score", Estimator.CROSS_PRODUCT) {
        @Override
        Interval limits(TwoByTwo table, double level) {
            return new ScoreOddsRatio(table, 1, 0).limits(StandardNormal.quantile(level), level);
        }

        @Override
        double statistic(TwoByTwo table) {
            return new ScoreOddsRatio(table, 1, 0).z();
        }
    },

    /**
     * Cornfield's with {@code |a - A| - 1/2}, as he gave it; near the exact limits. Its test of 1 is the chi-square with
     * Yates' correction. Epi Info 6.
     */
    CORNFIELD_CORRECTED("Cornfield score, continuity-corrected", Estimator.CROSS_PRODUCT) {
        @Override
        Interval limits(TwoByTwo table, double level) {
            return new ScoreOddsRatio(table, 1, 0.5).limits(StandardNormal.quantile(level), level);
        }

        @Override
        double statistic(TwoByTwo table) {
            return new ScoreOddsRatio(table, 1, 0.5).z();
        }
    },

    /** As Cornfield's with the variance times n / (n - 1). Miettinen and Nurminen 1985, Stat Med 4:213. SAS {@code SCORE}. */
    MIETTINEN_NURMINEN("Miettinen-Nurminen score", Estimator.CROSS_PRODUCT) {
        @Override
        Interval limits(TwoByTwo table, double level) {
            return new ScoreOddsRatio(table, table.n() / (table.n() - 1.0), 0)
                    .limits(StandardNormal.quantile(level), level);
        }

        @Override
        double statistic(TwoByTwo table) {
            return new ScoreOddsRatio(table, table.n() / (table.n() - 1.0), 0).z();
        }
    },

    /**
     * {@code OR^(1 ± z / chi)} with the root of Pearson's chi-square, whose p-value it has; right only near 1. Where a cell
     * is empty it has no limits. Miettinen 1976, Am J Epidemiol 103:226. Stata's {@code tb}.
     */
    TEST_BASED("test-based", Estimator.CROSS_PRODUCT) {
        @Override
        Interval limits(TwoByTwo table, double level) {
            return LogWald.limits(value(table), LogWald.testBased(table, table.logOddsRatio(), 1), level);
        }

        @Override
        double statistic(TwoByTwo table) {
            return LogWald.z(table.logOddsRatio(), LogWald.testBased(table, table.logOddsRatio(), 1));
        }
    },

    /**
     * Conditional maximum likelihood given the margins; each limit is the odds ratio at which the observed count is in a
     * tail of (1 - level) / 2. Fisher 1935, J R Stat Soc 98:39; Cornfield 1956. The numbers of R's {@code fisher.test},
     * which stops its root finder at about 1e-4. The p-value is the central one, twice the smaller tail.
     */
    EXACT("exact", Estimator.CONDITIONAL) {
        @Override
        Interval limits(TwoByTwo table, double level) {
            return ConditionalOddsRatio.limits(table, level, 1);
        }

        @Override
        double pValue(TwoByTwo table) {
            return TwoSided.CENTRAL.pValue(table);
        }
    },

    /** The exact limits around {@code ad / bc}: Stata's {@code cc} (to 2e-4), SAS {@code EXACT OR}. */
    EXACT_CROSS_PRODUCT("exact, cross-product", Estimator.CROSS_PRODUCT) {
        @Override
        Interval limits(TwoByTwo table, double level) {
            return ConditionalOddsRatio.limits(table, level, 1);
        }

        @Override
        double pValue(TwoByTwo table) {
            return TwoSided.CENTRAL.pValue(table);
        }
    },

    /**
     * Conditional maximum likelihood with mid-p limits: half the probability of the observed count in each tail. Lancaster
     * 1961, J Am Stat Assoc 56:223. Epi Info's "MLE, mid-P".
     */
    MID_P("mid-p", Estimator.CONDITIONAL) {
        @Override
        Interval limits(TwoByTwo table, double level) {
            return ConditionalOddsRatio.limits(table, level, 0.5);
        }

        @Override
        double pValue(TwoByTwo table) {
            return TwoSided.MID_P.pValue(table);
        }
    },

    /**
     * The odds ratio at which the mid-p tails are 1/2 each, with mid-p limits: the default of epitools, which stops with an
     * error where a cell is empty. 0 and infinity are its values where the count is the lowest or highest possible.
     * Rothman and Greenland 1998, Modern Epidemiology, 251.
     */
    MEDIAN_UNBIASED("mid-p, median-unbiased", Estimator.MEDIAN) {
        @Override
        Interval limits(TwoByTwo table, double level) {
            return ConditionalOddsRatio.limits(table, level, 0.5);
        }

        @Override
        double pValue(TwoByTwo table) {
            return TwoSided.MID_P.pValue(table);
        }
    };

    /** How the value is made. */
    enum Estimator {
        CROSS_PRODUCT("cross-product ratio"),
        HALVES_ADDED("cross-product ratio after adding 0.5"),
        CONDITIONAL("conditional maximum likelihood"),
        MEDIAN("median-unbiased");

        private final String label;

        Estimator(String label) {
            this.label = label;
        }

        double value(TwoByTwo table) {
            return switch (this) {
                case CROSS_PRODUCT -> table.oddsRatioValue();
                case HALVES_ADDED -> ZeroCells.HALF_IN_ALL.shifted(table).oddsRatio();
                case CONDITIONAL -> ConditionalOddsRatio.mostLikely(table);
                case MEDIAN -> ConditionalOddsRatio.median(table);
            };
        }
    }

    private final String label;
    private final Estimator estimator;

    OddsRatioInterval(String label, Estimator estimator) {
        this.label = label;
        this.estimator = estimator;
    }

    /** The name in print, such as "log Wald". */
    public String label() {
        return label;
    }

    /** Such as "conditional maximum likelihood". */
    String estimator() {
        return estimator.label;
    }

    double value(TwoByTwo table) {
        return estimator.value(table);
    }

    abstract Interval limits(TwoByTwo table, double level);

    /** The z of the hypothesis of a ratio of 1; NaN for exact methods, and where there is no information. */
    double statistic(TwoByTwo table) {
        return Double.NaN;
    }

    double pValue(TwoByTwo table) {
        return StandardNormal.pValue(statistic(table));
    }
}
