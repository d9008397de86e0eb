package cohortkit.stats.regression;

import cohortkit.core.Cohort;
import cohortkit.core.Estimate;
import cohortkit.core.InputException;
import cohortkit.stats.Glance;
import cohortkit.stats.Tidy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A model with an intercept for each stratum, such as a site, of which the strata are counted and the other terms are
 * shown. Estimates are those of the model with {@code factor(VAR)}. Strata that say nothing of the terms are left out
 * and counted: with the logit link those in which the outcome does not vary, with the log link those without an event.
 *
 * <p>Many small strata are not for this: their intercepts bias odds ratios away from 1, of pairs to the square
 * (Breslow and Day 1980, section 7.1).
 *
 * <pre>{@code
 * var within = StratifiedFit.of(Model.LOGISTIC.of("low ~ age + smoke"), "race", births);
 * within.ratio("smoke[1]")     // 3.01 (95 % CI 1.45 to 6.23; Wald)
 * within.terms()               // [age, smoke[1]]
 * within.notes()               // [3 strata of race, an intercept each]
 * }</pre>
 */
public final class StratifiedFit {

    private final Stratification strata;
    private final Fit fit;
    private final Inference inference;
    private final List<Tidy> tidy;

    private StratifiedFit(Stratification strata, Fit fit, CoefficientInterval method) {
        this.strata = strata;
        this.fit = fit;
        this.inference = fit.inference().with(method);
        List<String> columns = fit.design().names();
        this.tidy = terms().stream()
                .map(term -> inference.tidy(columns.indexOf(term)))
                .toList();
    }

    /**
     * The fit within strata, a log-binomial one by the way that leads to an answer. A row without a stratum is incomplete.
     *
     * @param model without the strata, and with an intercept
     * @param variable a category or a number, each value of which is a stratum
     * @throws InputException if the formula has the variable or no intercept, if the outcome varies in no stratum, and as
     *     {@link Regression#fit} does
     */
    public static StratifiedFit of(Regression model, String variable, Cohort cohort) {
        Stratification strata = new Stratification(model, variable, cohort);
        return new StratifiedFit(strata, strata.fit(), CoefficientInterval.WALD);
    }

    /** The same with other intervals and tests; only those of the terms are followed. */
    public StratifiedFit with(CoefficientInterval method) {
        return new StratifiedFit(strata, fit, method);
    }

    /** The same with other standard errors and Wald intervals; the intercepts count as coefficients. */
    public StratifiedFit with(StandardErrors errors) {
        return new StratifiedFit(strata, fit.with(errors), CoefficientInterval.WALD);
    }

    /** The same with Wald or profile intervals of another level, in (0, 1). */
    public StratifiedFit withLevel(double level) {
        return new StratifiedFit(strata, fit.withLevel(level), inference.method());
    }

    /**
     * The whole fit by Wald's method, with {@code factor(VAR)} as its first term, to the strata that carry information:
     * for predictions, effects and diagnostics, where a row's stratum must be one of those.
     */
    public Fit whole() {
        return fit;
    }

    /**
     * The predicted mean of each row of a cohort, as {@link Fit#predict} has it; a row of a stratum without an intercept
     * has none.
     */
    public Predictions predict(Cohort people) {
        return new Predictions(fit, people, strata.without(people));
    }

    /**
     * The same model by Firth's penalized likelihood, with the intercepts of all strata, also of those that are left out
     * here: they are finite under the penalty.
     *
     * @throws InputException if the model is not logistic, or there are more than 20 strata or fewer than 10 observations in
     *     one: the penalty does not take away the bias of so many intercepts
     */
    public FirthFit firth() {
        return strata.firth().withLevel(fit.level());
    }

    /** The tests but that of the strata. */
    List<TermTest> beside(List<TermTest> tests) {
        return tests.stream().filter(test -> !strata.isTerm(test.term())).toList();
    }

    Resampling drawnWithin(Resampling units) {
        return strata() == 1 ? units : units.within(fit, strata.variable());
    }

    /** How many strata have an intercept. */
    public int strata() {
        return strata.strata();
    }

    /** Names of the estimated terms, without the strata. */
    public List<String> terms() {
        Set<String> intercepts = strata.intercepts();
        return fit.terms().stream().filter(term -> !intercepts.contains(term)).toList();
    }

    /** Terms without an estimate, such as those that do not vary within strata. */
    public List<String> aliased() {
        return fit.aliased();
    }

    /** One row a term, on the scale of the link. */
    public List<Tidy> tidy() {
        return tidy;
    }

    /**
     * A coefficient on the scale of the link.
     *
     * @throws InputException if there is no such term
     */
    public Estimate estimate(String term) {
        return new FitEstimates(fit).estimate(row(term), reference(term));
    }

    /**
     * A coefficient as the odds ratio, risk ratio or rate ratio that it stands for.
     *
     * @throws InputException if there is no such term, or the model's coefficients are differences
     */
    public Estimate ratio(String term) {
        return new FitEstimates(fit).ratio(row(term), reference(term));
    }

    private Tidy row(String term) {
        int index = terms().indexOf(term);
        if (aliased().contains(term)) {
            throw new InputException("term '" + term + "' is aliased, see notes(); it has no estimate");
        }
        if (index < 0) {
            throw new InputException("no term '" + term + "' beside the strata of '" + strata.variable()
                    + "'; there are " + String.join(", ", terms()));
        }
        return tidy.get(index);
    }

    private String reference(String term) {
        return fit.design().reference(fit.design().names().indexOf(term));
    }

    /** The fit in one row, of the strata that carry information; the intercepts count as coefficients. */
    public Glance glance() {
        return fit.glance();
    }

    /** Which rows are complete, whether their strata carry information or not. */
    public CompleteCases completeCases() {
        return strata.cases();
    }

    /** How many strata there are, how many are left out and why, and what else a reader should know. */
    public List<String> notes() {
        List<String> notes = new ArrayList<>(strata.notes());
        fit.notes().stream()
                .filter(note -> !note.startsWith(strata.variable() + "["))
                .forEach(notes::add);
        notes.addAll(inference.notes());
        return notes;
    }

    /** Each other category's reference level. */
    List<String> references() {
        return fit.frame().references().entrySet().stream()
                .filter(entry -> !entry.getKey().equals(strata.variable()))
                .map(Map.Entry::getValue)
                .toList();
    }

    Inference inference() {
        return inference;
    }

    /** A title, one aligned row a term, and how it was made. */
    @Override
    public String toString() {
        return new FitText(this).toString();
    }
}
