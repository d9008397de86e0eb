package cohortkit.io;

import cohortkit.core.CellRef;

/** Merged cells, limits included; rows and columns from 1. */
record Span(int firstRow, int firstColumn, int lastRow, int lastColumn) {

    boolean contains(int row, int column) {
        return firstRow <= row && row <= lastRow && firstColumn <= column && column <= lastColumn;
    }

    @Override
    public String toString() {
        return CellRef.columnName(firstColumn) + firstRow + ":" + CellRef.columnName(lastColumn) + lastRow;
    }
}
