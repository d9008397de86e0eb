package cohortkit.stats.regression;

/**
 * A maximum over the coefficients of a {@link Subspace}.
 *
 * @param coefficients the free ones
 * @param eta each pattern's linear predictor
 * @param deviance there; less the logarithm of the information's determinant if the likelihood is penalized
 * @param leverage each pattern's share of the penalty; 0 without one
 * @param steps how many it took
 */
record Peak(double[] coefficients, double[] eta, double deviance, double[] leverage, int steps) {}
