package cohortkit.stats.regression;

import cohortkit.core.Convention;
import cohortkit.core.Estimate;
import cohortkit.core.InputException;
import cohortkit.core.Interval;
import cohortkit.core.Measure;
import cohortkit.stats.Glance;
import cohortkit.stats.Tidy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A logistic fit by Firth's penalized likelihood: the likelihood times the square root of the information's determinant
 * (Jeffreys' prior), which takes the first-order bias away and has a finite maximum whatever is separated (Firth 1993,
 * Biometrika 80:27; Heinze and Schemper 2002, Stat Med 21:2409). Limits and tests are by the profile of the penalized
 * likelihood unless Wald ones are asked for; standard errors come from the information at the estimate.
 *
 * <pre>{@code
 * var light = births.derive(Variable.binary("light", "Below 2500 g"), p -> p.number("bwt") < 2500);
 * var firth = Logistic.firth("low ~ light", light);
 * firth.oddsRatio("light[yes]")   // 31059 (95 % CI 1569 to 9594879; profile penalized likelihood)
 * }</pre>
 */
public final class FirthFit {

    /** What stands in the model and not in the table. */
    private record Strata(String variable, String note) {}

    private final Regression model;
    private final ModelFrame frame;
    private final Design design;
    private final FirthMaximum maximum;
    private final FirthRows rows;
    private final Optional<Strata> strata;

    private FirthFit(
            Regression model,
            ModelFrame frame,
            Design design,
            FirthMaximum maximum,
            FirthRows rows,
            Optional<Strata> strata) {
        this.model = model;
        this.frame = frame;
        this.design = design;
        this.maximum = maximum;
        this.rows = rows;
        this.strata = strata;
    }

    static FirthFit of(Regression model, ModelFrame frame, double level) {
        if (model.model() != Model.LOGISTIC) {
            throw new InputException(
                    "Firth's penalized likelihood is there for logistic models; this one is " + model.model());
        }
        if (model.standardErrors() != StandardErrors.MODEL) {
            throw new InputException(
                    model.weights() + " are no likelihood of the sample, and Firth's penalty corrects one;"
                            + " fit without them or without the penalty");
        }
        Design design = Design.of(new ColumnPlan(model.formula(), frame), frame.size());
        if (design.size() == 0) {
            throw new InputException("the model " + model.formula()
                    + " has nothing to estimate; give it a term that varies or an intercept");
        }
        FirthMaximum maximum = new FirthMaximum(model, frame, design);
        FirthRows rows = new FirthRows(design, maximum, CoefficientInterval.PROFILE, level, design.formulaOrder());
        return new FirthFit(model, frame, design, maximum, rows, Optional.empty());
    }

    /** The same fit with intervals and tests by another method. */
    public FirthFit with(CoefficientInterval newMethod) {
        return new FirthFit(model, frame, design, maximum, rows.with(newMethod), strata);
    }

    /**
     * The same fit with intervals of another level.
     *
     * @param newLevel in (0, 1), such as 0.95
     */
    public FirthFit withLevel(double newLevel) {
        return new FirthFit(model, frame, design, maximum, rows.withLevel(newLevel), strata);
    }

    /** The same fit without the rows of some terms, which are the intercepts of strata. */
    FirthFit without(Set<String> terms, String variable, String note) {
        return new FirthFit(
                model, frame, design, maximum, rows.without(terms), Optional.of(new Strata(variable, note)));
    }

    /** The model that was fitted. */
    public Regression model() {
        return model;
    }

    /** Names of the estimated terms, in the formula's order. */
    public List<String> terms() {
        return rows.terms();
    }

    /** Terms that are linear combinations of earlier ones and have no estimate. */
    public List<String> aliased() {
        return design.aliased();
    }

    /**
     * One row a term, in log odds; a limit that could not be found is NaN, and {@link #notes} says so. The statistic is the penalized likelihood-ratio chi-square (one degree of freedom) for
     * profile, z for Wald.
     */
    public List<Tidy> tidy() {
        return rows.tidy();
    }

    /**
     * A coefficient in log odds.
     *
     * @throws InputException if there is no such term
     */
    public Estimate estimate(String term) {
        Tidy row = rows.of(term);
        return new Estimate(
                Measure.COEFFICIENT,
                row.estimate(),
                new Interval(row.confLow(), row.confHigh(), level()),
                convention());
    }

    /**
     * A term's odds ratio.
     *
     * @throws InputException if there is no such term
     */
    public Estimate oddsRatio(String term) {
        Tidy row = rows.of(term);
        return new Estimate(
                Measure.ODDS_RATIO,
                Math.exp(row.estimate()),
                new Interval(Math.exp(row.confLow()), Math.exp(row.confHigh()), level()),
                convention());
    }

    private Convention convention() {
        return Convention.of("Firth's penalized likelihood, logistic", rows.label())
                .withDenominator(frame.cases().denominator());
    }

    /** The log likelihood plus half the logarithm of the information's determinant, of the columns as they are. */
    public double penalizedLogLik() {
        return maximum.penalizedLogLik();
    }

    /**
     * The fit in one row. Log likelihood, deviance, AIC and BIC are those of the likelihood itself at these estimates,
     * without the penalty.
     */
    public Glance glance() {
        long n = observations();
        int parameters = design.size();
        double deviance = maximum.deviance();
        return new Glance(
                n,
                n - parameters,
                maximum.nullDeviance(),
                deviance,
                -deviance / 2,
                2 * parameters + deviance,
                parameters * Math.log((double) n) + deviance);
    }

    /** Risks whose mean is the observed share, which Firth's are not. */
    public FirthRisks risks(FirthCorrection correction) {
        return correction.of(maximum, frame);
    }

    /** Which rows the fit rests on. */
    public CompleteCases completeCases() {
        return frame.cases();
    }

    /** The number of observations: rows, or the sum of the frequency weights. */
    public long observations() {
        return frame.observations();
    }

    /** What a reader should know: strata, levels without rows, aliased terms, limits that could not be found. */
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        strata.ifPresent(found -> notes.add(found.note()));
        frame.notes().stream()
                .filter(note ->
                        strata.isEmpty() || !note.startsWith(strata.get().variable() + "["))
                .forEach(notes::add);
        notes.addAll(design.aliasNotes());
        notes.addAll(unsettled());
        return notes;
    }

    /** Which terms lack a limit or a p-value, and why. */
    List<String> unsettled() {
        return rows.unsettled();
    }

    double level() {
        return rows.level();
    }

    /** What stands behind limits and p-values, in words. */
    String test() {
        return "Firth's penalized likelihood, "
                + (rows.method() == CoefficientInterval.WALD
                        ? "Wald intervals and Wald tests"
                        : "its profile limits and likelihood-ratio tests");
    }

    List<String> references() {
        return frame.references().entrySet().stream()
                .filter(entry ->
                        strata.isEmpty() || !entry.getKey().equals(strata.get().variable()))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** A title, one aligned row a term, and how it was made. */
    @Override
    public String toString() {
        return new FirthText(this).toString();
    }
}
