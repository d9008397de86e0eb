package cohortkit.stats.regression;

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
