package cohortkit.stats.regression;

import cohortkit.core.InputException;

/** The covariance of a fit's coefficients by one of {@link StandardErrors}, and what they are compared with. */
final class Covariance {

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
        double[][] working = errors == StandardErrors.MODEL
                ? estimation.workingCovariance()
                : new Sandwich(estimation).robust((StandardErrors.Robust) errors);
        return new Covariance(errors, working, estimation, ReferenceDistribution.of(estimation));
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
