package cohortkit.io;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/** The cells of a text file, column by column, in the parts in which they were read. */
final class CsvColumns implements Cells {

    /** So many rows are quicker joined than threads are started. */
    private static final int ROWS_FOR_ONE = 1 << 15;
    /** Of a column without texts. */
    private static final FieldTexts NONE = new FieldTexts(StandardCharsets.UTF_8.newDecoder());

    private final CsvPart[] parts;
    /** By part, the position of its first row, and how many records were before it. */
    private final int[] starts;

    private final int[] downs;
    private final FieldTexts[] texts;
    private final int width;
    private final int rows;
    private final double partsPerRow;
    private int cells;

    /**
     * Joins parts, which are of no use alone any more.
     *
     * @param downs how many records are before each
     */
    CsvColumns(List<CsvPart> parts, List<Integer> downs) throws IOException {
        this.parts = parts.toArray(CsvPart[]::new);
        this.downs = downs.stream().mapToInt(Integer::intValue).toArray();
        this.starts = new int[this.parts.length];
        int all = 0;
        int widest = 1;
        for (int i = 0; i < this.parts.length; i++) {
            starts[i] = all;
            all += this.parts[i].rows();
            widest = Math.max(widest, this.parts[i].width());
        }
        this.rows = all;
        this.width = widest;
        this.partsPerRow = (double) this.parts.length / Math.max(1, all) * (1 - 1e-12);
        this.texts = new FieldTexts[widest + 1];
        Arrays.fill(texts, NONE);
        joinTexts();
        for (CsvPart part : this.parts) {
            for (int column = 1; column <= width; column++) {
                CsvColumn some = part.column(column);
                cells += some == null ? 0 : some.cells();
            }
        }
    }

    /** Whether all cells have an index, and the texts of each column room in one array. */
    static boolean canBe(List<CsvPart> parts) {
        long rows = 0;
        int width = 0;
        for (CsvPart part : parts) {
            rows += part.rows();
            width = Math.max(width, part.width());
        }
        return rows * width < Integer.MAX_VALUE
                && parts.stream().noneMatch(CsvPart::isSparse)
                && IntStream.rangeClosed(1, width)
                        .allMatch(column -> parts.stream()
                                        .mapToLong(part -> part.bytesOfTexts(column))
                                        .sum()
                                < Integer.MAX_VALUE / 2);
    }

    /** The cells of these parts and, so many records down, of others. */
    CsvColumns above(CsvColumns next, int down) throws IOException {
        List<CsvPart> all = new ArrayList<>(List.of(parts));
        all.addAll(List.of(next.parts));
        IntStream records =
                IntStream.concat(IntStream.of(downs), IntStream.of(next.downs).map(before -> before + down));
        return new CsvColumns(all, records.boxed().toList());
    }

    private void joinTexts() throws IOException {
        if (parts.length == 1 || rows < ROWS_FOR_ONE) {
            for (int column = 1; column <= width; column++) {
                joinTexts(column);
            }
            return;
        }
        try (InOrder<Integer> joined = new InOrder<>(column -> {})) {
            for (int column = 1; column <= width; column++) {
                int number = column;
                joined.add(() -> joinTexts(number));
            }
            joined.finish();
        }
    }

    private int joinTexts(int column) {
        int more = 0;
        for (CsvPart part : parts) {
            CsvColumn some = part.column(column);
            more += some == null ? 0 : some.texts().size();
        }
        for (CsvPart part : parts) {
            CsvColumn some = part.column(column);
            if (some != null) {
                texts[column] = texts[column] == NONE ? some.texts().fresh() : texts[column];
                more -= some.texts().size();
                some.finish(texts[column], part.rows(), more);
            }
        }
        return column;
    }

    /** The part of a row. */
    private int part(int position) {
        int part = (int) (position * partsPerRow); // most parts have about as many rows
        while (starts[part] > position) {
            part--;
        }
        while (part + 1 < starts.length && starts[part + 1] <= position) {
            part++;
        }
        return part;
    }

    private int end(int part) {
        return part + 1 < starts.length ? starts[part + 1] : rows;
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public int cells() {
        return cells;
    }

    @Override
    public int widest() {
        return width;
    }

    @Override
    public BitSet columns(int position) {
        BitSet columns = new BitSet();
        int first = part(position);
        for (int column = 1; column <= width; column++) {
            for (int part = first; part < parts.length && !columns.get(column); part++) {
                CsvColumn some = parts[part].column(column);
                int row = Math.max(0, position - starts[part]);
                columns.set(column, some != null && some.reaches(row));
            }
        }
        return columns;
    }

    @Override
    public int rowNumber(int position) {
        int part = part(position);
        return downs[part] + parts[part].number(position - starts[part]);
    }

    @Override
    public int position(int rowNumber) {
        int low = 0;
        int high = rows - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int number = rowNumber(middle);
            if (number == rowNumber) {
                return middle;
            }
            low = number < rowNumber ? middle + 1 : low;
            high = number < rowNumber ? high : middle - 1;
        }
        return -low - 1;
    }

    @Override
    public int firstCell(int position) {
        return nextCell(position, position * width - 1);
    }

    @Override
    public int nextCell(int position, int index) {
        int number = part(position);
        CsvPart part = parts[number];
        int row = position - starts[number];
        for (int column = index - position * width + 2; column <= width; column++) {
            CsvColumn some = part.column(column);
            if (some != null && some.code(row) != CsvColumn.NONE) {
                return position * width + column - 1;
            }
        }
        return -1;
    }

    @Override
    public int cellIn(int position, int column) {
        if (column > width) {
            return -1;
        }
        int index = position * width + column - 1;
        return code(index) == CsvColumn.NONE ? -1 : index;
    }

    @Override
    public int column(int index) {
        return index % width + 1;
    }

    private int code(int index) {
        int position = index / width;
        int part = part(position);
        CsvColumn some = parts[part].column(column(index));
        return some == null ? CsvColumn.NONE : some.code(position - starts[part]);
    }

    @Override
    public int kind(int index) {
        return CsvColumn.kind(code(index));
    }

    @Override
    public int form(int index) {
        return (kind(index) & CellStore.DECIMAL) != 0 ? CsvColumn.decimals(code(index)) : 0;
    }

    @Override
    public double number(int index) {
        return Decimals.value(value(index), CsvColumn.decimals(code(index)));
    }

    @Override
    public long value(int index) {
        int position = index / width;
        int part = part(position);
        return Objects.requireNonNull(parts[part].column(column(index))).value(position - starts[part]);
    }

    @Override
    public long content(int index) {
        return ColumnCells.content(kind(index), CsvColumn.decimals(code(index)), value(index));
    }

    @Override
    public Texts texts(int column) {
        return texts[column];
    }

    @Override
    public void take(ColumnCells some, int column) {
        int from = 0;
        while (from < some.rows()) {
            int part = part(some.positions[from]);
            int to = from;
            for (int end = end(part); to < some.rows() && some.positions[to] < end; to++) {}
            CsvColumn cells = parts[part].column(column);
            if (cells == null) {
                Arrays.fill(some.indexes, from, to, -1);
            } else {
                cells.take(some, from, to, starts[part]);
            }
            for (int i = from; i < to; i++) {
                some.indexes[i] = some.indexes[i] < 0 ? -1 : some.positions[i] * width + column - 1;
            }
            from = to;
        }
    }
}
