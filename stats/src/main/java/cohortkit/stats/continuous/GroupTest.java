package cohortkit.stats.continuous;

import cohortkit.stats.TestResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Tests that two or more groups are alike.
 *
 * <pre>{@code
 * var weight = GroupedValues.of(births, "bwt", "race");
 * weight.test(GroupTest.ANOVA)            // ANOVA, F on 2 and 186 degrees of freedom: 4.91, df 2, p = 0.0083
 * weight.test(GroupTest.KRUSKAL_WALLIS)   // Kruskal-Wallis: 8.52, df 2, p = 0.014
 * }</pre>
 */
public enum GroupTest {
    /** Equal means, one variance for all. Fisher 1925. Two groups: the square of the pooled t. */
    ANOVA("ANOVA") {
        @Override
        TestResult test(List<Sample> groups) {
            return new Variances(moments(groups)).equal(label());
        }
    },

    /** Equal means, each group its variance. Welch 1951, Biometrika 38:330. Two groups: the square of Welch's t. */
    WELCH_ANOVA("Welch ANOVA") {
        @Override
        TestResult test(List<Sample> groups) {
            return new Variances(moments(groups)).unequal(label());
        }
    },

    /**
     * Equal distributions by midranks, corrected for ties; chi-square with a degree of freedom less than groups.
     * Kruskal and Wallis 1952, J Am Stat Assoc 47:583. All values equal: 0, p = 1.
     */
    KRUSKAL_WALLIS("Kruskal-Wallis") {
        @Override
        TestResult test(List<Sample> groups) {
            RankedBlocks ranks = RankedBlocks.of(groups);
            double sum = 0;
            for (int g = 0; g < groups.size(); g++) {
                double n = groups.get(g).n();
                double gap = (2 * ranks.rankSum(g) - n * (ranks.n() + 1.0)) / 2;
                sum += gap * gap / n;
            }
            double spread = ranks.spread();
            double h = spread == 0 ? 0 : sum / spread * (ranks.n() - 1);
            double df = groups.size() - 1.0;
            return new TestResult(label(), h, df, ChiSquaredDistribution.of(df).survivalProbability(h));
        }
    },

    /** A trend over the groups in their order, normal with the variance of the ties; the statistic is z. */
    JONCKHEERE_TERPSTRA("Jonckheere-Terpstra") {
        @Override
        TestResult test(List<Sample> groups) {
            return new Jonckheere(groups).normal(label());
        }
    },

    /** The same exactly, for values that all differ: twice the smaller tail; the statistic is J. */
    JONCKHEERE_TERPSTRA_EXACT("Jonckheere-Terpstra exact") {
        @Override
        TestResult test(List<Sample> groups) {
            return new Jonckheere(groups).exact(label());
        }
    },

    /** Equal variances: ANOVA of the distances from each group's mean. Levene 1960. */
    LEVENE("Levene") {
        @Override
        TestResult test(List<Sample> groups) {
            return new Variances(distances(groups, false)).equal(label());
        }
    },

    /** The same with distances from each group's median. Brown and Forsythe 1974, J Am Stat Assoc 69:364. */
    BROWN_FORSYTHE("Brown-Forsythe") {
        @Override
        TestResult test(List<Sample> groups) {
            return new Variances(distances(groups, true)).equal(label());
        }
    };

    private final String label;

    GroupTest(String label) {
        this.label = label;
    }

    /** The name in print, such as "Kruskal-Wallis". */
    public String label() {
        return label;
    }

    abstract TestResult test(List<Sample> groups);

    private static List<Moments> moments(List<Sample> groups) {
        return groups.stream().map(Sample::moments).toList();
    }

    private static List<Moments> distances(List<Sample> groups, boolean fromMedian) {
        List<Moments> distances = new ArrayList<>();
        for (Sample group : groups) {
            double[] sorted = group.sorted();
            double middle = sorted[(sorted.length - 1) / 2];
            // The middle of two values near 1e15 is no double; the way to it is.
            double center = fromMedian ? middle : group.moments().mean();
            double rest = fromMedian
                    ? sorted[sorted.length / 2] / 2 - middle / 2
                    : group.moments().rest();
            distances.add(Moments.of(
                    Arrays.stream(sorted).map(x -> Math.abs(x - center - rest)).toArray()));
        }
        return distances;
    }
}
