package cohortkit.stats.regression;

import cohortkit.stats.TestResult;
import java.util.OptionalLong;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.FDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/** What an estimate over its standard error is compared with: normal, or t where the variance is estimated. */
final class ReferenceDistribution {

    private final ContinuousDistribution distribution;
    private final OptionalLong df;

    private ReferenceDistribution(ContinuousDistribution distribution, OptionalLong df) {
        this.distribution = distribution;
        this.df = df;
    }

    /** t on so many degrees of freedom; normal if there are none. */
    static ReferenceDistribution of(OptionalLong df) {
        return new ReferenceDistribution(
                df.isPresent() ? TDistribution.of((double) df.getAsLong()) : NormalDistribution.of(0, 1), df);
    }

    static ReferenceDistribution normal() {
        return of(OptionalLong.empty());
    }

    static ReferenceDistribution of(Estimation estimation) {
        return of(
                estimation.model().family().estimatesDispersion()
                        ? OptionalLong.of(estimation.residualDf())
                        : OptionalLong.empty());
    }

    /** Degrees of freedom of t; none if normal. */
    OptionalLong df() {
        return df;
    }

    /** The test of a quadratic form with the rank {@code rank}: chi-square, or F on the degrees of freedom of t. */
    TestResult joint(double statistic, int rank) {
        if (df.isEmpty()) {
            double p = ChiSquaredDistribution.of(rank).survivalProbability(statistic);
            return new TestResult("Wald test", statistic, rank, p);
        }
        long residual = df.getAsLong();
        double f = statistic / rank;
        return new TestResult(
                "Wald F test on " + rank + " and " + residual + " degrees of freedom",
                f,
                rank,
                FDistribution.of(rank, (double) residual).survivalProbability(f));
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
