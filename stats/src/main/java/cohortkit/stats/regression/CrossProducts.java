package cohortkit.stats.regression;

/**
 * Sums of weighted products of all pairs of columns, z' diag(weights) z, a block of rows at a time. Tiles of two by four
 * columns keep eight sums in registers, so that each number that is loaded is used more than once; sums of doubles are
 * not vectorised by themselves.
 */
final class CrossProducts {

    private static final int WIDTH = 4;

    private static final double[] ZERO = new double[Block.ROWS];

    private final int size;
    private final double[][] sums;
    private final double[] first = new double[Block.ROWS];
    private final double[] second = new double[Block.ROWS];
    private final double[] tile = new double[2 * WIDTH];

    /** Adds to the upper triangle of {@code sums}. */
    CrossProducts(double[][] sums) {
        this.size = sums.length;
        this.sums = sums;
    }

    void add(double[][] z, double[] weights, int count) {
        for (int j = 0; j < size; j += 2) {
            boolean pair = j + 1 < size;
            weigh(first, weights, z[j], count);
            if (pair) {
                weigh(second, weights, z[j + 1], count);
            }
            for (int k = 0; k <= j + 1 && k < size; k += WIDTH) {
                products(
                        first,
                        pair ? second : ZERO,
                        z[k],
                        k + 1 < size ? z[k + 1] : ZERO,
                        k + 2 < size ? z[k + 2] : ZERO,
                        k + 3 < size ? z[k + 3] : ZERO,
                        count,
                        tile);
                spread(j, k, pair);
            }
        }
    }

    private void spread(int j, int k, boolean pair) {
        for (int m = 0; m < WIDTH; m++) {
            if (k + m <= j) {
                sums[k + m][j] += tile[m];
            }
            if (pair && k + m <= j + 1) {
                sums[k + m][j + 1] += tile[WIDTH + m];
            }
        }
    }

    private static void weigh(double[] target, double[] weights, double[] column, int count) {
        for (int i = 0; i < count; i++) {
            target[i] = weights[i] * column[i];
        }
    }

    private static void products(
            double[] x, double[] y, double[] a, double[] b, double[] c, double[] d, int count, double[] tile) {
        double xa = 0;
        double xb = 0;
        double xc = 0;
        double xd = 0;
        double ya = 0;
        double yb = 0;
        double yc = 0;
        double yd = 0;
        for (int i = 0; i < count; i++) {
            double u = x[i];
            double v = y[i];
            double e = a[i];
            double f = b[i];
            double g = c[i];
            double h = d[i];
            xa += u * e;
            xb += u * f;
            xc += u * g;
            xd += u * h;
            ya += v * e;
            yb += v * f;
            yc += v * g;
            yd += v * h;
        }
        tile[0] = xa;
        tile[1] = xb;
        tile[2] = xc;
        tile[3] = xd;
        tile[4] = ya;
        tile[5] = yb;
        tile[6] = yc;
        tile[7] = yd;
    }

    /** Adds z' weights, a column each. */
    static void add(double[][] z, double[] weights, int count, double[] sums) {
        int j = 0;
        for (; j + WIDTH <= sums.length; j += WIDTH) {
            double[] a = z[j];
            double[] b = z[j + 1];
            double[] c = z[j + 2];
            double[] d = z[j + 3];
            double e = 0;
            double f = 0;
            double g = 0;
            double h = 0;
            for (int i = 0; i < count; i++) {
                double w = weights[i];
                e += w * a[i];
                f += w * b[i];
                g += w * c[i];
                h += w * d[i];
            }
            sums[j] += e;
            sums[j + 1] += f;
            sums[j + 2] += g;
            sums[j + 3] += h;
        }
        for (; j < sums.length; j++) {
            sums[j] += Block.dot(weights, z[j], count);
        }
    }
}
