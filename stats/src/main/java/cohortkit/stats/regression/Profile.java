package cohortkit.stats.regression;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The profile of a coefficient: the likelihood that the others can reach when it is held at a value. Each point is a
 * fit of its own, run to convergence from its neighbour.
 */
final class Profile {

    private static final int MOST_ROUNDS = 100;

    /** Bisections towards the edge of what is possible, before it is called that. */
    private static final int MOST_UNREACHED = 14;

    private static final int MOST_SHORTENINGS = 60;

    private static final int FEW_SHORTENINGS = 16;

    /** In standard errors; the last Newton step squares it. */
    private static final double CLOSE = 1e-9;

    /** In standard errors; whoever comes as close to an impossible value was kept off by that value alone. */
    private static final double AT_THE_EDGE = 1e-6;

    /** In standard errors; a profile that has not crossed by here never does. */
    private static final double FAR = 1e6;

    private final Estimation estimation;
    private final int coefficient;
    private final double[] direction;
    private final double best;
    private final double standardError;
    private final double z;
    private final Optional<QuickProfile.Way> zero;
    private final Optional<QuickProfile.Way> lower;
    private final Optional<QuickProfile.Way> upper;

    /** @param z the root of the loss at the limits */
    Profile(Estimation estimation, int coefficient, double z) {
        this.estimation = estimation;
        this.coefficient = coefficient;
        this.direction = estimation.direction(coefficient);
        this.best = estimation.estimate(coefficient);
        this.standardError = estimation.standardError(coefficient);
        this.z = z;
        Optional<QuickProfile> quick = QuickProfile.of(estimation, direction);
        this.zero = quick.map(ways -> ways.toLoss(0));
        this.lower = quick.map(ways -> ways.toLimit(-1, z));
        this.upper = quick.map(ways -> ways.toLimit(1, z));
    }

    /**
     * Twice the log likelihood that is lost when the coefficient is 0: the likelihood-ratio chi-square. Infinite where
     * 0 is impossible, as for the intercept of a log-binomial model of one risk: it would say that the risk is 1.
     */
    double statisticAtZero() {
        return end(zero).orElseGet(this::followedToZero);
    }

    double followedToZero() {
        Solution nearest = towards(0, estimation.solution(), MOST_SHORTENINGS);
        if (isHeldAt(nearest, 0)) {
            return loss(nearest);
        }
        if (Math.abs(value(nearest)) < AT_THE_EDGE * standardError) {
            return Double.POSITIVE_INFINITY;
        }
        throw edge();
    }

    /** The value on one side at which the loss is the square of {@code z}; infinite if it never is. */
    double limit(int side) {
        return end(side < 0 ? lower : upper).orElseGet(() -> followedToLimit(side));
    }

    private static OptionalDouble end(Optional<QuickProfile.Way> way) {
        return way.map(QuickProfile.Way::end).orElse(OptionalDouble.empty());
    }

    double followedToLimit(int side) {
        Solution near = estimation.solution();
        double inner = best;
        double outer = side * Double.POSITIVE_INFINITY;
        double at = best + side * z * standardError;
        int unreached = 0;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            near = towards(at, near, FEW_SHORTENINGS);
            if (!isHeldAt(near, at)) {
                if (++unreached > MOST_UNREACHED) {
                    break;
                }
                outer = at;
                at = (inner + outer) / 2;
                continue;
            }
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
            at = next(at, step, inner, outer, side);
            if (Math.abs(at - best) > FAR * standardError) {
                return outer;
            }
        }
        throw edge();
    }

    /** Newton's next point, or another if that leaves the bracket or runs away. */
    private double next(double at, double step, double inner, double outer, int side) {
        double next = at + step;
        boolean inside = side * (next - inner) > 0 && side * (outer - next) > 0;
        if (!inside || Double.isNaN(next)) {
            return Double.isInfinite(outer) ? at + 2 * (at - best) : (inner + outer) / 2;
        }
        return Double.isInfinite(outer) ? side * Math.min(side * next, side * (at + 4 * (at - best))) : next;
    }

    private double loss(Solution solution) {
        return Math.max(0, solution.devianceAbove(estimation.solution()));
    }

    private double value(Solution solution) {
        return Step.dot(direction, solution.coefficients());
    }

    private boolean isHeldAt(Solution solution, double value) {
        return Math.abs(value(solution) - value) <= 1e-12 * (Math.abs(value) + standardError);
    }

    /**
     * The fit with the coefficient held at a value, approached in shorter stretches where the way is steep; the nearest
     * that was reached, if the model does not allow the value.
     */
    private Solution towards(double value, Solution from, int shortenings) {
        Solution near = from;
        double target = value;
        for (int i = 0; i < shortenings; i++) {
            try {
                near = held(target, near);
                if (target == value) {
                    return near;
                }
                target = value;
            } catch (ConvergenceException e) {
                target = (target + value(near)) / 2;
            }
        }
        return near;
    }

    private Solution held(double value, Solution near) {
        double[] response = near.information().solve(direction);
        double share = (value - value(near)) / Step.dot(direction, response);
        double[] start = near.coefficients().clone();
        for (int j = 0; j < start.length; j++) {
            start[j] += share * response[j];
        }
        return new Newton(estimation.likelihood(), () -> {}).maximize(start, direction);
    }

    private ConvergenceException edge() {
        return new ConvergenceException("the profile likelihood of "
                + estimation.design().column(coefficient).name()
                + " could not be followed to the limit or to no effect, near the edge of what the model"
                + " allows; ask for Wald intervals");
    }
}
