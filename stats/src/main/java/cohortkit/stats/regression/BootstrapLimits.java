package cohortkit.stats.regression;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** Limits from bootstrap replicates (Davison and Hinkley 1997, Bootstrap Methods and their Application, chapter 5). */
final class BootstrapLimits {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private final double[] sorted;

    BootstrapLimits(double[] replicates) {
        this.sorted = replicates.clone();
        Arrays.sort(sorted);
    }

    /** The two quantiles that leave out (1 - level) / 2 each. */
    double[] percentile(double level) {
        return new double[] {quantile((1 - level) / 2), quantile((1 + level) / 2)};
    }

    /**
     * Corrected for bias and acceleration (Efron 1987); NaN where all replicates lie on one side of the estimate.
     *
     * @param influence of each row or cluster on the estimate, up to a factor
     */
    double[] accelerated(double estimate, double[] influence, double level) {
        long below = Arrays.stream(sorted).filter(t -> t < estimate).count();
        double bias = NORMAL.inverseCumulativeProbability(below / (double) sorted.length);
        double squares = 0;
        double cubes = 0;
        for (double l : influence) {
            squares += l * l;
            cubes += l * l * l;
        }
        double acceleration = squares == 0 ? 0 : cubes / (6 * Math.pow(squares, 1.5));
        double z = NORMAL.inverseCumulativeProbability((1 + level) / 2);
        return new double[] {moved(bias, acceleration, -z), moved(bias, acceleration, z)};
    }

    private double moved(double bias, double acceleration, double z) {
        double sum = bias + z;
        return quantile(NORMAL.cumulativeProbability(bias + sum / (1 - acceleration * sum)));
    }

    /** The (R + 1) alpha-th of R replicates, between two of them on the normal scale; NaN beyond the outermost. */
    private double quantile(double alpha) {
        double rank = (sorted.length + 1) * alpha;
        int k = (int) rank;
        if (Double.isNaN(alpha) || k < 1 || k > sorted.length || (k == sorted.length && rank > k)) {
            return Double.NaN;
        }
        if (k == rank) {
            return sorted[k - 1];
        }
        double at = NORMAL.inverseCumulativeProbability(alpha);
        double low = NORMAL.inverseCumulativeProbability(k / (sorted.length + 1.0));
        double high = NORMAL.inverseCumulativeProbability((k + 1) / (sorted.length + 1.0));
        return sorted[k - 1] + (at - low) / (high - low) * (sorted[k] - sorted[k - 1]);
    }
}
