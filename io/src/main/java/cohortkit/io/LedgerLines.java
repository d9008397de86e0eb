package cohortkit.io;

import cohortkit.core.Ledger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Gathers what happened to the cells of one sheet. */
final class LedgerLines {

    private final RawSheet sheet;
    private final List<Ledger.Entry> entries = new ArrayList<>();
    private final List<String> detected = new ArrayList<>();

    LedgerLines(RawSheet sheet) {
        this.sheet = sheet;
    }

    /** Notes how the file was read, such as "header in row 4". */
    void detected(String sentence) {
        detected.add(sentence);
    }

    void add(int row, int column, String raw, Ledger.Action action, String result, String rule) {
        entries.add(new Ledger.Entry(sheet.ref(row, column), raw, action, result, rule));
    }

    /** Those of one of its columns. */
    void addAll(LedgerLines others) {
        entries.addAll(others.entries);
    }

    void add(RawCell cell, CellOutcome outcome) {
        add(cell.row(), cell.column(), cell.shown(), outcome.action(), outcome.result(), outcome.rule());
    }

    /** A row that is no data, at its first cell, with all its text. */
    void dropRow(List<RawCell> row, String rule) {
        List<RawCell> filled = row.stream()
                .filter(cell -> !Spaces.clean(cell.shown()).isEmpty())
                .toList();
        if (!filled.isEmpty()) {
            RawCell first = filled.get(0);
            String raw = String.join("; ", filled.stream().map(RawCell::shown).toList());
            add(first.row(), first.column(), raw, Ledger.Action.DROPPED, "", rule);
        }
    }

    /** In the sheet's reading order. */
    Ledger ledger() {
        Comparator<Ledger.Entry> byRow =
                Comparator.comparingInt(entry -> entry.cell().row());
        entries.sort(byRow.thenComparingInt(entry -> entry.cell().column()));
        return new Ledger(entries, detected);
    }
}
