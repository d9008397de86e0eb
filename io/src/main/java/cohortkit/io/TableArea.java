package cohortkit.io;

import java.util.List;

/** A table on a sheet. */
final class TableArea {

    /** A column of the sheet, from 1, and its variable. */
    record Column(int column, String name) {}

    private final List<Column> columns;
    private final int[] positions;
    private final int headerRow;

    TableArea(int headerRow, List<Column> columns, int[] positions) {
        this.headerRow = headerRow;
        this.columns = List.copyOf(columns);
        this.positions = positions.clone();
    }

    /** Those that become variables, by column. */
    List<Column> columns() {
        return columns;
    }

    /** The last of them, from 1. */
    int lastColumn() {
        return columns.get(columns.size() - 1).column();
    }

    /** The row of the names, from 1. */
    int headerRow() {
        return headerRow;
    }

    /** How many data rows there are. */
    int size() {
        return positions.length;
    }

    /** Where a data row stands among the rows of the raw sheet. */
    int position(int row) {
        return positions[row];
    }
}
