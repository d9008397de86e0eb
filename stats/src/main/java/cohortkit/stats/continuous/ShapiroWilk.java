package cohortkit.stats.continuous;

import cohortkit.core.InputException;
import cohortkit.stats.TestResult;
import org.apache.commons.numbers.core.Sum;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Shapiro and Wilk's test that values come from a normal distribution, by Royston's approximation: polynomials in
 * {@code 1 / sqrt(n)} for the outer weights, and a normal transformation of {@code log(1 - W)}. Royston 1995, Appl Stat
 * 44:547 (AS R94). W agrees with the tables to about 3 decimals and p to about 1 % of itself between 0.01 and 0.99;
 * smaller ones are extrapolated. R uses the same approximation.
 *
 * <pre>{@code
 * ShapiroWilk.test(Sample.of(births, "bwt"))   // Shapiro-Wilk: 0.99, p = 0.435
 * }</pre>
 */
public final class ShapiroWilk {

    private static final int SMALLEST = 3;
    private static final int LARGEST = 5000;
    private static final double[] OUTER = {0, 0.221157, -0.147981, -2.07119, 4.434685, -2.706056};
    private static final double[] NEXT = {0, 0.042981, -0.293762, -1.752461, 5.682633, -3.582633};
    private static final double[] BOUND = {-2.273, 0.459};
    private static final double[] SMALL_MEAN = {0.544, -0.39978, 0.025054, -6.714e-4};
    private static final double[] SMALL_LOG_SD = {1.3822, -0.77857, 0.062767, -0.0020322};
    private static final double[] MEAN = {-1.5861, -0.31082, -0.083751, 0.0038915};
    private static final double[] LOG_SD = {-0.4803, -0.082676, 0.0030302};
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private ShapiroWilk() {}

    /**
     * Tests a sample; the statistic is W, in (0, 1].
     *
     * @throws InputException if there are fewer than 3 or more than 5000 values, all are equal, or they reach 1e308
     */
    public static TestResult test(Sample sample) {
        int n = sample.n();
        if (n < SMALLEST || n > LARGEST) {
            throw new InputException("Shapiro-Wilk takes 3 to 5000 values; '" + sample.name() + "' has " + n);
        }
        if (sample.constant()) {
            throw new InputException(
                    "Shapiro-Wilk needs values that differ; those of '" + sample.name() + "' are equal");
        }
        double rest = complement(sample, weights(n));
        return new TestResult("Shapiro-Wilk", 1 - rest, Double.NaN, pValue(n, rest));
    }

    /** The weights of the upper half, the largest value first. */
    private static double[] weights(int n) {
        int half = n / 2;
        double[] weights = new double[half];
        if (n == SMALLEST) {
            weights[0] = Math.sqrt(0.5);
            return weights;
        }
        double[] scores = new double[half];
        double squares = 0;
        for (int i = 0; i < half; i++) {
            scores[i] = NORMAL.inverseSurvivalProbability((i + 0.625) / (n + 0.25));
            squares += 2 * scores[i] * scores[i];
        }
        double small = 1 / Math.sqrt(n);
        int fitted = n > 5 ? 2 : 1;
        weights[0] = polynomial(OUTER, small) + scores[0] / Math.sqrt(squares);
        double left = squares - 2 * scores[0] * scores[0];
        double weight = 1 - 2 * weights[0] * weights[0];
        if (fitted == 2) {
            weights[1] = polynomial(NEXT, small) + scores[1] / Math.sqrt(squares);
            left -= 2 * scores[1] * scores[1];
            weight -= 2 * weights[1] * weights[1];
        }
        double factor = Math.sqrt(left / weight);
        for (int i = fitted; i < half; i++) {
            weights[i] = scores[i] / factor;
        }
        return weights;
    }

    /** 1 - W without cancellation. W is the squared correlation of values and weights. */
    private static double complement(Sample sample, double[] weights) {
        double[] x = sample.sorted();
        int n = x.length;
        Moments m = sample.moments();
        if (Double.isInfinite(m.root())) {
            throw new InputException(
                    "the values of '" + sample.name() + "' are too large for Shapiro-Wilk: divide them" + " first");
        }
        Sum own = Sum.create();
        Sum product = Sum.create();
        for (int i = 0; i < weights.length; i++) {
            own.addProduct(weights[i], weights[i]);
            // First the difference, of halves that do not overflow: values near 1e15 keep their digits.
            product.addProduct(weights[i], (x[n - 1 - i] / 2 - x[i] / 2) / (m.root() / 2));
        }
        double size = Math.sqrt(2 * own.getAsDouble());
        double r = product.getAsDouble() / size;
        return Math.max(0, (1 - r) * (1 + r));
    }

    private static double pValue(int n, double rest) {
        if (n == SMALLEST) {
            double w = 1 - rest;
            return Math.max(0, 6 / Math.PI * (Math.asin(Math.sqrt(w)) - Math.asin(Math.sqrt(0.75))));
        }
        double y = Math.log(rest);
        double log = Math.log(n);
        if (n > 11) {
            return NORMAL.survivalProbability((y - polynomial(MEAN, log)) / Math.exp(polynomial(LOG_SD, log)));
        }
        double bound = polynomial(BOUND, n);
        // The transformation ends there: W is smaller than any that it knows.
        return y >= bound
                ? 1e-99
                : NORMAL.survivalProbability(
                        (-Math.log(bound - y) - polynomial(SMALL_MEAN, n)) / Math.exp(polynomial(SMALL_LOG_SD, n)));
    }

    private static double polynomial(double[] coefficients, double x) {
        double sum = 0;
        for (int i = coefficients.length - 1; i >= 0; i--) {
            sum = sum * x + coefficients[i];
        }
        return sum;
    }
}
