package cohortkit.stats.regression;

import cohortkit.core.Cohort;
import cohortkit.core.Estimate;
import cohortkit.core.InputException;
import cohortkit.core.Interval;
import cohortkit.stats.Glance;
import cohortkit.stats.Tidy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A converged fit. Coefficients are on the scale of the link; {@link #ratio} and {@link #oddsRatio} take them to the
 * scale of print. Standard errors come from the expected information at the estimate itself, unless others are asked
 * for.
 *
 * <pre>{@code
 * var fit = Logistic.fit("insomnia ~ rls + age + sex", patients);
 * fit.oddsRatio("rls[yes]")                                     // 2.82 (95 % CI 1.41 to 5.62; Wald)
 * fit.with(CoefficientInterval.PROFILE).oddsRatio("rls[yes]")   // 2.82 (95 % CI 1.39 to 5.58; profile likelihood)
 * }</pre>
 */
public final class Fit {

    private final Estimation estimation;
    private final FitTerms terms;
    private final CoefficientInterval method;
    private final Inference inference;
    private final Uncertainty uncertainty;
    private final List<Tidy> tidy;

    private Fit(Estimation estimation, CoefficientInterval method, Covariance covariance, double level) {
        this.estimation = estimation;
        this.terms = new FitTerms(estimation.design());
        this.method = method;
        this.inference = new Inference(estimation, method, covariance, level);
        this.uncertainty = new Uncertainty(covariance.working(), covariance.reference());
        this.tidy = terms.columns().mapToObj(inference::tidy).toList();
    }

    static Fit of(Regression model, ModelFrame frame) {
        return of(Estimation.of(model, frame, Rescue.NONE));
    }

    static Fit of(Estimation estimation) {
        Covariance usual = Covariance.of(estimation, estimation.model().standardErrors());
        return new Fit(estimation, CoefficientInterval.WALD, usual, Interval.DEFAULT_LEVEL);
    }

    /**
     * The same fit with intervals and tests by another method.
     *
     * @throws InputException if robust errors would stand beside profile limits
     */
    public Fit with(CoefficientInterval newMethod) {
        return new Fit(estimation, newMethod, inference.covariance(), inference.level());
    }

    /**
     * The same fit with other standard errors.
     *
     * @throws InputException if they do not go with the intervals or the weights, if a leverage of 1 leaves them
     *     undefined, if a cluster is missing, or if errors that are not the model's would stand beside infinite estimates
     */
    public Fit with(StandardErrors errors) {
        return new Fit(estimation, method, Covariance.asked(estimation, errors), inference.level());
    }

    /**
     * The same fit with intervals of another level.
     *
     * @param level in (0, 1), such as 0.95
     */
    public Fit withLevel(double level) {
        return new Fit(estimation, method, inference.covariance(), level);
    }

    /** Where the standard errors come from. */
    public StandardErrors standardErrors() {
        return inference.covariance().errors();
    }

    /** The level of the intervals, in (0, 1). */
    public double level() {
        return inference.level();
    }

    /** The model that was fitted. */
    public Regression model() {
        return estimation.model();
    }

    /** Names of the estimated terms, in the formula's order. */
    public List<String> terms() {
        return terms.names();
    }

    /** Terms that are linear combinations of earlier ones and have no estimate. */
    public List<String> aliased() {
        return estimation.design().aliased();
    }

    /** The estimated coefficients, in the formula's order. */
    public List<Coefficient> coefficients() {
        return tidy.stream()
                .map(row -> new Coefficient(row.term(), row.estimate(), row.stdError()))
                .toList();
    }

    /**
     * One row a term, on the scale of the link. The statistic is z for Wald, t in a linear model, and the
     * likelihood-ratio chi-square (one degree of freedom) for profile.
     */
    public List<Tidy> tidy() {
        return tidy;
    }

    /** The same by another method and level. */
    public List<Tidy> tidy(CoefficientInterval otherMethod, double level) {
        return with(otherMethod).withLevel(level).tidy();
    }

    /**
     * A coefficient on the scale of the link.
     *
     * @throws InputException if there is no such term
     */
    public Estimate estimate(String term) {
        return new FitEstimates(this).estimate(tidy.get(terms.index(term)), terms.reference(term));
    }

    /**
     * A coefficient as the ratio that it stands for: odds ratio, risk ratio or rate ratio, by the model.
     *
     * @throws InputException if there is no such term, or the model's coefficients are differences
     */
    public Estimate ratio(String term) {
        return new FitEstimates(this).ratio(tidy.get(terms.index(term)), terms.reference(term));
    }

    /**
     * A term's odds ratio.
     *
     * @throws InputException if there is no such term, or the model has no odds ratios
     */
    public Estimate oddsRatio(String term) {
        new FitEstimates(this).requireOddsRatios(term);
        return ratio(term);
    }

    /** The covariance matrix of the estimates in the order of {@link #terms()}; a copy. */
    public double[][] covariance() {
        return inference.covariance().matrix(terms.columns().toArray());
    }

    /** The number of observations: rows, or the sum of the frequency weights. */
    public long observations() {
        return estimation.frame().observations();
    }

    /** The log likelihood at the estimate, all constants included. */
    public double logLik() {
        return estimation.logLikelihood();
    }

    /** Twice the log likelihood that the model is short of the saturated one; the residual sum of squares if linear. */
    public double deviance() {
        return estimation.deviance();
    }

    /** The residual variance of a linear model, deviance / df.residual; 1 for the others. */
    public double dispersion() {
        return estimation.dispersion();
    }

    /**
     * The fit in one row. The null deviance is that of the intercept alone (with offsets), and of the offsets alone in
     * a model without intercept. AIC and BIC count the residual variance of a linear model as a parameter. All as in R,
     * but that frequency weights count as observations.
     */
    public Glance glance() {
        return estimation.glance();
    }

    /** The rows that the fit rests on, with their means. */
    public ModelRows rows() {
        return ModelRows.of(estimation, uncertainty);
    }

    /**
     * The rows of a cohort that have all predictors, with their means under this fit.
     *
     * @throws InputException if a predictor has a level that the fit did not see
     */
    public ModelRows rows(Cohort cohort) {
        return ModelRows.of(estimation, uncertainty, cohort);
    }

    /**
     * The predicted mean of each row of a cohort, with its interval.
     *
     * @throws InputException if a predictor has a level that the fit did not see
     */
    public Predictions predict(Cohort cohort) {
        return new Predictions(this, cohort);
    }

    /** Residuals, leverage and influence of the rows of the fit. */
    public Influence influence() {
        return new Influence(this, rows());
    }

    /**
     * The cohort with what the fit says of each row, in broom's names: {@code .fitted} and {@code .se.fit} on the scale
     * of the mean, {@code .resid} (deviance), {@code .hat}, {@code .cooksd}, {@code .std.resid}. A row that the fit does
     * not rest on keeps its place, without values and with the reason.
     */
    public Cohort augment() {
        return new Augmentation(this).cohort();
    }

    /** Which rows the fit rests on. */
    public CompleteCases completeCases() {
        return estimation.frame().cases();
    }

    /** What a reader should know: levels without rows, aliased terms, another algorithm, a profile without end. */
    public List<String> notes() {
        List<String> notes = new ArrayList<>(estimation.notes());
        notes.addAll(inference.notes());
        return notes;
    }

    /**
     * What separates the outcome; empty if it is not separated. A separated fit has the likelihood's limit: estimates that
     * are not finite are infinite, with a one-sided profile-likelihood limit and a likelihood-ratio test whatever the
     * method; the others are the maximum likelihood estimates of the rows that are not predicted without error.
     */
    public Optional<SeparationFinding> separation() {
        return estimation.limiting().map(limit -> limit.exception().finding());
    }

    /**
     * The same model fitted by Firth's penalized likelihood, which is finite whatever is separated.
     *
     * @throws InputException if the model is not logistic
     */
    public FirthFit firth() {
        return FirthFit.of(model(), estimation.frame(), inference.level());
    }

    /** What is printed beside infinite estimates of a logistic model, unless it would keep the reader waiting. */
    Optional<FirthFit> besides() {
        return estimation
                .limiting()
                .filter(limit -> limit.isSmall() && model().model() == Model.LOGISTIC)
                .map(limit -> firth());
    }

    /**
     * For what needs finite estimates.
     *
     * @throws SeparationException if the outcome is separated
     */
    Estimation estimation() {
        estimation.limiting().ifPresent(limit -> {
            throw limit.exception();
        });
        return estimation;
    }

    Design design() {
        return estimation.design();
    }

    ModelFrame frame() {
        return estimation.frame();
    }

    Rescue rescue() {
        return estimation.rescue();
    }

    Inference inference() {
        return inference;
    }

    /** The position among {@link #terms()} of a term that must be there. */
    int position(String term) {
        return terms.index(term);
    }

    /** A title, one aligned row a term, and how it was made. */
    @Override
    public String toString() {
        return new FitText(this).toString();
    }
}
