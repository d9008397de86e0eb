package cohortkit.stats.continuous;

import cohortkit.core.Convention;
import cohortkit.core.Estimate;
import cohortkit.core.InputException;
import cohortkit.core.Interval;
import cohortkit.core.Measure;
import cohortkit.stats.StandardNormal;
import cohortkit.stats.TestResult;
import java.util.Arrays;
import java.util.List;

/**
 * Two groups by ranks. U counts the pairs in which the second group's value is the larger one, a tie as one half. Mann
 * and Whitney 1947, Ann Math Stat 18:50; Hodges and Lehmann 1963, Ann Math Stat 34:598.
 */
final class MannWhitney {

    private static final long EXACT_PAIRS = 10_000;
    private static final int EXACT_VALUES = 1000;

    private final Sample reference;
    private final Sample other;
    private final RankedBlocks blocks;

    MannWhitney(Sample reference, Sample other) {
        this.reference = reference;
        this.other = other;
        this.blocks = RankedBlocks.of(List.of(reference, other));
    }

    Comparison compare(RankMethod method, double level) {
        Interval.requireLevel(level);
        if (method == RankMethod.EXACT && (pairs() > EXACT_PAIRS || blocks.n() > EXACT_VALUES)) {
            throw new InputException("the exact Mann-Whitney test takes groups of up to 100 and 100 values; there are "
                    + reference.n() + " and " + other.n() + "; take the normal approximation");
        }
        OrderedPairs differences = OrderedPairs.differences(reference.sorted(), other.sorted());
        String name = "Mann-Whitney " + method.label();
        Convention convention = Convention.of("median of all differences (Hodges-Lehmann)", name)
                .withReference(reference.name());
        Interval interval = method == RankMethod.EXACT
                ? exactInterval(level)
                : ShiftInterval.normal(differences, untiedDeviation(), method.correction(), level);
        Estimate estimate = new Estimate(Measure.LOCATION_SHIFT, differences.median(), interval, convention);
        return new Comparison(estimate, method == RankMethod.EXACT ? exactTest(name) : normalTest(name, method));
    }

    private double pairs() {
        return (double) reference.n() * other.n();
    }

    double u() {
        return blocks.rankSum(1) - other.n() * (other.n() + 1.0) / 2;
    }

    private TestResult normalTest(String name, RankMethod method) {
        double gap = u() - pairs() / 2;
        double deviation = deviation(blocks.spread());
        double corrected = Math.max(0, Math.abs(gap) - method.correction());
        // All values equal: nothing speaks against equality.
        double z = deviation == 0 ? 0 : Math.signum(gap) * corrected / deviation;
        return new TestResult(name, z, Double.NaN, StandardNormal.pValue(z));
    }

    private double deviation(double spread) {
        return Math.sqrt(pairs() / (blocks.n() * (blocks.n() - 1.0)) * spread);
    }

    /** Where no value of one group equals one of the other. */
    private double untiedDeviation() {
        int[] own = RankedBlocks.of(List.of(reference)).sizes();
        int[] others = RankedBlocks.of(List.of(other)).sizes();
        int[] sizes = Arrays.copyOf(own, own.length + others.length);
        System.arraycopy(others, 0, sizes, own.length, others.length);
        return deviation(RankedBlocks.spread(sizes, sizes.length, blocks.n()));
    }

    private TestResult exactTest(String name) {
        double p = exact(blocks, other.n()).twoSided(observed(blocks));
        return new TestResult(name, u(), Double.NaN, p);
    }

    /** The second group's sum of scores is that of its ranks, or twice that. */
    private static long observed(RankedBlocks ranks) {
        return Math.round(ranks.hasTies() ? 2 * ranks.rankSum(1) : ranks.rankSum(1));
    }

    static ScoreSums exact(RankedBlocks ranks, int drawn) {
        return ScoreSums.drawn(RankedBlocks.scores(ranks.sizes()), drawn);
    }

    private Interval exactInterval(double level) {
        double[] values = distinctDifferences();
        boolean tied = RankedBlocks.of(List.of(reference)).hasTies()
                || RankedBlocks.of(List.of(other)).hasTies();
        Gaps gaps = new Gaps(values, tied ? null : untied());
        return ShiftInterval.exact(values, gaps::atLeast, gaps::atMost, level);
    }

    private ScoreSums untied() {
        int[] ones = new int[blocks.n()];
        Arrays.fill(ones, 1);
        return ScoreSums.drawn(RankedBlocks.scores(ones), other.n());
    }

    private double[] distinctDifferences() {
        double[] all = new double[(int) pairs()];
        int at = 0;
        for (double x : reference.sorted()) {
            for (double y : other.sorted()) {
                all[at++] = y - x + 0.0;
            }
        }
        return Arrays.stream(all).sorted().distinct().toArray();
    }

    /** The groups with the second one shifted into a gap between two differences, where the ranks are others. */
    private final class Gaps {

        private final double[] values;
        private final ScoreSums same;

        Gaps(double[] values, ScoreSums same) {
            this.values = values;
            this.same = same;
        }

        double atLeast(long gap) {
            RankedBlocks ranks = shifted(gap);
            return distribution(ranks).atLeast(observed(ranks));
        }

        double atMost(long gap) {
            RankedBlocks ranks = shifted(gap);
            return distribution(ranks).atMost(observed(ranks));
        }

        private ScoreSums distribution(RankedBlocks ranks) {
            return same == null ? exact(ranks, other.n()) : same;
        }

        /** Positions stand for values: how many reference values a value of the second group exceeds. */
        private RankedBlocks shifted(long gap) {
            double[] x = reference.sorted();
            double[] first = new double[x.length];
            for (int i = 0; i < x.length; i++) {
                first[i] = i > 0 && x[i] == x[i - 1] ? first[i - 1] : 2 * i + 1;
            }
            double[] y = other.sorted();
            double[] second = new double[y.length];
            int below = 0;
            for (int j = 0; j < y.length; j++) {
                while (gap > 0 && below < x.length && y[j] - x[below] > values[(int) gap - 1]) {
                    below++;
                }
                // Before all gaps every value of the second group is above those of the first.
                double place = 2.0 * (gap == 0 ? x.length : below);
                boolean repeated = j > 0 && y[j] == y[j - 1];
                second[j] = repeated ? second[j - 1] : j == 0 ? place : Math.max(place, Math.nextUp(second[j - 1]));
            }
            return RankedBlocks.of(List.of(Sample.of(first), Sample.of(second)));
        }
    }
}
