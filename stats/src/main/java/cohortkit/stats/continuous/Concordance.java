package cohortkit.stats.continuous;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Concordant less discordant pairs of pairs, counted by merging (Knight 1966, J Am Stat Assoc 61:436).
 *
 * @param n pairs of values
 * @param score concordant less discordant
 * @param x ties of the first number
 * @param y ties of the second number
 */
record Concordance(int n, long score, Ties x, Ties y) {

    static final int EXACT_LIMIT = 500;

    /**
     * Sums over the blocks of t equal values.
     *
     * @param pairs of t (t - 1) / 2
     * @param weighted of t (t - 1) (2 t + 5)
     * @param triples of t (t - 1) (t - 2)
     */
    record Ties(long pairs, double weighted, double triples) {

        static Ties of(double[] sorted) {
            long pairs = 0;
            double weighted = 0;
            double triples = 0;
            for (int i = 0; i < sorted.length; ) {
                int j = i;
                while (j < sorted.length && sorted[j] == sorted[i]) {
                    j++;
                }
                double t = j - i;
                pairs += (long) (j - i) * (j - i - 1) / 2;
                weighted += t * (t - 1) * (2 * t + 5);
                triples += t * (t - 1) * (t - 2);
                i = j;
            }
            return new Ties(pairs, weighted, triples);
        }
    }

    static Concordance of(double[] x, double[] y) {
        int n = x.length;
        Integer[] order = IntStream.range(0, n).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.<Integer>comparingDouble(i -> x[i] + 0.0).thenComparingDouble(i -> y[i] + 0.0));
        double[] first = new double[n];
        double[] second = new double[n];
        long both = 0;
        long run = 1;
        for (int i = 0; i < n; i++) {
            first[i] = x[order[i]];
            second[i] = y[order[i]];
            run = i > 0 && first[i] == first[i - 1] && second[i] == second[i - 1] ? run + 1 : 1;
            both += run - 1;
        }
        // Within equal x the y ascend, so that an exchange is a discordant pair.
        long discordant = exchanges(second, new double[n], 0, n);
        Ties ties = Ties.of(first);
        Ties others = Ties.of(second);
        long all = (long) n * (n - 1) / 2;
        return new Concordance(n, all - ties.pairs() - others.pairs() + both - 2 * discordant, ties, others);
    }

    /** Sorts a part and counts how many pairs stood in the wrong order. */
    private static long exchanges(double[] values, double[] spare, int start, int end) {
        if (end - start < 2) {
            return 0;
        }
        int middle = (start + end) >>> 1;
        long count = exchanges(values, spare, start, middle) + exchanges(values, spare, middle, end);
        int left = start;
        int right = middle;
        for (int k = start; k < end; k++) {
            boolean fromLeft = right == end || (left < middle && values[left] <= values[right]);
            count += fromLeft ? 0 : middle - left;
            spare[k] = fromLeft ? values[left++] : values[right++];
        }
        System.arraycopy(spare, start, values, start, end - start);
        return count;
    }

    private double pairs() {
        return (double) n * (n - 1) / 2;
    }

    Coherence tau() {
        // The root of a square is exact: never beyond 1, where Fisher's z is undefined.
        return Coherence.of(score / Math.sqrt((pairs() - x.pairs()) * (pairs() - y.pairs())));
    }

    /** The score over its standard deviation. */
    double z() {
        double m = n;
        double first = (m * (m - 1) * (2 * m + 5) - x.weighted() - y.weighted()) / 18;
        double second = x.pairs() / pairs() * y.pairs();
        double third = x.triples() / (9 * m * (m - 1) * (m - 2)) * y.triples();
        return score / Math.sqrt(first + second + third);
    }

    /** Twice the smaller tail of the number of exchanges, at most 1. */
    double exactPValue() {
        long fewer = Math.round((pairs() - Math.abs(score)) / 2);
        // Only the lower half is needed, where each share is a mean of smaller ones.
        double[] shares = {1};
        for (int k = 2; k <= n; k++) {
            double[] next = new double[(int) Math.min(fewer, (long) k * (k - 1) / 2) + 1];
            double window = 0;
            for (int i = 0; i < next.length; i++) {
                window += i < shares.length ? shares[i] : 0;
                window -= i >= k && i - k < shares.length ? shares[i - k] : 0;
                next[i] = window / k;
            }
            shares = next;
        }
        double area = 0;
        for (double share : shares) {
            area += share;
        }
        return Math.min(1, 2 * area);
    }
}
