package cohortkit.io;

/** The cells of one column in some rows of a table, side by side, so that one loop over plain arrays looks at them. */
final class ColumnCells {

    static final int MOST_ROWS = 1 << 8;

    /** Bits of a content: a number; digits, with their form and kind above them; a day. */
    private static final long NUMBER = 1L << 62;

    private static final long SPELLED = 1L << 61;
    private static final long DAY = 1L << 60;
    private static final int BITS = 50;
    private static final long MOST_DIGITS = 1L << (BITS - 1);

    /** Of each row, its cell's index, negative where there is none; and its position among the rows of the sheet. */
    final int[] indexes = new int[MOST_ROWS];

    final int[] positions = new int[MOST_ROWS];
    /**
     * Of each cell, as {@link CellStore} has them; where the value is digits, the form is how many of them are decimals.
     */
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

    /** Takes the cells of a column in the rows of a sheet from one position to before another. */
    void take(RawSheet sheet, int column, int from, int to) {
        firstRow = from;
        rows = to - from;
        for (int i = 0; i < rows; i++) {
            positions[i] = from + i;
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

    /** Whether it is text of plain digits. */
    boolean isDecimal(int i) {
        return (kinds[i] & CellStore.DECIMAL) != 0;
    }

    /** Whether it is text that is a day. */
    boolean isDay(int i) {
        return (kinds[i] & CellStore.DAY) != 0;
    }

    /** Whether the value is its digits. */
    boolean isDigits(int i) {
        return (kinds[i] & (CellStore.DECIMAL | CellStore.DIGITS)) != 0;
    }

    /** Whether it is a number without a format of its own. */
    boolean isBareNumber(int i) {
        return (kinds[i] == CellKind.NUMBER.code() && forms[i] == 0) || isSpelled(i);
    }

    /** Whether it is a number of a text file, by its digits. */
    private boolean isSpelled(int i) {
        return kinds[i] == (CellKind.NUMBER.code() | CellStore.DIGITS);
    }

    /** The number of such a cell or of a text of plain digits; NaN of any other. */
    double number(int i) {
        return isDigits(i)
                ? Decimals.value(values[i], forms[i])
                : isBareNumber(i) ? Double.longBitsToDouble(values[i]) : Double.NaN;
    }

    /** How many decimals such a cell shows as far as that can tell thousands from decimals; -1 if its number tells it. */
    int decimals(int i) {
        return isDecimal(i) || (isSpelled(i) && forms[i] > 0 && forms[i] < NumberText.THOUSAND) ? forms[i] : -1;
    }

    /** As {@link Cells#content} has it. */
    long content(int i) {
        return content(kinds[i], forms[i], values[i]);
    }

    static long content(int kind, int form, long value) {
        if (kind == CellKind.TEXT.code()) {
            return value;
        }
        if ((kind & CellStore.DAY) != 0) {
            return DAY | IsoDay.count((int) value);
        }
        boolean digits = (kind & (CellStore.DECIMAL | CellStore.DIGITS)) != 0 && (kind & CellStore.COMPUTED) == 0;
        if (digits) {
            long code = form + (long) (kind & CellStore.DECIMAL);
            return Math.abs(value) < MOST_DIGITS
                    ? SPELLED | (code << BITS) | (value & (2 * MOST_DIGITS - 1))
                    : Long.MIN_VALUE;
        }
        if (kind == CellKind.NUMBER.code()) {
            double x = Double.longBitsToDouble(value);
            int whole = (int) x;
            boolean same = Double.doubleToRawLongBits(whole) == value;
            return same ? NUMBER | ((long) form << Integer.SIZE) | (whole & 0xffffffffL) : Long.MIN_VALUE;
        }
        return Long.MIN_VALUE;
    }
}
