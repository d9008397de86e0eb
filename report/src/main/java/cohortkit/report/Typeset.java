package cohortkit.report;

import java.util.List;

/** A table's cells as printed in one style, with the marks of their footnotes. */
final class Typeset {

    /** A printed cell. */
    record Cell(String text, String marks) {
        /** With its marks in brackets behind it. */
        String plain() {
            return marks.isEmpty() ? text : (text + " [" + marks + "]").strip();
        }
    }

    private final PaperTable table;
    private final JournalStyle style;
    private final Footnotes footnotes;
    private final List<Cell> headers;
    private final List<List<Cell>> rows;

    Typeset(PaperTable table, JournalStyle style) {
        this.table = table;
        this.style = style;
        this.footnotes = new Footnotes(table);
        this.headers =
                table.columns().stream().map(column -> cell(column.header())).toList();
        this.rows = table.rows().stream()
                .map(row -> row.cells().stream().map(this::cell).toList())
                .toList();
    }

    private Cell cell(PaperCell cell) {
        return new Cell(cell.value().printed(style), footnotes.marks(cell));
    }

    PaperTable table() {
        return table;
    }

    int columns() {
        return headers.size();
    }

    List<Cell> headers() {
        return headers;
    }

    List<Cell> row(int row) {
        return rows.get(row);
    }

    int rows() {
        return rows.size();
    }

    PaperTable.Row source(int row) {
        return table.rows().get(row);
    }

    boolean isSection(int row) {
        return source(row).kind() == PaperTable.Kind.SECTION;
    }

    boolean isRight(int column) {
        return table.columns().get(column).align() == PaperTable.Align.RIGHT;
    }

    Footnotes footnotes() {
        return footnotes;
    }
}
