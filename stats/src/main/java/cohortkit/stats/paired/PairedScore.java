package cohortkit.stats.paired;

import org.apache.commons.math3.analysis.solvers.BrentSolver;

/** Tango's score statistic of a difference of paired proportions. Tango 1998, Stat Med 17:891. */
final class PairedScore {

    private static final int MAX_EVALUATIONS = 10_000;

    private PairedScore() {}

    /** The difference at which the score statistic is -z. */
    static double upper(PairedTable t, double z) {
        double n = (double) t.n();
        double value = t.differenceValue();
        if (t.firstOnly() == t.n()) {
            return 1;
        }
        // Where the variance at the estimate is 0 the bracket would start at a root; both cases have a closed form.
        if (t.discordant() == 0) {
            return z * z / (n + z * z);
        }
        if (t.secondOnly() == t.n()) {
            return (z * z - n) / (n + z * z);
        }
        // The step from the estimate is the unknown, so that it keeps its digits among 10^12 pairs.
        double step = new BrentSolver(1e-15, 1e-300)
                .solve(MAX_EVALUATIONS, s -> z * Math.sqrt(variance(t, value + s) / n) - s, 0, 1 - value);
        return value + step;
    }

    /** n times the variance of the estimated difference, under a true difference of {@code delta} in [-1, 1]. */
    private static double variance(PairedTable t, double delta) {
        double b = (double) t.firstOnly() / t.n();
        double c = (double) t.secondOnly() / t.n();
        return delta < 0 ? variance(c, b, -delta) : variance(b, c, delta);
    }

    /**
     * {@code 2 q + delta (1 - delta)}, q being the restricted estimate of c, the share of the second alone: the larger
     * root of {@code 2 q² + ((2 - b + c) delta - b - c) q - c delta (1 - delta) = 0}, from whichever form does not
     * cancel.
     */
    private static double variance(double b, double c, double delta) {
        double spread = Math.max(0, delta * (1 - delta));
        double linear = (2 - b + c) * delta - (b + c);
        double root = Math.sqrt(linear * linear + 8 * c * spread);
        double q = linear > 0 ? 2 * c * spread / (linear + root) : (root - linear) / 4;
        return 2 * q + spread;
    }
}
