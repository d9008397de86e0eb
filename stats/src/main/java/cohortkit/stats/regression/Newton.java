package cohortkit.stats.regression;

import java.util.Optional;

/**
 * Fisher scoring with step halving; for canonical links that is Newton's method. It ends where the step, measured in
 * standard errors, is at the level of rounding, not where the deviance seems to stand still.
 */
final class Newton {

    /** Enough for log-binomial fits, whose convergence is linear. */
    private static final int MOST_STEPS = 300;

    private static final int MOST_HALVINGS = 40;

    private static final int FEW_STEPS = 10;

    /** Squared step in standard errors of a sample: its own error is 1. */
    private static final double NEAR = 1e-3;

    /** Squared step in standard errors: below the first a fit counts as converged, below the second it is done. */
    private static final double CONVERGED = 1e-14;

    private static final double DONE = 1e-26;

    /** Variance of a row that makes one ask whether the outcome is separated; 1e-5 is a risk of 0.00001. */
    private static final double EDGE = 1e-5;

    private final Surface likelihood;
    private final Runnable atEdge;
    private boolean asked;

    /**
     * For fits that may meet separation.
     *
     * @param atEdge called once, when a fitted mean first comes near its edge or the iterations end badly
     */
    Newton(Surface likelihood, Runnable atEdge) {
        this.likelihood = likelihood;
        this.atEdge = atEdge;
    }

    /** The maximum, from these coefficients. */
    Solution maximize(double[] start) {
        return climb(start, Optional.empty());
    }

    /** The maximum among coefficients with {@code direction' coefficients} as it is at the start. */
    Solution maximize(double[] start, double[] direction) {
        return climb(start, Optional.of(direction));
    }

    /** Somewhere near the maximum, for a start; empty if a few steps from here do not come near one. */
    Optional<double[]> approach(double[] start) {
        double[] at = start;
        try {
            for (int steps = 0; steps < FEW_STEPS; steps++) {
                Accumulator sums = likelihood.at(at);
                if (!sums.isPossible() || sums.leastVariance() < EDGE) {
                    return Optional.empty();
                }
                Step step = Step.of(sums, Optional.empty(), () -> new ConvergenceException("no information"));
                at = step.from(at, 1);
                if (step.squared() < NEAR) {
                    return Optional.of(at);
                }
            }
        } catch (ConvergenceException e) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private Solution climb(double[] start, Optional<double[]> fixed) {
        double[] at = start;
        Accumulator sums = likelihood.at(at);
        if (!sums.isPossible()) {
            throw new ConvergenceException("the starting values give a mean that the model does not allow");
        }
        double unit = likelihood.unit(sums.deviance());
        double before = Double.POSITIVE_INFINITY;
        for (int steps = 0; steps <= MOST_STEPS; steps++) {
            if (sums.leastVariance() < EDGE) {
                ask();
            }
            Step step = Step.of(sums, fixed, this::singular);
            double size = step.squared() / unit;
            boolean still = size >= 0.9 * before;
            if (size <= DONE || (size <= CONVERGED && still)) {
                return new Solution(at, sums, step, steps);
            }
            before = size;
            double[] next = at;
            Accumulator there = sums;
            double share = 1;
            int halvings = 0;
            do {
                next = step.from(at, share);
                there = likelihood.at(next);
                share /= 2;
            } while (!better(there, sums) && halvings++ < MOST_HALVINGS);
            if (!better(there, sums)) {
                if (size <= CONVERGED) {
                    return new Solution(at, sums, step, steps);
                }
                throw stuck(steps);
            }
            at = next;
            sums = there;
        }
        throw stuck(MOST_STEPS);
    }

    private static boolean better(Accumulator there, Accumulator here) {
        double rounding = 1e-12 * (Math.abs(here.deviance()) + 1e-3);
        return there.isPossible() && there.deviance() <= here.deviance() + rounding;
    }

    private void ask() {
        if (!asked) {
            asked = true;
            atEdge.run();
        }
    }

    private ConvergenceException singular() {
        ask();
        return new ConvergenceException("the information about the coefficients vanished during the iterations");
    }

    private ConvergenceException stuck(int steps) {
        ask();
        return new ConvergenceException("the iterations came to no maximum in " + steps + " steps");
    }
}
