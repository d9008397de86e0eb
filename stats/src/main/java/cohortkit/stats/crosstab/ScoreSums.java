package cohortkit.stats.crosstab;

import java.util.Arrays;

/**
 * The sum of products of row and column scores in a table: how far it is from what the margins make expect, and its
 * variance given them. Centered scores give both without a loss of digits.
 */
final class ScoreSums {

    private final double excess;
    private final double variance;

    ScoreSums(CrossTable table, Scores rows, Scores columns) {
        double[] u = rows.rows(table);
        double[] v = columns.columns(table);
        double[] terms = new double[u.length * v.length];
        for (int i = 0; i < u.length; i++) {
            for (int j = 0; j < v.length; j++) {
                terms[i * v.length + j] = table.n() == 0 ? 0 : u[i] * v[j] * table.excess(i, j);
            }
        }
        this.excess = Arrays.stream(terms).sum();
        double n = table.n();
        this.variance = n < 2 ? 0 : squares(u, table) / (n - 1) * squares(v, table.transposed());
    }

    /** {@code sum total (score - mean)²} over the rows. */
    static double squares(double[] centered, CrossTable table) {
        double sum = 0;
        for (int i = 0; i < centered.length; i++) {
            sum += centered[i] * centered[i] * table.rowTotal(i);
        }
        return sum;
    }

    double excess() {
        return excess;
    }

    double variance() {
        return variance;
    }
}
