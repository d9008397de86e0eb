package cohortkit.io;

import java.util.BitSet;

/** Where the cells of a sheet are. A row is known by its position among the rows that have a cell, a cell by an index. */
interface Cells {

    /** How many rows have a cell. */
    int rows();

    /** How many cells there are. */
    int cells();

    /** The last column of any row. */
    int widest();

    /** The columns that have a cell in a row from that position on. */
    BitSet columns(int position);

    int rowNumber(int position);

    /** The position of a row's number, negative if it is not there. */
    int position(int rowNumber);

    /** The first cell's index of a row. */
    int firstCell(int position);

    /** The index of the row's cell behind another one; negative if there is none. */
    int nextCell(int position, int index);

    /** The index of a row's cell in a column; negative if there is none. */
    int cellIn(int position, int column);

    int column(int index);

    /** The kind of a cell, and bits beside it as {@link CellStore} has them. */
    int kind(int index);

    /** The place of a number's form; of a text of plain digits, how many of them are decimals. */
    int form(int index);

    /** The number of a cell that is one. */
    double number(int index);

    /** Of a text the place, of a text of plain digits the digits. */
    long value(int index);

    /**
     * A number that two cells share only if they hold the same, wherever they stand; {@link Long#MIN_VALUE} of cells that
     * formulas made and where none is at hand.
     */
    long content(int index);

    /** The texts of a column. */
    Texts texts(int column);

    /** The value of a cell in a {@link CellStore} with that pool. */
    default long value(int index, TextPool pool) {
        int kind = kind(index);
        if ((kind & CellStore.DIGITS) != 0) {
            return Double.doubleToRawLongBits(number(index));
        }
        boolean place = (kind & CellStore.DECIMAL) == 0 && (kind & CellStore.KIND) != CellKind.NUMBER.code();
        return place && texts(column(index)) != pool ? pool.place(text(index)) : value(index);
    }

    /** The text of a cell that is no number. */
    default String text(int index) {
        int kind = kind(index);
        if ((kind & CellStore.DAY) != 0) {
            return IsoDay.text((int) value(index));
        }
        return (kind & CellStore.DECIMAL) != 0
                ? Decimals.text(value(index), form(index))
                : texts(column(index)).get((int) value(index));
    }

    /** The place of a cell's text among {@link #texts}; negative if it is not plain text from there. */
    default int textPlace(int index) {
        return kind(index) == CellKind.TEXT.code() ? (int) value(index) : -1;
    }

    /** Whether a cell holds text that is only spaces. */
    default boolean isBlank(int index) {
        return (kind(index) & ~CellStore.COMPUTED) == CellKind.TEXT.code()
                && texts(column(index)).isBlank((int) value(index));
    }

    /** Whether a cell is a number without a format of its own, or a text of plain digits. */
    default boolean isPlainNumber(int index) {
        int kind = kind(index) & (CellStore.KIND | CellStore.DECIMAL);
        return kind == CellKind.NUMBER.code() ? form(index) == 0 : (kind & CellStore.DECIMAL) != 0;
    }

    /** How many digits of a text of plain digits stand after its point; -1 of any other cell. */
    default int decimals(int index) {
        return (kind(index) & CellStore.DECIMAL) != 0 ? form(index) : -1;
    }

    /** Whether a formula made a cell. */
    default boolean isComputed(int index) {
        return (kind(index) & CellStore.COMPUTED) != 0;
    }

    /** Puts the cells of a column in the rows at those positions side by side. */
    void take(ColumnCells cells, int column);
}
