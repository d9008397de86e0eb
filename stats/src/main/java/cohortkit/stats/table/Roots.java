package cohortkit.stats.table;

import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.solvers.BrentSolver;

/** Bracketed roots of monotone functions, to the last digits. */
final class Roots {

    private static final int MAX_EVALUATIONS = 10_000;

    private Roots() {}

    /** The root between two points at which {@code f} has different signs. */
    static double between(DoubleUnaryOperator f, double low, double high) {
        return new BrentSolver(1e-15, 1e-300).solve(MAX_EVALUATIONS, f::applyAsDouble, low, high);
    }

    /**
     * The root of a decreasing function, looked for from {@code start} by doubling the step: NaN where the function is, and
     * infinite where it has none.
     */
    static double decreasing(DoubleUnaryOperator f, double start, double step) {
        double value = f.applyAsDouble(start);
        if (value == 0 || Double.isNaN(value)) {
            return value == 0 ? start : Double.NaN;
        }
        double direction = value > 0 ? Math.abs(step) : -Math.abs(step);
        double near = start;
        double far = start + direction;
        while (f.applyAsDouble(far) > 0 == value > 0) {
            near = far;
            far += far - start;
            if (Double.isInfinite(far)) {
                return far;
            }
        }
        return between(f, Math.min(near, far), Math.max(near, far));
    }

    /** A function's value and its derivative. */
    record Slope(double value, double slope) {}

    /**
     * The root of a monotone function by Newton's method inside a bracket that closes as it goes.
     *
     * @param reach the longest step before the root is bracketed
     */
    static double newton(DoubleFunction<Slope> f, double start, double reach) {
        double low = Double.NEGATIVE_INFINITY;
        double high = Double.POSITIVE_INFINITY;
        double t = start;
        for (int i = 0; i < MAX_EVALUATIONS; i++) {
            Slope at = f.apply(t);
            if (at.value() == 0) {
                return t;
            }
            boolean rootIsAbove = at.value() < 0 == at.slope() > 0;
            low = rootIsAbove ? t : low;
            high = rootIsAbove ? high : t;
            double step = Math.min(Math.abs(at.value() / at.slope()), reach);
            double next = rootIsAbove ? t + step : t - step;
            if (Math.abs(next - t) <= 1e-14 * Math.max(1, Math.abs(t)) || high - low <= 1e-15 * Math.abs(t)) {
                return next;
            }
            if (!(next > low && next < high)) {
                next = (low + high) / 2;
            }
            t = next;
        }
        throw new IllegalStateException("no root near " + start);
    }
}
