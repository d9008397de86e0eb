package cohortkit.report;

import cohortkit.core.Flow;
import java.util.ArrayList;
import java.util.List;

/** The flow of participants as a table. */
final class FlowRows {

    private FlowRows() {}

    static PaperTable table(Flow flow) {
        List<PaperTable.Row> rows = new ArrayList<>();
        rows.add(PaperTable.Row.data(
                PaperCell.text("at the start"), PaperCell.BLANK, PaperCell.BLANK, PaperCell.count(flow.start())));
        boolean undecided = false;
        for (Flow.Step step : flow.steps()) {
            rows.add(PaperTable.Row.data(
                    PaperCell.text(step.reason()),
                    PaperCell.count(step.excluded()),
                    PaperCell.count(step.undecided()),
                    PaperCell.count(step.remaining())));
            undecided |= step.undecided() > 0;
        }
        rows.add(PaperTable.Row.total(
                PaperCell.text("analysed"),
                PaperCell.count((long) flow.start() - flow.remaining()),
                PaperCell.BLANK,
                PaperCell.count(flow.remaining())));
        return new PaperTable(
                "Flow of participants",
                List.of(
                        PaperTable.Column.left("step"),
                        PaperTable.Column.right("left out"),
                        PaperTable.Column.right("undecided"),
                        PaperTable.Column.right("remaining")),
                List.of(),
                rows,
                undecided
                        ? List.of("Undecided: the condition met a missing value; a selection leaves such people out, an"
                                + " exclusion keeps them.")
                        : List.of());
    }
}
