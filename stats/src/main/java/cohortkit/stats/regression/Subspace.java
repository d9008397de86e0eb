package cohortkit.stats.regression;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Part of a model's coefficients: all of them, or those that leave one linear combination at a value b. The linear
 * predictor is offset + b {@link #shift} + {@link #columns} times free coefficients. Columns that these rows do not
 * tell from others are left out.
 */
final class Subspace {

    /** Of a column's square length, relative to the spread of the whole column, or to what other columns leave over. */
    private static final double DEPENDENT = 1e-11;

    private final double[][] columns;
    private final int[] kept;
    private final double[] shift;

    private Subspace(double[][] all, double[] shift) {
        this.kept = independent(all);
        this.columns = Arrays.stream(kept).mapToObj(j -> all[j]).toArray(double[][]::new);
        this.shift = shift;
    }

    static Subspace whole(Patterns rows) {
        return new Subspace(rows.columns(), new double[rows.size()]);
    }

    /** The coefficients c with {@code direction' c} = b: the one that the direction leans on most is left out. */
    static Subspace held(Patterns rows, double[] direction) {
        double[][] z = rows.columns();
        int out = 0;
        for (int k = 1; k < direction.length; k++) {
            out = Math.abs(direction[k]) > Math.abs(direction[out]) ? k : out;
        }
        double[] shift = new double[rows.size()];
        for (int i = 0; i < shift.length; i++) {
            shift[i] = z[out][i] / direction[out];
        }
        double[][] rest = new double[z.length - 1][rows.size()];
        for (int l = 0; l < rest.length; l++) {
            int from = l < out ? l : l + 1;
            for (int i = 0; i < shift.length; i++) {
                rest[l][i] = z[from][i] - direction[from] * shift[i];
            }
        }
        return new Subspace(rest, shift);
    }

    private static int[] independent(double[][] all) {
        double[][] cross = new double[all.length][all.length];
        for (int j = 0; j < all.length; j++) {
            for (int k = j; k < all.length; k++) {
                cross[j][k] = Step.dot(all[j], all[k]);
            }
        }
        int[] present = IntStream.range(0, all.length)
                .filter(j -> cross[j][j] > DEPENDENT * DEPENDENT)
                .toArray();
        double[][] some = new double[present.length][present.length];
        for (int j = 0; j < present.length; j++) {
            for (int k = j; k < present.length; k++) {
                some[j][k] = cross[present[j]][present[k]];
            }
        }
        return Arrays.stream(Cholesky.of(some, DEPENDENT).kept())
                .map(j -> present[j])
                .toArray();
    }

    /** One array a free coefficient, one value a pattern. */
    double[][] columns() {
        return columns;
    }

    /** Which of all columns they are. */
    int[] kept() {
        return kept;
    }

    /** By how much each linear predictor grows with the held combination. */
    double[] shift() {
        return shift;
    }
}
