package cohortkit.stats.regression;

import cohortkit.core.Cohort;
import cohortkit.core.DisplayNumber;
import cohortkit.core.Formula;
import cohortkit.core.Formula.Term;
import cohortkit.core.InputException;
import cohortkit.core.Scale;
import cohortkit.stats.Tidy;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A model's terms, each alone beside all together: univariable and multivariable fits to the same rows, those that are
 * complete in all variables. Products of variables stand beside others only.
 *
 * <pre>{@code
 * var table = ModelTable.of(Model.LOGISTIC.of("low ~ smoke + age"), births);
 * table.parts().get(0).alone().orElseThrow().ratio("smoke[1]")   // 2.02 (95 % CI 1.08 to 3.78; Wald)
 * table.together().ratio("smoke[1]")                             // 2.00 (95 % CI 1.06 to 3.75; Wald)
 * }</pre>
 */
public final class ModelTable {

    /**
     * A term of the formula.
     *
     * @param term as it stands there
     * @param names its terms in the fit of all, those without an estimate too
     * @param alone the fit of this term alone; empty for products, and where it has no answer
     * @param problem why it has none; empty otherwise
     */
    public record Part(Term term, List<String> names, Optional<Fit> alone, String problem) {
        /** Copies the names. */
        public Part {
            names = List.copyOf(names);
        }
    }

    private final Regression model;
    private final Optional<String> strata;
    private final Cohort complete;
    private final CompleteCases cases;
    private final List<String> notes;
    private final Fit together;
    private final List<Part> parts;

    private ModelTable(Regression model, Cohort cohort, Optional<String> strata) {
        this.model = model;
        this.strata = strata;
        Set<String> names = new LinkedHashSet<>(model.formula().variables());
        strata.ifPresent(names::add);
        names.forEach(cohort::variable);
        this.complete = cohort.where("incomplete", row -> names.stream().noneMatch(row::isMissing));
        if (strata.isPresent()) {
            StratifiedFit within = StratifiedFit.of(model, strata.get(), cohort);
            this.together = within.whole();
            this.cases = within.completeCases();
            this.notes = within.notes();
        } else {
            this.together = model.fit(cohort);
            this.cases = together.completeCases();
            this.notes = together.notes();
        }
        Map<Term, List<String>> columns = new ColumnPlan(together.model().formula(), together.frame()).names();
        this.parts = model.formula().terms().stream()
                .map(term -> part(term, columns.getOrDefault(term, List.of())))
                .toList();
    }

    private ModelTable(ModelTable table, Fit together, List<Part> parts) {
        this.model = table.model;
        this.strata = table.strata;
        this.complete = table.complete;
        this.cases = table.cases;
        this.notes = table.notes;
        this.together = together;
        this.parts = parts;
    }

    /**
     * Fits by Wald's method.
     *
     * @throws InputException as {@link Regression#fit} does of all terms together
     */
    public static ModelTable of(Regression model, Cohort cohort) {
        return new ModelTable(model, cohort, Optional.empty());
    }

    /**
     * The same within strata, each fit with an intercept for each of them, as {@link StratifiedFit} has it.
     *
     * @throws InputException as {@link StratifiedFit#of} does of all terms together
     */
    public static ModelTable within(Regression model, String strata, Cohort cohort) {
        return new ModelTable(model, cohort, Optional.of(strata));
    }

    private Part part(Term term, List<String> names) {
        if (term.operands().size() > 1) {
            return new Part(term, names, Optional.empty(), "");
        }
        Formula formula = model.formula();
        Regression single =
                model.with(new Formula(formula.outcome(), List.of(term), formula.offsets(), formula.intercept()));
        try {
            Fit alone = strata.isPresent()
                    ? StratifiedFit.of(single, strata.get(), complete).whole()
                    : single.fit(complete);
            return new Part(term, names, Optional.of(alone), "");
        } catch (InputException e) {
            return new Part(term, names, Optional.empty(), String.valueOf(e.getMessage()));
        }
    }

    /**
     * The same with other intervals and tests.
     *
     * @throws InputException as {@link Fit#with(CoefficientInterval)} does
     */
    public ModelTable with(CoefficientInterval method) {
        List<Part> other = new ArrayList<>();
        for (Part part : parts) {
            try {
                Optional<Fit> alone = part.alone().map(fit -> fit.with(method));
                other.add(new Part(part.term(), part.names(), alone, part.problem()));
            } catch (InputException e) {
                other.add(new Part(part.term(), part.names(), Optional.empty(), String.valueOf(e.getMessage())));
            }
        }
        return new ModelTable(this, together.with(method), other);
    }

    /** The same with intervals of another level, in (0, 1). */
    public ModelTable withLevel(double level) {
        return new ModelTable(
                this,
                together.withLevel(level),
                parts.stream()
                        .map(part -> new Part(
                                part.term(),
                                part.names(),
                                part.alone().map(fit -> fit.withLevel(level)),
                                part.problem()))
                        .toList());
    }

    /** The model, without its strata. */
    public Regression model() {
        return model;
    }

    /** What has an intercept for each of its values, if something does. */
    public Optional<String> strata() {
        return strata;
    }

    /** The rows of all fits; with strata, those without information too. */
    public Cohort complete() {
        return complete;
    }

    /** Which rows are complete, and what the others lack. */
    public CompleteCases completeCases() {
        return cases;
    }

    /** What a reader should know of the fit of all terms. */
    public List<String> notes() {
        return notes;
    }

    /** The fit of all terms. */
    public Fit together() {
        return together;
    }

    /** The terms in the formula's order. */
    public List<Part> parts() {
        return parts;
    }

    /** Whether there is one term only, whose two fits are one. */
    public boolean isAlone() {
        return parts.size() == 1;
    }

    /** One row a term of the fits of one term each, on the scale of the link. */
    public List<Tidy> univariable() {
        return rows(Part::alone);
    }

    /** One row a term of the fit of all, on the scale of the link. */
    public List<Tidy> multivariable() {
        return rows(part -> Optional.of(together));
    }

    private List<Tidy> rows(java.util.function.Function<Part, Optional<Fit>> fits) {
        return parts.stream()
                .flatMap(part -> part.names().stream()
                        .map(name -> fits.apply(part)
                                .filter(fit -> fit.terms().contains(name))
                                .map(fit -> fit.tidy().get(fit.terms().indexOf(name)))
                                .orElseGet(() -> none(name))))
                .toList();
    }

    private static Tidy none(String name) {
        double none = Double.NaN;
        return new Tidy(name, none, none, none, none, none, none, "no estimate");
    }

    /** A title, one aligned row a term with both estimates, and how they were made. */
    @Override
    public String toString() {
        AlignedText text = AlignedText.titled(
                "Terms alone and together,", model.formula().outcome(), ", n = " + together.observations());
        String symbol = model.model().measure().symbol();
        String level = DisplayNumber.shortest(together.level() * 100) + " % CI";
        List<String[]> table = new ArrayList<>();
        table.add(new String[] {"term", "alone: " + symbol, level, "p", "together: " + symbol, level, "p"});
        List<Tidy> alone = univariable();
        List<Tidy> all = multivariable();
        for (int i = 0; i < all.size(); i++) {
            List<String> cells = new ArrayList<>(List.of(all.get(i).term()));
            cells.addAll(cells(alone.get(i)));
            cells.addAll(cells(all.get(i)));
            table.add(cells.toArray(String[]::new));
        }
        text.table(table);
        text.wrap(together.inference().test());
        text.wrap(cases.toString());
        notes.forEach(text::wrap);
        return text.toString();
    }

    private List<String> cells(Tidy row) {
        return List.of(
                number(row.estimate()),
                number(row.confLow()) + " to " + number(row.confHigh()),
                DisplayNumber.pValue(row.pValue()));
    }

    private String number(double coefficient) {
        return DisplayNumber.ratio(model.model().measure().scale() == Scale.LOG ? Math.exp(coefficient) : coefficient);
    }
}
