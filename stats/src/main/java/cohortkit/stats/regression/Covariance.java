package cohortkit.stats.regression;

import cohortkit.core.InputException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/** The covariance of a fit's coefficients by one of {@link StandardErrors}, and what they are compared with. */
final class Covariance {

    private static final double ROUNDING = 1e-12;

    private final StandardErrors errors;
    private final double[][] working;
    private final Estimation estimation;
    private final ReferenceDistribution reference;

    private Covariance(
            StandardErrors errors, double[][] working, Estimation estimation, ReferenceDistribution reference) {
        this.errors = errors;
        this.working = working;
        this.reference = reference;
        this.estimation = estimation;
    }

    /** For other errors than the model's own, where they mean something. */
    static Covariance asked(Estimation estimation, StandardErrors errors) {
        Regression model = estimation.model();
        if (errors == StandardErrors.MODEL && model.standardErrors() != StandardErrors.MODEL) {
            throw new InputException("the likelihood of " + model.likelihood()
                    + " is not that of the data, and its errors mean nothing; ask for robust ones");
        }
        if (errors != StandardErrors.MODEL && estimation.limiting().isPresent()) {
            throw estimation.limiting().get().exception().of(errors.label() + " errors");
        }
        if (errors != StandardErrors.MODEL && estimation.boundary().isPresent()) {
            throw estimation.boundary().get().exception(errors.label() + " errors");
        }
        return of(estimation, errors);
    }

    static Covariance of(Estimation estimation, StandardErrors errors) {
        if (errors instanceof StandardErrors.Cluster clusters) {
            Clusters groups = Clusters.of(estimation, clusters.variable());
            return new Covariance(
                    errors,
                    new Sandwich(estimation).clustered(groups, clusters.factor()),
                    estimation,
                    ReferenceDistribution.of(clusters.factor().degreesOfFreedom(estimation, groups.count())));
        }
        if (errors instanceof StandardErrors.TwoWay crossed) {
            return twoWay(estimation, crossed);
        }
        double[][] working = errors == StandardErrors.MODEL
                ? estimation.workingCovariance()
                : new Sandwich(estimation).robust((StandardErrors.Robust) errors);
        return new Covariance(errors, working, estimation, ReferenceDistribution.of(estimation));
    }

    private static Covariance twoWay(Estimation estimation, StandardErrors.TwoWay errors) {
        if (errors.first().equals(errors.second())) {
            throw new InputException("both clusters are those of '" + errors.first() + "'; name two variables or one");
        }
        Clusters first = Clusters.of(estimation, errors.first());
        Clusters second = Clusters.of(estimation, errors.second());
        Sandwich sandwich = new Sandwich(estimation);
        double[][] sum = sandwich.clustered(first, errors.factor());
        double[][] other = sandwich.clustered(second, errors.factor());
        double[][] both = sandwich.clustered(first.crossed(second), errors.factor());
        for (int j = 0; j < sum.length; j++) {
            for (int k = 0; k < sum.length; k++) {
                sum[j][k] += other[j][k] - both[j][k];
            }
        }
        int fewer = Math.min(first.count(), second.count());
        return new Covariance(
                errors,
                sum,
                estimation,
                ReferenceDistribution.of(errors.factor().degreesOfFreedom(estimation, fewer)));
    }

    /** Of a difference of covariances: which terms have no error, and that the matrix is not positive definite. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (!(errors instanceof StandardErrors.TwoWay)) {
            return notes;
        }
        for (int j : estimation.design().formulaOrder()) {
            if (!(sandwiched(j, j) > 0)) {
                notes.add(estimation.design().column(j).name() + " has no standard error by " + errors.label()
                        + ": its variance is not positive, as the clusters of both outweigh those of each; take the"
                        + " clusters of one variable");
            }
        }
        if (isIndefinite()) {
            notes.add("the covariance by " + errors.label() + " is not positive definite: tests of several terms and"
                    + " errors of combinations may not exist");
        }
        return notes;
    }

    private boolean isIndefinite() {
        double[] values = new EigenDecomposition(new Array2DRowRealMatrix(working)).getRealEigenvalues();
        double most = Arrays.stream(values).max().orElse(0);
        return Arrays.stream(values).anyMatch(value -> value < -ROUNDING * most);
    }

    StandardErrors errors() {
        return errors;
    }

    /** Of the working coefficients. */
    double[][] working() {
        return working;
    }

    /** Of two raw coefficients, in the basis' order. */
    double at(int j, int k) {
        return isModel() ? estimation.covariance(j, k) : sandwiched(j, k);
    }

    /** Of these raw coefficients. */
    double[][] matrix(int[] columns) {
        double[][] covariance = new double[columns.length][columns.length];
        for (int j = 0; j < columns.length; j++) {
            for (int k = 0; k < columns.length; k++) {
                covariance[j][k] = at(columns[j], columns[k]);
            }
        }
        return covariance;
    }

    double standardError(int j) {
        return isModel() ? estimation.standardError(j) : Math.sqrt(sandwiched(j, j));
    }

    private boolean isModel() {
        return errors == StandardErrors.MODEL;
    }

    private double sandwiched(int j, int k) {
        double sum = 0;
        for (int i = 0; i < working.length; i++) {
            sum += estimation.direction(j)[i] * Step.dot(working[i], estimation.direction(k));
        }
        return sum;
    }

    ReferenceDistribution reference() {
        return reference;
    }
}
