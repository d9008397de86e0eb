package cohortkit.stats.regression.effects;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * How limits are read off resampled values. Quantiles between two values are interpolated on the scale of normal
 * quantiles, as in R's {@code boot}.
 *
 * <pre>{@code
 * var resampled = EffectBootstrap.of(AdjustedEffect.of(fit, "rls"), 200, 1);
 * resampled.difference(ResamplingInterval.PERCENTILE).convention().interval()   // "bootstrap percentile, ...
 * }</pre>
 */
public enum ResamplingInterval {
    /** The quantiles of the resampled values themselves. */
    PERCENTILE("bootstrap percentile") {
        @Override
        double share(double tail, double[] sorted, double estimate, double acceleration) {
            return tail;
        }
    },
    /** The same with the shares moved for bias and skewness (Efron 1987, Journal of the American Statistical Association 82:171). */
    BCA("bootstrap BCa") {
        @Override
        double share(double tail, double[] sorted, double estimate, double acceleration) {
            double below = 0;
            for (double value : sorted) {
                below += value < estimate ? 1 : value == estimate ? 0.5 : 0;
            }
            double bias = NORMAL.inverseCumulativeProbability(below / sorted.length);
            double z = bias + NORMAL.inverseCumulativeProbability(tail);
            return NORMAL.cumulativeProbability(bias + z / (1 - acceleration * z));
        }
    };

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private final String label;

    ResamplingInterval(String label) {
        this.label = label;
    }

    /** The name in print. */
    public String label() {
        return label;
    }

    /** The share of resampled values below a limit whose nominal share is {@code tail}. */
    abstract double share(double tail, double[] sorted, double estimate, double acceleration);

    /** The limit below which {@code tail} lies; the outermost value where the share is beyond it, NaN without bias. */
    double limit(double tail, double[] values, double estimate, double acceleration) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double share = share(tail, sorted, estimate, acceleration);
        if (Double.isNaN(share)) {
            return Double.NaN;
        }
        double rank = (sorted.length + 1) * share;
        int k = (int) Math.floor(rank);
        if (k < 1) {
            return sorted[0];
        }
        if (k >= sorted.length) {
            return sorted[sorted.length - 1];
        }
        if (rank == k) {
            return sorted[k - 1];
        }
        double lower = NORMAL.inverseCumulativeProbability(k / (sorted.length + 1.0));
        double upper = NORMAL.inverseCumulativeProbability((k + 1) / (sorted.length + 1.0));
        double at = (NORMAL.inverseCumulativeProbability(share) - lower) / (upper - lower);
        return sorted[k - 1] + at * (sorted[k] - sorted[k - 1]);
    }
}
