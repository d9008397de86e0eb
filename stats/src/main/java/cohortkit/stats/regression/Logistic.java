package cohortkit.stats.regression;

import cohortkit.core.Cohort;

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
}
