package cohortkit.stats.regression;

import cohortkit.core.InputException;

/** How far the coefficients of a fit may be off: their covariance matrix, and what a statistic is compared with. */
final class Uncertainty {

    private final double[][] covariance;
    private final ReferenceDistribution reference;

    Uncertainty(double[][] covariance, ReferenceDistribution reference) {
        this.covariance = covariance;
        this.reference = reference;
    }

    /** The standard error of a linear combination of working coefficients. */
    double standardError(double[] combination) {
        if (covariance.length < combination.length) {
            throw new InputException("a maximum on the boundary of what the model allows has no standard errors; take"
                    + " the profile limits of its terms, or fit another model");
        }
        double sum = 0;
        for (int j = 0; j < combination.length; j++) {
            sum += combination[j] * Step.dot(covariance[j], combination);
        }
        if (sum < 0 && sum < -1e-12 * largest(combination)) {
            throw new InputException(
                    "the variance of a combination of coefficients is not positive, as the covariance by"
                            + " two kinds of clusters is not positive definite; take the clusters of one variable");
        }
        return Math.sqrt(Math.max(0, sum));
    }

    private double largest(double[] combination) {
        double largest = 0;
        for (int j = 0; j < combination.length; j++) {
            largest = Math.max(largest, combination[j] * combination[j] * covariance[j][j]);
        }
        return largest;
    }

    ReferenceDistribution reference() {
        return reference;
    }
}
