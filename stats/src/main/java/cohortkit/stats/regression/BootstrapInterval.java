package cohortkit.stats.regression;

/**
 * How limits are made from bootstrap replicates.
 *
 * <pre>{@code
 * BootstrapInterval.BCA.label()   // "bootstrap BCa"
 * }</pre>
 */
public enum BootstrapInterval {
    /** The quantiles of the replicates. */
    PERCENTILE("bootstrap percentile"),
    /** Quantiles moved for bias and acceleration (Efron 1987, Journal of the American Statistical Association 82:171). */
    BCA("bootstrap BCa");

    private final String label;

    BootstrapInterval(String label) {
        this.label = label;
    }

    /** The name in print. */
    public String label() {
        return label;
    }
}
