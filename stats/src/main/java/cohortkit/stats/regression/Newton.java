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

    /** Squared step in standard errors of a sample: its own error is 1, and after the step next to nothing is left. */
    private static final double NEAR = 0.25;

    /** Squared step in standard errors: below the first a fit counts as converged, below the second it is done. */
    private static final double CONVERGED = 1e-14;

    private static final double DONE = 1e-26;

    /** Variance of a row that makes one ask whether the outcome is separated; 1e-5 is a risk of 0.00001. */
    private static final double EDGE = 1e-5;

    /**
     * Below this squared step the information of many rows stands to twelve digits, and after the step, where the steps
     * shrink as those of Newton do, nothing is left to go.
     */
    private static final double LAST = 1e-18;

    /** The same, at most, where it is known how little the information changes with a step, and a sample tells the change. */
    private static final double LONGEST_LAST = 1e-12;

    /** Squared relative change of the information by such a step: nine digits of it stand, two more with the change. */
    private static final double LAST_CHANGE = 1e-18;

    private static final double QUADRATIC = 1e-6;

    /** Steps by the same information, and by how much each must be smaller than the one before it. */
    private static final int MOST_REPEATS = 3;

    private static final double SHRINKING = 1e-3;

    private final Surface likelihood;
    private final Runnable atEdge;
    private boolean asked;
    private double last = LAST;

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

    /**
     * Somewhere near the maximum of all rows, by this sample of them; empty if a few steps from here do not come near one.
     *
     * @param all the likelihood of all rows
     * @param ratio how many rows there are for one of the sample
     */
    Optional<double[]> approach(double[] start, Surface all, double ratio) {
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
                    Accumulator slopes = all.slopes(at);
                    Step last = Step.along(slopes.gradient, step.information(), Optional.empty());
                    return Optional.of(slopes.isPossible() ? last.from(at, 1 / ratio) : at);
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
            if (size <= last && size <= QUADRATIC * before && fixed.isEmpty() && likelihood.isLong()) {
                return size <= LAST
                        ? new Solution(step.from(at, 1), sums, step, steps + 1)
                        : after(step, at, sums, steps + 1);
            }
            before = size;
            double[] next = at;
            Accumulator there = sums;
            double share = 1;
            int halvings = 0;
            do {
                next = share == 1 && likelihood.isLong() && size < 1 ? repeated(at, step, fixed) : step.from(at, share);
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

    /** The end of the last step, with the information there, which is a little another. */
    private Solution after(Step step, double[] at, Accumulator sums, int steps) {
        double[] next = step.from(at, 1);
        Cholesky there = Cholesky.of(likelihood.informationNear(sums.information, at, next), 1e-15);
        return there.isFull(next.length)
                ? new Solution(next, sums, there, 0, steps)
                : new Solution(next, sums, step, steps);
    }

    /** The point to which a step leads, and a few that follow by the same information. */
    private double[] repeated(double[] at, Step first, Optional<double[]> fixed) {
        double[] next = first.from(at, 1);
        double before = first.squared();
        double expected = before;
        for (int repeat = 0; repeat < MOST_REPEATS && expected > last; repeat++) {
            Accumulator slopes = likelihood.slopes(next);
            if (!slopes.isPossible()) {
                return next;
            }
            Step step = Step.along(slopes.gradient, first.information(), fixed);
            if (!(step.squared() < SHRINKING * before)) {
                return next;
            }
            next = step.from(next, 1);
            if (repeat == 0 && fixed.isEmpty() && likelihood.isSampled()) {
                last = last(before, step.squared());
            }
            expected = step.squared() * step.squared() / before;
            before = step.squared();
        }
        return next;
    }

    /**
     * The squared step after which all is done, by two steps with the same information: the second is as long as the
     * first times the relative change of the information along it.
     */
    private static double last(double first, double second) {
        double changeOfUnitStep = second / (first * first);
        return Math.max(LAST, Math.min(LONGEST_LAST, LAST_CHANGE / changeOfUnitStep));
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
