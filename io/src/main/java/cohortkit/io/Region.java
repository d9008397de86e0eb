package cohortkit.io;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/** A rectangle of a sheet and where it has cells that are not blank. */
final class Region {

    private final RawSheet sheet;
    private final Span span;
    private final int firstPosition;
    private final int endPosition;
    private int[] positions;

    private Region(RawSheet sheet, Span span, int firstPosition, int endPosition) {
        this.sheet = sheet;
        this.span = span;
        this.firstPosition = firstPosition;
        this.endPosition = endPosition;
    }

    static Region of(RawSheet sheet, Span span) {
        int first = sheet.position(span.firstRow());
        int end = sheet.position(span.lastRow() + 1);
        return new Region(sheet, span, first < 0 ? -first - 1 : first, end < 0 ? -end - 1 : end).trimmed();
    }

    /** Without blank rows and columns at its edges. */
    private Region trimmed() {
        int first = firstPosition;
        int end = endPosition;
        while (first < end && filled(first).isEmpty()) {
            first++;
        }
        while (end > first && filled(end - 1).isEmpty()) {
            end--;
        }
        if (first == end) {
            return new Region(sheet, span, first, end);
        }
        BitSet columns = columns(first, end);
        Span tight =
                new Span(sheet.rowNumber(first), columns.nextSetBit(0), sheet.rowNumber(end - 1), columns.length() - 1);
        return new Region(sheet, tight, first, end);
    }

    Span span() {
        return span;
    }

    boolean isEmpty() {
        return firstPosition >= endPosition;
    }

    int width() {
        return span.lastColumn() - span.firstColumn() + 1;
    }

    RawSheet cells() {
        return sheet.part(span);
    }

    /** The columns of the cells of a row, by its position in the sheet, that are not blank. */
    BitSet filled(int position) {
        BitSet filled = new BitSet();
        for (int i = sheet.firstCell(position); i >= 0; i = sheet.nextCell(position, i)) {
            int column = sheet.column(i);
            if (span.firstColumn() <= column
                    && column <= span.lastColumn()
                    && !sheet.cells().isBlank(i)) {
                filled.set(column);
            }
        }
        return filled;
    }

    /** The cells of a row that are not blank. */
    List<RawCell> row(int position) {
        List<RawCell> row = new ArrayList<>();
        for (int i = sheet.firstCell(position); i >= 0; i = sheet.nextCell(position, i)) {
            int column = sheet.column(i);
            if (span.firstColumn() <= column
                    && column <= span.lastColumn()
                    && !sheet.cells().isBlank(i)) {
                row.add(sheet.cell(position, i));
            }
        }
        return row;
    }

    private BitSet columns(int from, int to) {
        BitSet columns = new BitSet();
        int most = Math.min(span.lastColumn(), sheet.lastColumn()) - span.firstColumn() + 1;
        for (int position = from; position < to && columns.cardinality() < most; position++) {
            columns.or(filled(position));
        }
        return columns;
    }

    /** The rows, by position, that have a cell here. */
    int[] positions() {
        if (positions == null) {
            positions = IntStream.range(firstPosition, endPosition)
                    .filter(position -> !filled(position).isEmpty())
                    .toArray();
        }
        return positions.clone();
    }

    /** The first row of two cells or more, by position: its header, if it has one; negative if there is none. */
    int header() {
        for (int position = firstPosition; position < endPosition; position++) {
            if (filled(position).cardinality() > 1) {
                return position;
            }
        }
        return -1;
    }

    /** The next rows that have a cell here, at most as many as are asked for. */
    int[] after(int position, int most) {
        return IntStream.range(position + 1, endPosition)
                .filter(next -> !filled(next).isEmpty())
                .limit(most)
                .toArray();
    }

    /** Whether nine of ten of the cells of a column in some rows are numbers or dates. */
    boolean hasValues(int[] rows, int column) {
        int values = 0;
        int others = 0;
        for (int position : rows) {
            for (RawCell cell : row(position)) {
                if (cell.column() == column) {
                    values += HeaderLooks.isValue(cell) ? 1 : 0;
                    others += HeaderLooks.isValue(cell) ? 0 : 1;
                }
            }
        }
        return values > 0 && values >= 9 * others;
    }

    /** The rectangles between blank columns, where a row of one cell alone, such as a title, fills no column. */
    List<Region> besideEachOther() {
        BitSet used = new BitSet();
        for (int position : positions()) {
            BitSet filled = filled(position);
            if (filled.cardinality() > 1) {
                used.or(filled);
            }
        }
        List<Region> groups = new ArrayList<>();
        for (int from = used.nextSetBit(0); from >= 0; ) {
            int to = used.nextClearBit(from);
            groups.add(of(sheet, new Span(span.firstRow(), from, span.lastRow(), to - 1)));
            from = used.nextSetBit(to);
        }
        return groups;
    }

    /** The rectangles above and below blank rows. */
    List<Region> belowEachOther() {
        List<Region> sections = new ArrayList<>();
        int[] positions = positions();
        int from = 0;
        for (int i = 1; i <= positions.length; i++) {
            boolean gap =
                    i == positions.length || sheet.rowNumber(positions[i]) > sheet.rowNumber(positions[i - 1]) + 1;
            if (gap) {
                sections.add(rows(sheet.rowNumber(positions[from]), sheet.rowNumber(positions[i - 1])));
                from = i;
            }
        }
        return sections;
    }

    /** The part between two rows of the sheet, by number. */
    Region rows(int first, int last) {
        return of(sheet, new Span(first, span.firstColumn(), last, span.lastColumn()));
    }
}
