package cohortkit.stats;

/** The likelihood-ratio statistic of one proportion, without the loss of digits of its textbook form. */
final class BinomialDeviance {

    /** Below it log(1 + e) is too near to e for a plain difference. */
    private static final double SMALL = 0.1;

    private static final int TERMS = 20;

    private BinomialDeviance() {}

    /** log(p0 / p), below 0, at which the statistic of x among n, x > 0, reaches z². */
    static double below(double x, double n, double z) {
        if (x == n) {
            return -z * z / (2 * n);
        }
        double low = -z / Math.sqrt(x);
        while (statistic(x, n, low) < z * z) {
            low *= 2;
        }
        return TailRoot.between(t -> statistic(x, n, t) - z * z, low, 0);
    }

    /**
     * {@code -2 (x t + (n - x) log(1 - x (e^t - 1) / (n - x)))}: the two terms are each of the size of x t and their sum
     * of its square, so each is taken as its distance from its tangent; the tangents cancel.
     */
    private static double statistic(double x, double n, double t) {
        double e = Math.expm1(t);
        double others = -x * e / (n - x);
        return 2 * (x * excess(e, t) + (n - x) * excess(others, Math.log1p(others)));
    }

    /** e - log(1 + e). */
    private static double excess(double e, double log1p) {
        if (Math.abs(e) > SMALL) {
            return e - log1p;
        }
        double sum = 0;
        for (int k = TERMS; k >= 2; k--) {
            sum = 1.0 / k - e * sum;
        }
        return e * e * sum;
    }
}
