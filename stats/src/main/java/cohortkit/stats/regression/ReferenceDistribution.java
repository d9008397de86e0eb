package cohortkit.stats.regression;

import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/** What an estimate over its standard error is compared with: normal, or t where the variance is estimated. */
final class ReferenceDistribution {

    private final ContinuousDistribution distribution;

    private ReferenceDistribution(ContinuousDistribution distribution) {
        this.distribution = distribution;
    }

    static ReferenceDistribution normal() {
        return new ReferenceDistribution(NormalDistribution.of(0, 1));
    }

    static ReferenceDistribution of(Estimation estimation) {
        return new ReferenceDistribution(
                estimation.model().family().estimatesDispersion()
                        ? TDistribution.of((double) estimation.residualDf())
                        : NormalDistribution.of(0, 1));
    }

    /** The two-sided p-value. */
    double pValue(double statistic) {
        return 2 * distribution.survivalProbability(Math.abs(statistic));
    }

    /** The value that bounds the middle part of the given level. */
    double quantile(double level) {
        double tail = (1 - level) / 2;
        double quantile = distribution.inverseSurvivalProbability(tail);
        // The library brackets to 1e-9; two Newton steps bring the last digits.
        for (int i = 0; i < 2; i++) {
            quantile += (distribution.survivalProbability(quantile) - tail) / distribution.density(quantile);
        }
        return quantile;
    }
}
