package cohortkit.claims;

import cohortkit.core.CellRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * From a verdict back to what it rests on: the estimate, its convention, the rows and the cells.
 *
 * <pre>{@code
 * var study = StudyFolder.open(Path.of("../examples/studies/low-birth-weight"));
 * study.why("smoke-risk-ratio").cells().get(0)   // low-birth-weight.csv!E2
 * }</pre>
 *
 * @param checked the figure with its verdict
 * @param compute how it is computed
 * @param trace the rows; empty where printed numbers alone are calculated with
 * @param printed where the numbers of the sets stand that it reads
 */
public record Why(CheckedFigure checked, String compute, Optional<Trace> trace, List<CellRef> printed) {

    public Why {
        printed = List.copyOf(printed);
    }

    /** The cells of the rows, variable by variable, then those of the printed numbers. */
    public List<CellRef> cells() {
        List<CellRef> cells = new ArrayList<>(trace.map(Trace::cells).orElseGet(List::of));
        cells.addAll(printed);
        return List.copyOf(cells);
    }

    /** The figure, the verdict, the convention, the rows, and the cells as ranges; a line each. */
    @Override
    public String toString() {
        List<String> lines = new ArrayList<>();
        lines.add(checked.study() + " " + checked.figure().id() + ": "
                + checked.verdict().kind());
        lines.add("words       " + checked.figure().quote() + " ("
                + checked.figure().where() + ")");
        lines.add("printed     " + checked.figure().asPrinted());
        lines.add("computed    " + checked.finding().text());
        lines.add("reason      " + checked.verdict().reason());
        lines.add("how         " + compute);
        lines.add("convention  " + checked.finding().convention());
        lines.add("evidence    " + checked.finding().level().label());
        trace.ifPresent(rows -> {
            lines.add("rows        " + rows);
            rows.ranges().forEach(range -> lines.add("cells       " + range));
        });
        if (!printed.isEmpty()) {
            lines.add("cells       " + printed.stream().map(CellRef::toString).collect(Collectors.joining(" ")));
        }
        return String.join("\n", lines);
    }
}
