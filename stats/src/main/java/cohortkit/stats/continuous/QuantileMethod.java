package cohortkit.stats.continuous;

/**
 * Where a quantile lies between two values. The types are those of Hyndman and Fan 1996, Am Stat 50:361.
 *
 * <pre>{@code
 * Sample.of(1, 2, 4, 8).quantile(0.25, QuantileMethod.TYPE_7)   // 1.75
 * Sample.of(1, 2, 4, 8).quantile(0.25, QuantileMethod.TYPE_2)   // 1.5
 * }</pre>
 */
public enum QuantileMethod {
    /** Linear between the values at {@code 1 + (n - 1) p}: the default of R, NumPy and Excel. */
    TYPE_7("type 7") {
        @Override
        double of(double[] sorted, double p) {
            double place = (sorted.length - 1) * p;
            int below = (int) Math.floor(place + FUZZ * Math.max(1, place));
            double share = place - below;
            double low = sorted[below];
            double high = sorted[Math.min(below + 1, sorted.length - 1)];
            // Two products, since high - low can be infinite; a share of rounding alone is none.
            return Math.abs(share) <= FUZZ * Math.max(1, place) ? low : (1 - share) * low + share * high;
        }
    },

    /**
     * The inverse of the empirical distribution, the mean of two values at its jumps: the default of SAS (PCTLDEF=5)
     * and Stata's {@code summarize}.
     */
    TYPE_2("type 2") {
        @Override
        double of(double[] sorted, double p) {
            double place = sorted.length * p;
            int below = (int) Math.floor(place + FUZZ * Math.max(1, place));
            boolean jump = place - below <= FUZZ * Math.max(1, place);
            int last = sorted.length - 1;
            double high = sorted[Math.min(below, last)];
            return jump ? sorted[Math.max(below - 1, 0)] / 2 + high / 2 : high;
        }
    };

    /** n p is off by a few units in the last place; R has the same tolerance. */
    private static final double FUZZ = 4 * Math.ulp(1.0);

    private final String label;

    QuantileMethod(String label) {
        this.label = label;
    }

    /** The name in print, such as "type 7". */
    public String label() {
        return label;
    }

    abstract double of(double[] sorted, double p);
}
