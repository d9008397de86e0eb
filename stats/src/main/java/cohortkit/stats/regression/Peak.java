package cohortkit.stats.regression;

/** A maximum over the coefficients of a {@link Subspace}. */
final class Peak {

    private final double[] coefficients;
    private final double[] eta;
    private final double deviance;
    private final double[] leverage;

    Peak(double[] coefficients, double[] eta, double deviance, double[] leverage) {
        this.coefficients = coefficients;
        this.eta = eta;
        this.deviance = deviance;
        this.leverage = leverage;
    }

    /** The free ones. */
    double[] coefficients() {
        return coefficients;
    }

    /** Each pattern's linear predictor. */
    double[] eta() {
        return eta;
    }

    /** Less the logarithm of the information's determinant if the likelihood is penalized. */
    double deviance() {
        return deviance;
    }

    /** Each pattern's share of the penalty; 0 without one. */
    double[] leverage() {
        return leverage;
    }
}
