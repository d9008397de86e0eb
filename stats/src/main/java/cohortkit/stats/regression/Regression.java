package cohortkit.stats.regression;

import cohortkit.core.Cohort;
import cohortkit.core.CohortParts;
import cohortkit.core.Formula;
import cohortkit.core.InputException;
import cohortkit.core.Interval;

/**
 * A regression model before it meets data. Immutable: {@code with} returns another.
 *
 * <pre>{@code
 * var model = Regression.of(Formula.parse("low ~ age + smoke"), Family.BINOMIAL);
 * model.fit(births).ratio("smoke[1]")                  // 2.00 (95 % CI 1.06 to 3.75; Wald)
 * model.with(Link.LOG).fit(births).ratio("smoke[1]")   // 1.56 (95 % CI 1.03 to 2.36; Wald)
 * }</pre>
 *
 * @param formula outcome and terms
 * @param family the distribution of the outcome
 * @param link one of the family's
 * @param weights what a row counts for
 */
public record Regression(Formula formula, Family family, Link link, Weights weights) {

    /** Checks that the link goes with the family. */
    public Regression {
        Model model = Model.of(family, link);
        if (weights.kind() == Weights.Kind.PRECISION && !family.estimatesDispersion()) {
            throw new InputException(
                    "precision weights say how the variance of a measured number differs from row to row;" + " a "
                            + model + " model has none to divide. Use frequency or probability weights");
        }
    }

    /** The model with the family's usual link and without weights. */
    public static Regression of(Formula formula, Family family) {
        return new Regression(formula, family, family.links().get(0), Weights.none());
    }

    /** The same with another link. */
    public Regression with(Link newLink) {
        return new Regression(formula, family, newLink, weights);
    }

    /** The same of another formula. */
    Regression with(Formula newFormula) {
        return new Regression(newFormula, family, link, weights);
    }

    /** The same with weights. */
    public Regression with(Weights newWeights) {
        return new Regression(formula, family, link, newWeights);
    }

    /** The errors that a fit has unless others are asked for: robust where the likelihood is not the data's. */
    public StandardErrors standardErrors() {
        if (weights.kind() == Weights.Kind.PROBABILITY) {
            return StandardErrors.STATA;
        }
        return family.isWorking() ? StandardErrors.HC0 : StandardErrors.MODEL;
    }

    /** What makes the likelihood another one than that of the data, if something does. */
    String likelihood() {
        return family.isWorking() ? "a " + model() + " model" : weights.toString();
    }

    /** The pair of family and link. */
    public Model model() {
        return Model.of(family, link);
    }

    /**
     * The maximum likelihood fit to the rows that are complete in the formula's variables. If the outcome is separated
     * the fit has infinite estimates, see {@link Fit#separation}.
     *
     * @throws cohortkit.core.InputException if the data cannot answer: an unknown variable, one outcome only, more
     *     coefficients than rows
     * @throws ConvergenceException if the iterations come to no maximum
     */
    public Fit fit(Cohort cohort) {
        return Fit.of(this, ModelFrame.of(this, cohort));
    }

    /**
     * The fit of a logistic model to a cohort in parts, as {@link Logistic#fit(String, CohortParts)} has it.
     *
     * @throws cohortkit.core.InputException as {@link #fit(Cohort)}, or if the model is another, its weights are no
     *     frequencies, or there are offsets
     * @throws ConvergenceException if an estimate runs to infinity
     */
    public PartsFit fit(CohortParts parts) {
        return new PartsFit(this, parts);
    }

    /**
     * The fit by Firth's penalized likelihood, which is finite whatever is separated.
     *
     * @throws cohortkit.core.InputException if the model is not logistic, or the data cannot answer
     */
    public FirthFit firth(Cohort cohort) {
        return FirthFit.of(this, ModelFrame.of(this, cohort), Interval.DEFAULT_LEVEL);
    }

    /**
     * One term by exact conditional inference, given the sufficient statistics of the others; for small data.
     *
     * @throws cohortkit.core.InputException if the model is not logistic or has an offset, there is no such term, a value has
     *     more than 6 decimals, or the distribution is out of reach
     */
    public ExactTerm exact(Cohort cohort, String term) {
        return ExactTerm.of(this, ModelFrame.of(this, cohort), term);
    }
}
