package cohortkit.stats.regression;

import cohortkit.core.DisplayNumber;
import cohortkit.core.Scale;
import cohortkit.stats.Tidy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A fit as people read it. */
final class FitText {

    private static final int TITLE = 48;

    private final Fit fit;
    private final AlignedText text;
    private final Optional<FirthFit> firth;
    private Optional<String> failure = Optional.empty();

    FitText(Fit fit) {
        this.fit = fit;
        this.text = new AlignedText(title());
        this.firth = beside();
        table(fit.tidy(), fit.inference().test());
        footer(fit.frame().references().values(), fit.completeCases(), fit.notes());
    }

    /** Without the strata's own terms, and without another method beside it. */
    FitText(StratifiedFit stratified) {
        this.fit = stratified.whole();
        this.text = new AlignedText(title());
        this.firth = Optional.empty();
        this.failure = Optional.of("it is not shown beside strata; ask for it by firth(), cohort fit --firth");
        table(stratified.tidy(), stratified.inference().test());
        footer(stratified.references(), stratified.completeCases(), stratified.notes());
    }

    /** Without p-values, since a bootstrap has none. */
    FitText(Bootstrap bootstrap, BootstrapInterval method) {
        this.fit = bootstrap.fit();
        this.text = new AlignedText(title());
        this.firth = Optional.empty();
        List<Tidy> tidy = bootstrap.tidy(method);
        Optional<StratifiedFit> strata = bootstrap.strata();
        text.table(rows(tidy).stream().map(row -> Arrays.copyOf(row, 3)).toList());
        text.wrap(method.label() + " intervals, without p-values: " + bootstrap);
        if (tidy.stream().anyMatch(row -> Double.isNaN(row.confLow()) || Double.isNaN(row.confHigh()))) {
            text.wrap("NA: the limit lies beyond the outermost replicate, or all lie on one side of the estimate; more"
                    + " replicates may show it, of few clusters none do");
        }
        Collection<String> references = strata.<Collection<String>>map(StratifiedFit::references)
                .orElseGet(() -> fit.frame().references().values());
        footer(references, strata.map(StratifiedFit::completeCases).orElseGet(fit::completeCases), bootstrap.notes());
    }

    private Optional<FirthFit> beside() {
        try {
            return fit.besides();
        } catch (ConvergenceException e) {
            failure = Optional.of(e.getMessage());
            return Optional.empty();
        }
    }

    private String title() {
        String kind = fit.model().model().label() + " regression";
        kind = Character.toUpperCase(kind.charAt(0)) + kind.substring(1);
        String n = ", n = " + fit.observations();
        String full = kind + " of " + fit.model().formula().outcome() + n;
        return full.length() <= TITLE ? full : kind + n;
    }

    private List<String[]> rows(List<Tidy> tidy) {
        List<String[]> rows = new ArrayList<>();
        String symbol = fit.model().model().measure().symbol();
        String level = DisplayNumber.shortest(fit.inference().level() * 100) + " % CI";
        rows.add(new String[] {"term", symbol, level, "p"});
        for (Tidy row : tidy) {
            rows.add(
                    new String[] {row.term(), number(row.estimate()), limits(row), DisplayNumber.pValue(row.pValue())});
        }
        fit.aliased().forEach(term -> rows.add(new String[] {term, "aliased", "", ""}));
        return rows;
    }

    private void table(List<Tidy> tidy, String test) {
        List<String[]> rows = rows(tidy);
        List<String[]> wide =
                firth.map(other -> beside(rows, FirthText.rows(other))).orElse(rows);
        boolean fits = AlignedText.width(wide) <= AlignedText.WIDTH;
        text.table(fits ? wide : rows);
        text.wrap(test);
        if (firth.isPresent()) {
            text.wrap(firth.get().test());
            firth.get().unsettled().forEach(text::wrap);
            text.wrap("exact limits of a term, for small data: Logistic.exact, cohort fit --exact");
            if (!fits) {
                text.table(FirthText.rows(firth.get()));
            }
        } else if (fit.separation().isPresent() && fit.model().model() == Model.LOGISTIC) {
            text.wrap("Firth's penalized likelihood is left out: "
                    + failure.orElse("it would take long of so many rows and terms; ask for it by firth(),"
                            + " cohort fit --firth"));
        }
    }

    /** The other's cells behind the first's, without its terms. */
    private static List<String[]> beside(List<String[]> rows, List<String[]> others) {
        List<String[]> wide = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            String[] cells = Arrays.copyOf(rows.get(i), 7);
            System.arraycopy(others.get(i), 1, cells, 4, 3);
            cells[4] = i == 0 ? "Firth " + cells[4] : cells[4];
            wide.add(cells);
        }
        return wide;
    }

    /** One-sided where the estimate is infinite. */
    private String limits(Tidy row) {
        if (Double.isNaN(row.estimate())) {
            return "any value";
        }
        if (Double.isInfinite(row.estimate())) {
            return row.estimate() > 0 ? "> " + number(row.confLow()) : "< " + number(row.confHigh());
        }
        return number(row.confLow()) + " to " + number(row.confHigh());
    }

    private String number(double coefficient) {
        return DisplayNumber.ratio(
                fit.model().model().measure().scale() == Scale.LOG ? Math.exp(coefficient) : coefficient);
    }

    private void footer(Collection<String> references, CompleteCases cases, List<String> notes) {
        if (!references.isEmpty()) {
            text.wrap("reference: " + String.join(", ", references));
        }
        if (fit.model().weights().variable().isPresent()) {
            text.wrap(fit.model().weights().toString());
        }
        text.wrap(cases.toString());
        notes.forEach(text::wrap);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
