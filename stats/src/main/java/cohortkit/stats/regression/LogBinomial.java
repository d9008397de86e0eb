package cohortkit.stats.regression;

import cohortkit.core.Cohort;

/**
 * Risk ratios by the first way that leads to an answer. The log-binomial model is fitted by Fisher scoring; if that
 * fails, by Newton's method with the observed information, which finds every maximum where all risks are below 1; if the
 * maximum lies where a risk is 1, by the same along that boundary, with profile limits (all this is what
 * {@link Model#LOG_BINOMIAL} does); if there is no such maximum, or robust errors are needed at it, by modified Poisson
 * with HC0 errors (Zou 2004). The fit's model, notes and convention tell which way it was.
 *
 * <pre>{@code
 * var smokers = LogBinomial.fit("low ~ age + smoke", births);
 * smokers.ratio("smoke[1]")   // 1.56 (95 % CI 1.03 to 2.36; Wald)
 * smokers.model().model()     // log-binomial
 * }</pre>
 */
public final class LogBinomial {

    private LogBinomial() {}

    /**
     * Fits a log-binomial model, or what comes closest.
     *
     * @throws cohortkit.core.InputException as {@link Regression#fit} does
     */
    public static Fit fit(String formula, Cohort cohort) {
        return fit(formula, cohort, Weights.none());
    }

    /** Fits a log-binomial model to weighted rows, or what comes closest. */
    public static Fit fit(String formula, Cohort cohort, Weights weights) {
        return fit(Model.LOG_BINOMIAL.of(formula).with(weights), cohort);
    }

    static Fit fit(Regression model, Cohort cohort) {
        ModelFrame frame = ModelFrame.of(model, cohort);
        try {
            return Fit.of(model, frame);
        } catch (ConvergenceException none) {
            Regression poisson = Model.POISSON_ROBUST.of(model.formula()).with(model.weights());
            return Fit.of(Estimation.of(poisson, frame, Rescue.MODIFIED_POISSON));
        }
    }
}
