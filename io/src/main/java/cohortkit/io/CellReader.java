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

    /**
     * The end of a row of the table.
     *
     * @param row from 0, in the table
     * @param number from 1, in the sheet
     */
    default void endRow(int row, int number) {}

    /** The end of the table. */
    default void end() {}
}
