package cohortkit.stats.regression;

/**
 * How far an observation is from its fitted mean. With y the outcome, m the mean, V its variance up to the dispersion
 * d, h the leverage.
 *
 * <pre>{@code
 * fit.influence().residuals(Residual.PEARSON)[0]    // -0.4374060...
 * fit.influence().residuals(Residual.DEVIANCE)[0]   // -0.5917184...
 * }</pre>
 */
public enum Residual {
    /** y - m. */
    RESPONSE,
    /** (y - m) / sqrt(V); squares add up to Pearson's chi-square. */
    PEARSON,
    /** The signed root of the observation's part of the deviance. */
    DEVIANCE,
    /** Pearson / sqrt(d (1 - h)). */
    STANDARDIZED_PEARSON,
    /** Deviance / sqrt(d (1 - h)); R's {@code rstandard} and broom's {@code .std.resid}. */
    STANDARDIZED_DEVIANCE
}
