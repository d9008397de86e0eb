package cohortkit.stats.regression;

import java.util.Optional;
import java.util.function.Supplier;

/** One Newton step, with one linear combination of the coefficients held where it is if so asked. */
final class Step {

    private final double[] step;
    private final double squared;
    private final double multiplier;
    private final Cholesky information;

    private Step(double[] step, double squared, double multiplier, Cholesky information) {
        this.step = step;
        this.squared = squared;
        this.multiplier = multiplier;
        this.information = information;
    }

    static Step of(Accumulator sums, Optional<double[]> fixed, Supplier<ConvergenceException> singular) {
        Cholesky information = Cholesky.of(sums.information, 1e-15);
        if (!information.isFull(sums.gradient.length)) {
            throw singular.get();
        }
        return along(sums.gradient, information, fixed);
    }

    /** The step by the information of another point, near by. */
    static Step along(double[] gradient, Cholesky information, Optional<double[]> fixed) {
        double[] step = information.solve(gradient);
        double multiplier = 0;
        if (fixed.isPresent()) {
            double[] direction = fixed.get();
            double[] response = information.solve(direction);
            multiplier = dot(direction, step) / dot(direction, response);
            for (int j = 0; j < step.length; j++) {
                step[j] -= multiplier * response[j];
            }
        }
        return new Step(step, squared(information.upper(), step), multiplier, information);
    }

    /** step' information step, a sum of squares so that it cannot turn negative by rounding. */
    static double squared(double[][] upper, double[] step) {
        double sum = 0;
        for (int i = 0; i < step.length; i++) {
            double part = 0;
            for (int k = i; k < step.length; k++) {
                part += upper[i][k] * step[k];
            }
            sum += part * part;
        }
        return sum;
    }

    static double dot(double[] x, double[] y) {
        return Block.dot(x, y, x.length);
    }

    /** The squared length in standard errors, up to the dispersion. */
    double squared() {
        return squared;
    }

    /** The slope of the log likelihood along the fixed combination. */
    double multiplier() {
        return multiplier;
    }

    Cholesky information() {
        return information;
    }

    double[] from(double[] at, double share) {
        double[] next = at.clone();
        for (int j = 0; j < next.length; j++) {
            next[j] += share * step[j];
        }
        return next;
    }
}
