package cohortkit.stats.table;

import cohortkit.core.Interval;
import cohortkit.stats.StandardNormal;

/**
 * Ways to make an odds ratio and its confidence interval. Each has the p-value of its own.
 *
 * <pre>{@code
 * table.oddsRatio(OddsRatioInterval.EXACT)   // 2.78 (95 % CI 1.31 to 5.78; exact)
 * }</pre>
 */
public enum OddsRatioInterval {
    /**
     * {@code ad / bc}, {@code log OR ± z sqrt(1/a + 1/b + 1/c + 1/d)}. Woolf 1955, Ann Hum Genet 19:251. Where a cell is
     * empty it has no limits: 0 to infinity.
     */
    WOOLF("log Wald") {
        @Override
        double value(TwoByTwo table) {
            return table.oddsRatioValue();
        }

        @Override
        Interval limits(TwoByTwo table, double level) {
            return LogWald.limits(value(table), standardError(table), level);
        }

        @Override
        double statistic(TwoByTwo table) {
            return LogWald.z(table.logOddsRatio(), standardError(table));
        }

        @Override
        double pValue(TwoByTwo table) {
            return StandardNormal.pValue(statistic(table));
        }
    },

    /**
     * Conditional maximum likelihood given the margins; each limit is the odds ratio at which the observed count is in a
     * tail of (1 - level) / 2. Fisher 1935, J R Stat Soc 98:39; Cornfield 1956. The numbers of R's {@code fisher.test},
     * which stops its root finder at about 1e-4. The p-value is the central one, twice the smaller tail.
     */
    EXACT("exact") {
        @Override
        Interval limits(TwoByTwo table, double level) {
            return conditional(table, level, 1);
        }

        @Override
        double pValue(TwoByTwo table) {
            return TwoSided.CENTRAL.pValue(table);
        }
    },

    /**
     * Conditional maximum likelihood with mid-p limits: half the probability of the observed count in each tail. Lancaster
     * 1961, J Am Stat Assoc 56:223. epitools prints these limits around the median-unbiased estimate.
     */
    MID_P("mid-p") {
        @Override
        Interval limits(TwoByTwo table, double level) {
            return conditional(table, level, 0.5);
        }

        @Override
        double pValue(TwoByTwo table) {
            return TwoSided.MID_P.pValue(table);
        }
    };

    private final String label;

    OddsRatioInterval(String label) {
        this.label = label;
    }

    /** The name in print, such as "log Wald". */
    public String label() {
        return label;
    }

    /** Such as "conditional maximum likelihood". */
    String estimator() {
        return this == WOOLF ? "cross-product ratio" : "conditional maximum likelihood";
    }

    double value(TwoByTwo table) {
        NoncentralHypergeometric exact = new NoncentralHypergeometric(table);
        if (exact.low() == exact.high()) {
            return Double.NaN;
        }
        return Math.exp(exact.maximumLikelihood(table.a(), start(table), smoothedError(table)));
    }

    abstract Interval limits(TwoByTwo table, double level);

    /** The z of the hypothesis of a ratio of 1; NaN for exact methods, which have none. */
    double statistic(TwoByTwo table) {
        return Double.NaN;
    }

    abstract double pValue(TwoByTwo table);

    static double standardError(TwoByTwo t) {
        return Math.sqrt(1.0 / t.a() + 1.0 / t.b() + 1.0 / t.c() + 1.0 / t.d());
    }

    private static double start(TwoByTwo t) {
        return Math.log((t.a() + 0.5) / (t.b() + 0.5)) + Math.log((t.d() + 0.5) / (t.c() + 0.5));
    }

    private static double smoothedError(TwoByTwo t) {
        return Math.sqrt(1 / (t.a() + 0.5) + 1 / (t.b() + 0.5) + 1 / (t.c() + 0.5) + 1 / (t.d() + 0.5));
    }

    private static Interval conditional(TwoByTwo table, double level, double share) {
        double area = (1 - Interval.requireLevel(level)) / 2;
        double error = smoothedError(table);
        double half = StandardNormal.quantile(level) * error;
        NoncentralHypergeometric exact = new NoncentralHypergeometric(table);
        long a = table.a();
        double lower = a == exact.low() ? 0 : Math.exp(exact.limit(a, 1, share, area, start(table) - half, error));
        double upper = a == exact.high()
                ? Double.POSITIVE_INFINITY
                : Math.exp(exact.limit(a, -1, share, area, start(table) + half, error));
        return new Interval(lower, upper, level);
    }
}
