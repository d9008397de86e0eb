package cohortkit.report;

import java.util.List;
import java.util.regex.Pattern;

/** A table of GitHub's Markdown. What comes from a file never becomes markup, link or entity. */
final class MarkdownRenderer {

    private static final Pattern MARKUP = Pattern.compile("[\\\\`*_{}\\[\\]<>#|~$&!@^]");
    private static final Pattern ADDRESS = Pattern.compile("(?i)(https?|ftp)://|\\bwww\\.");

    private final Typeset set;

    MarkdownRenderer(PaperTable table, JournalStyle style) {
        this.set = new Typeset(table, style);
    }

    String render() {
        StringBuilder text = new StringBuilder();
        if (!set.table().title().isEmpty()) {
            text.append("**").append(escaped(set.table().title())).append("**\n\n");
        }
        for (int column = 0; column < set.columns(); column++) {
            String spanner = spanner(column);
            text.append("| ").append(spanner).append(spanner.isEmpty() ? "" : "<br>");
            text.append(cell(set.headers().get(column))).append(' ');
        }
        text.append("|\n");
        for (int column = 0; column < set.columns(); column++) {
            text.append(set.isRight(column) ? "| ---: " : "| :--- ");
        }
        text.append("|\n");
        for (int row = 0; row < set.rows(); row++) {
            row(text, row);
        }
        set.footnotes()
                .byText()
                .forEach((note, mark) -> text.append("\n<sup>")
                        .append(mark)
                        .append("</sup> ")
                        .append(escaped(note))
                        .append('\n'));
        set.table()
                .notes()
                .forEach(note -> text.append("\n*Note.* ").append(escaped(note)).append('\n'));
        return text.toString();
    }

    private String spanner(int column) {
        return set.table().spanners().stream()
                .filter(spanner -> spanner.first() <= column && column <= spanner.last())
                .map(spanner -> escaped(spanner.header()))
                .findFirst()
                .orElse("");
    }

    private void row(StringBuilder text, int row) {
        List<Typeset.Cell> cells = set.row(row);
        boolean strong = set.isSection(row) || set.source(row).kind() == PaperTable.Kind.TOTAL;
        for (int column = 0; column < cells.size(); column++) {
            String cell = cell(cells.get(column));
            boolean marked = strong && column == 0 && !cell.isEmpty();
            text.append("| ")
                    .append(column == 0 ? "&emsp;".repeat(set.source(row).indent()) : "");
            text.append(marked ? "**" + cell + "**" : cell).append(' ');
        }
        text.append("|\n");
    }

    private static String cell(Typeset.Cell cell) {
        return escaped(cell.text()) + (cell.marks().isEmpty() ? "" : "<sup>" + cell.marks() + "</sup>");
    }

    static String escaped(String text) {
        String plain = MARKUP.matcher(text).replaceAll("\\\\$0");
        return ADDRESS.matcher(plain)
                .replaceAll(match -> match.group().replace(":", "\\\\:").replaceFirst("(?i)^(www)\\.", "$1\\\\\\\\."));
    }
}
