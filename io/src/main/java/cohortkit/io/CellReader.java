package cohortkit.io;

/** Takes the cells of one column of a table, row by row. */
interface CellReader {

    /**
     * A cell that is there.
     *
     * @param position the row's among the rows of the sheet
     * @param index the cell's
     */
    void read(RawSheet sheet, int position, int index);

    /** The cells of some rows, and the ends of these rows. */
    default void read(RawSheet sheet, ColumnCells cells) {
        for (int i = 0; i < cells.rows(); i++) {
            if (cells.indexes[i] >= 0) {
                read(sheet, cells.positions[i], cells.indexes[i]);
            }
            endRow(cells.firstRow() + i);
        }
    }

    /**
     * The end of a row of the table.
     *
     * @param row from 0, in the table
     */
    default void endRow(int row) {}

    /** The end of the table. */
    default void end() {}
}
