package cohortkit.stats.regression;

/**
 * The profile of a coefficient: the likelihood that the others can reach when it is held at a value. Each point is a
 * fit of its own, run to convergence from its neighbour.
 */
final class Profile {

    private static final int MOST_ROUNDS = 100;

    private static final int MOST_SHORTENINGS = 60;

    /** In standard errors; the last Newton step squares it. */
    private static final double CLOSE = 1e-9;

    /** In standard errors; a profile that has not crossed by here never does. */
    private static final double FAR = 1e6;

    private final Estimation estimation;
    private final int coefficient;
    private final double[] direction;
    private final double best;
    private final double standardError;

    Profile(Estimation estimation, int coefficient) {
        this.estimation = estimation;
        this.coefficient = coefficient;
        this.direction = estimation.direction(coefficient);
        this.best = estimation.estimate(coefficient);
        this.standardError = estimation.standardError(coefficient);
    }

    /** Twice the log likelihood that is lost when the coefficient is 0: the likelihood-ratio chi-square. */
    double statisticAtZero() {
        return loss(at(0, estimation.solution()));
    }

    /** The value on one side at which the loss is the square of {@code z}; infinite if it never is. */
    double limit(int side, double z) {
        Solution near = estimation.solution();
        double inner = best;
        double outer = side * Double.POSITIVE_INFINITY;
        double at = best + side * z * standardError;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            near = at(at, near);
            double root = Math.sqrt(loss(near));
            if (root < z) {
                inner = at;
            } else {
                outer = at;
            }
            double step = (root - z) * root / near.multiplier();
            if (Math.abs(step) <= CLOSE * standardError) {
                return at + step;
            }
            double next = at + step;
            boolean inside = side * (next - inner) > 0 && side * (outer - next) > 0;
            if (!inside || Double.isNaN(next)) {
                next = Double.isInfinite(outer) ? at + 2 * (at - best) : (inner + outer) / 2;
            } else if (Double.isInfinite(outer)) {
                next = side * Math.min(side * next, side * (at + 4 * (at - best)));
            }
            if (Math.abs(next - best) > FAR * standardError) {
                return outer;
            }
            at = next;
        }
        throw edge();
    }

    private double loss(Solution solution) {
        return Math.max(0, solution.deviance() - estimation.solution().deviance());
    }

    /** The fit with the coefficient held at a value, approached in shorter stretches where the way is steep. */
    private Solution at(double value, Solution from) {
        Solution near = from;
        double target = value;
        for (int shortenings = 0; shortenings < MOST_SHORTENINGS; shortenings++) {
            try {
                Solution there = held(target, near);
                if (target == value) {
                    return there;
                }
                near = there;
                target = value;
            } catch (ConvergenceException e) {
                target = (target + Step.dot(direction, near.coefficients())) / 2;
            }
        }
        throw edge();
    }

    private Solution held(double value, Solution near) {
        double[] response = near.information().solve(direction);
        double share = (value - Step.dot(direction, near.coefficients())) / Step.dot(direction, response);
        double[] start = near.coefficients().clone();
        for (int j = 0; j < start.length; j++) {
            start[j] += share * response[j];
        }
        return new Newton(estimation.likelihood(), () -> {}).maximize(start, direction);
    }

    private ConvergenceException edge() {
        return new ConvergenceException("the profile likelihood of "
                + estimation.design().column(coefficient).name()
                + " ends at the edge of what the model allows before it crosses the limit; ask for Wald intervals");
    }
}
