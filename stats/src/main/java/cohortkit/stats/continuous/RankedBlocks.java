package cohortkit.stats.continuous;

import java.util.Arrays;
import java.util.List;

/** The pooled values of some samples in blocks of equal ones, with the midrank of each. */
final class RankedBlocks {

    private final int n;
    private final int blocks;
    private final int[] sizes;
    private final double[] rankSums;

    private RankedBlocks(int n, int blocks, int[] sizes, double[] rankSums) {
        this.n = n;
        this.blocks = blocks;
        this.sizes = sizes;
        this.rankSums = rankSums;
    }

    static RankedBlocks of(List<Sample> samples) {
        int n = samples.stream().mapToInt(Sample::n).sum();
        int[] next = new int[samples.size()];
        int[] sizes = new int[n];
        double[] rankSums = new double[next.length];
        int blocks = 0;
        int ranked = 0;
        while (ranked < n) {
            double value = Double.POSITIVE_INFINITY;
            for (int g = 0; g < next.length; g++) {
                double[] sorted = samples.get(g).sorted();
                value = next[g] < sorted.length ? Math.min(value, sorted[next[g]]) : value;
            }
            int[] taken = new int[next.length];
            int size = 0;
            for (int g = 0; g < next.length; g++) {
                double[] sorted = samples.get(g).sorted();
                int start = next[g];
                while (next[g] < sorted.length && sorted[next[g]] == value) {
                    next[g]++;
                }
                taken[g] = next[g] - start;
                size += taken[g];
            }
            for (int g = 0; g < next.length; g++) {
                rankSums[g] += taken[g] * (ranked + (size + 1) / 2.0);
            }
            sizes[blocks++] = size;
            ranked += size;
        }
        return new RankedBlocks(n, blocks, sizes, rankSums);
    }

    int n() {
        return n;
    }

    boolean hasTies() {
        return blocks < n;
    }

    /** The sum of a sample's midranks. */
    double rankSum(int sample) {
        return rankSums[sample];
    }

    /** Each block's size, in ascending order of its value. */
    int[] sizes() {
        return Arrays.copyOf(sizes, blocks);
    }

    /** The sum of squared deviations of the midranks: (N^3 - N - sum of t^3 - t) / 12 without cancellation. */
    double spread() {
        return spread(sizes, blocks, n);
    }

    static double spread(int[] sizes, int blocks, int n) {
        double sum = 0;
        double below = 0;
        for (int b = 0; b < blocks; b++) {
            double deviation = below + sizes[b] / 2.0 - n / 2.0;
            sum += sizes[b] * deviation * deviation;
            below += sizes[b];
        }
        return sum;
    }

    /** The ranks in ascending order as whole numbers: doubled where there are ties. */
    static int[] scores(int[] sizes) {
        int n = 0;
        int largest = 1;
        for (int size : sizes) {
            n += size;
            largest = Math.max(largest, size);
        }
        int unit = largest > 1 ? 2 : 1;
        int[] scores = new int[n];
        int at = 0;
        for (int size : sizes) {
            int score = unit == 1 ? at + 1 : 2 * at + size + 1;
            for (int i = 0; i < size; i++) {
                scores[at + i] = score;
            }
            at += size;
        }
        return scores;
    }
}
