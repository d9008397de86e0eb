package cohortkit.stats.regression;

import java.util.Arrays;

/** Coefficients that give every row a risk between 0 and 1: the least-squares fit of equal linear predictors. */
final class PossibleStart {

    private static final double[] LOWER = {0.5, 1, 3, 10, 30};

    private final Design design;
    private final ModelFrame frame;

    PossibleStart(Design design, ModelFrame frame) {
        this.design = design;
        this.frame = frame;
    }

    /** The first that is possible, the given one if it is; otherwise the last. */
    double[] of(BoundaryLikelihood likelihood, double[] flat) {
        double[] start = flat;
        for (int i = 0; i < LOWER.length && !likelihood.at(start).possible; i++) {
            start = leastSquares(-LOWER[i]);
        }
        return start;
    }

    private double[] leastSquares(double eta) {
        int p = design.size();
        double[] zero = new double[p];
        double[] right = new double[p];
        double[][] cross = new double[p][p];
        RowScores.etas(design, frame, zero, (row, z, offset) -> {
            for (int j = 0; j < p; j++) {
                right[j] += z[j] * (eta - offset);
                for (int k = 0; k <= j; k++) {
                    cross[k][j] += z[j] * z[k];
                }
            }
        });
        Cholesky cholesky = Cholesky.of(cross, 0);
        return cholesky.isFull(p) ? cholesky.solve(right) : Arrays.copyOf(zero, p);
    }
}
