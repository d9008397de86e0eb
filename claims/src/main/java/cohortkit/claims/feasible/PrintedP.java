package cohortkit.claims.feasible;

import cohortkit.claims.Printed;
import cohortkit.claims.PrintedRange;
import cohortkit.claims.Rounding;
import java.util.List;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * A printed p-value of one of several tests.
 *
 * @param rounding how it was rounded
 */
record PrintedP(TableShape shape, Printed printed, List<CountTest> tests, Rounding rounding, StatisticBounds bounds)
        implements CountCondition {

    private static final double SLACK = 1e-9;

    @Override
    public boolean mayHold(long[] low, long[] high) {
        return tests.stream().anyMatch(test -> mayHold(test, low, high));
    }

    private boolean mayHold(CountTest test, long[] low, long[] high) {
        return switch (test) {
            case PEARSON -> mayHold(bounds.pearson(low, high), bounds.degreesOfFreedom(low, high));
            case LIKELIHOOD_RATIO -> mayHold(bounds.likelihoodRatio(low, high), bounds.degreesOfFreedom(low, high));
            case CMH -> mayHold(bounds.mantelHaenszel(low, high, false), new int[] {1, 1});
            case CMH_CORRECTED -> mayHold(bounds.mantelHaenszel(low, high, true), new int[] {1, 1});
            case FISHER -> fisherMayHold(low, high);
        };
    }

    private boolean mayHold(Span statistic, int[] df) {
        PrintedRange range = printed.range(rounding);
        double least = p(statistic.high() * (1 + SLACK) + SLACK, Math.max(1, df[0]));
        double most = p(statistic.low() * (1 - SLACK) - SLACK, Math.max(1, df[1]));
        return meets(least, most, range);
    }

    private static boolean meets(double least, double most, PrintedRange range) {
        return least <= range.upper() * (1 + SLACK) && most >= range.lower() * (1 - SLACK);
    }

    private static double p(double statistic, int df) {
        return statistic <= 0 ? 1 : ChiSquaredDistribution.of(df).survivalProbability(statistic);
    }

    /** At least the chance of the table itself, and at most that of as many tables as there may be. */
    private boolean fisherMayHold(long[] low, long[] high) {
        Span chance = bounds.logProbability(low, high);
        double least = Math.exp(chance.low() - SLACK);
        double most = Math.min(1, Math.exp(chance.high() + bounds.logOfTables(high) + SLACK));
        return meets(least, most, printed.range(rounding));
    }

    @Override
    public boolean holds(long[] counts) {
        return tests.stream().anyMatch(test -> {
            double p = test.p(shape, counts);
            return !Double.isNaN(p) && printed.admits(p, rounding);
        });
    }
}
