package cohortkit.report;

import cohortkit.claims.CheckedFigure;
import cohortkit.claims.Verification;
import java.util.List;
import java.util.stream.Collectors;

/** The verdicts on a study's figures as a table. */
final class VerdictRows {

    private VerdictRows() {}

    static PaperTable table(Verification verification) {
        String counts = verification.counts().entrySet().stream()
                .filter(count -> count.getValue() > 0)
                .map(count -> count.getValue() + " " + count.getKey())
                .collect(Collectors.joining(", "));
        return new PaperTable(
                "Published figures of " + verification.study().name(),
                List.of(
                        PaperTable.Column.left("figure"),
                        PaperTable.Column.left("printed"),
                        PaperTable.Column.left("computed"),
                        PaperTable.Column.left("evidence"),
                        PaperTable.Column.left("verdict")),
                List.of(),
                verification.figures().stream().map(VerdictRows::row).toList(),
                List.of(counts + "."));
    }

    /** The reason is a footnote of the verdict, and so is a declaration that it is not. */
    private static PaperTable.Row row(CheckedFigure checked) {
        PaperCell verdict = PaperCell.text(checked.verdict().kind().name());
        verdict = checked.verdict().reason().isBlank()
                ? verdict
                : verdict.withFootnote(checked.verdict().reason());
        if (!checked.asDeclared()) {
            verdict = verdict.withFootnote(
                    "The study declares " + checked.figure().expected() + ".");
        }
        return PaperTable.Row.data(
                PaperCell.text(checked.figure().id()),
                PaperCell.text(checked.figure().asPrinted()),
                PaperCell.text(checked.computed()),
                PaperCell.text(checked.finding().level().label()),
                verdict);
    }
}
