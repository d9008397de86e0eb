package cohortkit.stats.regression;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The change of variables in which a fit is computed: columns are centered and brought to a variance near 1, and, where
 * they are nearly collinear, made orthogonal. Coefficients return by the inverse. Without it a column around 1e8, or
 * two columns that differ in the sixth digit, would cost all digits.
 */
final class Basis {

    /** Columns that leave less than this share of their square length are linear combinations of the earlier ones. */
    private static final double DEPENDENT = 1e-13;

    /** Below this share, normal equations would lose more than four digits. */
    private static final double ILL_CONDITIONED = 1e-4;

    private final int[] kept;
    private final double[] center;
    private final double[] scale;
    private final boolean[] constant;
    private final Cholesky orthogonal;
    private final boolean orthogonalized;

    private Basis(int[] kept, double[] centers, double[] scales, boolean[] constants, Cholesky cholesky) {
        this.kept = kept;
        this.orthogonal = cholesky;
        this.orthogonalized = cholesky.smallestShare() < ILL_CONDITIONED;
        int p = kept.length;
        this.center = new double[p];
        this.scale = new double[p];
        this.constant = new boolean[p];
        for (int j = 0; j < p; j++) {
            center[j] = centers[kept[j]];
            scale[j] = scales[kept[j]];
            constant[j] = constants[kept[j]];
        }
    }

    /** Finds the independent columns and their scaling. */
    static Basis of(List<DesignColumn> columns, Set<DesignColumn> constants, int rows) {
        Scaling scaling = new Scaling(columns, constants, rows);
        int[] order = scaling.usable();
        Optional<Basis> clear = scaling.partOfCrossProducts(order)
                .map(part -> Cholesky.of(part, DEPENDENT))
                .filter(part -> isClear(part, order.length))
                .map(part -> new Basis(order, scaling.center, scaling.scale, scaling.constant, part));
        return clear.isPresent()
                ? clear.get()
                : of(scaling.crossProducts(order), order, scaling.center, scaling.scale, scaling.constant);
    }

    /**
     * Whether some of the rows are enough to tell that all columns are independent and well-conditioned: what a column has
     * outside of those before it can only grow with more rows, and its mean square over all rows is at most 2.
     */
    private static boolean isClear(Cholesky part, int size) {
        if (!part.isFull(size)) {
            return false;
        }
        for (int j = 0; j < size; j++) {
            if (part.upper()[j][j] * part.upper()[j][j] < 3 * ILL_CONDITIONED) {
                return false;
            }
        }
        return true;
    }

    /** From the mean products of standardized columns in some order. */
    static Basis of(double[][] cross, int[] order, double[] center, double[] scale, boolean[] constant) {
        Cholesky all = Cholesky.of(cross, DEPENDENT);
        int[] kept = java.util.Arrays.stream(all.kept()).map(i -> order[i]).toArray();
        return new Basis(kept, center, scale, constant, all);
    }

    /** Positions of the columns in use, the constant's first. */
    int[] kept() {
        return kept;
    }

    int size() {
        return kept.length;
    }

    /** Turns raw columns of a block into working columns, in place. */
    void toWorking(double[][] z, int count) {
        for (int j = 0; j < z.length; j++) {
            double[] column = z[j];
            if (!constant[j]) {
                standardize(column, center[j], 1 / scale[j], count);
            }
            if (orthogonalized) {
                subtractEarlier(z, j, count);
            }
        }
    }

    /** A scale is a power of two: its inverse is exact. */
    static void standardize(double[] column, double center, double inverseScale, int count) {
        for (int i = 0; i < count; i++) {
            column[i] = (column[i] - center) * inverseScale;
        }
    }

    private void subtractEarlier(double[][] z, int j, int count) {
        double[][] upper = orthogonal.upper();
        double[] column = z[j];
        for (int k = 0; k < j; k++) {
            double share = upper[k][j];
            double[] earlier = z[k];
            for (int i = 0; i < count; i++) {
                column[i] -= share * earlier[i];
            }
        }
        double length = upper[j][j];
        for (int i = 0; i < count; i++) {
            column[i] /= length;
        }
    }

    /** The matrix that turns working coefficients into those of the raw columns; a linear map of the estimates. */
    double[][] toRaw() {
        int p = size();
        double[][] raw = new double[p][p];
        for (int k = 0; k < p; k++) {
            double[] unit = new double[p];
            unit[k] = 1;
            double[] coefficients = raw(unit);
            for (int j = 0; j < p; j++) {
                raw[j][k] = coefficients[j];
            }
        }
        return raw;
    }

    /** Raw coefficients from working ones. */
    double[] raw(double[] working) {
        double[] raw = orthogonalized ? orthogonal.backward(working) : working.clone();
        double shift = 0;
        for (int j = 0; j < raw.length; j++) {
            raw[j] /= scale[j];
            shift += raw[j] * center[j];
        }
        for (int j = 0; j < raw.length; j++) {
            if (constant[j]) {
                raw[j] -= shift;
            }
        }
        return raw;
    }

    /** Working coefficients of the model in which every row has this linear predictor, where it can be said. */
    double[] flat(double eta) {
        double[] raw = new double[size()];
        for (int j = 0; j < raw.length; j++) {
            raw[j] = constant[j] ? eta : 0;
        }
        if (!orthogonalized) {
            return raw;
        }
        double[][] upper = orthogonal.upper();
        double[] working = new double[raw.length];
        for (int i = 0; i < raw.length; i++) {
            for (int k = i; k < raw.length; k++) {
                working[i] += upper[i][k] * raw[k];
            }
        }
        return working;
    }

    /** A raw coefficient's standard unit, for judging whether it is 0. */
    double scale(int j) {
        return scale[j];
    }
}
