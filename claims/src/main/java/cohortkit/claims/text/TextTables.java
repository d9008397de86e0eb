package cohortkit.claims.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The tables of a plain text with each row as a paragraph whose cells end in {@code " ;"}, as those of HTML and Word files are:
 * Markdown, cells set apart by tabs, and columns set apart by two spaces or more.
 */
final class TextTables {

    private static final Pattern LINE = Pattern.compile("\\R");
    private static final Pattern MARKDOWN = Pattern.compile("\\|.*\\|");
    private static final Pattern RULE = Pattern.compile("[|+]?[ :=+|-]*-{2,}[ :=+|-]*");
    private static final Pattern BAR = Pattern.compile("(?<!\\\\)\\|");
    private static final Pattern GAP = Pattern.compile("\\t| {2,}");
    private static final Pattern HEADING = Pattern.compile("[^.\\d|]{1,60}");
    private static final int FEWEST_LINES = 3;
    private static final int FEWEST_CELLS = 2;

    private final List<String> lines;
    private final StringBuilder text = new StringBuilder();

    private TextTables(String text) {
        this.lines = Arrays.asList(LINE.split(text, -1));
    }

    /** The text with its tables as paragraphs; the rest as it was. */
    static String asParagraphs(String text) {
        return text.contains("|") || text.contains("\t") || text.contains("  ") ? new TextTables(text).read() : text;
    }

    private String read() {
        int at = 0;
        while (at < lines.size()) {
            int end = alignedUntil(at);
            if (end > at) {
                aligned(lines.subList(at, end));
                at = end;
            } else {
                line(lines.get(at));
                at++;
            }
        }
        return text.toString();
    }

    private void line(String line) {
        String plain = line.strip();
        if (MARKDOWN.matcher(plain).matches()) {
            if (!RULE.matcher(plain).matches()) {
                row(Arrays.asList(BAR.split(plain.substring(1, plain.length() - 1), -1)));
            }
        } else {
            text.append(line).append('\n');
        }
    }

    private void row(List<String> cells) {
        text.append("\n\n")
                .append(cells.stream().map(TextTables::cell).collect(Collectors.joining(" ; ", "", " ; ")))
                .append("\n\n");
    }

    private static String cell(String text) {
        return text.replace("**", "")
                .replace("\\|", "|")
                .replaceAll("&nbsp;|<br ?/?>", " ")
                .replace(';', ',')
                .strip();
    }

    /** Where lines with tabs or gaps end that begin here; a header names a number of people, else they are no table to us. */
    private int alignedUntil(int from) {
        int end = from;
        while (isRow(end) || (end > from && isHeading(end) && isRow(end + 1))) {
            end++;
        }
        boolean isTable = end - from >= FEWEST_LINES
                && lines.subList(from, end).stream().anyMatch(line -> CountHeader.saysPeople(gaps(line)));
        return isTable ? end : from;
    }

    private boolean isRow(int line) {
        return line < lines.size() && gaps(lines.get(line)).size() >= FEWEST_CELLS;
    }

    private boolean isHeading(int line) {
        return line < lines.size() && HEADING.matcher(lines.get(line).strip()).matches();
    }

    /** Empty cells at the end are cells if tabs set them apart. */
    private static List<String> gaps(String line) {
        return MARKDOWN.matcher(line.strip()).matches() || line.isBlank()
                ? List.of()
                : Arrays.asList(GAP.split(line.stripLeading().replaceAll(" +$", ""), -1));
    }

    /** A line that begins with a gap has an empty first cell, or an indented one: whichever makes it as wide as most are. */
    private void aligned(List<String> table) {
        int widest = table.stream().mapToInt(line -> gaps(line).size()).max().orElse(0);
        for (String line : table) {
            List<String> cells = new ArrayList<>(gaps(line));
            if (cells.size() < widest && Character.isWhitespace(line.charAt(0))) {
                cells.add(0, "");
            }
            row(cells);
        }
    }
}
