package cohortkit.stats;

import cohortkit.core.Interval;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The two numbers that Wald and score methods take from the standard normal distribution.
 *
 * <pre>{@code
 * StandardNormal.quantile(0.95)   // 1.9599639845...
 * StandardNormal.pValue(-3)       // 0.00269979606...
 * }</pre>
 */
public final class StandardNormal {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private StandardNormal() {}

    /**
     * The z that holds the level between -z and z. Right to the last digits up to a level of 1 - 1e-15.
     *
     * @param level coverage in (0, 1), for example 0.95
     */
    public static double quantile(double level) {
        return NORMAL.inverseSurvivalProbability((1 - Interval.requireLevel(level)) / 2);
    }

    /** The two-sided p-value of z, by the survival function: right down to 1e-300; NaN for NaN. */
    public static double pValue(double z) {
        return 2 * NORMAL.survivalProbability(Math.abs(z));
    }
}
