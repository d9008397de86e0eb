package cohortkit.stats.crosstab;

/**
 * A vector and its variance, and the vector's squared length measured in it. Where the variance is singular the vector lies
 * in its range, and the rank says how many directions count. Cholesky with pivots.
 */
final class QuadraticForm {

    private static final double SINGULAR = 1e-11;

    private final double[] vector;
    private final double[][] variance;

    QuadraticForm(int dimension) {
        this.vector = new double[dimension];
        this.variance = new double[dimension][dimension];
    }

    void add(int i, double x) {
        vector[i] += x;
    }

    void add(int i, int j, double x) {
        variance[i][j] += x;
    }

    double value() {
        return eliminate()[0];
    }

    int rank() {
        return (int) eliminate()[1];
    }

    /** Value and rank. */
    private double[] eliminate() {
        int size = vector.length;
        double[] scale = new double[size];
        double[][] rest = new double[size][size];
        double[] left = new double[size];
        for (int i = 0; i < size; i++) {
            scale[i] = variance[i][i] > 0 ? Math.sqrt(variance[i][i]) : 1;
        }
        for (int i = 0; i < size; i++) {
            left[i] = vector[i] / scale[i];
            for (int j = 0; j < size; j++) {
                rest[i][j] = variance[i][j] / scale[i] / scale[j];
            }
        }
        boolean[] done = new boolean[size];
        double sum = 0;
        int rank = 0;
        for (int pivot = largest(rest, done); pivot >= 0; pivot = largest(rest, done)) {
            done[pivot] = true;
            rank++;
            double diagonal = rest[pivot][pivot];
            sum += left[pivot] / diagonal * left[pivot];
            for (int i = 0; i < size; i++) {
                if (!done[i]) {
                    double factor = rest[i][pivot] / diagonal;
                    left[i] -= factor * left[pivot];
                    for (int j = 0; j < size; j++) {
                        rest[i][j] -= factor * rest[pivot][j];
                    }
                }
            }
        }
        return new double[] {sum, rank};
    }

    /** The largest diagonal that is left and is not 0 but for rounding; -1 if there is none. */
    private static int largest(double[][] rest, boolean[] done) {
        int found = -1;
        for (int i = 0; i < rest.length; i++) {
            if (!done[i] && rest[i][i] > SINGULAR && (found < 0 || rest[i][i] > rest[found][found])) {
                found = i;
            }
        }
        return found;
    }
}
