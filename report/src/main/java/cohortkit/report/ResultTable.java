package cohortkit.report;

import cohortkit.core.Count;
import cohortkit.core.DisplayNumber;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * A result as rows and columns. Text rounds for people; CSV and JSON carry each double in full, "NA" and null for what
 * is undefined, "Inf" for infinity.
 *
 * <pre>{@code
 * var rows = List.of(List.of("age", -0.0238), List.of("lwt", -0.0142));
 * new ResultTable(List.of("term", "estimate"), rows).toCsv()   // "term,estimate\nage,-0.0238\nlwt,-0.0142\n"
 * StatTables.tidy(fit.tidy()).table().doubleColumn("estimate").get(1)   // 1.0359527...
 * }</pre>
 */
public final class ResultTable {

    private static final int WIDTH = 80;

    private final List<String> columns;
    private final List<List<Object>> rows;

    /**
     * A table.
     *
     * @param columns the names, in broom's words where they exist
     * @param rows each as long as {@code columns}; cells are a String, a Double, a Long or an Integer
     */
    public ResultTable(List<String> columns, List<? extends List<?>> rows) {
        this.columns = List.copyOf(columns);
        List<List<Object>> copies = new ArrayList<>();
        for (List<?> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException("a row of " + Count.of(row.size(), "cell") + " under " + columns);
            }
            copies.add(List.copyOf(row));
        }
        this.rows = List.copyOf(copies);
    }

    /** Aligned for reading, numbers to the right. Words are wrapped where the table would pass 80 columns. */
    public String toText() {
        List<List<String>> cells = new ArrayList<>();
        for (List<Object> row : rows) {
            List<String> texts = new ArrayList<>();
            for (int i = 0; i < row.size(); i++) {
                texts.add(readable(columns.get(i), row.get(i)));
            }
            cells.add(texts);
        }
        int[] widths = widths(cells);
        List<TextTable.Column> layout = new ArrayList<>();
        for (int i = 0; i < widths.length; i++) {
            layout.add(new TextTable.Column(
                    columns.get(i), widths[i], isText(i) ? TextTable.Side.LEFT : TextTable.Side.RIGHT));
        }
        return TextTable.render(layout, cells);
    }

    private int[] widths(List<List<String>> cells) {
        int[] widths = new int[columns.size()];
        int total = 2 * (columns.size() - 1);
        for (int i = 0; i < widths.length; i++) {
            widths[i] = TextTable.length(columns.get(i));
            for (List<String> row : cells) {
                widths[i] = Math.max(widths[i], TextTable.length(row.get(i)));
            }
            total += widths[i];
        }
        while (total > WIDTH) {
            int widest = 0;
            for (int i = 0; i < widths.length; i++) {
                widest = !isText(widest) || (isText(i) && widths[i] > widths[widest]) ? i : widest;
            }
            if (!isText(widest) || widths[widest] <= 8) {
                break;
            }
            widths[widest]--;
            total--;
        }
        return widths;
    }

    private boolean isText(int column) {
        return rows.stream().anyMatch(row -> row.get(column) instanceof String);
    }

    private static String readable(String column, Object cell) {
        if (!(cell instanceof Double number)) {
            return cell.toString();
        }
        if (column.equals("df") && number == Math.rint(number)) {
            return DisplayNumber.shortest(number);
        }
        return column.equals("p.value") ? DisplayNumber.pValue(number) : DisplayNumber.significant(number, 4);
    }

    /** Comma-separated, one header line; text is quoted where it has to be. */
    public String toCsv() {
        String header = columns.stream().map(ResultTable::quoted).collect(Collectors.joining(","));
        return header + "\n"
                + rows.stream()
                        .map(row -> row.stream().map(ResultTable::csv).collect(Collectors.joining(",")) + "\n")
                        .collect(Collectors.joining());
    }

    private static String csv(Object cell) {
        return cell instanceof Double number ? full(number) : quoted(harmless(cell));
    }

    /** Text that a spreadsheet would take for a formula gets an apostrophe before it. */
    private static String harmless(Object cell) {
        String text = cell.toString();
        return cell instanceof String && Words.isFormula(text) ? "'" + text : text;
    }

    private static String quoted(String text) {
        boolean needed = text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return needed ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    private static String full(double x) {
        if (Double.isNaN(x)) {
            return "NA";
        }
        return Double.isInfinite(x) ? (x > 0 ? "Inf" : "-Inf") : Double.toString(x);
    }

    /** The names of the columns. */
    List<String> columns() {
        return columns;
    }

    /** The cells, each a String, a Double, a Long or an Integer. */
    List<List<Object>> rows() {
        return rows;
    }

    /**
     * The same as a Tablesaw table: text, whole numbers and doubles as they are, what is undefined as missing.
     *
     * <p>A column of numbers with text among them is text.
     */
    public Table table() {
        Table table = Table.create("result");
        for (int i = 0; i < columns.size(); i++) {
            int at = i;
            List<Object> cells = rows.stream().map(row -> row.get(at)).toList();
            if (isText(i)) {
                table.addColumns(StringColumn.create(
                        columns.get(i), cells.stream().map(Object::toString).toList()));
            } else if (!cells.isEmpty() && cells.stream().noneMatch(Double.class::isInstance)) {
                table.addColumns(LongColumn.create(
                        columns.get(i),
                        cells.stream()
                                .mapToLong(cell -> ((Number) cell).longValue())
                                .toArray()));
            } else {
                table.addColumns(DoubleColumn.create(
                        columns.get(i),
                        cells.stream()
                                .mapToDouble(cell -> ((Number) cell).doubleValue())
                                .toArray()));
            }
        }
        return table;
    }

    /** An array with one object a row. */
    void writeRows(JsonGenerator json) throws IOException {
        json.writeStartArray();
        for (int row = 0; row < rows.size(); row++) {
            writeRow(json, row);
        }
        json.writeEndArray();
    }

    /** One row as an object. */
    void writeRow(JsonGenerator json, int row) throws IOException {
        json.writeStartObject();
        for (int i = 0; i < columns.size(); i++) {
            json.writeFieldName(columns.get(i));
            write(json, rows.get(row).get(i));
        }
        json.writeEndObject();
    }

    static void write(JsonGenerator json, Object cell) throws IOException {
        if (cell instanceof Double number) {
            if (Double.isNaN(number)) {
                json.writeNull();
            } else if (Double.isInfinite(number)) {
                json.writeString(full(number));
            } else {
                json.writeNumber(number);
            }
        } else if (cell instanceof Number whole) {
            json.writeNumber(whole.longValue());
        } else {
            json.writeString(cell.toString());
        }
    }
}
