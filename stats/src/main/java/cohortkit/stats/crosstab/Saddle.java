package cohortkit.stats.crosstab;

/**
 * Logarithms of binomial and hypergeometric probabilities that keep all digits at any count, where log factorials of
 * 10^12 would lose ten. Loader 2000, Fast and accurate computation of binomial probabilities.
 */
final class Saddle {

    private static final int SMALL = 16;
    private static final double[] STIRLING = new double[SMALL];
    private static final double LOG_TWO_PI = Math.log(2 * Math.PI);

    static {
        double factorial = 1;
        for (int n = 1; n < SMALL; n++) {
            factorial *= n;
            STIRLING[n] = Math.log(factorial) - (n + 0.5) * Math.log(n) + n - LOG_TWO_PI / 2;
        }
    }

    private Saddle() {}

    /** log n! less Stirling's formula, n at least 1. */
    private static double stirlingError(double n) {
        if (n < SMALL) {
            return STIRLING[(int) n];
        }
        double q = 1 / (n * n);
        return (1.0 / 12 - q * (1.0 / 360 - q * (1.0 / 1260 - q * (1.0 / 1680 - q / 1188)))) / n;
    }

    /** {@code x log(x / mean) + mean - x}, given x - mean with all its digits; x above 0. */
    static double deviance(double x, double mean, double excess) {
        if (Math.abs(excess) >= 0.1 * (x + mean)) {
            return x * Math.log(x / mean) - excess;
        }
        double v = excess / (x + mean);
        double sum = excess * v;
        double term = 2 * x * v;
        for (int j = 1; j < 100; j++) {
            term *= v * v;
            double next = sum + term / (2 * j + 1);
            if (next == sum) {
                break;
            }
            sum = next;
        }
        return sum;
    }

    /** log P(X = x) of n draws with chance {@code part / whole}; 0 ≤ x ≤ n. */
    static double logBinomial(long x, long n, long part, long whole) {
        double p = (double) part / whole;
        double q = (double) (whole - part) / whole;
        if (x == 0) {
            return n == 0 ? 0 : n * (p < 0.5 ? Math.log1p(-p) : Math.log(q));
        }
        if (x == n) {
            return n * (q < 0.5 ? Math.log1p(-q) : Math.log(p));
        }
        double with = x;
        double without = n - x;
        double all = n;
        double excess = with * q - without * p;
        double errors = stirlingError(all) - stirlingError(with) - stirlingError(without);
        double distance = deviance(with, all * p, excess) + deviance(without, all * q, -excess);
        return errors - distance + (Math.log(all / with) - Math.log(without) - LOG_TWO_PI) / 2;
    }

    /** log P(X = x) of {@code drawn} out of {@code whole} without replacement, {@code part} of which count. */
    static double logHypergeometric(long x, long part, long whole, long drawn) {
        if (drawn == 0 || drawn == whole) {
            return 0;
        }
        return logBinomial(x, part, drawn, whole)
                + logBinomial(drawn - x, whole - part, drawn, whole)
                - logBinomial(drawn, whole, drawn, whole);
    }

    /** log P(X = x) of a Poisson variable of that mean, above 0. */
    static double logPoisson(double x, double mean) {
        return x == 0 ? -mean : -stirlingError(x) - deviance(x, mean, x - mean) - (Math.log(x) + LOG_TWO_PI) / 2;
    }
}
