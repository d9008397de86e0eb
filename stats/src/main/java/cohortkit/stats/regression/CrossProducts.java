package cohortkit.stats.regression;

/**
 * Sums of weighted products of all pairs of columns, z' diag(weights) z, a block of rows at a time. Tiles of three by
 * three columns keep nine sums in registers, as many as the oldest processors have, so that each number that is loaded
 * is used more than once; sums of doubles are not vectorised by themselves.
 */
final class CrossProducts {

    private static final int WIDTH = 3;

    private static final double[] ZERO = new double[Block.ROWS];

    private final int size;
    private final double[][] sums;
    private final double[] first = new double[Block.ROWS];
    private final double[] second = new double[Block.ROWS];
    private final double[] third = new double[Block.ROWS];
    private final double[] tile = new double[WIDTH * WIDTH];

    /** Adds to the upper triangle of {@code sums}. */
    CrossProducts(double[][] sums) {
        this.size = sums.length;
        this.sums = sums;
    }

    void add(double[][] z, double[] weights, int count) {
        for (int j = 0; j < size; j += WIDTH) {
            weigh(first, weights, z[j], count);
            weigh(second, weights, column(z, j + 1), count);
            weigh(third, weights, column(z, j + 2), count);
            for (int k = 0; k <= j; k += WIDTH) {
                products(first, second, third, z[k], column(z, k + 1), column(z, k + 2), count, tile);
                spread(j, k);
            }
        }
    }

    private double[] column(double[][] z, int j) {
        return j < size ? z[j] : ZERO;
    }

    private void spread(int j, int k) {
        for (int l = 0; l < WIDTH && j + l < size; l++) {
            for (int m = 0; m < WIDTH && k + m <= j + l; m++) {
                sums[k + m][j + l] += tile[l * WIDTH + m];
            }
        }
    }

    static void weigh(double[] target, double[] weights, double[] column, int count) {
        for (int i = 0; i < count; i++) {
            target[i] = weights[i] * column[i];
        }
    }

    private static void products(
            double[] x, double[] y, double[] z, double[] a, double[] b, double[] c, int count, double[] tile) {
        double xa = 0;
        double xb = 0;
        double xc = 0;
        double ya = 0;
        double yb = 0;
        double yc = 0;
        double za = 0;
        double zb = 0;
        double zc = 0;
        for (int i = 0; i < count; i++) {
            double u = x[i];
            double v = y[i];
            double w = z[i];
            double e = a[i];
            double f = b[i];
            double g = c[i];
            xa += u * e;
            xb += u * f;
            xc += u * g;
            ya += v * e;
            yb += v * f;
            yc += v * g;
            za += w * e;
            zb += w * f;
            zc += w * g;
        }
        tile[0] = xa;
        tile[1] = xb;
        tile[2] = xc;
        tile[3] = ya;
        tile[4] = yb;
        tile[5] = yc;
        tile[6] = za;
        tile[7] = zb;
        tile[8] = zc;
    }

    /** Adds z' weights, a column each. */
    static void add(double[][] z, double[] weights, int count, double[] sums) {
        int j = 0;
        for (; j + 7 <= sums.length; j += 7) {
            addSeven(z, j, weights, count, sums);
        }
        for (; j < sums.length; j++) {
            sums[j] += Block.dot(weights, z[j], count);
        }
    }

    private static void addSeven(double[][] z, int j, double[] weights, int count, double[] sums) {
        double[] a = z[j];
        double[] b = z[j + 1];
        double[] c = z[j + 2];
        double[] d = z[j + 3];
        double[] e = z[j + 4];
        double[] f = z[j + 5];
        double[] g = z[j + 6];
        double sa = 0;
        double sb = 0;
        double sc = 0;
        double sd = 0;
        double se = 0;
        double sf = 0;
        double sg = 0;
        for (int i = 0; i < count; i++) {
            double w = weights[i];
            sa += w * a[i];
            sb += w * b[i];
            sc += w * c[i];
            sd += w * d[i];
            se += w * e[i];
            sf += w * f[i];
            sg += w * g[i];
        }
        sums[j] += sa;
        sums[j + 1] += sb;
        sums[j + 2] += sc;
        sums[j + 3] += sd;
        sums[j + 4] += se;
        sums[j + 5] += sf;
        sums[j + 6] += sg;
    }
}
