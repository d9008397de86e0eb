package cohortkit.stats.table;

import java.util.Arrays;

/**
 * A set of tables with given rows, as runs of c for each a: what an unconditional test rejects. Its probability takes a
 * time that grows with the number of people, not of tables.
 */
final class TableSet {

    private final int[][] runs;
    private final int unexposed;

    /** Whether a table of so many events in each row belongs to the set. */
    interface Rule {
        boolean holds(int a, int c);
    }

    private TableSet(int[][] runs, int unexposed) {
        this.runs = runs;
        this.unexposed = unexposed;
    }

    static TableSet of(int exposed, int unexposed, Rule rule) {
        int[][] runs = new int[exposed + 1][];
        int[] row = new int[unexposed + 3];
        for (int a = 0; a <= exposed; a++) {
            int ends = 0;
            boolean inside = false;
            for (int c = 0; c <= unexposed + 1; c++) {
                boolean holds = c <= unexposed && rule.holds(a, c);
                if (holds != inside) {
                    row[ends++] = c;
                    inside = holds;
                }
            }
            runs[a] = Arrays.copyOf(row, ends);
        }
        return new TableSet(runs, unexposed);
    }

    /** The same for a rule that holds for c up to a bound that does not fall as a grows. */
    static TableSet stairs(int exposed, int unexposed, Rule rule) {
        int[][] runs = new int[exposed + 1][];
        int c = 0;
        for (int a = 0; a <= exposed; a++) {
            while (c <= unexposed && rule.holds(a, c)) {
                c++;
            }
            runs[a] = c == 0 ? new int[0] : new int[] {0, c};
        }
        return new TableSet(runs, unexposed);
    }

    int exposed() {
        return runs.length - 1;
    }

    int unexposed() {
        return unexposed;
    }

    boolean isSame(TableSet other) {
        return Arrays.deepEquals(runs, other.runs);
    }

    /** The probability of the set where the two risks are these. */
    double probability(double exposedRisk, double unexposedRisk) {
        double[] of = weights(runs.length - 1, exposedRisk);
        double[] below = new double[unexposed + 2];
        double[] weights = weights(unexposed, unexposedRisk);
        for (int c = 0; c <= unexposed; c++) {
            below[c + 1] = below[c] + weights[c];
        }
        double sum = 0;
        for (int a = 0; a < runs.length; a++) {
            int[] row = runs[a];
            for (int i = 0; i < row.length; i += 2) {
                sum += of[a] * (below[row[i + 1]] - below[row[i]]);
            }
        }
        return Math.min(1, sum);
    }

    /** Binomial probabilities, outwards from the mode. */
    private static double[] weights(int n, double p) {
        double[] weights = new double[n + 1];
        int mode = (int) Math.min(n, (n + 1) * p);
        double odds = p / (1 - p);
        weights[mode] = 1;
        double sum = 1;
        for (int x = mode; x < n && weights[x] > 0; x++) {
            weights[x + 1] = weights[x] * ((double) (n - x) / (x + 1) * odds);
            sum += weights[x + 1];
        }
        for (int x = mode; x > 0 && weights[x] > 0; x--) {
            weights[x - 1] = weights[x] * (x / ((n - x + 1) * odds));
            sum += weights[x - 1];
        }
        for (int x = 0; x <= n; x++) {
            weights[x] /= sum;
        }
        return weights;
    }
}
