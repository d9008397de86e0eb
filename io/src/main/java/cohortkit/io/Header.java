package cohortkit.io;

import cohortkit.core.Ledger.Action;
import java.util.List;

/**
 * The line, or the two lines, that name the columns of a table.
 *
 * @param firstRow from 1
 * @param lastRow the same, or one more
 * @param names by column
 * @param headings cells of the header that name no column: what stands over several, or beside a name
 * @param labels cells straight below the names that say what each column means
 */
record Header(int firstRow, int lastRow, List<Name> names, List<RawCell> headings, List<RawCell> labels) {

    /**
     * A column's name.
     *
     * @param row where the name stands, from 1
     * @param column from 1
     * @param raw as it stands
     * @param name the variable's
     * @param repair how the one became the other; empty if they are equal
     * @param known whether the codebook has it; without a codebook always
     */
    record Name(int row, int column, String raw, String name, String repair, boolean known) {}

    /** The same with the labels that stand in the next row of the sheet. */
    Header labelled(List<RawCell> row) {
        return new Header(firstRow, lastRow + 1, names, headings, row);
    }

    void report(LedgerLines ledger) {
        for (Name name : names) {
            if (!name.known()) {
                ledger.add(name.row(), name.column(), name.raw(), Action.DROPPED, "", "column is not in the codebook");
            } else if (!name.repair().isEmpty()) {
                ledger.add(
                        name.row(),
                        name.column(),
                        name.raw(),
                        Action.REPAIRED,
                        name.name(),
                        "header: " + name.repair());
            }
        }
        for (RawCell heading : headings) {
            String rule = "heading over columns that have their own names";
            ledger.add(heading.row(), heading.column(), heading.shown(), Action.DROPPED, "", rule);
        }
        for (RawCell label : labels) {
            String rule = "a label below the name of its column";
            ledger.add(label.row(), label.column(), label.shown(), Action.DROPPED, "", rule);
        }
    }
}
