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
 */
record Header(int firstRow, int lastRow, List<Name> names, List<RawCell> headings) {

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
    }
}
