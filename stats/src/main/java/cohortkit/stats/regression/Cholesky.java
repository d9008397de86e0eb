package cohortkit.stats.regression;

import java.util.Arrays;

/**
 * The upper triangular R with A = R'R of a symmetric matrix, taken column by column in order. A column whose part
 * outside the earlier ones has less than {@code tolerance} of its square length is dependent and skipped, so that of a
 * set of collinear terms the last is named, as R does.
 */
final class Cholesky {

    private final double[][] upper;
    private final int[] kept;
    private final double smallest;

    private Cholesky(double[][] upper, int[] kept, double smallest) {
        this.upper = upper;
        this.kept = kept;
        this.smallest = smallest;
    }

    /** Only the upper triangle of {@code a} is read. */
    static Cholesky of(double[][] a, double tolerance) {
        int p = a.length;
        double[][] r = new double[p][p];
        int[] kept = new int[p];
        int rank = 0;
        double smallest = 1;
        for (int j = 0; j < p; j++) {
            double rest = a[j][j];
            for (int i = 0; i < rank; i++) {
                double sum = a[kept[i]][j];
                for (int k = 0; k < i; k++) {
                    sum -= r[k][i] * r[k][rank];
                }
                r[i][rank] = sum / r[i][i];
                rest -= r[i][rank] * r[i][rank];
            }
            if (rest > tolerance * a[j][j]) {
                r[rank][rank] = Math.sqrt(rest);
                smallest = Math.min(smallest, rest / a[j][j]);
                kept[rank++] = j;
            }
        }
        double[][] upper = new double[rank][];
        for (int i = 0; i < rank; i++) {
            upper[i] = Arrays.copyOf(r[i], rank);
        }
        return new Cholesky(upper, Arrays.copyOf(kept, rank), smallest);
    }

    /** Positions of the independent columns, ascending. */
    int[] kept() {
        return kept;
    }

    /** The smallest share of a kept column's square length that the earlier ones leave over; 1 if all are orthogonal. */
    double smallestShare() {
        return smallest;
    }

    boolean isFull(int size) {
        return kept.length == size;
    }

    /** R, among the kept columns. */
    double[][] upper() {
        return upper;
    }

    /** x with R'R x = b. */
    double[] solve(double[] b) {
        int p = upper.length;
        double[] x = b.clone();
        for (int i = 0; i < p; i++) {
            for (int k = 0; k < i; k++) {
                x[i] -= upper[k][i] * x[k];
            }
            x[i] /= upper[i][i];
        }
        return backward(x);
    }

    /** x with R x = b. */
    double[] backward(double[] b) {
        double[] x = b.clone();
        for (int i = upper.length - 1; i >= 0; i--) {
            for (int k = i + 1; k < upper.length; k++) {
                x[i] -= upper[i][k] * x[k];
            }
            x[i] /= upper[i][i];
        }
        return x;
    }

    /** The inverse of A, symmetric. */
    double[][] inverse() {
        int p = upper.length;
        double[][] inverse = new double[p][];
        for (int j = 0; j < p; j++) {
            double[] unit = new double[p];
            unit[j] = 1;
            inverse[j] = solve(unit);
        }
        for (int i = 0; i < p; i++) {
            for (int j = 0; j < i; j++) {
                inverse[i][j] = inverse[j][i];
            }
        }
        return inverse;
    }
}
