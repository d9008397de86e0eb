package cohortkit.io;

import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The cells of some records of a text file, column by column. Their rows count from 1. */
final class CsvPart implements CsvSink {

    /** More than any text needs whose records are about as long as each other: a field is a byte at least. */
    private static final int ROOM_FOR_A_BYTE = 2;

    private static final int ROOM_FOR_ALL = 1 << 16;

    private final CharsetDecoder decoder;
    private final int expectedRows;
    private final SheetNotes notes = new SheetNotes();
    /** By column; none where no cell is. */
    private @Nullable CsvColumn[] columns = new CsvColumn[32];

    private int width;
    /** The numbers of the rows that have cells; none while these are all rows. */
    private int[] numbers = {};

    private int rows;
    private boolean isFilled;
    private long room;
    private boolean isSparse;

    /**
     * Without cells.
     *
     * @param charset in which texts are spelled
     * @param rows how many there will be, at a guess
     * @param bytes how many the text has
     */
    CsvPart(Charset charset, int rows, long bytes) {
        this.expectedRows = rows;
        this.room = ROOM_FOR_ALL + ROOM_FOR_A_BYTE * bytes;
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    @Override
    public void number(int row, int column, FieldScan field) {
        number(column, field);
    }

    void number(int column, FieldScan field) {
        int kind = field.canonical() ? CsvColumn.NUMBER : CsvColumn.DECIMAL;
        CsvColumn place = place(column);
        if (place != null) {
            place.number(rows, field.digits(), kind + field.decimals());
        }
    }

    /** Text that is a day, as {@link IsoDay} has it. */
    void day(int column, int day) {
        CsvColumn place = place(column);
        if (place != null) {
            place.number(rows, day, CsvColumn.DAY);
        }
    }

    @Override
    public void text(int row, int column, String text) {
        CsvColumn place = place(column);
        if (place != null) {
            place.text(rows, place.texts().place(text));
        }
    }

    /** Text that so many bytes spell. */
    void text(int column, byte[] buffer, int from, int length, boolean ascii) throws CharacterCodingException {
        CsvColumn place = place(column);
        if (place != null) {
            place.text(rows, place.texts().place(buffer, from, length, ascii));
        }
    }

    /** The column, with room for a cell of the row; null if it is sparse. */
    private @Nullable CsvColumn place(int column) {
        isFilled = true;
        CsvColumn known = column(column);
        return known != null && known.hasRoom(rows) ? known : withRoom(column, known);
    }

    private @Nullable CsvColumn withRoom(int column, @Nullable CsvColumn known) {
        int before = known == null ? 0 : known.room();
        int after = known == null ? Math.max(16, expectedRows - rows) : known.roomFor(rows);
        room -= after - before;
        isSparse |= column > XlsxFormat.MOST_COLUMNS || room < 0;
        if (isSparse) {
            return null;
        }
        if (known != null) {
            known.widen(after);
            return known;
        }
        if (column >= columns.length) {
            columns = Arrays.copyOf(columns, Math.max(column + 1, 2 * columns.length));
        }
        width = Math.max(width, column);
        CsvColumn added = new CsvColumn(rows, after, decoder);
        columns[column] = added;
        return added;
    }

    @Override
    public void endRow(int number) {
        if (!isFilled) {
            return;
        }
        isFilled = false;
        if (number != rows + 1 && numbers.length == 0) {
            numbers = new int[Math.max(expectedRows, rows + 1)];
            Arrays.setAll(numbers, i -> i + 1);
        }
        if (numbers.length > 0) {
            numbers = rows == numbers.length ? Arrays.copyOf(numbers, 2 * rows) : numbers;
            numbers[rows] = number;
        }
        rows++;
    }

    @Override
    public SheetNotes notes() {
        return notes;
    }

    /** Whether it has not taken all cells, since there are too few of them in too many columns. */
    boolean isSparse() {
        return isSparse;
    }

    /** How many rows have a cell. */
    int rows() {
        return rows;
    }

    /** The last column that has a cell. */
    int width() {
        return width;
    }

    /** The number of the row at that position among those that have a cell. */
    int number(int position) {
        return numbers.length == 0 ? position + 1 : numbers[position];
    }

    /** The cells of a column; null if there are none. */
    @Nullable
    CsvColumn column(int column) {
        return column < columns.length ? columns[column] : null;
    }

    /** How many bytes spell the different texts of a column. */
    int bytesOfTexts(int column) {
        CsvColumn some = column(column);
        return some == null ? 0 : some.texts().bytes();
    }
}
