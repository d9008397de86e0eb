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
    final double[] deviance = new double[ROWS];
    int count;

    /** How many numbers of {@link #deviance} are set; their sum is the deviance of the rows. */
    int deviances;

    private final double[] offset = new double[ROWS];

    Block(int columns) {
        this.z = new double[columns][ROWS];
    }

    void fill(Design design, ModelFrame frame, int from) {
        count = Math.min(ROWS, frame.size() - from);
        design.fill(z, from, count);
        System.arraycopy(frame.outcome(), from, outcome, 0, count);
        System.arraycopy(frame.weights(), from, weight, 0, count);
        if (frame.isShifted()) {
            System.arraycopy(frame.offset(), from, offset, 0, count);
        } else {
            Arrays.fill(offset, 0, count, 0);
        }
    }

    /** All but the columns. */
    void fill(double[] outcomes, double[] weights, double[] offsets, int from, int rows) {
        count = rows;
        System.arraycopy(outcomes, from, outcome, 0, count);
        System.arraycopy(weights, from, weight, 0, count);
        System.arraycopy(offsets, from, offset, 0, count);
    }

    /** Patterns instead of rows, all with this outcome and without offset. */
    void fillPatterns(Design design, double sameOutcome, double[] weights, int from) {
        count = Math.min(ROWS, weights.length - from);
        design.fillPatterns(z, from, count);
        Arrays.fill(outcome, 0, count, sameOutcome);
        System.arraycopy(weights, from, weight, 0, count);
        Arrays.fill(offset, 0, count, 0);
    }

    /** Sets eta = offset + z coefficients. */
    void predict(double[] coefficients) {
        System.arraycopy(offset, 0, eta, 0, count);
        addProducts(coefficients);
    }

    /** z coefficients alone, without the offset. */
    double[] direction(double[] coefficients) {
        Arrays.fill(eta, 0, count, 0);
        addProducts(coefficients);
        return eta;
    }

    private void addProducts(double[] coefficients) {
        int j = 0;
        for (; j + 2 <= z.length; j += 2) {
            add(coefficients[j], z[j], coefficients[j + 1], z[j + 1]);
        }
        for (; j < z.length; j++) {
            add(coefficients[j], z[j], 0, z[j]);
        }
    }

    private void add(double b, double[] column, double c, double[] other) {
        for (int i = 0; i < count; i++) {
            eta[i] += b * column[i] + c * other[i];
        }
    }

    static double dot(double[] x, double[] y, int count) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }
}
