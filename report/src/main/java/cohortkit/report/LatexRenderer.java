package cohortkit.report;

import java.util.List;
import java.util.Optional;

/**
 * A table for LaTeX with booktabs. Wide columns break their lines; the table is never wider than the line. Needs {@code
 * booktabs} and {@code array}.
 */
final class LatexRenderer {

    private static final int PAGE = 90;
    private static final int GAP = 2;
    private static final int LONG = 30;

    private final Typeset set;
    private final StringBuilder tex = new StringBuilder();

    LatexRenderer(PaperTable table, JournalStyle style) {
        this.set = new Typeset(table, style);
    }

    String render() {
        tex.append("% \\usepackage{booktabs,array}\n\\begin{table}\n");
        if (!set.table().title().isEmpty()) {
            tex.append("\\caption{").append(escaped(set.table().title())).append("}\n");
        }
        tex.append("\\footnotesize\n");
        for (Layout.Panel panel : new Layout(set).panels(PAGE, GAP)) {
            panel(panel);
        }
        set.footnotes()
                .byText()
                .forEach((note, mark) -> tex.append("\\par\\textsuperscript{")
                        .append(mark)
                        .append("} ")
                        .append(escaped(note))
                        .append('\n'));
        set.table()
                .notes()
                .forEach(note -> tex.append("\\par ").append(escaped(note)).append('\n'));
        return tex.append("\\end{table}\n").toString();
    }

    private void panel(Layout.Panel panel) {
        tex.append("\\par\\begin{tabular}{@{}");
        for (int i = 0; i < panel.columns().length; i++) {
            String side = set.isRight(panel.columns()[i]) ? "r" : "l";
            boolean breaks = panel.widths()[i] > LONG || panel.width(GAP) >= PAGE;
            tex.append(breaks ? broken(side, panel.widths()[i]) : side);
        }
        tex.append("@{}}\n\\toprule\n");
        spanners(panel);
        line(panel, set.headers(), "");
        tex.append("\\midrule\n");
        for (int row = 0; row < set.rows(); row++) {
            row(panel, row);
        }
        tex.append("\\bottomrule\n\\end{tabular}\n");
    }

    /** A column that breaks its lines, as wide as its share of the page less the gap beside it. */
    private static String broken(String side, int width) {
        String ragged = side.equals("r") ? "\\raggedleft" : "\\raggedright";
        String share = String.format(java.util.Locale.ROOT, "%.3f", Math.min(0.9, (double) width / PAGE));
        return ">{" + ragged + "\\arraybackslash}p{\\dimexpr " + share + "\\linewidth-2\\tabcolsep}";
    }

    private void row(Layout.Panel panel, int row) {
        String margin = set.source(row).indent() == 0
                ? ""
                : "\\hspace{" + set.source(row).indent() + "em}";
        if (set.isSection(row)) {
            tex.append("\\multicolumn{")
                    .append(panel.columns().length)
                    .append("}{@{}p{\\linewidth}@{}}{")
                    .append(margin);
            tex.append("\\textbf{").append(escaped(set.row(row).get(0).text())).append('}');
            tex.append(marks(set.row(row).get(0))).append("} \\\\\n");
            return;
        }
        tex.append(set.source(row).kind() == PaperTable.Kind.TOTAL ? "\\midrule\n" : "");
        line(panel, set.row(row), margin);
    }

    private void line(Layout.Panel panel, List<Typeset.Cell> cells, String margin) {
        for (int i = 0; i < panel.columns().length; i++) {
            Typeset.Cell cell = cells.get(panel.columns()[i]);
            tex.append(i == 0 ? margin : " & ").append(escaped(cell.text())).append(marks(cell));
        }
        tex.append(" \\\\\n");
    }

    private void spanners(Layout.Panel panel) {
        if (set.table().spanners().isEmpty()) {
            return;
        }
        StringBuilder rules = new StringBuilder();
        int i = 0;
        while (i < panel.columns().length) {
            Optional<PaperTable.Spanner> spanner = over(panel.columns()[i]);
            int end = i + 1;
            while (spanner.isPresent() && end < panel.columns().length && spanner.equals(over(panel.columns()[end]))) {
                end++;
            }
            tex.append(i == 0 ? "" : " & ");
            if (spanner.isPresent()) {
                tex.append("\\multicolumn{")
                        .append(end - i)
                        .append("}{c}{")
                        .append(escaped(spanner.get().header()))
                        .append('}');
                rules.append("\\cmidrule(lr){")
                        .append(i + 1)
                        .append('-')
                        .append(end)
                        .append("}\n");
            }
            i = end;
        }
        tex.append(" \\\\\n").append(rules);
    }

    private Optional<PaperTable.Spanner> over(int column) {
        return set.table().spanners().stream()
                .filter(spanner -> spanner.first() <= column && column <= spanner.last())
                .findFirst();
    }

    private static String marks(Typeset.Cell cell) {
        return cell.marks().isEmpty() ? "" : "\\textsuperscript{" + cell.marks() + "}";
    }

    /** Every character that TeX would act on becomes the character itself. */
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        int before = 0;
        for (int c : text.codePoints().toArray()) {
            switch (c) {
                case '\\' -> escaped.append("\\textbackslash{}");
                case '{', '}', '$', '&', '#', '%', '_' -> escaped.append('\\').appendCodePoint(c);
                case '^' -> escaped.append("\\textasciicircum{}");
                case '~' -> escaped.append("\\textasciitilde{}");
                case '<' -> escaped.append("\\textless{}");
                case '>' -> escaped.append("\\textgreater{}");
                case '|' -> escaped.append("\\textbar{}");
                case '"' -> escaped.append("{\\char34}");
                case '·' -> escaped.append("\\textperiodcentered{}");
                case '–' -> escaped.append("\\textendash{}");
                // Brackets and stars would be arguments after a line's end.
                case '[', ']', '*', '`' -> braced(escaped, c);
                // Two of them join to another sign.
                case '-', '\'', ',' -> {
                    if (before == c) {
                        braced(escaped, c);
                    } else {
                        escaped.appendCodePoint(c);
                    }
                }
                default -> escaped.appendCodePoint(c);
            }
            before = c;
        }
        return escaped.toString();
    }

    private static void braced(StringBuilder escaped, int c) {
        escaped.append('{').appendCodePoint(c).append('}');
    }
}
