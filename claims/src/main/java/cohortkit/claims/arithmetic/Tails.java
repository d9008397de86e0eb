package cohortkit.claims.arithmetic;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/** Student's and the normal distribution as checks use them. */
final class Tails {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private Tails() {}

    /** Two-sided. */
    static double studentP(double t, double df) {
        return Math.min(1, 2 * TDistribution.of(df).survivalProbability(Math.abs(t)));
    }

    static double studentQuantile(double level, double df) {
        return TDistribution.of(df).inverseSurvivalProbability((1 - level) / 2);
    }

    /** Student's deviate with this two-sided p-value. */
    static double studentDeviate(double p, double df) {
        return TDistribution.of(df).inverseSurvivalProbability(p / 2);
    }

    /** The normal deviate with this two-sided p-value. */
    static double deviate(double p) {
        return NORMAL.inverseSurvivalProbability(p / 2);
    }
}
