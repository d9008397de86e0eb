package cohortkit.stats.regression;

import cohortkit.core.Cohort;
import cohortkit.core.CohortParts;

/**
 * Logistic regression in one line: log odds of the event = intercept + sum of coefficients times terms.
 *
 * <p>The event is the second level of a category of two, or the 1 of a number that is only 0 or 1. Agrees with R's
 * {@code glm(family = binomial)} run to convergence; R's default stops earlier, which shows in its standard errors
 * from the fifth digit.
 *
 * <pre>{@code
 * var fit = Logistic.fit("insomnia ~ rls + age + sex", patients);
 * fit.oddsRatio("rls[yes]")   // 2.82 (95 % CI 1.41 to 5.62; Wald)
 * }</pre>
 */
public final class Logistic {

    private Logistic() {}

    /**
     * Fits a logistic model.
     *
     * @throws cohortkit.core.InputException as {@link Regression#fit} does
     */
    public static Fit fit(String formula, Cohort cohort) {
        return Model.LOGISTIC.of(formula).fit(cohort);
    }

    /** Fits a logistic model to weighted rows. */
    public static Fit fit(String formula, Cohort cohort, Weights weights) {
        return Model.LOGISTIC.of(formula).with(weights).fit(cohort);
    }

    /**
     * Fits a logistic model by Firth's penalized likelihood; the outcome may be separated.
     *
     * @throws cohortkit.core.InputException as {@link Regression#firth} does
     */
    public static FirthFit firth(String formula, Cohort cohort) {
        return Model.LOGISTIC.of(formula).firth(cohort);
    }

    /**
     * One term of a logistic model by exact conditional inference; for small data.
     *
     * @throws cohortkit.core.InputException as {@link Regression#exact} does
     */
    public static ExactTerm exact(String formula, Cohort cohort, String term) {
        return Model.LOGISTIC.of(formula).exact(cohort, term);
    }

    /**
     * Fits a logistic model to a cohort that is read in parts, once to see its levels, once or twice for its scales, and
     * once a step. Memory holds a part at a time.
     *
     * @throws cohortkit.core.InputException as {@link Regression#fit} does, and if there are offsets
     * @throws ConvergenceException if an estimate runs to infinity: which terms separate the outcome is told by a fit of
     *     a cohort in memory
     */
    public static PartsFit fit(String formula, CohortParts parts) {
        return new PartsFit(Model.LOGISTIC.of(formula), parts);
    }
}
