package cohortkit.stats.regression;

/** A maximum of the likelihood, in working coefficients, with the information at that very point. */
final class Solution {

    private final double[] coefficients;
    private final double deviance;
    private final Cholesky information;
    private final double multiplier;
    private final int steps;

    Solution(double[] coefficients, Accumulator sums, Step last, int steps) {
        this.coefficients = coefficients;
        this.deviance = sums.deviance();
        this.information = last.information();
        this.multiplier = last.multiplier();
        this.steps = steps;
    }

    double[] coefficients() {
        return coefficients;
    }

    double deviance() {
        return deviance;
    }

    Cholesky information() {
        return information;
    }

    double multiplier() {
        return multiplier;
    }

    int steps() {
        return steps;
    }
}
