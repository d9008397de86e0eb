package cohortkit.report;

import cohortkit.core.DisplayNumber;
import cohortkit.core.InputException;
import cohortkit.core.Level;
import cohortkit.core.Variable;
import cohortkit.report.picture.ForestPlot;
import cohortkit.stats.regression.Fit;
import java.util.ArrayList;
import java.util.List;

/** The models of a report: a table, a forest plot, and what the fits say of themselves. */
final class StudyModelSection {

    private StudyModelSection() {}

    static String of(StudyModel model, JournalStyle style) {
        return model.table().toHtml(style)
                + StudyPage.tried(() -> Html.figure(ForestPlot.of("Odds ratios of the exposure", rows(model))))
                + remarks(model);
    }

    private static String remarks(StudyModel model) {
        List<String> remarks = model.remarks();
        return remarks.isEmpty() ? "" : Html.list(remarks);
    }

    private static List<ForestPlot.Row> rows(StudyModel model) {
        List<ForestPlot.Row> rows = new ArrayList<>();
        add(rows, model, model.crude(), "crude");
        if (model.isAdjusted()) {
            add(rows, model, model.adjusted(), "adjusted");
        }
        return rows;
    }

    private static void add(List<ForestPlot.Row> rows, StudyModel model, Fit fit, String kind) {
        model.exposureTerms(fit)
                .forEach(term -> rows.add(ForestPlot.Row.of(label(model, term) + ", " + kind, fit.ratio(term))));
    }

    /** A term in the codebook's words, such as "Race: black". */
    static String label(StudyModel model, String term) {
        Variable variable = model.complete().variable(model.variables().get(1));
        String label = Words.clean(Table1Rows.label(variable));
        if (term.equals(variable.name())) {
            return label + ", by 1";
        }
        String code = term.substring(variable.name().length() + 1, term.length() - 1);
        String level = variable.levels().stream()
                .filter(each -> each.code().equals(code))
                .map(Level::label)
                .findFirst()
                .orElse(code);
        return label + ": " + Words.clean(level);
    }

    /** The exposure's odds ratios in a sentence each, where they are few; nothing where there is no model. */
    static List<String> lead(StudyModel model, String exposure) {
        try {
            Fit fit = model.adjusted();
            List<String> terms = model.exposureTerms(fit);
            String kind = model.isAdjusted() ? "Adjusted" : "Crude";
            return terms.size() > 3
                    ? List.of(kind + " odds ratios of " + exposure + ": see the models below.")
                    : terms.stream()
                            .map(term ->
                                    kind + " odds ratio of " + label(model, term) + ": " + sentence(fit, term) + ".")
                            .toList();
        } catch (InputException e) {
            return List.of("No model: " + e.getMessage() + ".");
        }
    }

    private static String sentence(Fit fit, String term) {
        return CellValue.OneSided.fits(fit.ratio(term))
                ? new CellValue.OneSided(fit.ratio(term)).printed(Journal.PLAIN.style())
                        + " (separated: the one finite limit of the " + DisplayNumber.shortest(fit.level() * 100)
                        + " % profile-likelihood interval)"
                : fit.ratio(term).toString();
    }
}
