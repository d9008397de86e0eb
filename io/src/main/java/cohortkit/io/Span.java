package cohortkit.io;

import cohortkit.core.CellRef;

/** A rectangle of cells, limits included; rows and columns from 1. */
record Span(int firstRow, int firstColumn, int lastRow, int lastColumn) {

    boolean contains(int row, int column) {
        return firstRow <= row && row <= lastRow && firstColumn <= column && column <= lastColumn;
    }

    boolean overlaps(Span other) {
        return firstRow <= other.lastRow
                && other.firstRow <= lastRow
                && firstColumn <= other.lastColumn
                && other.firstColumn <= lastColumn;
    }

    @Override
    public String toString() {
        return CellRef.columnName(firstColumn) + firstRow + ":" + CellRef.columnName(lastColumn) + lastRow;
    }
}
