package cohortkit.stats.continuous;

import cohortkit.core.InputException;
import cohortkit.stats.StandardNormal;
import cohortkit.stats.TestResult;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * A trend over ordered groups: J is the sum of Mann and Whitney's U over all pairs of groups. Jonckheere 1954,
 * Biometrika 41:133; Hollander and Wolfe 1999, section 6.2.
 */
final class Jonckheere {

    private static final long EXACT_PAIRS = 10_000;
    private static final int EXACT_VALUES = 1000;

    private final List<Sample> groups;
    private final RankedBlocks blocks;

    Jonckheere(List<Sample> groups) {
        this.groups = groups;
        this.blocks = RankedBlocks.of(groups);
    }

    double statistic() {
        double j = 0;
        for (int first = 0; first < groups.size(); first++) {
            for (int second = first + 1; second < groups.size(); second++) {
                j += new MannWhitney(groups.get(first), groups.get(second)).u();
            }
        }
        return j;
    }

    private double pairs() {
        double n = blocks.n();
        return (n * n - sum(x -> x * x)) / 2;
    }

    TestResult normal(String name) {
        double gap = statistic() - pairs() / 2;
        double deviation = Math.sqrt(variance());
        double z = deviation == 0 ? 0 : gap / deviation;
        return new TestResult(name, z, Double.NaN, StandardNormal.pValue(z));
    }

    /** J is a sum of independent Us: each group against all before it together. */
    TestResult exact(String name) {
        if (blocks.hasTies()) {
            throw new InputException(name + " needs values that all differ. Use GroupTest.JONCKHEERE_TERPSTRA");
        }
        if (pairs() > EXACT_PAIRS || blocks.n() > EXACT_VALUES) {
            throw new InputException(name + " takes up to 10,000 pairs of values from different groups; there are "
                    + Math.round(pairs()) + ". Use GroupTest.JONCKHEERE_TERPSTRA");
        }
        ScoreSums sums = null;
        int before = groups.get(0).n();
        for (Sample group : groups.subList(1, groups.size())) {
            int[] ones = new int[before + group.n()];
            Arrays.fill(ones, 1);
            ScoreSums us = ScoreSums.drawn(RankedBlocks.scores(ones), group.n()).fromZero();
            sums = sums == null ? us : sums.plus(us);
            before += group.n();
        }
        return new TestResult(name, statistic(), Double.NaN, sums.twoSided(Math.round(statistic())));
    }

    private double variance() {
        double n = blocks.n();
        int[] ties = blocks.sizes();
        double first = n * (n - 1) * (2 * n + 5)
                - sum(x -> x * (x - 1) * (2 * x + 5))
                - sum(ties, t -> t * (t - 1) * (2 * t + 5));
        double second = n < 3
                ? 0
                : sum(x -> x * (x - 1) * (x - 2)) / n * (sum(ties, t -> t * (t - 1) * (t - 2)) / (n - 1) / (n - 2));
        double third = sum(x -> x * (x - 1)) / n * (sum(ties, t -> t * (t - 1)) / (n - 1));
        return blocks.sizes().length == 1 ? 0 : Math.max(0, first / 72 + second / 36 + third / 8);
    }

    private double sum(DoubleUnaryOperator f) {
        return groups.stream().mapToDouble(group -> f.applyAsDouble(group.n())).sum();
    }

    private static double sum(int[] sizes, DoubleUnaryOperator f) {
        return Arrays.stream(sizes).mapToDouble(t -> f.applyAsDouble(t)).sum();
    }
}
