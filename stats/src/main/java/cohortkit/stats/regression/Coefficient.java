package cohortkit.stats.regression;

/**
 * One estimated coefficient on the scale of the link: log odds ratio, log risk ratio, log rate ratio or difference.
 *
 * <pre>{@code
 * fit.coefficients().get(1).term()       // "rls[yes]"
 * fit.coefficients().get(1).estimate()   // 1.0359527...
 * }</pre>
 *
 * @param term such as {@code age}, {@code race[2]}, {@code smoke:race[2]} or {@code (Intercept)}
 * @param estimate the maximum likelihood estimate
 * @param standardError from the expected information at the estimate; times the residual variance in a linear model
 */
public record Coefficient(String term, double estimate, double standardError) {}
