package cohortkit.io;

import cohortkit.core.Ledger.Action;
import java.util.BitSet;
import java.util.List;

/** Says what in a text file deserves a look: records of another length, and letters in an encoding that nobody named. */
final class TextReport {

    private final RawSheet sheet;
    private final TableArea area;
    private final LedgerLines ledger;
    private final SheetNotes notes;

    TextReport(RawSheet sheet, TableArea area, LedgerLines ledger) {
        this.sheet = sheet;
        this.area = area;
        this.ledger = ledger;
        this.notes = sheet.notes();
    }

    void write(int headerRow) {
        int names = notes.fieldsOf(headerRow);
        if (names > 0 && !notes.isRectangular()) {
            records(headerRow, names);
        }
        if (!notes.guessed().isEmpty()) {
            letters(headerRow);
        }
    }

    private void records(int headerRow, int names) {
        boolean shortHeader = notes.isRagged(headerRow);
        boolean told = !shortHeader;
        for (int row = 0; row < area.size(); row++) {
            int position = area.position(row);
            int number = sheet.rowNumber(position);
            int fields = notes.fieldsOf(number);
            if (fields > names) {
                List<RawCell> beyond = sheet.row(position).stream()
                        .filter(cell -> cell.column() > names)
                        .toList();
                if (!beyond.isEmpty() && notes.isRagged(number)) {
                    add(number, beyond, fields, names, "is a delimiter in a text without quotes?");
                } else if (!beyond.isEmpty() && !told) {
                    told = true;
                    String rule = "the header has " + names + " fields and most lines have " + fields
                            + "; does a name lack, maybe the first?";
                    ledger.add(headerRow, 1, "", Action.SUSPICIOUS, "", rule);
                }
            } else if (fields < names && notes.isRagged(number)) {
                add(number, List.of(), fields, names, "the others are blank");
            }
        }
    }

    private void add(int row, List<RawCell> beyond, int fields, int names, String what) {
        String raw = String.join("; ", beyond.stream().map(RawCell::shown).toList());
        String rule = "line " + notes.lineOf(row) + " has " + fields + (fields == 1 ? " field" : " fields")
                + ", the header " + names + ": " + what;
        ledger.add(row, area.columns().get(0).column(), raw, Action.SUSPICIOUS, "", rule);
    }

    /** The first cell of each column with other letters than ASCII. */
    private void letters(int headerRow) {
        BitSet told = new BitSet();
        for (int position = Math.max(0, sheet.position(headerRow)); position < sheet.rows(); position++) {
            for (RawCell cell : sheet.row(position)) {
                if (!told.get(cell.column()) && cell.text().chars().anyMatch(c -> c >= 0x80)) {
                    told.set(cell.column());
                    String rule = "read as " + notes.guessed() + ", since the file is not UTF-8; name its encoding";
                    ledger.add(cell.row(), cell.column(), cell.shown(), Action.SUSPICIOUS, cell.shown(), rule);
                }
            }
        }
    }
}
