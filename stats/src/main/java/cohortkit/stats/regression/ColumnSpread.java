package cohortkit.stats.regression;

/**
 * The mean of a column and the root mean square of what lies around it. One pass over deviations from the first block's
 * mean; a second where that mean was too far off to serve, so that no digits are lost to cancellation.
 */
final class ColumnSpread {

    private static final int ROWS = Block.ROWS;

    /** A pivot further from the mean than this many standard deviations costs digits. */
    private static final double FAR = 4;

    /** A column with so large a range, relative to its numbers, varies, whatever else there is in it. */
    private static final double CLEAR = 1e-6;

    private final DesignColumn column;
    private final int rows;
    private final boolean centered;
    private final double[] block = new double[ROWS];
    private double least = Double.POSITIVE_INFINITY;
    private double most = Double.NEGATIVE_INFINITY;
    private double center;
    private double scale;

    /** Around the mean if {@code centered}, around 0 otherwise. */
    ColumnSpread(DesignColumn column, int rows, boolean centered) {
        this.column = column;
        this.rows = rows;
        this.centered = centered;
        double pivot = centered ? firstMean() : 0;
        double[] moments = moments(pivot, 1);
        if (centered ? most - least <= 4 * Math.ulp(size()) : size() == 0) {
            return;
        }
        double shift = moments[0] / rows;
        double variance = moments[1] / rows - (centered ? shift * shift : 0);
        if (variance > Double.MIN_NORMAL / Math.ulp(1.0)
                && variance < Double.MAX_VALUE
                && (!centered || shift * shift <= FAR * FAR * variance)) {
            center = centered ? pivot + shift : 0;
            scale = nearestPower(Math.sqrt(variance));
            return;
        }
        findRange();
        double size = size();
        center = centered ? pivot + moments(pivot, size)[0] / rows * size : 0;
        scale = nearestPower(size * Math.sqrt(moments(center, size)[1] / rows));
    }

    /** The mean; 0 if it was not to be centered, or if the column is the same everywhere. */
    double center() {
        return center;
    }

    /** The power of two next to the spread; 0 if the column is the same everywhere, to rounding. */
    double scale() {
        return scale;
    }

    /** Scaling by it rounds nothing. */
    static double nearestPower(double x) {
        return Math.scalb(1.0, Math.getExponent(x * Math.sqrt(2)));
    }

    private double firstMean() {
        int count = Math.min(ROWS, rows);
        column.fill(block, 0, count);
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += block[i] / count;
        }
        return sum;
    }

    /** The sum of the deviations from a pivot and of their squares, in a unit that keeps the squares finite. */
    private double[] moments(double pivot, double unit) {
        double[] sums = new double[2];
        for (int from = 0; from < rows; from += ROWS) {
            int count = Math.min(ROWS, rows - from);
            column.fill(block, from, count);
            if (!varies()) {
                range(count);
            }
            for (int i = 0; i < count; i++) {
                block[i] -= pivot;
            }
            for (int i = 0; i < count && unit != 1; i++) {
                block[i] /= unit;
            }
            add(count, sums);
        }
        return sums;
    }

    /** Whether the range that is known is enough to tell. */
    private boolean varies() {
        return centered ? most - least > CLEAR * size() : most > least && size() > 0;
    }

    private double size() {
        return Math.max(Math.abs(least), Math.abs(most));
    }

    private void findRange() {
        for (int from = 0; from < rows; from += ROWS) {
            int count = Math.min(ROWS, rows - from);
            column.fill(block, from, count);
            range(count);
        }
    }

    private void range(int count) {
        double low = least;
        double high = most;
        for (int i = 0; i < count; i++) {
            double x = block[i];
            low = x < low ? x : low;
            high = x > high ? x : high;
        }
        least = low;
        most = high;
    }

    /** Of a whole block in four sums each that do not wait for each other. */
    private void add(int count, double[] sums) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        double aa = 0;
        double bb = 0;
        double cc = 0;
        double dd = 0;
        int i = 0;
        for (; count == ROWS && i < ROWS; i += 4) {
            a += block[i];
            b += block[i + 1];
            c += block[i + 2];
            d += block[i + 3];
            aa += block[i] * block[i];
            bb += block[i + 1] * block[i + 1];
            cc += block[i + 2] * block[i + 2];
            dd += block[i + 3] * block[i + 3];
        }
        for (; i < count; i++) {
            a += block[i];
            aa += block[i] * block[i];
        }
        sums[0] += (a + b) + (c + d);
        sums[1] += (aa + bb) + (cc + dd);
    }
}
