package cohortkit.stats.regression;

import cohortkit.core.InputException;
import java.util.SplittableRandom;

/** Draws units, rows or clusters, and fits again from the estimates, each row weighted by how often it was drawn. */
final class Resampling {

    private final Estimation estimation;
    private final String units;
    private final int[] unit;
    private final int count;

    private Resampling(Fit fit, String units, int[] unit, int count) {
        this.estimation = fit.estimation();
        this.units = units;
        this.unit = unit;
        this.count = count;
        Weights weights = fit.model().weights();
        if (weights.kind() == Weights.Kind.FREQUENCY && weights.variable().isPresent()) {
            throw new InputException("rows with " + weights + " stand for many people, and drawing rows would not draw"
                    + " people; repeat the rows, one a person");
        }
    }

    static Resampling ofRows(Fit fit) {
        int rows = fit.estimation().frame().size();
        int[] unit = new int[rows];
        java.util.Arrays.setAll(unit, i -> i);
        return new Resampling(fit, "rows", unit, rows);
    }

    static Resampling ofClusters(Fit fit, String variable) {
        Clusters clusters = Clusters.of(fit.estimation(), variable);
        int[] unit = new int[fit.estimation().frame().size()];
        java.util.Arrays.setAll(unit, clusters::of);
        return new Resampling(fit, "clusters of " + variable, unit, clusters.count());
    }

    String units() {
        return units;
    }

    /** Raw estimates in the order of the fit's terms; empty if there is no finite one. */
    double[] estimates(SplittableRandom random) {
        double[] times = new double[count];
        for (int i = 0; i < count; i++) {
            times[random.nextInt(count)]++;
        }
        double[] factor = new double[unit.length];
        java.util.Arrays.setAll(factor, row -> times[unit[row]]);
        ModelFrame frame = estimation.frame().times(factor);
        Regression model = estimation.model();
        Likelihood likelihood = new Likelihood(model.family(), model.link(), estimation.design(), frame);
        try {
            // A fitted mean that comes near its edge leads to infinity, or is not told from it.
            Solution solution = new Newton(likelihood, Resampling::refuse)
                    .maximize(estimation.solution().coefficients());
            return inOrder(estimation.design().basis().raw(solution.coefficients()));
        } catch (ConvergenceException e) {
            return new double[0];
        }
    }

    private static void refuse() {
        throw new ConvergenceException("separated");
    }

    private double[] inOrder(double[] raw) {
        int[] order = estimation.design().formulaOrder();
        double[] ordered = new double[order.length];
        java.util.Arrays.setAll(ordered, j -> raw[order[j]]);
        return ordered;
    }

    /** By term and unit: how far the estimate moves without it, to first order (one step of the jackknife). */
    double[][] influence() {
        int p = estimation.size();
        double[][] influence = new double[p][count];
        int[] order = estimation.design().formulaOrder();
        Cholesky information = estimation.solution().information();
        boolean rows = count == unit.length;
        RowScores.visit(estimation, (row, z, score, share) -> {
            double[] solved = information.solve(z);
            double by = rows ? Math.max(1e-12, 1 - share * Step.dot(z, solved)) : 1;
            for (int j = 0; j < p; j++) {
                influence[j][unit[row]] += score * Step.dot(estimation.direction(order[j]), solved) / by;
            }
        });
        return influence;
    }
}
