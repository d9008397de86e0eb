package cohortkit.stats.table;

import cohortkit.core.Interval;
import cohortkit.stats.StandardNormal;

/** Limits and test of a ratio on the log scale. Where the standard error is infinite there are no limits. */
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

    /** log ratio / standard error; 0 where there is no information, which gives p = 1. */
    static double z(double logRatio, double standardError) {
        return Double.isFinite(standardError) && logRatio != 0 ? logRatio / standardError : 0;
    }
}
