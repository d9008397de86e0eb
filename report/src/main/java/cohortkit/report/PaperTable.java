package cohortkit.report;

import cohortkit.core.Count;
import cohortkit.core.OutputFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A table for people, as a paper prints it: one value, rendered as text, Markdown, HTML, LaTeX, Word, Excel or CSV. The first
 * column names the rows.
 *
 * <pre>{@code
 * var table = new PaperTable(
 *         "Two rows",
 *         List.of(PaperTable.Column.left("sign"), PaperTable.Column.right("n")),
 *         List.of(),
 *         List.of(PaperTable.Row.data(PaperCell.text("restless legs"), PaperCell.count(46)),
 *                 PaperTable.Row.total(PaperCell.text("all"), PaperCell.count(333))),
 *         List.of());
 * table.toText(Journal.PLAIN.style()).lines().toList().get(4)   // "restless legs   46"
 * }</pre>
 *
 * @param title on one line
 * @param columns at least one
 * @param spanners headings over several columns; they do not overlap
 * @param rows each with a cell a column
 * @param notes what stands below: the test, the convention, who was left out
 */
public record PaperTable(
        String title, List<Column> columns, List<Spanner> spanners, List<Row> rows, List<String> notes) {

    /** Which side of its column a text keeps to. */
    public enum Align {
        LEFT,
        RIGHT
    }

    /** What a row is. */
    public enum Kind {
        /** Values. */
        DATA,
        /** A heading for the rows below; its first cell runs over all columns. */
        SECTION,
        /** The level against which others are compared. */
        REFERENCE,
        /** The sum of rows above. */
        TOTAL
    }

    /** A column's heading and side. */
    public record Column(PaperCell header, Align align) {
        /** A column of words. */
        public static Column left(String header) {
            return new Column(PaperCell.text(header), Align.LEFT);
        }

        /** A column of numbers. */
        public static Column right(String header) {
            return new Column(PaperCell.text(header), Align.RIGHT);
        }
    }

    /**
     * A heading over several columns.
     *
     * @param first the first of them, counted from 0
     * @param last the last of them
     */
    public record Spanner(String header, int first, int last) {
        public Spanner {
            header = Words.clean(header);
            if (first < 0 || last < first) {
                throw new IllegalArgumentException("a spanner over columns " + first + " to " + last);
            }
        }
    }

    /**
     * A row.
     *
     * @param indent how deep its first cell stands, from 0
     */
    public record Row(Kind kind, int indent, List<PaperCell> cells) {
        public Row {
            cells = List.copyOf(cells);
            if (indent < 0) {
                throw new IllegalArgumentException("an indent of " + indent);
            }
        }

        /** Such as "age (years): 23.2 (5.3), 0.33". */
        @Override
        public String toString() {
            List<String> texts = cells.stream().map(PaperCell::toString).toList();
            return texts.get(0) + ": " + String.join(", ", texts.subList(1, texts.size()));
        }

        /** Values at the margin. */
        public static Row data(PaperCell... cells) {
            return new Row(Kind.DATA, 0, List.of(cells));
        }

        /** A sum at the margin. */
        public static Row total(PaperCell... cells) {
            return new Row(Kind.TOTAL, 0, List.of(cells));
        }
    }

    /** Cleans the texts and checks the shape. */
    public PaperTable {
        title = Words.clean(title);
        columns = List.copyOf(columns);
        spanners = List.copyOf(spanners);
        rows = List.copyOf(rows);
        notes = notes.stream().map(Words::clean).toList();
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("a table without columns");
        }
        for (Row row : rows) {
            if (row.cells().size() != columns.size()) {
                throw new IllegalArgumentException(
                        "a row of " + Count.of(row.cells().size(), "cell") + " under " + columns.size() + " columns");
            }
        }
        int next = 0;
        for (Spanner spanner : spanners) {
            if (spanner.first() < next || spanner.last() >= columns.size()) {
                throw new IllegalArgumentException(
                        "the spanner '" + spanner.header() + "' overlaps or leaves the table");
            }
            next = spanner.last() + 1;
        }
    }

    /** The table with its footnotes as HTML elements, to stand within a page. */
    public String toHtml() {
        return toHtml(Journal.PLAIN.style());
    }

    /** The same with numbers as a style prints them. */
    public String toHtml(JournalStyle style) {
        return new HtmlRenderer(this, style).fragment();
    }

    /** Aligned text of at most 80 columns. */
    public String toText(JournalStyle style) {
        return new TextRenderer(this, style).render();
    }

    /**
     * Every number of the table in full, a row each: the section, the row and the column in which it stands, its name, and
     * its value; words have their text.
     */
    public ResultTable numbers() {
        List<List<Object>> all = new ArrayList<>();
        String section = "";
        String parent = "";
        for (Row row : rows) {
            String label = words(row.cells().get(0));
            if (row.kind() == Kind.SECTION) {
                section = label;
                parent = "";
            } else if (row.indent() == 0) {
                parent = label;
            }
            String above = row.indent() == 0 ? "" : parent;
            String place = section.isEmpty() || above.isEmpty() ? section + above : section + ": " + above;
            for (int column = 1; column < columns.size(); column++) {
                CellValue value = row.cells().get(column).value();
                List<Object> where = List.of(place, label, heading(column));
                for (CellValue.Part part : value.parts()) {
                    all.add(joined(where, part.name(), part.value(), ""));
                }
                if (value.parts().isEmpty() && !words(row.cells().get(column)).isEmpty()) {
                    all.add(joined(where, "text", Double.NaN, words(row.cells().get(column))));
                }
            }
        }
        return new ResultTable(List.of("section", "row", "column", "part", "value", "text"), all);
    }

    private static List<Object> joined(List<Object> where, Object... more) {
        List<Object> row = new ArrayList<>(where);
        row.addAll(List.of(more));
        return row;
    }

    /** A column's heading under its spanner, "smoke: yes". */
    String heading(int column) {
        String header = words(columns.get(column).header());
        return spanners.stream()
                .filter(spanner -> spanner.first() <= column && column <= spanner.last())
                .map(spanner -> header.isEmpty() ? spanner.header() : spanner.header() + ": " + header)
                .findFirst()
                .orElse(header);
    }

    private static String words(PaperCell cell) {
        return cell.value().printed(Journal.PLAIN.style());
    }

    /**
     * Writes a file in the format that its name ends in.
     *
     * @throws cohortkit.core.InputException if there is no such format, or the file cannot be written
     */
    public void save(Path path) {
        save(path, Journal.PLAIN.style());
    }

    /** The same in a journal's style. */
    public void save(Path path, JournalStyle style) {
        TableFormat format = TableFormat.of(path);
        OutputFile.writeBytes(path, out -> format.write(this, style, out));
    }

    /** As text; the first line is the title. */
    @Override
    public String toString() {
        return toText(Journal.PLAIN.style()).stripTrailing();
    }
}
