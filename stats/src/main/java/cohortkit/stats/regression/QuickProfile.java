package cohortkit.stats.regression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Points of a profile of many rows, where gradients cost less than information and reading costs as much as either:
 * several points at a time approach where they lead, by the information at the estimate, which hardly changes from there
 * to a limit. A limit is not sought among the maxima of held values but at once, as the point with the wanted loss whose
 * gradient is a multiple of the direction (Venzon and Moolgavkar 1988, Applied Statistics 37:87).
 */
final class QuickProfile {

    private static final int MOST_PASSES = 40;

    /** What is left to go to a limit, in standard errors. */
    private static final double CLOSE = 1e-9;

    /** What is left of a loss, relative to it. */
    private static final double DIGITS = 1e-12;

    /** Steps that are rounding. */
    private static final double ROUNDING = 1e-12;

    /** Where steps shrink by less than this, the information is taken anew. */
    private static final double SLOW = 0.05;

    private static final double STUCK = 0.7;

    private final Likelihood likelihood;
    private final Solution best;
    private final double[] direction;
    private final double[] response;
    private final double variance;
    private final List<Way> ways = new ArrayList<>();

    private QuickProfile(Likelihood likelihood, Solution best, double[] direction) {
        this.likelihood = likelihood;
        this.best = best;
        this.direction = direction;
        this.response = best.information().solve(direction);
        this.variance = Step.dot(direction, response);
    }

    /** Of models whose likelihood has one peak, with so many rows that it pays. */
    static Optional<QuickProfile> of(Estimation estimation, double[] direction) {
        return estimation.likelihood().isLong() && estimation.model().model().isCanonical()
                ? Optional.of(new QuickProfile(estimation.likelihood(), estimation.solution(), direction))
                : Optional.empty();
    }

    /** A way to a point that the profile asks for. */
    abstract class Way {

        private double[] at;
        private Cholesky information = best.information();
        private Pass pass = Pass.DEVIANCE;
        private double before = Double.POSITIVE_INFINITY;
        private boolean ended;
        private OptionalDouble found = OptionalDouble.empty();

        private Way(double share) {
            this.at = moved(best.coefficients(), response, share);
            ways.add(this);
        }

        abstract double[] step(Accumulator sums, Cholesky curvature);

        /** Whether a step of this size, smaller by this rate than the one before it, leads to the end. */
        abstract boolean arrives(double size, double rate, Accumulator sums);

        abstract double answer(Accumulator sums, double size, double[] end);

        /** What is at its end; empty if its steps did not shrink. Walks all ways on which nobody has walked yet. */
        final OptionalDouble end() {
            walk();
            return found;
        }

        private void go(Accumulator sums) {
            if (pass == Pass.INFORMATION) {
                information = Cholesky.of(sums.information, 1e-15);
            }
            if (!sums.isPossible() || !information.isFull(at.length)) {
                ended = true;
                return;
            }
            double[] step = step(sums, information);
            double size = Math.sqrt(Step.squared(information.upper(), step));
            double rate = size / before;
            boolean arrived = size <= ROUNDING || (before < Double.POSITIVE_INFINITY && arrives(size, rate, sums));
            at = moved(at, step, 1);
            ended = arrived || !(rate < STUCK);
            found = arrived ? OptionalDouble.of(answer(sums, size, at)) : found;
            pass = rate > SLOW ? Pass.INFORMATION : Pass.DEVIANCE;
            before = size;
        }
    }

    /** To twice the log likelihood that is lost when the combination has this value. */
    Way toLoss(double value) {
        return new Way((value - Step.dot(direction, best.coefficients())) / variance) {
            @Override
            double[] step(Accumulator sums, Cholesky curvature) {
                return Step.along(sums.gradient, curvature, Optional.of(direction))
                        .from(new double[direction.length], 1);
            }

            @Override
            boolean arrives(double size, double rate, Accumulator sums) {
                return size * size * rate <= DIGITS * loss(sums);
            }

            @Override
            double answer(Accumulator sums, double size, double[] end) {
                return Math.max(0, loss(sums) - size * size);
            }
        };
    }

    /**
     * To the value on one side at which the loss is the square of {@code z}. A step leads to where the quadratic through
     * here has the gradient m direction and that loss: with u = H^-1 gradient and r = H^-1 direction it is u - m r, where
     * m^2 direction' r = z^2 - loss + gradient' u.
     */
    Way toLimit(int side, double z) {
        return new Way(side * z / Math.sqrt(variance)) {
            @Override
            double[] step(Accumulator sums, Cholesky curvature) {
                double[] newton = curvature.solve(sums.gradient);
                double[] along = curvature.solve(direction);
                double rest = z * z - loss(sums) + Step.dot(sums.gradient, newton);
                double multiplier = -side * Math.sqrt(Math.max(0, rest) / Step.dot(direction, along));
                return moved(newton, along, -multiplier);
            }

            @Override
            boolean arrives(double size, double rate, Accumulator sums) {
                return size * rate <= CLOSE;
            }

            @Override
            double answer(Accumulator sums, double size, double[] end) {
                return Step.dot(direction, end);
            }
        };
    }

    private void walk() {
        for (int pass = 0; pass < MOST_PASSES; pass++) {
            List<Way> open = ways.stream().filter(way -> !way.ended).toList();
            if (open.isEmpty()) {
                return;
            }
            Accumulator[] sums = likelihood.at(
                    open.stream().map(way -> way.at).toArray(double[][]::new),
                    open.stream().map(way -> way.pass).toArray(Pass[]::new));
            for (int i = 0; i < sums.length; i++) {
                open.get(i).go(sums[i]);
            }
        }
        ways.forEach(way -> way.ended = true);
    }

    private double loss(Accumulator sums) {
        return Math.max(0, best.devianceBelow(sums));
    }

    private static double[] moved(double[] from, double[] by, double share) {
        double[] moved = from.clone();
        Arrays.setAll(moved, j -> from[j] + share * by[j]);
        return moved;
    }
}
