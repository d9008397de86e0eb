package cohortkit.io;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * Cells in rows, each a column, a kind, a form and a value of 64 bits: about 13 bytes a cell. A cell is known by an index;
 * those of a row follow each other. Indexes may leave gaps between rows, where what was read apart was taken over whole.
 */
final class CellStore implements Cells {

    private static final int BITS = 14;
    private static final int BLOCK = 1 << BITS;
    private static final int AT = BLOCK - 1;

    /** Bits of a kind beside {@link CellKind#code}: a formula made the cell; its value is the digits of a text. */
    static final int COMPUTED = 0x80;

    static final int DECIMAL = 0x40;
    /** The value of a number is its digits. */
    static final int DIGITS = 0x20;

    /** The value of a text is a day. */
    static final int DAY = 0x10;

    static final int KIND = 0x0f;

    private static final class Block {
        final char[] columns = new char[BLOCK];
        final byte[] kinds = new byte[BLOCK];
        final char[] forms = new char[BLOCK];
        final long[] values = new long[BLOCK];
    }

    private final TextPool texts;
    private Block[] blocks = new Block[4];
    private int[] rowNumbers = new int[64];
    private int[] rowStarts = new int[64];
    private char[] rowLengths = new char[64];
    private int rows;
    /** The index of the next cell. */
    private int next;

    private int cells;
    private int lastColumn;
    private int widest;

    CellStore(TextPool texts) {
        this.texts = texts;
    }

    void startRow(int number) {
        if (rows == rowNumbers.length) {
            rowNumbers = Arrays.copyOf(rowNumbers, rows * 2);
            rowStarts = Arrays.copyOf(rowStarts, rows * 2);
            rowLengths = Arrays.copyOf(rowLengths, rows * 2);
        }
        rowStarts[rows] = next;
        rowNumbers[rows++] = number;
        lastColumn = 0;
    }

    /** Adds a cell to the last row. */
    void add(int column, int kind, long value, int form) {
        int at = next & AT;
        if (at == 0) {
            addBlock(new Block());
        }
        Block block = blocks[next >> BITS];
        block.columns[at] = (char) column;
        block.kinds[at] = (byte) kind;
        block.forms[at] = (char) form;
        block.values[at] = value;
        lastColumn = column;
        widest = Math.max(widest, column);
        rowLengths[rows - 1]++;
        next++;
        cells++;
    }

    /** Takes the last row off again. */
    void dropLastRow() {
        rows--;
        next = rowStarts[rows];
        cells -= rowLengths[rows];
        rowLengths[rows] = 0;
        lastColumn = rows == 0 ? 0 : column(endCell(rows - 1) - 1);
    }

    private void addBlock(Block block) {
        int place = next >> BITS;
        if (place == blocks.length) {
            blocks = Arrays.copyOf(blocks, place * 2);
        }
        blocks[place] = block;
    }

    /** Takes over the cells of another store, which is of no use any more, so many rows down. */
    void take(CellStore other, int down) {
        next = next + AT & ~AT;
        int base = next;
        for (int i = 0; i < other.next; i += BLOCK) {
            addBlock(other.blocks[i >> BITS]);
            next += BLOCK;
        }
        next = base + other.next;
        int all = rows + other.rows;
        if (all > rowNumbers.length) {
            int room = Math.max(all, rowNumbers.length * 2);
            rowNumbers = Arrays.copyOf(rowNumbers, room);
            rowStarts = Arrays.copyOf(rowStarts, room);
            rowLengths = Arrays.copyOf(rowLengths, room);
        }
        for (int i = 0; i < other.rows; i++) {
            rowNumbers[rows + i] = other.rowNumbers[i] + down;
            rowStarts[rows + i] = other.rowStarts[i] + base;
        }
        System.arraycopy(other.rowLengths, 0, rowLengths, rows, other.rows);
        rows = all;
        cells += other.cells;
        lastColumn = other.rows == 0 ? lastColumn : other.lastColumn;
        widest = Math.max(widest, other.widest);
    }

    /**
     * Gives the texts and forms of all cells the places that they have elsewhere.
     *
     * @param base the first text whose place is another there
     */
    void adapt(int base, int[] texts, int[] forms) {
        boolean sameForms = IntStream.range(0, forms.length).allMatch(i -> forms[i] == i);
        if (texts.length == 0 && sameForms) {
            return;
        }
        for (int i = 0; i < next; i += BLOCK) {
            Block block = blocks[i >> BITS];
            int end = Math.min(BLOCK, next - i);
            for (int at = 0; at < end; at++) {
                int kind = block.kinds[at] & (KIND | DECIMAL);
                if (kind == CellKind.NUMBER.code()) {
                    block.forms[at] = (char) forms[block.forms[at]];
                } else if ((kind & DECIMAL) == 0 && block.values[at] >= base) {
                    block.values[at] = texts[(int) block.values[at] - base];
                }
            }
        }
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public int cells() {
        return cells;
    }

    /** The number of the last row; 0 if there is none. */
    int lastRow() {
        return rows == 0 ? 0 : rowNumbers[rows - 1];
    }

    /** The column of the last cell. */
    int lastColumn() {
        return lastColumn;
    }

    /** The last column of any row. */
    @Override
    public int widest() {
        return widest;
    }

    @Override
    public int rowNumber(int position) {
        return rowNumbers[position];
    }

    /** The position of a row's number, negative if it is not there. */
    @Override
    public int position(int rowNumber) {
        return Arrays.binarySearch(rowNumbers, 0, rows, rowNumber);
    }

    @Override
    public int firstCell(int position) {
        return rowStarts[position];
    }

    private int endCell(int position) {
        return rowStarts[position] + rowLengths[position];
    }

    @Override
    public int nextCell(int position, int index) {
        return index + 1 < endCell(position) ? index + 1 : -1;
    }

    @Override
    public BitSet columns(int from) {
        BitSet columns = new BitSet();
        for (int position = from; position < rows && columns.cardinality() < widest; position++) {
            for (int i = firstCell(position); i < endCell(position); i++) {
                columns.set(column(i));
            }
        }
        return columns;
    }

    @Override
    public double number(int index) {
        return Double.longBitsToDouble(value(index));
    }

    @Override
    public Texts texts(int column) {
        return texts;
    }

    /** The index of a row's cell in a column; negative if there is none. Columns grow from cell to cell by one or more. */
    @Override
    public int cellIn(int position, int column) {
        int first = rowStarts[position];
        int index = first + Math.min(column, rowLengths[position]) - 1;
        while (index >= first) {
            int found = column(index);
            if (found <= column) {
                return found == column ? index : -1;
            }
            index--;
        }
        return -1;
    }

    /** Puts the cells of a column in the rows at those positions side by side. */
    @Override
    public void take(ColumnCells cells, int column) {
        for (int i = 0; i < cells.rows(); i++) {
            int index = cellIn(cells.positions[i], column);
            cells.indexes[i] = index;
            if (index >= 0) {
                Block block = blocks[index >> BITS];
                int at = index & AT;
                cells.kinds[i] = block.kinds[at];
                cells.forms[i] = block.forms[at];
                cells.values[i] = block.values[at];
            }
        }
    }

    @Override
    public int column(int index) {
        return blocks[index >> BITS].columns[index & AT];
    }

    @Override
    public int kind(int index) {
        return blocks[index >> BITS].kinds[index & AT];
    }

    @Override
    public int form(int index) {
        return blocks[index >> BITS].forms[index & AT];
    }

    @Override
    public long value(int index) {
        return blocks[index >> BITS].values[index & AT];
    }

    @Override
    public long content(int index) {
        return ColumnCells.content(kind(index), form(index), value(index));
    }
}
