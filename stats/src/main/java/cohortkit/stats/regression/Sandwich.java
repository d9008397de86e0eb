package cohortkit.stats.regression;

import cohortkit.core.InputException;

/** Covariances from the rows' own scores, between two inverses of the information. */
final class Sandwich {

    /** A leverage this near to 1 leaves no residual to measure an error by. */
    private static final double ALL = 1 - 1e-12;

    private final Estimation estimation;
    private final Cholesky information;
    private final int p;

    Sandwich(Estimation estimation) {
        this.estimation = estimation;
        this.information = estimation.solution().information();
        this.p = estimation.size();
    }

    double[][] robust(StandardErrors.Robust type) {
        ModelFrame frame = estimation.frame();
        double[][] sum = new double[p][p];
        RowScores.visit(estimation, (row, z, score, share) -> {
            double repeats = frame.repeats(row);
            double unit = score / repeats;
            double by = 1;
            if (type == StandardErrors.Robust.HC2 || type == StandardErrors.Robust.HC3) {
                double rest = rest(type, row, share / repeats * Step.dot(z, information.solve(z)));
                by = type == StandardErrors.Robust.HC2 ? rest : rest * rest;
            }
            add(sum, z, repeats * unit * unit / by);
        });
        return between(sum, factor(type));
    }

    private double rest(StandardErrors.Robust type, int row, double leverage) {
        if (leverage >= ALL) {
            throw new InputException(type + " errors are not defined: the row "
                    + (estimation.frame().rows()[row] + 1)
                    + " has leverage 1, that is, a coefficient of its own; ask for HC1 or leave that term out");
        }
        return 1 - leverage;
    }

    private double factor(StandardErrors.Robust type) {
        double n = estimation.frame().observations();
        boolean linear = estimation.model().family().estimatesDispersion();
        return switch (type) {
            case HC1 -> hc1(type, n);
            case STATA -> linear ? hc1(type, n) : n / (n - 1);
            default -> 1;
        };
    }

    private double hc1(StandardErrors type, double n) {
        if (n <= p) {
            throw new InputException(type + " errors need more observations than coefficients; there are "
                    + estimation.frame().observations() + " and " + p + ". Ask for HC0");
        }
        return n / (n - p);
    }

    double[][] clustered(Clusters clusters, ClusterFactor factor) {
        double[][] scores = new double[clusters.count()][p];
        RowScores.visit(estimation, (row, z, score, share) -> {
            double[] own = scores[clusters.of(row)];
            for (int j = 0; j < p; j++) {
                own[j] += score * z[j];
            }
        });
        double[][] sum = new double[p][p];
        for (double[] score : scores) {
            add(sum, score, 1);
        }
        return between(sum, factor.of(estimation, clusters.count()));
    }

    private void add(double[][] sum, double[] z, double share) {
        for (int j = 0; j < p; j++) {
            for (int k = 0; k <= j; k++) {
                sum[j][k] += share * z[j] * z[k];
            }
        }
    }

    /** A^-1 sum A^-1, with only the lower triangle of the sum set. */
    private double[][] between(double[][] sum, double factor) {
        double[][] half = new double[p][];
        for (int j = 0; j < p; j++) {
            for (int k = 0; k < j; k++) {
                sum[k][j] = sum[j][k];
            }
        }
        for (int j = 0; j < p; j++) {
            half[j] = information.solve(sum[j]);
        }
        double[][] covariance = new double[p][p];
        for (int j = 0; j < p; j++) {
            double[] column = new double[p];
            for (int k = 0; k < p; k++) {
                column[k] = half[k][j];
            }
            covariance[j] = information.solve(column);
            for (int k = 0; k < p; k++) {
                covariance[j][k] *= factor;
            }
        }
        return covariance;
    }
}
