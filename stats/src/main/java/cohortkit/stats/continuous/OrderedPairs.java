package cohortkit.stats.continuous;

import java.util.function.DoubleToLongFunction;

/**
 * Order statistics of all differences of two samples, or of all means of two values of one, without making them: the
 * pairs up to a number are counted in one sweep, and the number is found by halving the doubles between the extremes.
 * A million values have 5 * 10^11 pairs and take 64 sweeps.
 */
final class OrderedPairs {

    private final long size;
    private final double low;
    private final double high;
    private final DoubleToLongFunction upTo;

    private OrderedPairs(long size, double low, double high, DoubleToLongFunction upTo) {
        this.size = size;
        this.low = low;
        this.high = high;
        this.upTo = upTo;
    }

    /** The differences y - x. */
    static OrderedPairs differences(double[] x, double[] y) {
        int m = x.length;
        int n = y.length;
        return new OrderedPairs((long) m * n, y[0] - x[m - 1], y[n - 1] - x[0], t -> {
            long count = 0;
            int j = 0;
            for (double value : x) {
                while (j < n && y[j] - value <= t) {
                    j++;
                }
                count += j;
            }
            return count;
        });
    }

    /** The means of two values, each with itself too (Walsh averages). */
    static OrderedPairs means(double[] x) {
        int n = x.length;
        return new OrderedPairs((long) n * (n + 1) / 2, x[0], x[n - 1], t -> {
            long count = 0;
            int j = n;
            for (int i = 0; i < j; i++) {
                while (j > i && mean(x[i], x[j - 1]) > t) {
                    j--;
                }
                count += j - i;
            }
            return count;
        });
    }

    static double mean(double a, double b) {
        double sum = a + b;
        return Double.isInfinite(sum) ? a / 2 + b / 2 : sum / 2;
    }

    long size() {
        return size;
    }

    /** How many are at most t. */
    long upTo(double t) {
        return upTo.applyAsLong(t);
    }

    /** The k-th smallest, from 1 to {@link #size()}. */
    double get(long k) {
        long below = key(low) - 1;
        long above = key(high);
        while (below + 1 < above) {
            // The mean of two keys whose difference can overflow.
            long middle = (below & above) + ((below ^ above) >> 1);
            if (upTo.applyAsLong(value(middle)) >= k) {
                above = middle;
            } else {
                below = middle;
            }
        }
        return value(above) + 0.0;
    }

    double median() {
        double lower = get((size + 1) / 2);
        return size % 2 == 1 ? lower : mean(lower, get(size / 2 + 1));
    }

    /** Whole numbers in the order of the doubles. */
    private static long key(double x) {
        long bits = Double.doubleToLongBits(x + 0.0);
        return bits >= 0 ? bits : Long.MIN_VALUE - bits;
    }

    private static double value(long key) {
        return Double.longBitsToDouble(key >= 0 ? key : Long.MIN_VALUE - key);
    }
}
