package cohortkit.stats.continuous;

/**
 * The null distribution of a sum of whole scores, by the shift algorithm: each score in turn shifts what the others can
 * sum to. Only positive numbers are added, so that the smallest tail keeps its digits. Streitberg and Röhmel 1986, Stat
 * Softw Newsl 12:10.
 */
final class ScoreSums {

    private final long least;
    private final double[] counts;
    private final double all;

    private ScoreSums(long least, double[] counts) {
        this.least = least;
        this.counts = counts;
        double sum = 0;
        for (double count : counts) {
            sum += count;
        }
        this.all = sum;
    }

    /** Of so many scores drawn without replacement; scores ascend, at most 1000. */
    static ScoreSums drawn(int[] scores, int size) {
        int n = scores.length;
        long[] low = new long[size + 1];
        double[][] counts = new double[size + 1][];
        counts[0] = new double[] {1};
        long high = 0;
        for (int j = 1; j <= size; j++) {
            low[j] = low[j - 1] + scores[j - 1];
            high += scores[n - j];
            counts[j] = new double[(int) (high - low[j]) + 1];
        }
        int[] reach = new int[size + 1];
        for (int i = 0; i < n; i++) {
            for (int j = Math.min(size, i + 1); j >= Math.max(1, size - (n - 1 - i)); j--) {
                int shift = scores[i] - scores[j - 1];
                double[] from = counts[j - 1];
                double[] to = counts[j];
                int last = Math.min(reach[j - 1], to.length - 1 - shift);
                for (int s = 0; s <= last; s++) {
                    to[s + shift] += from[s];
                }
                reach[j] = Math.max(reach[j], last + shift);
            }
        }
        return new ScoreSums(low[size], counts[size]);
    }

    /** Of the scores that a fair coin picks; at most 1000. */
    static ScoreSums picked(int[] scores) {
        int high = 0;
        for (int score : scores) {
            high += score;
        }
        double[] counts = new double[high + 1];
        counts[0] = 1;
        int reach = 0;
        for (int score : scores) {
            for (int s = reach; s >= 0; s--) {
                counts[s + score] += counts[s];
            }
            reach += score;
        }
        return new ScoreSums(0, counts);
    }

    /** The same less its smallest value. */
    ScoreSums fromZero() {
        return new ScoreSums(0, counts);
    }

    /** Of two independent sums, added. */
    ScoreSums plus(ScoreSums other) {
        double[] sums = new double[counts.length + other.counts.length - 1];
        for (int i = 0; i < counts.length; i++) {
            for (int j = 0; j < other.counts.length; j++) {
                sums[i + j] += counts[i] / all * (other.counts[j] / other.all);
            }
        }
        return new ScoreSums(least + other.least, sums);
    }

    /** The probability of at most so much. */
    double atMost(long sum) {
        double area = 0;
        for (int i = 0; i < counts.length && i <= sum - least; i++) {
            area += counts[i];
        }
        return area / all;
    }

    /** The probability of at least so much. */
    double atLeast(long sum) {
        double area = 0;
        for (int i = counts.length - 1; i >= 0 && i >= sum - least; i--) {
            area += counts[i];
        }
        return area / all;
    }

    /** Twice the smaller tail, at most 1. */
    double twoSided(long sum) {
        return Math.min(1, 2 * Math.min(atMost(sum), atLeast(sum)));
    }
}
