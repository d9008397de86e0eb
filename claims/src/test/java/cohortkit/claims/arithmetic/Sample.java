package cohortkit.claims.arithmetic;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.FDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/** The statistics of whole numbers, as an author computes them. */
final class Sample {

    private Sample() {}

    static double normalP(double z) {
        return 2 * NormalDistribution.of(0, 1).survivalProbability(Math.abs(z));
    }

    static double studentP(double t, double df) {
        return 2 * TDistribution.of(df).survivalProbability(Math.abs(t));
    }

    static double mean(int[] x) {
        return IntStream.of(x).average().orElseThrow();
    }

    static double variance(int[] x) {
        double mean = mean(x);
        return IntStream.of(x).mapToDouble(v -> (v - mean) * (v - mean)).sum() / (x.length - 1);
    }

    static double correlation(int[] x, int[] y) {
        double sum = IntStream.range(0, x.length)
                .mapToDouble(i -> (x[i] - mean(x)) * (y[i] - mean(y)))
                .sum();
        return sum / (x.length - 1) / Math.sqrt(variance(x) * variance(y));
    }

    static double pooledT(List<int[]> g) {
        double m = g.get(0).length;
        double n = g.get(1).length;
        double v = ((m - 1) * variance(g.get(0)) + (n - 1) * variance(g.get(1))) / (m + n - 2);
        return (mean(g.get(0)) - mean(g.get(1))) / Math.sqrt(v * (1 / m + 1 / n));
    }

    static double pooled(List<int[]> g) {
        return studentP(pooledT(g), g.get(0).length + g.get(1).length - 2.0);
    }

    static double welch(List<int[]> g) {
        double v = variance(g.get(0)) / g.get(0).length;
        double w = variance(g.get(1)) / g.get(1).length;
        double df = (v + w) * (v + w) / (v * v / (g.get(0).length - 1) + w * w / (g.get(1).length - 1));
        return studentP((mean(g.get(0)) - mean(g.get(1))) / Math.sqrt(v + w), df);
    }

    static double f(List<int[]> groups) {
        double n = groups.stream().mapToInt(g -> g.length).sum();
        double grand = groups.stream().mapToDouble(g -> IntStream.of(g).sum()).sum() / n;
        double between = 0;
        double within = 0;
        for (int[] g : groups) {
            between += g.length * (mean(g) - grand) * (mean(g) - grand);
            within += (g.length - 1) * variance(g);
        }
        return between / (groups.size() - 1.0) / (within / (n - groups.size()));
    }

    static double anova(List<int[]> groups) {
        double n = groups.stream().mapToInt(g -> g.length).sum();
        return FDistribution.of(groups.size() - 1.0, n - groups.size()).survivalProbability(f(groups));
    }
}
