package cohortkit.stats.regression;

import java.util.Arrays;

/** A run of rows that fits the cache: working columns, outcome, weight and offset side by side. Reused. */
final class Block {

    /** Rows of a block; 20 columns of them are 40 kB. */
    static final int ROWS = 256;

    final double[][] z;
    final double[] outcome = new double[ROWS];
    final double[] weight = new double[ROWS];
    final double[] eta = new double[ROWS];
    final double[] score = new double[ROWS];
    final double[] information = new double[ROWS];
    final double[] weighted = new double[ROWS];
    int count;

    private final double[] offset = new double[ROWS];

    Block(int columns) {
        this.z = new double[columns][ROWS];
    }

    void fill(Design design, ModelFrame frame, int from) {
        count = Math.min(ROWS, frame.size() - from);
        design.fill(z, from, count);
        System.arraycopy(frame.outcome(), from, outcome, 0, count);
        System.arraycopy(frame.weights(), from, weight, 0, count);
        System.arraycopy(frame.offset(), from, offset, 0, count);
    }

    /** Sets eta = offset + z coefficients. */
    void predict(double[] coefficients) {
        System.arraycopy(offset, 0, eta, 0, count);
        for (int j = 0; j < z.length; j++) {
            double b = coefficients[j];
            double[] column = z[j];
            for (int i = 0; i < count; i++) {
                eta[i] += b * column[i];
            }
        }
    }

    /** z coefficients alone, without the offset. */
    double[] direction(double[] coefficients) {
        Arrays.fill(eta, 0, count, 0);
        for (int j = 0; j < z.length; j++) {
            for (int i = 0; i < count; i++) {
                eta[i] += coefficients[j] * z[j][i];
            }
        }
        return eta;
    }

    static double dot(double[] x, double[] y, int count) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }
}
