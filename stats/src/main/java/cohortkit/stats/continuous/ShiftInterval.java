package cohortkit.stats.continuous;

import cohortkit.core.Interval;
import cohortkit.stats.StandardNormal;
import java.util.function.IntPredicate;
import java.util.function.LongToDoubleFunction;

/**
 * The shifts that a rank test does not reject. Between two neighbouring pair values the statistic does not change, so
 * the limits are pair values, and belong to the interval.
 */
final class ShiftInterval {

    private ShiftInterval() {}

    /**
     * By the normal distribution.
     *
     * @param deviation the statistic's standard deviation where no pair value is tied with the shift
     */
    static Interval normal(OrderedPairs pairs, double deviation, double correction, double level) {
        double reach = correction + StandardNormal.quantile(level) * deviation;
        long k = (long) Math.ceil(pairs.size() / 2.0 - reach);
        return k <= 0 ? Location.everything(level) : new Interval(pairs.get(k), pairs.get(pairs.size() + 1 - k), level);
    }

    /**
     * By an exact distribution: the first and last gap between distinct pair values that is not rejected.
     *
     * @param values the distinct pair values, ascending
     * @param atLeast the upper tail of the statistic where the shift lies just above the g-th of them
     * @param atMost its lower tail
     */
    static Interval exact(double[] values, LongToDoubleFunction atLeast, LongToDoubleFunction atMost, double level) {
        // A tail of exactly the area belongs to the interval; the sums can fall short of it by a rounding.
        double area = (1 - Interval.requireLevel(level)) / 2 * (1 - 1e-12);
        int first = first(values.length, g -> atLeast.applyAsDouble(g) >= area);
        int fromAbove = first(values.length, g -> atMost.applyAsDouble(values.length - g) >= area);
        int last = values.length - fromAbove;
        return new Interval(
                first == 0 ? Double.NEGATIVE_INFINITY : values[first - 1],
                last == values.length ? Double.POSITIVE_INFINITY : values[last],
                level);
    }

    /** The smallest number up to n for which the condition holds, which holds for all above it. */
    private static int first(int n, IntPredicate condition) {
        int low = -1;
        int high = n;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (condition.test(middle)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }
}
