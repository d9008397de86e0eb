package cohortkit.stats;

/**
 * A fitted model in one row, in the columns of R's broom.
 *
 * <pre>{@code
 * fit.glance().nobs()   // 330
 * fit.glance().aic()    // 317.59540...
 * }</pre>
 *
 * @param nobs observations used; the sum of the weights where these are frequencies
 * @param dfResidual residual degrees of freedom
 * @param nullDeviance deviance of the model with the intercept alone
 * @param deviance residual deviance
 * @param logLik log likelihood at the final estimate
 * @param aic Akaike's information criterion, 2 k - 2 logLik
 * @param bic Bayesian information criterion, k log(nobs) - 2 logLik
 */
public record Glance(
        long nobs, long dfResidual, double nullDeviance, double deviance, double logLik, double aic, double bic) {}
