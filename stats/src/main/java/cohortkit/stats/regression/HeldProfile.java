package cohortkit.stats.regression;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.math3.exception.NoBracketingException;

/**
 * What a likelihood of patterns loses when one coefficient is held: each point a maximum over the others, each limit a
 * root. It also serves where the best value is infinite.
 */
final class HeldProfile {

    private static final int MOST_DOUBLINGS = 60;

    /** Of what a root is looked for; it may be infinite. */
    private static final double MOST = 1e3;

    private final PatternLikelihood likelihood;
    private final Subspace space;
    private final Peaks peaks;
    private final double best;
    private final double unit;

    /**
     * Of the coefficient that a direction stands for.
     *
     * @param best the deviance that nothing held can reach
     * @param unit the size of the first steps
     */
    HeldProfile(PatternLikelihood likelihood, Subspace space, double best, double unit) {
        this.likelihood = likelihood;
        this.space = space;
        this.peaks = new Peaks(likelihood, space);
        this.best = best;
        this.unit = unit;
    }

    /** The same near an estimate; far from it a penalized likelihood may have several peaks, and all are looked for. */
    HeldProfile(PatternLikelihood likelihood, Subspace space, double best, double unit, double estimate) {
        this.likelihood = likelihood;
        this.space = space;
        this.peaks = new Peaks(likelihood, space, estimate, unit);
        this.best = best;
        this.unit = unit;
    }

    /** Twice the log likelihood that is lost when the coefficient has this value; infinite if it cannot have it. */
    double loss(double value) {
        if (likelihood.rulesOut(space, value)) {
            return Double.POSITIVE_INFINITY;
        }
        return Math.max(0, peaks.highest(value).deviance() - best);
    }

    /**
     * Where the loss is the square of z.
     *
     * @param side 1 for the upper limit, -1 for the lower
     * @param from the estimate; or, if that is infinite, any value
     */
    double limit(int side, double z, double from) {
        DoubleUnaryOperator excess = value -> Math.min(MOST, Math.sqrt(loss(value))) - z;
        double at = from;
        double outwards = excess.applyAsDouble(at) > 0 ? -side : side;
        double step = outwards * unit;
        for (int i = 0; i < MOST_DOUBLINGS; i++) {
            double next = at + step;
            double there = excess.applyAsDouble(next);
            if (there > 0 == (outwards == side)) {
                return root(excess, Math.min(at, next), Math.max(at, next));
            }
            at = next;
            step *= i < 4 ? 1.5 : 2;
        }
        return side * Double.POSITIVE_INFINITY;
    }

    private double root(DoubleUnaryOperator excess, double low, double high) {
        List<double[]> known = peaks.known();
        try {
            return new BrentSolver(1e-14, 1e-13 * unit).solve(1000, excess::applyAsDouble, low, high);
        } catch (NoBracketingException e) {
            throw new ConvergenceException("the profile jumps between " + Math.max(2, known.size())
                    + " peaks of the likelihood; leave terms out");
        }
    }
}
