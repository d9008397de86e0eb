package cohortkit.stats.regression;

/**
 * How the limits of a coefficient, and the test that goes with them, are made. Limits and p-value always come from the
 * same method: a p-value below 0.05 and 95 % limits that include the null value cannot happen.
 *
 * <pre>{@code
 * fit.oddsRatio("rls[yes]")                                     // 2.82 (95 % CI 1.41 to 5.62; Wald)
 * fit.with(CoefficientInterval.PROFILE).oddsRatio("rls[yes]")   // 2.82 (95 % CI 1.39 to 5.58; profile likelihood)
 * }</pre>
 */
public enum CoefficientInterval {
    /** estimate +- z SE with the Wald z test; t in place of z where the residual variance is estimated. */
    WALD("Wald"),
    /**
     * The values that a likelihood-ratio test would not reject, with that test (Venzon and Moolgavkar 1988, Applied
     * Statistics 37:87). Limits are roots of the profile likelihood, not points of a spline as in R's {@code confint}.
     * In a linear model this is the t interval.
     */
    PROFILE("profile likelihood");

    private final String label;

    CoefficientInterval(String label) {
        this.label = label;
    }

    /** The name in print. */
    public String label() {
        return label;
    }
}
