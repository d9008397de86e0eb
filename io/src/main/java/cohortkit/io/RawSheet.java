package cohortkit.io;

import cohortkit.core.CellRef;
import cohortkit.core.InputException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A sheet's cells, row after row. Only what is there takes room, whatever the sheet says of its size: about 13 bytes a
 * cell, and each text once. A text of plain digits such as 1.50 is kept as its digits, which give it back.
 */
final class RawSheet {

    private static final int BLOCK = 1 << 14;
    private static final int COMPUTED = 0x80;
    private static final int DECIMAL = 0x40;
    private static final int KIND = 0x3f;

    private static final class Block {
        final char[] columns = new char[BLOCK];
        final byte[] kinds = new byte[BLOCK];
        final char[] forms = new char[BLOCK];
        final long[] values = new long[BLOCK];
    }

    private final String file;
    private final String name;
    private final SheetTraits traits;
    private final TextPool texts;
    private final List<Block> blocks = new ArrayList<>();
    private final List<NumberForm> forms = new ArrayList<>(List.of(NumberForm.GENERAL));
    private final List<Span> merged = new ArrayList<>();
    private final SheetNotes notes;
    private int[] rowNumbers = new int[64];
    private int[] rowStarts = new int[65];
    private int rows;
    private int cells;
    private int lastColumn;
    private NumberForm lastForm = NumberForm.GENERAL;
    private int lastFormIndex;

    RawSheet(String file, String name, SheetTraits traits, TextPool texts) {
        this(file, name, traits, texts, new SheetNotes());
    }

    private RawSheet(String file, String name, SheetTraits traits, TextPool texts, SheetNotes notes) {
        this.notes = notes;
        this.file = file;
        this.name = name;
        this.traits = traits;
        this.texts = texts;
    }

    // The stream that a format feeds: cells in reading order, then merged spans.

    void number(int row, int column, double value, NumberForm form, boolean computed) {
        add(
                row,
                column,
                CellKind.NUMBER.code() | (computed ? COMPUTED : 0),
                Double.doubleToRawLongBits(value),
                formIndex(form));
    }

    /** Text, an error's name or TRUE and FALSE, by its place in the pool. */
    void text(int row, int column, CellKind kind, int text, boolean computed) {
        add(row, column, kind.code() | (computed ? COMPUTED : 0), text, 0);
    }

    /** Text of plain digits: their whole number, and how many of them stand after the point. */
    void decimal(int row, int column, long digits, int decimals) {
        add(row, column, CellKind.TEXT.code() | DECIMAL, digits, decimals);
    }

    void merge(Span span) {
        merged.add(span);
    }

    /** Adds the rows of a sheet that was read apart from this one and goes on where it ends, so many rows down. */
    void append(RawSheet next, int down) {
        int base = next.texts.base();
        int[] places = texts.places(next.texts);
        int[] formsHere = next.forms.stream().mapToInt(this::formIndex).toArray();
        for (int position = 0; position < next.rows; position++) {
            int row = next.rowNumbers[position] + down;
            for (int i = next.rowStarts[position]; i < next.rowStarts[position + 1]; i++) {
                Block block = next.blocks.get(i / BLOCK);
                int at = i % BLOCK;
                int kind = block.kinds[at] & 0xff;
                boolean pooled = (kind & (KIND | DECIMAL)) != CellKind.NUMBER.code() && (kind & DECIMAL) == 0;
                long value = block.values[at];
                value = pooled && value >= base ? places[(int) value - base] : value;
                int form = (kind & DECIMAL) != 0 ? block.forms[at] : formsHere[block.forms[at]];
                add(row, block.columns[at], kind, value, form);
            }
        }
        next.merged.forEach(merged::add);
        notes.append(next.notes, down);
    }

    private void add(int row, int column, int kind, long value, int form) {
        if (column < 1 || column > traits.mostColumns()) {
            throw problem("a cell stands in column " + column + "; a sheet has at most " + traits.mostColumns());
        }
        int last = rows == 0 ? 0 : rowNumbers[rows - 1];
        if (row < last || row < 1 || (row == last && column <= lastColumn)) {
            throw problem("the file is damaged: cell " + CellRef.columnName(column) + row + " stands after "
                    + CellRef.columnName(Math.max(1, lastColumn)) + last
                    + "; open and save it in a spreadsheet program");
        }
        if (row > last) {
            startRow(row);
        }
        int at = cells % BLOCK;
        if (at == 0) {
            blocks.add(new Block());
        }
        Block block = blocks.get(cells / BLOCK);
        block.columns[at] = (char) column;
        block.kinds[at] = (byte) kind;
        block.forms[at] = (char) form;
        block.values[at] = value;
        lastColumn = column;
        rowStarts[rows] = ++cells;
    }

    private void startRow(int row) {
        if (row > traits.mostRows()) {
            throw problem("a cell stands in row " + row + "; a sheet has at most " + traits.mostRows());
        }
        if (rows == rowNumbers.length) {
            rowNumbers = Arrays.copyOf(rowNumbers, rows * 2);
            rowStarts = Arrays.copyOf(rowStarts, rows * 2 + 1);
        }
        rowNumbers[rows++] = row;
        lastColumn = 0;
    }

    private int formIndex(NumberForm form) {
        if (form.equals(lastForm)) {
            return lastFormIndex;
        }
        int index = forms.indexOf(form);
        if (index < 0) {
            forms.add(form);
            index = forms.size() - 1;
        }
        lastForm = form;
        lastFormIndex = index;
        return index;
    }

    // What a reader of the sheet asks.

    /** The cells in that rectangle as a sheet of their own, with their addresses. */
    RawSheet part(Span span) {
        RawSheet part = new RawSheet(file, name, traits, texts, notes);
        part.forms.clear();
        part.forms.addAll(forms);
        for (int position = 0; position < rows; position++) {
            boolean inside = span.firstRow() <= rowNumbers[position] && rowNumbers[position] <= span.lastRow();
            for (int i = rowStarts[position]; inside && i < rowStarts[position + 1]; i++) {
                Block block = blocks.get(i / BLOCK);
                int at = i % BLOCK;
                int column = block.columns[at];
                if (span.firstColumn() <= column && column <= span.lastColumn()) {
                    part.add(rowNumbers[position], column, block.kinds[at] & 0xff, block.values[at], block.forms[at]);
                }
            }
        }
        merged.stream().filter(span::overlaps).forEach(part::merge);
        return part;
    }

    SheetNotes notes() {
        return notes;
    }

    String file() {
        return file;
    }

    String name() {
        return name;
    }

    SheetTraits traits() {
        return traits;
    }

    /** An empty one for rows of this sheet that are read apart, to be appended. */
    RawSheet apart() {
        return new RawSheet(file, name, traits, new TextPool(texts));
    }

    TextPool texts() {
        return texts;
    }

    List<Span> merged() {
        return merged;
    }

    /** How many rows have a cell. */
    int rows() {
        return rows;
    }

    /** The number, from 1, of the row at this position among the rows that have a cell. */
    int rowNumber(int position) {
        return rowNumbers[position];
    }

    /** The position of a row's number, negative if it has no cell. */
    int position(int rowNumber) {
        return Arrays.binarySearch(rowNumbers, 0, rows, rowNumber);
    }

    /** The first cell's index of a row's position; its last is one before the next position's first. */
    int firstCell(int position) {
        return rowStarts[position];
    }

    RawCell cell(int position, int index) {
        Block block = blocks.get(index / BLOCK);
        int at = index % BLOCK;
        CellKind kind = CellKind.of(block.kinds[at] & KIND);
        boolean isNumber = kind == CellKind.NUMBER;
        return new RawCell(
                rowNumbers[position],
                block.columns[at],
                kind,
                isNumber ? Double.longBitsToDouble(block.values[at]) : Double.NaN,
                isNumber ? "" : text(block, at),
                isNumber ? forms.get(block.forms[at]) : NumberForm.GENERAL,
                (block.kinds[at] & COMPUTED) != 0,
                traits.dates());
    }

    private String text(Block block, int at) {
        return (block.kinds[at] & DECIMAL) != 0
                ? Decimals.text(block.values[at], block.forms[at])
                : texts.get((int) block.values[at]);
    }

    /** The number of a cell, or of a text of plain digits; NaN of any other and of numbers that are dates or times. */
    double plainNumber(int index) {
        Block block = blocks.get(index / BLOCK);
        int at = index % BLOCK;
        int kind = block.kinds[at] & (KIND | DECIMAL);
        if (kind == CellKind.NUMBER.code()) {
            boolean plain = block.forms[at] == 0 || forms.get(block.forms[at]).shape() == NumberForm.Shape.NUMBER;
            return plain ? Double.longBitsToDouble(block.values[at]) : Double.NaN;
        }
        return (kind & DECIMAL) != 0 ? Decimals.value(block.values[at], block.forms[at]) : Double.NaN;
    }

    /**
     * A number that two cells share only if they hold the same, wherever they stand; {@link Long#MIN_VALUE} of cells that
     * formulas made and where none is at hand.
     */
    long content(int index) {
        Block block = blocks.get(index / BLOCK);
        int at = index % BLOCK;
        int kind = block.kinds[at];
        if (kind == CellKind.TEXT.code()) {
            return block.values[at];
        }
        if (kind == CellKind.NUMBER.code()) {
            double x = Double.longBitsToDouble(block.values[at]);
            int whole = (int) x;
            boolean same = Double.doubleToRawLongBits(whole) == block.values[at];
            return same ? (1L << 62) | ((long) block.forms[at] << 32) | (whole & 0xffffffffL) : Long.MIN_VALUE;
        }
        return Long.MIN_VALUE;
    }

    /** Whether a cell is a number without a format of its own, or a text of plain digits. */
    boolean isPlainNumber(int index) {
        Block block = blocks.get(index / BLOCK);
        int at = index % BLOCK;
        int kind = block.kinds[at] & (KIND | DECIMAL);
        return kind == CellKind.NUMBER.code() ? block.forms[at] == 0 : (kind & DECIMAL) != 0;
    }

    /** How many digits of a text of plain digits stand after its point; -1 of any other cell. */
    int decimals(int index) {
        Block block = blocks.get(index / BLOCK);
        int at = index % BLOCK;
        return (block.kinds[at] & DECIMAL) != 0 ? block.forms[at] : -1;
    }

    /** A cell's column alone. */
    int column(int index) {
        return blocks.get(index / BLOCK).columns[index % BLOCK];
    }

    /** Whether a cell holds text that is only spaces. */
    boolean isBlank(int index) {
        Block block = blocks.get(index / BLOCK);
        int at = index % BLOCK;
        return (block.kinds[at] & (KIND | DECIMAL)) == CellKind.TEXT.code() && texts.isBlank((int) block.values[at]);
    }

    /** Whether a formula made a cell. */
    boolean isComputed(int index) {
        return (blocks.get(index / BLOCK).kinds[index % BLOCK] & COMPUTED) != 0;
    }

    /** The cells of a row, by its position. */
    List<RawCell> row(int position) {
        List<RawCell> row = new ArrayList<>();
        for (int i = rowStarts[position]; i < rowStarts[position + 1]; i++) {
            row.add(cell(position, i));
        }
        return row;
    }

    CellRef ref(int row, int column) {
        return new CellRef(file, name, row, column);
    }

    InputException problem(String text) {
        return new InputException(where() + ": " + text);
    }

    /** Such as "'dialysis.xlsx', sheet 'Data'". */
    String where() {
        return "'" + file + "'" + (name.isEmpty() ? "" : ", sheet '" + name + "'");
    }
}
