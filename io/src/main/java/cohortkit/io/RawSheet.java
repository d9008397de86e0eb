package cohortkit.io;

import cohortkit.core.CellRef;
import cohortkit.core.InputException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A sheet's cells, row after row. Only what is there takes room, whatever the sheet says of its size: about 13 bytes a
 * cell, and each text once.
 */
final class RawSheet {

    private static final int BLOCK = 1 << 14;
    private static final int COMPUTED = 0x80;

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
        add(row, column, CellKind.NUMBER, Double.doubleToRawLongBits(value), formIndex(form), computed);
    }

    /** Text, an error's name or TRUE and FALSE, by its place in the pool. */
    void text(int row, int column, CellKind kind, int text, boolean computed) {
        add(row, column, kind, text, 0, computed);
    }

    void merge(Span span) {
        merged.add(span);
    }

    private void add(int row, int column, CellKind kind, long value, int form, boolean computed) {
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
        block.kinds[at] = (byte) (kind.code() | (computed ? COMPUTED : 0));
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
        if (form.equals(NumberForm.GENERAL)) {
            return 0;
        }
        int index = forms.indexOf(form);
        if (index < 0) {
            forms.add(form);
            index = forms.size() - 1;
        }
        return index;
    }

    // What a reader of the sheet asks.

    /** The cells in that rectangle as a sheet of their own, with their addresses. */
    RawSheet part(Span span) {
        RawSheet part = new RawSheet(file, name, traits, texts, notes);
        for (int position = 0; position < rows; position++) {
            boolean inside = span.firstRow() <= rowNumbers[position] && rowNumbers[position] <= span.lastRow();
            for (int i = rowStarts[position]; inside && i < rowStarts[position + 1]; i++) {
                Block block = blocks.get(i / BLOCK);
                int at = i % BLOCK;
                int column = block.columns[at];
                if (span.firstColumn() <= column && column <= span.lastColumn()) {
                    CellKind kind = CellKind.of(block.kinds[at] & ~COMPUTED & 0xff);
                    int form = part.formIndex(forms.get(block.forms[at]));
                    part.add(rowNumbers[position], column, kind, block.values[at], form, isComputed(i));
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
        CellKind kind = CellKind.of(block.kinds[at] & ~COMPUTED & 0xff);
        long value = block.values[at];
        boolean isNumber = kind == CellKind.NUMBER;
        return new RawCell(
                rowNumbers[position],
                block.columns[at],
                kind,
                isNumber ? Double.longBitsToDouble(value) : Double.NaN,
                isNumber ? "" : texts.get((int) value),
                forms.get(block.forms[at]),
                (block.kinds[at] & COMPUTED) != 0,
                traits.dates());
    }

    /** A cell's column alone. */
    int column(int index) {
        return blocks.get(index / BLOCK).columns[index % BLOCK];
    }

    /** Whether a cell holds text that is only spaces. */
    boolean isBlank(int index) {
        Block block = blocks.get(index / BLOCK);
        int at = index % BLOCK;
        return CellKind.of(block.kinds[at] & ~COMPUTED & 0xff) == CellKind.TEXT
                && Spaces.isBlank(texts.get((int) block.values[at]));
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
