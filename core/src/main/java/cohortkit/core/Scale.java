package cohortkit.core;

/**
 * The scale on which an interval of a {@link Measure} is symmetric, and on which it is drawn.
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
