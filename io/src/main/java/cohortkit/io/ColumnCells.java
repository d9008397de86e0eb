package cohortkit.io;

/** The cells of one column in some rows of a table, side by side, so that one loop over plain arrays looks at them. */
final class ColumnCells {

    static final int MOST_ROWS = 1 << 8;

    /** Of each row, its cell's index, negative where there is none; and its position among the rows of the sheet. */
    final int[] indexes = new int[MOST_ROWS];

    final int[] positions = new int[MOST_ROWS];
    /** Of each cell, as {@link CellStore} has them. */
    final byte[] kinds = new byte[MOST_ROWS];

    final char[] forms = new char[MOST_ROWS];
    final long[] values = new long[MOST_ROWS];

    private int firstRow;
    private int rows;

    /** Takes the cells of a column in the rows of an area from one to before another. */
    void take(RawSheet sheet, TableArea area, int column, int from, int to) {
        firstRow = from;
        rows = to - from;
        for (int i = 0; i < rows; i++) {
            positions[i] = area.position(from + i);
        }
        sheet.take(this, column);
    }

    /** The first row, from 0, in the table. */
    int firstRow() {
        return firstRow;
    }

    int rows() {
        return rows;
    }

    /** Whether it is text whose value is its place in the pool. */
    boolean isText(int i) {
        return kinds[i] == CellKind.TEXT.code();
    }

    /** Whether it is text of plain digits: {@link #values} are its digits, {@link #forms} how many are decimals. */
    boolean isDecimal(int i) {
        return (kinds[i] & CellStore.DECIMAL) != 0;
    }

    /** Whether it is a number without a format of its own. */
    boolean isBareNumber(int i) {
        return kinds[i] == CellKind.NUMBER.code() && forms[i] == 0;
    }
}
