package cohortkit.report;

import java.util.List;

/** A table as HTML: alone on a page, or as an element of one. */
final class HtmlRenderer {

    static final String STYLE = """
        table.paper caption { text-align: left; font-weight: 600; padding: .35rem .6rem; }
        table.paper { border-top: 2px solid; border-bottom: 2px solid; }
        table.paper th, table.paper td { border: 0; }
        table.paper thead tr:last-child th { border-bottom: 1px solid; }
        table.paper th.over { text-align: center; border-bottom: 1px solid; }
        table.paper .right { text-align: right; font-variant-numeric: tabular-nums; }
        table.paper tbody th { font-weight: 400; }
        table.paper tr.section th, table.paper tr.total th { font-weight: 600; }
        table.paper tr.total > * { border-top: 1px solid; }
        p.note { margin: .3rem 0; font-size: .9em; }
        @media screen and (min-width: 40.01rem) { table.paper.short td.right { white-space: nowrap; } }
        @media screen and (max-width: 40rem) {
          table.paper tbody th { display: block; padding: .1rem 0; font-weight: 600; }
          table.paper .right { text-align: left; }
        }
        """;

    /** Columns that leave each number a line of its own. */
    private static final int SHORT = 7;

    private final Typeset set;
    private final StringBuilder html = new StringBuilder();

    HtmlRenderer(PaperTable table, JournalStyle style) {
        this.set = new Typeset(table, style);
    }

    /** A page that needs nothing else. */
    String page() {
        String title = set.table().title();
        return Html.start(title.isEmpty() ? "Table" : title, STYLE) + fragment() + Html.END;
    }

    /** The table, its footnotes and its notes. */
    String fragment() {
        html.setLength(0);
        html.append("<div class=\"wide\">\n<table class=\"paper")
                .append(set.columns() <= SHORT ? " short" : "")
                .append("\">\n");
        if (!set.table().title().isEmpty()) {
            html.append("<caption>").append(Html.words(set.table().title())).append("</caption>\n");
        }
        head();
        html.append("<tbody>\n");
        for (int row = 0; row < set.rows(); row++) {
            row(row);
        }
        html.append("</tbody>\n</table>\n</div>\n");
        set.footnotes()
                .byText()
                .forEach((note, mark) -> html.append("<p class=\"note\"><sup>")
                        .append(mark)
                        .append("</sup> ")
                        .append(Html.words(note))
                        .append("</p>\n"));
        set.table()
                .notes()
                .forEach(note -> html.append("<p class=\"note\">")
                        .append(Html.words(note))
                        .append("</p>\n"));
        return html.toString();
    }

    private void head() {
        html.append("<thead>\n");
        if (!set.table().spanners().isEmpty()) {
            html.append("<tr>");
            int next = 0;
            for (PaperTable.Spanner spanner : set.table().spanners()) {
                html.append("<td></td>".repeat(spanner.first() - next));
                html.append("<th class=\"over\" scope=\"colgroup\" colspan=\"")
                        .append(spanner.last() - spanner.first() + 1)
                        .append("\">")
                        .append(Html.words(spanner.header()))
                        .append("</th>");
                next = spanner.last() + 1;
            }
            html.append("<td></td>".repeat(set.columns() - next)).append("</tr>\n");
        }
        html.append("<tr>");
        for (int column = 0; column < set.columns(); column++) {
            html.append("<th scope=\"col\"").append(side(column)).append('>');
            html.append(cell(set.headers().get(column))).append("</th>");
        }
        html.append("</tr>\n</thead>\n");
    }

    private void row(int row) {
        List<Typeset.Cell> cells = set.row(row);
        PaperTable.Row source = set.source(row);
        html.append("<tr class=\"")
                .append(source.kind().name().toLowerCase(java.util.Locale.ROOT))
                .append("\">");
        html.append("<th scope=\"row\"");
        if (source.indent() > 0) {
            html.append(" style=\"padding-left: ").append(0.6 + source.indent()).append("rem\"");
        }
        if (set.isSection(row) && set.columns() > 1) {
            html.append(" colspan=\"").append(set.columns()).append('"');
        }
        html.append('>').append(cell(cells.get(0))).append("</th>");
        for (int column = 1; column < cells.size() && !set.isSection(row); column++) {
            html.append("<td").append(side(column)).append(" data-name=\"");
            html.append(Html.escaped(set.table().heading(column))).append("\">");
            html.append(cell(cells.get(column))).append("</td>");
        }
        html.append("</tr>\n");
    }

    private String side(int column) {
        return set.isRight(column) ? " class=\"right\"" : "";
    }

    private static String cell(Typeset.Cell cell) {
        return Html.words(cell.text()) + (cell.marks().isEmpty() ? "" : "<sup>" + cell.marks() + "</sup>");
    }
}
