package cohortkit.io;

import java.util.BitSet;

/** A variable's rule, but for cells that are noted to be values just as they stand: see {@link MissingNotes}. */
final class NotedRule extends CellRule {

    private final CellRule rule;
    private final BitSet rows;

    /**
     * A rule with exceptions.
     *
     * @param rows the numbers, from 1, of the rows with such a cell
     */
    NotedRule(CellRule rule, BitSet rows) {
        super(rule.variable());
        this.rule = rule;
        this.rows = rows;
    }

    @Override
    Object plain(RawCell cell) {
        if (rows.get(cell.row())) {
            Object value = WrittenCells.value(variable(), cell);
            if (value != null) {
                return value;
            }
        }
        return rule instanceof NumberRule number && number.takes(cell) ? (Object) cell.number() : rule.plain(cell);
    }

    @Override
    CellOutcome read(RawCell cell, String clean, String repair) {
        return rule.read(cell, clean, repair);
    }
}
