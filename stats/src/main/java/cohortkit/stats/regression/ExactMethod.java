package cohortkit.stats.regression;

/**
 * How limits and p-value of an exact logistic regression are made: each limit is the coefficient at which a tail has
 * (1 - level) / 2, the p-value is twice the smaller tail where the coefficient is 0, so that both agree.
 *
 * <pre>{@code
 * Logistic.exact("low ~ smoke + ht", births, "ht[1]").oddsRatio(ExactMethod.MID_P, 0.95)   // 3.37 (95 % CI 0.98 to 12.29; mid-p)
 * }</pre>
 */
public enum ExactMethod {
    /** The observed value counts whole to each tail; at least the nominal coverage. */
    CENTRAL("exact", 1),
    /** It counts half. */
    MID_P("mid-p", 0.5);

    private final String label;
    private final double share;

    ExactMethod(String label, double share) {
        this.label = label;
        this.share = share;
    }

    /** The name in print. */
    public String label() {
        return label;
    }

    double share() {
        return share;
    }
}
