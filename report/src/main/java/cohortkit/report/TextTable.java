package cohortkit.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Columns of fixed width with words wrapped inside them. */
final class TextTable {

    /** Which side of its column a text keeps to. */
    enum Side {
        LEFT,
        RIGHT
    }

    /** A column's title, its width in characters, and its side. */
    record Column(String title, int width, Side side) {}

    private static final String GAP = "  ";
    private static final Pattern WORDS = Pattern.compile("\\s+|(?<=\\p{L}-)(?=\\p{L})");

    private TextTable() {}

    /** The header, a rule, and the rows; each line ends with a line feed and without blanks. */
    static String render(List<Column> columns, List<List<String>> rows) {
        StringBuilder text = new StringBuilder();
        append(text, columns, columns.stream().map(Column::title).toList());
        append(text, columns, columns.stream().map(c -> "-".repeat(c.width())).toList());
        rows.forEach(row -> append(text, columns, row));
        return text.toString();
    }

    private static void append(StringBuilder text, List<Column> columns, List<String> row) {
        List<List<String>> cells = new ArrayList<>();
        int height = 1;
        for (int i = 0; i < columns.size(); i++) {
            List<String> lines = wrap(row.get(i), columns.get(i).width());
            cells.add(lines);
            height = Math.max(height, lines.size());
        }
        for (int line = 0; line < height; line++) {
            StringBuilder out = new StringBuilder();
            for (int i = 0; i < columns.size(); i++) {
                String cell = line < cells.get(i).size() ? cells.get(i).get(line) : "";
                String blanks = " ".repeat(columns.get(i).width() - length(cell));
                out.append(i == 0 ? "" : GAP);
                out.append(columns.get(i).side() == Side.LEFT ? cell + blanks : blanks + cell);
            }
            text.append(out.toString().stripTrailing()).append('\n');
        }
    }

    /** Lines of at most {@code width} characters, broken at blanks and after hyphens, else where the width ends. */
    static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : WORDS.splitAsStream(text.strip()).toList()) {
            String glue = line.isEmpty() || (line.endsWith("-") && text.contains(line + word)) ? "" : " ";
            if (length(line) + glue.length() + length(word) <= width) {
                line += glue + word;
                continue;
            }
            if (!line.isEmpty()) {
                lines.add(line);
            }
            line = word;
            while (length(line) > width) {
                int cut = line.offsetByCodePoints(0, width);
                lines.add(line.substring(0, cut));
                line = line.substring(cut);
            }
        }
        lines.add(line);
        return lines;
    }

    static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
