package cohortkit.io;

import cohortkit.core.CellRef;
import cohortkit.core.Cohort;
import cohortkit.core.InputException;
import cohortkit.core.Ledger;
import cohortkit.core.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A strict import found values that the codebook does not allow. The message lists all of them, by variable and rule; the
 * ledger has each with its cell.
 *
 * <pre>{@code
 * Files.writeString(folder.resolve("ages.csv"), "age\n17\n170\n");
 * var adults = Codebook.of(Variable.number("age", "Age").withRange(new Range(18, 110)));
 * var errors = 0L;
 * try { Workbook.open(folder.resolve("ages.csv")).cohort(ImportOptions.defaults().withCodebook(adults).strict()); }
 * catch (RefusedImport e) { errors = e.ledger().count(Ledger.Severity.ERROR); }
 * errors   // 2
 * }</pre>
 */
public final class RefusedImport extends InputException {

    private static final long serialVersionUID = 1L;

    private static final int MOST_CELLS = 10;

    private final transient Ledger ledger;

    RefusedImport(String where, Cohort cohort) {
        super(message(where, cohort));
        this.ledger = cohort.ledger();
    }

    /** What the import did to cells, the refused ones among them. */
    public Ledger ledger() {
        return ledger;
    }

    private static String message(String where, Cohort cohort) {
        List<Ledger.Entry> errors = cohort.ledger().only(Ledger.Severity.ERROR).entries();
        Map<Integer, String> names = new HashMap<>();
        Map<String, List<Ledger.Entry>> groups = new LinkedHashMap<>();
        for (Variable variable : cohort.codebook()) {
            cohort.cell(0, variable.name()).ifPresent(cell -> names.put(cell.column(), variable.name()));
        }
        // Variables in the codebook's order, the rules of each as they appear.
        for (Variable variable : cohort.codebook()) {
            for (Ledger.Entry error : errors) {
                if (variable.name().equals(names.get(error.cell().column()))) {
                    groups.computeIfAbsent(variable.name() + ": " + rule(error), key -> new ArrayList<>())
                            .add(error);
                }
            }
        }
        StringBuilder text = new StringBuilder(where + ": " + errors.size()
                + (errors.size() == 1 ? " error" : " errors") + " against the codebook; a strict import takes none");
        groups.forEach((group, entries) -> text.append("\n  ").append(group).append(cells(entries)));
        return text.append(
                        "\ncorrect the file or the codebook; without strict, the ledger names them and the import goes on")
                .toString();
    }

    /** Without the values of this row. */
    private static String rule(Ledger.Entry error) {
        return error.action() == Ledger.Action.BROKEN_RULE
                ? Parts.of(error.rule(), ":").get(0)
                : error.rule();
    }

    private static String cells(List<Ledger.Entry> entries) {
        String first = entries.stream()
                .limit(MOST_CELLS)
                .map(Ledger.Entry::cell)
                .map(CellRef::address)
                .collect(Collectors.joining(", "));
        int more = entries.size() - MOST_CELLS;
        return " (" + entries.size() + "): " + first + (more > 0 ? " and " + more + " more" : "");
    }
}
