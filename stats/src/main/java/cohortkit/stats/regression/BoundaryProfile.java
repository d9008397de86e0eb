package cohortkit.stats.regression;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.analysis.solvers.BrentSolver;

/**
 * The profile of a coefficient where a bound may hold the others. The likelihood is concave, so that its profile is
 * found by pulling: the maximum of log likelihood + t times the coefficient, for a pull t, is the highest likelihood at
 * the coefficient that it has, and the dual of both problems, the likelihood at a value and the value at a likelihood,
 * is exact (Boyd and Vandenberghe 2004, Convex optimization, section 5.2). A pull may be stronger than the likelihood.
 */
final class BoundaryProfile {

    private static final int MOST_ROUNDS = 100;

    /** Share of the pull; what is read off loses its square. */
    private static final double CLOSE = 1e-9;

    /** Share of the coefficient's unit by which a value is met. */
    private static final double SAME = 1e-11;

    /** The same where a value is approached for ever. */
    private static final double NEAR = 1e-6;

    /** Doublings of the pull that each come half as far as the one before: the value is approached for ever. */
    private static final int REGULAR = 6;

    /** Share to which the strongest pull is found. */
    private static final double STRONGEST = 1e-11;

    private final BoundaryLikelihood likelihood;
    private final BoundaryMaximum best;
    private final double[] direction;
    private final double estimate;
    private final double variance;
    private BoundaryMaximum near;

    BoundaryProfile(BoundaryLikelihood likelihood, BoundaryMaximum best, double[] direction) {
        this.likelihood = likelihood;
        this.best = best;
        this.direction = direction;
        this.estimate = best.value(direction);
        this.variance = best.variance(direction);
        this.near = best;
    }

    /** Of coefficient j of a fit, whose maximum may lie inside. */
    static BoundaryProfile of(Estimation estimation, int j) {
        if (estimation.boundary().isPresent()) {
            return estimation.boundary().get().profile(j);
        }
        BoundaryLikelihood closed = new BoundaryLikelihood(estimation.model(), estimation.design(), estimation.frame());
        BoundaryMaximum inside = new BoundaryMaximum(closed.at(estimation.coefficients()), List.of());
        return new BoundaryProfile(closed, inside, estimation.direction(j));
    }

    /**
     * Where the loss is the square of z on one side; the last value that the model allows if that comes first.
     *
     * @param side 1 for the upper limit, -1 for the lower
     */
    double limit(int side, double z) {
        ToDoubleFunction<BoundaryMaximum> excess = at -> Math.sqrt(loss(at)) - z;
        Optional<Double> found = root(side, z / Math.sqrt(variance), excess, at -> false);
        if (found.isEmpty()) {
            return value(near);
        }
        BoundaryMaximum last = maximum(side * found.get());
        return value(last) + side * (z * z - loss(last)) / 2 / found.get();
    }

    /** Twice the log likelihood that is lost when the coefficient has this value; infinite if it cannot have it. */
    double loss(double held) {
        double unit = Math.abs(held) + Math.sqrt(variance);
        if (Math.abs(held - estimate) <= SAME * unit) {
            return 0;
        }
        int side = held > estimate ? 1 : -1;
        double[] values = {estimate, estimate};
        int[] regular = {0};
        Predicate<BoundaryMaximum> approached = at -> {
            double slower = (value(at) - values[1]) / (values[1] - values[0]);
            values[0] = values[1];
            values[1] = value(at);
            double end = value(at) + (value(at) - values[0]) * slower / (1 - slower);
            regular[0] = slower > 0.4 && slower < 0.6 ? regular[0] + 1 : 0;
            return regular[0] > REGULAR && side * (end - held) < NEAR * unit;
        };
        Optional<Double> found = root(
                side, Math.abs(held - estimate) / variance, at -> side * (value(at) - held) - SAME * unit, approached);
        if (found.isEmpty()) {
            return side * (value(near) - held) < -SAME * unit ? Double.POSITIVE_INFINITY : loss(near);
        }
        BoundaryMaximum last = maximum(side * found.get());
        return Math.max(0, loss(last) - 2 * found.get() * side * (value(last) - held));
    }

    /**
     * The pull whose maximum has no excess, or the strongest that the likelihood withstands; empty if a bound or an end
     * comes first, at which the last maximum is.
     */
    private Optional<Double> root(
            int side, double first, ToDoubleFunction<BoundaryMaximum> excess, Predicate<BoundaryMaximum> ends) {
        near = best;
        double low = 0;
        double high = Double.POSITIVE_INFINITY;
        double pull = first;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Optional<BoundaryMaximum> there = pulled(side * pull);
            if (there.isPresent() && excess.applyAsDouble(there.get()) >= 0) {
                return Optional.of(new BrentSolver(CLOSE, Double.MIN_NORMAL)
                        .solve(1000, t -> excess.applyAsDouble(maximum(side * t)), low, pull));
            }
            if (there.isPresent() && (near.holds(scaled(side)) || (Double.isInfinite(high) && ends.test(near)))) {
                return Optional.empty();
            }
            high = there.isPresent() ? high : pull;
            low = there.isPresent() ? pull : low;
            if (high - low < STRONGEST * high) {
                return Optional.of(low);
            }
            pull = Double.isInfinite(high) ? 2 * pull : (low + high) / 2;
        }
        throw new ConvergenceException("the profile likelihood could not be followed");
    }

    /** Empty if the pull is stronger than the likelihood. */
    private Optional<BoundaryMaximum> pulled(double pull) {
        try {
            return Optional.of(maximum(pull));
        } catch (BoundarySearch.Endless e) {
            return Optional.empty();
        }
    }

    private BoundaryMaximum maximum(double pull) {
        near = BoundarySearch.maximize(likelihood, scaled(pull), near);
        return near;
    }

    private double[] scaled(double by) {
        double[] scaled = direction.clone();
        for (int j = 0; j < scaled.length; j++) {
            scaled[j] *= by;
        }
        return scaled;
    }

    private double value(BoundaryMaximum at) {
        return at.value(direction);
    }

    private double loss(BoundaryMaximum at) {
        return Math.max(0, 2 * (best.value() - at.value()));
    }
}
