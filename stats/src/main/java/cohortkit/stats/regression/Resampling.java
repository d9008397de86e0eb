package cohortkit.stats.regression;

import cohortkit.core.InputException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Draws units, rows or clusters, and fits again from the estimates, each row weighted by how often it was drawn. */
final class Resampling {

    private final Estimation estimation;
    private final String units;
    private final int[] unit;
    private final int count;
    private final int[][] strata;

    private Resampling(Fit fit, String units, int[] unit, int count) {
        this(fit, units, unit, new int[][] {IntStream.range(0, count).toArray()});
    }

    private Resampling(Fit fit, String units, int[] unit, int[][] strata) {
        this.estimation = fit.estimation();
        this.units = units;
        this.unit = unit;
        this.strata = strata;
        this.count = Arrays.stream(strata).mapToInt(stratum -> stratum.length).sum();
        Weights weights = fit.model().weights();
        if (weights.kind() == Weights.Kind.FREQUENCY && weights.variable().isPresent()) {
            throw new InputException("rows with " + weights + " stand for many people, and drawing rows would not draw"
                    + " people; repeat the rows, one a person");
        }
    }

    static Resampling ofRows(Fit fit) {
        int rows = fit.estimation().frame().size();
        int[] unit = new int[rows];
        Arrays.setAll(unit, i -> i);
        return new Resampling(fit, "rows", unit, rows);
    }

    static Resampling ofClusters(Fit fit, String variable) {
        Clusters clusters = Clusters.of(fit.estimation(), variable);
        int[] unit = new int[fit.estimation().frame().size()];
        Arrays.setAll(unit, clusters::of);
        return new Resampling(fit, "clusters of " + variable, unit, clusters.count());
    }

    /** The same units, drawn anew within each stratum, so many as it has. */
    Resampling within(Fit fit, String stratum) {
        Clusters groups = Clusters.of(estimation, stratum);
        int[] of = new int[count];
        Arrays.fill(of, -1);
        List<List<Integer>> members = Stream.generate(() -> (List<Integer>) new ArrayList<Integer>())
                .limit(groups.count())
                .toList();
        for (int row = 0; row < unit.length; row++) {
            int group = groups.of(row);
            if (of[unit[row]] < 0) {
                of[unit[row]] = group;
                members.get(group).add(unit[row]);
            } else if (of[unit[row]] != group) {
                throw new InputException(
                        "a cluster of " + units.replace("clusters of ", "'") + "' lies in several strata of '" + stratum
                                + "'; draw clusters that lie within strata, or rows");
            }
        }
        int[][] drawn = members.stream()
                .map(units -> units.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
        return new Resampling(fit, units + " within strata of " + stratum, unit, drawn);
    }

    String units() {
        return units;
    }

    /** Raw estimates in the order of the fit's terms; empty if there is no finite one. */
    double[] estimates(SplittableRandom random) {
        double[] times = new double[count];
        for (int[] stratum : strata) {
            for (int i = 0; i < stratum.length; i++) {
                times[stratum[random.nextInt(stratum.length)]]++;
            }
        }
        double[] factor = new double[unit.length];
        Arrays.setAll(factor, row -> times[unit[row]]);
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
        Arrays.setAll(ordered, j -> raw[order[j]]);
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
        if (strata.length > 1) {
            Arrays.stream(influence).forEach(this::center);
        }
        return influence;
    }

    /** A stratum keeps its size, so that only differences within it count (Davison and Hinkley 1997, section 3.2). */
    private void center(double[] influence) {
        for (int[] stratum : strata) {
            double mean = Arrays.stream(stratum)
                    .mapToDouble(i -> influence[i])
                    .average()
                    .orElse(0);
            Arrays.stream(stratum).forEach(i -> influence[i] -= mean);
        }
    }
}
