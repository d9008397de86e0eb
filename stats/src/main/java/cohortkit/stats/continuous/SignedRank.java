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

/** One sample, or the differences of pairs, by signed ranks. Wilcoxon 1945, Biometrics 1:80. */
final class SignedRank {

    private static final int EXACT_VALUES = 500;

    private final Sample sample;
    private final double center;
    private final ZeroHandling zeros;

    SignedRank(Sample sample, double center, ZeroHandling zeros) {
        this.sample = sample;
        this.center = Numbers.requireFinite(center, "center", "under the null hypothesis");
        this.zeros = zeros;
    }

    Comparison compare(RankMethod method, double level) {
        Interval.requireLevel(level);
        if (sample.n() == 0) {
            throw new InputException("the signed-rank test needs a value; '" + sample.name() + "' has none");
        }
        if (method == RankMethod.EXACT && sample.n() > EXACT_VALUES) {
            throw new InputException("the exact signed-rank test takes up to " + EXACT_VALUES + " values; '"
                    + sample.name() + "' has " + sample.n() + "; take the normal approximation");
        }
        OrderedPairs means = OrderedPairs.means(sample.sorted());
        SignedScores scores = SignedScores.around(sample.sorted(), center, zeros);
        int equal = SignedScores.zeros(sample.sorted(), center);
        String name = "signed-rank " + method.label() + (equal > 0 ? ", " + equal + " " + zeros.label() : "");
        Convention convention = Location.convention(sample, "median of all means of two values (pseudomedian)", name);
        Interval interval = method == RankMethod.EXACT
                ? exactInterval(level)
                : ShiftInterval.normal(means, untiedDeviation(), method.correction(), level);
        TestResult test = method == RankMethod.EXACT
                ? new TestResult(name, scores.positive() / 2.0, Double.NaN, scores.exactPValue())
                : normalTest(name, scores, method);
        return new Comparison(new Estimate(Measure.PSEUDOMEDIAN, means.median(), interval, convention), test);
    }

    private static TestResult normalTest(String name, SignedScores scores, RankMethod method) {
        double deviation = Math.sqrt(scores.squares()) / 4;
        double gap = scores.positive() / 2.0 - scores.total() / 4.0;
        double corrected = Math.max(0, Math.abs(gap) - method.correction());
        // No value differs from the center: nothing speaks against it.
        double z = deviation == 0 ? 0 : Math.signum(gap) * corrected / deviation;
        return new TestResult(name, z, Double.NaN, StandardNormal.pValue(z));
    }

    /** Where no two values lie symmetrically around the center. */
    private double untiedDeviation() {
        double squares = 0;
        double below = 0;
        for (int size : RankedBlocks.of(List.of(sample)).sizes()) {
            double rank = below + (size + 1) / 2.0;
            squares += size * rank * rank;
            below += size;
        }
        return Math.sqrt(squares) / 2;
    }

    private Interval exactInterval(double level) {
        double[] x = sample.sorted();
        double[] means = new double[x.length * (x.length + 1) / 2];
        int at = 0;
        for (int i = 0; i < x.length; i++) {
            for (int j = i; j < x.length; j++) {
                means[at++] = OrderedPairs.mean(x[i], x[j]) + 0.0;
            }
        }
        double[] values = Arrays.stream(means).sorted().distinct().toArray();
        return ShiftInterval.exact(
                values,
                gap -> SignedScores.above(x, edge(values, gap)).atLeast(),
                gap -> SignedScores.above(x, edge(values, gap)).atMost(),
                level);
    }

    private static double edge(double[] means, long gap) {
        return gap == 0 ? Double.NEGATIVE_INFINITY : means[(int) gap - 1];
    }
}
