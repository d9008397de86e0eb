package cohortkit.report;

import cohortkit.core.CellRef;
import cohortkit.core.Cohort;
import cohortkit.core.InputException;
import cohortkit.core.Missing;
import cohortkit.core.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Where a report's numbers come from: files, columns, the convention of each estimate, the cells that are missing. */
final class StudyProvenance {

    private static final int MOST = 500;

    private final StudyReport report;
    private final StudyModel model;
    private final Cohort cohort;

    StudyProvenance(StudyReport report, StudyModel model) {
        this.report = report;
        this.model = model;
        this.cohort = report.cohort();
    }

    String html() {
        return files()
                + Html.details("Variables and their cells", variables().toHtml())
                + Html.details("How each estimate was made", StudyPage.tried(() -> Html.list(conventions())))
                + missing();
    }

    private String files() {
        if (report.files().isEmpty()) {
            return Html.paragraph("The participants came from no file.");
        }
        List<PaperTable.Row> rows = report.files().stream()
                .map(file -> PaperTable.Row.data(
                        PaperCell.text(file.name()), PaperCell.count(file.bytes()), PaperCell.text(file.sha256())))
                .toList();
        return new PaperTable(
                        "Files",
                        List.of(
                                PaperTable.Column.left("file"),
                                PaperTable.Column.right("bytes"),
                                PaperTable.Column.left("SHA-256")),
                        List.of(),
                        rows,
                        List.of())
                .toHtml();
    }

    private PaperTable variables() {
        List<PaperTable.Row> rows = new ArrayList<>();
        for (Variable variable : cohort.codebook()) {
            Map<Missing, Integer> missing = cohort.missing(variable.name());
            int lost = missing.values().stream().mapToInt(Integer::intValue).sum();
            rows.add(PaperTable.Row.data(
                    PaperCell.text(variable.name()),
                    PaperCell.text(variable.label().equals(variable.name()) ? "" : variable.label()),
                    PaperCell.text(variable.described()),
                    PaperCell.text(cells(variable.name())),
                    PaperCell.count(cohort.size() - lost),
                    PaperCell.text(reasons(missing))));
        }
        return new PaperTable(
                "Variables",
                List.of(
                        PaperTable.Column.left("variable"),
                        PaperTable.Column.left("label"),
                        PaperTable.Column.left("kind"),
                        PaperTable.Column.left("cells"),
                        PaperTable.Column.right("known"),
                        PaperTable.Column.left("missing")),
                List.of(),
                rows,
                List.of());
    }

    private String cells(String name) {
        if (cohort.size() == 0) {
            return "";
        }
        Optional<CellRef> first = cohort.cell(0, name);
        Optional<CellRef> last = cohort.cell(cohort.size() - 1, name);
        return first.isEmpty() || last.isEmpty()
                ? "derived"
                : first.get() + " to " + last.get().address();
    }

    private static String reasons(Map<Missing, Integer> missing) {
        return missing.entrySet().stream()
                .map(reason -> reason.getValue() + " " + reason.getKey())
                .collect(Collectors.joining(", "));
    }

    private List<String> conventions() {
        List<String> all = new ArrayList<>();
        if (StudyMethods.isBinary(cohort, report.exposure())) {
            var table = cohortkit.stats.table.TwoByTwo.of(cohort, report.exposure(), report.outcome());
            List.of(table.riskRatio(), table.riskDifference(), table.oddsRatio())
                    .forEach(each -> all.add(each.measure().label() + ": " + each.convention()));
        }
        try {
            all.addAll(model.conventions());
        } catch (InputException e) {
            all.add("models: " + e.getMessage());
        }
        return all;
    }

    /** The cells for whose sake people are not in the models. */
    private String missing() {
        List<String> lines = new ArrayList<>();
        int all = 0;
        for (String name : model.variables()) {
            for (int row = 0; row < cohort.size(); row++) {
                Optional<Missing> reason = cohort.missing(row, name);
                if (reason.isPresent() && all++ < MOST) {
                    int place = row;
                    lines.add(cohort.cell(row, name).map(CellRef::toString).orElseGet(() -> "row " + (place + 1)) + ": "
                            + name + ", " + reason.get());
                }
            }
        }
        if (all == 0) {
            return Html.paragraph("No cell of the model's variables is missing.");
        }
        if (all > MOST) {
            lines.add(all - MOST + " more.");
        }
        return Html.details("Missing cells of the model's variables: " + all, Html.list(lines));
    }
}
