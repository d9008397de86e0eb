package cohortkit.stats.continuous;

import org.apache.commons.numbers.core.Sum;

/**
 * Count, mean and spread. The mean is the sum of two doubles, so that differences of means near 1e9 keep their digits;
 * values up to 1e308 and down to 1e-308 are scaled, so that their squares neither overflow nor vanish.
 *
 * @param n how many values
 * @param mean the mean; NaN without a value
 * @param rest what the rounding of the mean left
 * @param root the square root of the sum of squared deviations
 */
record Moments(int n, double mean, double rest, double root) {

    static Moments of(double[] values) {
        double largest = 0;
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double x : values) {
            largest = Math.max(largest, Math.abs(x));
            low = Math.min(low, x);
            high = Math.max(high, x);
        }
        if (values.length == 0) {
            return new Moments(0, Double.NaN, 0, 0);
        }
        if (low == high) {
            return new Moments(values.length, low, 0, 0);
        }
        int exponent = Math.getExponent(largest);
        boolean extreme = Math.abs(exponent) > 400;
        Moments scaled = extreme ? ofModerate(scaled(values, -exponent)) : ofModerate(values);
        return extreme ? scaled.times(exponent) : scaled;
    }

    private static double[] scaled(double[] values, int exponent) {
        double[] scaled = new double[values.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = Math.scalb(values[i], exponent);
        }
        return scaled;
    }

    private static Moments ofModerate(double[] values) {
        int n = values.length;
        double mean = Sum.of(values).getAsDouble() / n;
        Sum deviations = Sum.create();
        for (double x : values) {
            deviations.add(x - mean);
        }
        double rest = deviations.getAsDouble() / n;
        // Deviations can be so small that their squares vanish.
        double widest = 0;
        for (double x : values) {
            widest = Math.max(widest, Math.abs(x - mean - rest));
        }
        int exponent = Math.getExponent(widest);
        Sum squares = Sum.create();
        for (double x : values) {
            double d = Math.scalb(x - mean - rest, -exponent);
            squares.addProduct(d, d);
        }
        return new Moments(n, mean, rest, Math.scalb(Math.sqrt(squares.getAsDouble()), exponent));
    }

    private Moments times(int exponent) {
        return new Moments(n, Math.scalb(mean, exponent), Math.scalb(rest, exponent), Math.scalb(root, exponent));
    }

    /** The standard deviation with divisor n - 1; NaN below two values. */
    double sd() {
        return n < 2 ? Double.NaN : root / Math.sqrt(n - 1.0);
    }

    double standardError() {
        return sd() / Math.sqrt(n);
    }

    /** This mean minus another one. */
    double minus(Moments other) {
        return (mean - other.mean) + (rest - other.rest);
    }

    /** This mean minus a number. */
    double minus(double x) {
        return (mean - x) + rest;
    }
}
