package cohortkit.stats;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.solvers.BrentSolver;

/** Where tail probabilities have a given ratio, by Brent's method inside a bracket, to the last digits. */
final class TailRoot {

    private static final int MAX_EVALUATIONS = 10_000;

    private TailRoot() {}

    /** The positive p at which the tail is as large as the area; both may be as small as 1e-300. */
    static double of(DoubleUnaryOperator tail, double area, double low, double high) {
        return of(tail, p -> area, low, high);
    }

    /** The positive p at which two tails are equal, one of which rises as the other falls. */
    static double of(DoubleUnaryOperator tail, DoubleUnaryOperator other, double low, double high) {
        DoubleUnaryOperator excess = t -> Math.log(tail.applyAsDouble(Math.exp(t)) / other.applyAsDouble(Math.exp(t)));
        double start = Math.log(low);
        double end = Math.log(high);
        double atStart = excess.applyAsDouble(start);
        // A bracket made of quantiles can miss its root by a rounding: then its nearer end is the root.
        if (atStart * excess.applyAsDouble(end) >= 0) {
            return Math.abs(atStart) < Math.abs(excess.applyAsDouble(end)) ? low : high;
        }
        return Math.exp(between(excess, start, end));
    }

    /** The root between two points at which {@code f} has different signs. */
    static double between(DoubleUnaryOperator f, double low, double high) {
        return new BrentSolver(1e-15, 1e-300).solve(MAX_EVALUATIONS, f::applyAsDouble, low, high);
    }
}
