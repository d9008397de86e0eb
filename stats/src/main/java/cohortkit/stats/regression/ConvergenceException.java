package cohortkit.stats.regression;

import cohortkit.core.InputException;

/**
 * The iterations came to no maximum of the likelihood. There is no result: an estimate that has not converged is not
 * an estimate.
 *
 * <pre>{@code
 * Fit risks;
 * try { risks = Model.LOG_BINOMIAL.of("low ~ smoke").fit(births); }
 * catch (ConvergenceException e) { risks = Model.LOGISTIC.of("low ~ smoke").fit(births); }
 * risks.ratio("smoke[1]")   // 1.61 (95 % CI 1.06 to 2.44; Wald)
 * }</pre>
 */
public class ConvergenceException extends InputException {

    private static final long serialVersionUID = 1L;

    /** With what happened and what to do. */
    public ConvergenceException(String message) {
        super(message);
    }
}
