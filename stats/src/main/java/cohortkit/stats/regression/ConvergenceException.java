package cohortkit.stats.regression;

import cohortkit.core.InputException;

/**
 * The iterations came to no maximum of the likelihood. There is no result: an estimate that has not converged is not
 * an estimate.
 *
 * <pre>{@code
 * try { fit = Model.LOG_BINOMIAL.of(formula).fit(cohort); }
 * catch (ConvergenceException e) { fit = Model.LOGISTIC.of(formula).fit(cohort); }
 * }</pre>
 */
public class ConvergenceException extends InputException {

    private static final long serialVersionUID = 1L;

    /** With what happened and what to do. */
    public ConvergenceException(String message) {
        super(message);
    }
}
