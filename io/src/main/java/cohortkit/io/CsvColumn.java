package cohortkit.io;

import java.nio.charset.CharsetDecoder;
import java.util.Arrays;

/**
 * The cells of one column in some rows of a text file: of each a code of what it is and a value, its digits or the place of
 * its text; 5 bytes a cell, 9 where the digits of one need it, and none before the first cell.
 */
final class CsvColumn {

    /** Codes: no cell; text; a number of that many decimals and more, as it is shown; text that is a day; text of
     * plain digits, as numbers are. */
    static final int NONE = 0;

    static final int TEXT = 1;
    static final int NUMBER = 2;
    static final int DAY = 24;
    static final int DECIMAL = 32;

    private static final byte[] KINDS = new byte[2 * DECIMAL];
    private static final char[] DECIMALS = new char[2 * DECIMAL];

    static {
        KINDS[TEXT] = (byte) CellKind.TEXT.code();
        KINDS[DAY] = (byte) (CellKind.TEXT.code() | CellStore.DAY);
        for (int i = 0; i <= Decimals.MOST_DIGITS; i++) {
            KINDS[NUMBER + i] = (byte) (CellKind.NUMBER.code() | CellStore.DIGITS);
            KINDS[DECIMAL + i] = (byte) (CellKind.TEXT.code() | CellStore.DECIMAL);
            DECIMALS[NUMBER + i] = (char) i;
            DECIMALS[DECIMAL + i] = (char) i;
        }
    }

    private static final byte[] NO_CODES = {};
    private static final long[] NO_LONGS = {};

    private final int first;
    private FieldTexts texts;
    private byte[] codes;
    private int[] ints;
    private long[] longs = NO_LONGS;
    /** Behind the last cell. */
    private int end;

    private int cells;
    /** The code of all cells; {@link #NONE} where they differ. */
    private int only;

    /**
     * A column without cells.
     *
     * @param first the first row, by position, that has one
     * @param room for how many rows
     */
    CsvColumn(int first, int room, CharsetDecoder decoder) {
        this.first = first;
        this.texts = new FieldTexts(decoder);
        this.codes = new byte[room];
        this.ints = new int[codes.length];
    }

    FieldTexts texts() {
        return texts;
    }

    /** For how many rows there is room. */
    int room() {
        return codes.length;
    }

    boolean hasRoom(int position) {
        return position - first < codes.length;
    }

    /** How much room it should have for a cell at that position. */
    int roomFor(int position) {
        return Math.max(position - first + 1, 2 * codes.length);
    }

    void widen(int room) {
        codes = Arrays.copyOf(codes, room);
        if (longs == NO_LONGS) {
            ints = Arrays.copyOf(ints, room);
        } else {
            longs = Arrays.copyOf(longs, room);
        }
    }

    void text(int position, int place) {
        int at = at(position, TEXT);
        if (longs == NO_LONGS) {
            ints[at] = place;
        } else {
            longs[at] = place;
        }
    }

    void number(int position, long digits, int code) {
        int at = at(position, code);
        if (longs == NO_LONGS) {
            ints[at] = (int) digits;
            if (ints[at] == digits) {
                return;
            }
            lengthen();
        }
        longs[at] = digits;
    }

    private int at(int position, int code) {
        int at = position - first;
        codes[at] = (byte) code;
        return at;
    }

    private void lengthen() {
        longs = new long[codes.length];
        for (int i = 0; i < ints.length; i++) {
            longs[i] = ints[i];
        }
        ints = new int[0];
    }

    /**
     * Gives the texts the places that they have among those of the whole column, and forgets what all cells have alike.
     *
     * @param all the texts of the whole column
     * @param rows how many rows this part has
     * @param more how many texts the parts behind this one have
     */
    void finish(FieldTexts all, int rows, int more) {
        settle(rows);
        int before = all.size();
        int[] places = all.places(texts);
        if (places.length > 0 && 10 * (all.size() - before) > 9 * places.length) { // nearly all are different
            all.expect(all.size() + more);
        }
        move(places);
        texts = all;
    }

    /** Knows what all cells have alike, and how many there are. */
    private void settle(int rows) {
        if (end > 0) {
            return; // known already
        }
        end = Math.min(codes.length, rows - first);
        if (first == 0 && end == rows && rows > 1 && Arrays.equals(codes, 1, rows, codes, 0, rows - 1)) {
            only = codes[0];
            codes = NO_CODES;
            cells = rows;
        }
        for (byte code : codes) {
            cells += code == NONE ? 0 : 1;
        }
    }

    private void move(int[] places) {
        for (int i = 0; i < end && places.length > 0; i++) {
            boolean text = (codes == NO_CODES ? only : codes[i]) == TEXT;
            if (text && longs == NO_LONGS) {
                ints[i] = places[ints[i]];
            } else if (text) {
                longs[i] = places[(int) longs[i]];
            }
        }
    }

    /** The code of the cell in a row. */
    int code(int position) {
        int at = position - first;
        return at < 0 || at >= end ? NONE : codes == NO_CODES ? only : codes[at];
    }

    long value(int position) {
        return longs == NO_LONGS ? ints[position - first] : longs[position - first];
    }

    /** How many cells there are. */
    int cells() {
        return cells;
    }

    /** Puts cells into those places, where a place's index is negative if there is none, whose rows count from a start on. */
    void take(ColumnCells some, int from, int to, int start) {
        int down = start + first;
        int at = some.positions[from] - down;
        if (codes == NO_CODES && some.positions[to - 1] - down == at + to - 1 - from) {
            takeAlike(some, from, to, at);
            return;
        }
        for (int i = from; i < to; i++) {
            at = some.positions[i] - down;
            int code = at < 0 || at >= end ? NONE : codes == NO_CODES ? only : codes[at];
            some.indexes[i] = code - 1;
            if (code != NONE) {
                some.kinds[i] = KINDS[code];
                some.forms[i] = DECIMALS[code];
                some.values[i] = longs == NO_LONGS ? ints[at] : longs[at];
            }
        }
    }

    /** The same of cells that are alike and follow each other. */
    private void takeAlike(ColumnCells some, int from, int to, int at) {
        Arrays.fill(some.indexes, from, to, 0);
        Arrays.fill(some.kinds, from, to, KINDS[only]);
        Arrays.fill(some.forms, from, to, DECIMALS[only]);
        if (longs != NO_LONGS) {
            System.arraycopy(longs, at, some.values, from, to - from);
            return;
        }
        for (int i = from; i < to; i++) {
            some.values[i] = ints[at + i - from];
        }
    }

    /** Whether some row has a cell at or behind that position. */
    boolean reaches(int position) {
        for (int row = Math.max(first, position); row < first + end; row++) {
            if (code(row) != NONE) {
                return true;
            }
        }
        return false;
    }

    /** How many decimals the digits of a cell of that code have. */
    static int decimals(int code) {
        return DECIMALS[code];
    }

    /** The kind of a cell of that code. */
    static int kind(int code) {
        return KINDS[code];
    }
}
