package cohortkit.stats.continuous;

import java.util.Arrays;

/** Ranks of paired values, and the exact distribution of Spearman's rho. */
final class PairRanks {

    static final int SPEARMAN_LIMIT = 12;

    private PairRanks() {}

    static double[] midranks(double[] values) {
        double[] sorted = Arrays.stream(values).map(v -> v + 0.0).sorted().toArray();
        int n = sorted.length;
        double[] ranks = new double[n];
        // The midrank of each place, found again by searching for the value.
        int[] first = new int[n];
        int[] end = new int[n];
        for (int i = 0; i < n; ) {
            int j = i;
            while (j < n && sorted[j] == sorted[i]) {
                j++;
            }
            Arrays.fill(first, i, j, i);
            Arrays.fill(end, i, j, j);
            i = j;
        }
        for (int i = 0; i < n; i++) {
            int at = Arrays.binarySearch(sorted, values[i] + 0.0);
            ranks[i] = (first[at] + end[at] + 1) / 2.0;
        }
        return ranks;
    }

    static boolean tied(double[] values) {
        return Arrays.stream(values).map(v -> v + 0.0).distinct().count() < values.length;
    }

    /** Twice the smaller tail of the sum of squared rank differences, at most 1. */
    static double spearman(double[] first, double[] second) {
        int n = first.length;
        int observed = 0;
        for (int i = 0; i < n; i++) {
            observed += (int) ((first[i] - second[i]) * (first[i] - second[i]));
        }
        double[] counts = squares(n);
        double all = 0;
        double atMost = 0;
        double atLeast = 0;
        for (int s = 0; s < counts.length; s++) {
            all += counts[s];
            atMost += s <= observed ? counts[s] : 0;
            atLeast += s >= observed ? counts[s] : 0;
        }
        return Math.min(1, 2 * Math.min(atMost, atLeast) / all);
    }

    /** How many orders of n have each sum: the i-th place takes a rank not yet taken. Counts are whole numbers. */
    private static double[] squares(int n) {
        int length = n * (n * n - 1) / 3 + 1;
        double[][] counts = new double[1 << n][];
        counts[0] = new double[length];
        counts[0][0] = 1;
        for (int taken = 0; taken < counts.length - 1; taken++) {
            int place = Integer.bitCount(taken);
            for (int rank = 0; rank < n; rank++) {
                int next = taken | 1 << rank;
                if (next != taken) {
                    counts[next] = counts[next] == null ? new double[length] : counts[next];
                    add(counts[taken], counts[next], (rank - place) * (rank - place));
                }
            }
            counts[taken] = null;
        }
        return counts[counts.length - 1];
    }

    private static void add(double[] from, double[] to, int shift) {
        for (int s = 0; s + shift < to.length; s++) {
            to[s + shift] += from[s];
        }
    }
}
