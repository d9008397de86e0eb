package cohortkit.stats.regression;

/** A maximum of the likelihood, in working coefficients, with the information at that very point. */
final class Solution {

    private final double[] coefficients;
    private final Accumulator sums;
    private final Cholesky information;
    private final double multiplier;
    private final int steps;

    Solution(double[] coefficients, Accumulator sums, Step last, int steps) {
        this(coefficients, sums, last.information(), last.multiplier(), steps);
    }

    Solution(double[] coefficients, Accumulator sums, Cholesky information, double multiplier, int steps) {
        this.coefficients = coefficients;
        this.sums = sums;
        this.information = information;
        this.multiplier = multiplier;
        this.steps = steps;
    }

    double[] coefficients() {
        return coefficients;
    }

    double deviance() {
        return sums.deviance();
    }

    /** How much larger the deviance is than that of another solution; not negative. */
    double devianceAbove(Solution other) {
        return Math.max(0, sums.devianceAbove(other.sums));
    }

    /** How much smaller the deviance is than that of these sums. */
    double devianceBelow(Accumulator other) {
        return other.devianceAbove(sums);
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
