package cohortkit.stats.continuous;

import cohortkit.core.DisplayNumber;
import cohortkit.core.InputException;
import cohortkit.stats.TestResult;
import java.util.List;
import org.apache.commons.statistics.distribution.FDistribution;

/** Means of several groups compared by F. */
final class Variances {

    private final List<Moments> groups;
    private final int k;
    private final int n;

    Variances(List<Moments> groups) {
        this.groups = groups;
        this.k = groups.size();
        this.n = groups.stream().mapToInt(Moments::n).sum();
    }

    /** Variance between over variance within. Fisher 1925. */
    TestResult equal(String name) {
        double within = groups.stream().mapToDouble(Moments::root).reduce(0, Math::hypot);
        if (n == k || within == 0) {
            throw new InputException(name + " needs a group whose values differ; within groups all are equal");
        }
        double[] weights = groups.stream().mapToDouble(Moments::n).toArray();
        double between = between(weights, within);
        double f = between / (k - 1) * (n - k);
        return f(name, f, n - (double) k);
    }

    /** Each group with its own variance. Welch 1951, Biometrika 38:330; R's {@code oneway.test}. */
    TestResult unequal(String name) {
        double least = Double.POSITIVE_INFINITY;
        for (Moments m : groups) {
            if (m.n() < 2 || m.root() == 0) {
                throw new InputException(name + " needs values that differ in each group");
            }
            least = Math.min(least, m.standardError());
        }
        double[] weights = new double[k];
        double all = 0;
        for (int i = 0; i < k; i++) {
            double ratio = least / groups.get(i).standardError();
            weights[i] = ratio * ratio;
            all += weights[i];
        }
        double lambda = 0;
        for (int i = 0; i < k; i++) {
            double rest = 1 - weights[i] / all;
            lambda += rest * rest / (groups.get(i).n() - 1);
        }
        lambda *= 3 / (k * (double) k - 1);
        double f = between(weights, least) / (k - 1) / (1 + 2.0 / 3 * (k - 2) * lambda);
        return f(name, f, 1 / lambda);
    }

    /** The weighted sum of squared deviations of the means from their weighted mean, in squares of a unit. */
    private double between(double[] weights, double unit) {
        Moments first = groups.get(0);
        double sum = 0;
        double all = 0;
        double[] gaps = new double[k];
        for (int i = 0; i < k; i++) {
            gaps[i] = groups.get(i).minus(first) / unit;
            sum += weights[i] * gaps[i];
            all += weights[i];
        }
        double squares = 0;
        for (int i = 0; i < k; i++) {
            double gap = gaps[i] - sum / all;
            squares += weights[i] * gap * gap;
        }
        return squares;
    }

    private TestResult f(String name, double f, double residual) {
        String second =
                residual == Math.rint(residual) ? DisplayNumber.shortest(residual) : DisplayNumber.fixed(residual, 1);
        return new TestResult(
                name + ", F on " + (k - 1) + " and " + second + " degrees of freedom",
                f,
                k - 1.0,
                FDistribution.of(k - 1.0, residual).survivalProbability(f));
    }
}
