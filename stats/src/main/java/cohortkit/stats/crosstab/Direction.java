package cohortkit.stats.crosstab;

import cohortkit.stats.StandardNormal;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Which trends count against the hypothesis of none.
 *
 * <pre>{@code
 * var doses = CrossTable.fromCounts(new long[][] {{2, 18}, {4, 16}, {9, 11}});
 * Trend.LINEAR_BY_LINEAR.test(doses, Direction.FALLING)   // linear-by-linear, falling: -2.53, p = 0.0056
 * }</pre>
 */
public enum Direction {
    /** Two-sided. */
    EITHER("") {
        @Override
        double pValue(double z) {
            return StandardNormal.pValue(z);
        }
    },
    /** One-sided: high rows go with high columns. */
    RISING(", rising") {
        @Override
        double pValue(double z) {
            return NORMAL.survivalProbability(z);
        }
    },
    /** One-sided: high rows go with low columns. */
    FALLING(", falling") {
        @Override
        double pValue(double z) {
            return NORMAL.survivalProbability(-z);
        }
    };

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private final String suffix;

    Direction(String suffix) {
        this.suffix = suffix;
    }

    /** After a test's name; empty for two-sided. */
    String suffix() {
        return suffix;
    }

    abstract double pValue(double z);
}
