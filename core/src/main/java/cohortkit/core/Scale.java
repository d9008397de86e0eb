package cohortkit.core;

/**
 * The scale on which a {@link Measure} is drawn, and on which its Wald interval is symmetric.
 *
 * <pre>{@code
 * Measure.RISK_RATIO.scale()        // LOG
 * Measure.RISK_DIFFERENCE.scale()   // IDENTITY
 * }</pre>
 */
public enum Scale {
    /** The measure itself: differences, means, coefficients. */
    IDENTITY,
    /** Its logarithm: ratios. */
    LOG,
    /** Its log odds: proportions. */
    LOGIT
}
