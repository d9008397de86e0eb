package cohortkit.stats.table;

import cohortkit.core.Interval;
import cohortkit.stats.StandardNormal;

/** Limits and test of a ratio on the log scale. Where the standard error is infinite there are no limits and no test. */
final class LogWald {

    private LogWald() {}

    static Interval limits(double ratio, double standardError, double level) {
        if (!Double.isFinite(standardError)) {
            Interval.requireLevel(level);
            return new Interval(0, Double.POSITIVE_INFINITY, level);
        }
        double half = StandardNormal.quantile(level) * standardError;
        return new Interval(ratio * Math.exp(-half), ratio * Math.exp(half), level);
    }

    /** log ratio / standard error; NaN where the standard error is infinite: no limits, so no test. */
    static double z(double logRatio, double standardError) {
        if (!Double.isFinite(standardError)) {
            return Double.NaN;
        }
        return logRatio == 0 ? 0 : logRatio / standardError;
    }

    static double oddsRatioError(TwoByTwo t) {
        return Math.sqrt(1.0 / t.a() + 1.0 / t.b() + 1.0 / t.c() + 1.0 / t.d());
    }

    /** Of the logarithm. The two differences as one fraction each, which keeps all digits where b or d is small. */
    static double riskRatioError(TwoByTwo t) {
        return Math.sqrt(t.b() / ((double) t.a() * t.exposed()) + t.d() / ((double) t.c() * t.unexposed()));
    }

    /**
     * The standard error that makes a log ratio as significant as Pearson's chi-square; at a ratio of 1 its limit.
     *
     * @param slope what a log ratio near 0 is to the log odds ratio: 1, or the share without the event for the risk ratio
     */
    static double testBased(TwoByTwo t, double logRatio, double slope) {
        double chi = new ScoreOddsRatio(t, 1, 0).z();
        if (chi != 0) {
            return logRatio / chi;
        }
        double n = t.n();
        double rows = Math.sqrt((double) t.exposed() * t.unexposed());
        double columns = Math.sqrt((double) t.events() * (t.b() + t.d()));
        return slope * n / rows * (Math.sqrt(n) / columns);
    }
}
