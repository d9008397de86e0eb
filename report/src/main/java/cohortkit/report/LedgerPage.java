package cohortkit.report;

import cohortkit.core.Ledger;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * An import ledger as one page that needs nothing else: how the file was read, and one row for each cell that was not taken
 * as it stood.
 *
 * <pre>{@code
 * OutputFile.write(folder.resolve("ledger.html"), out -> LedgerPage.write(patients.ledger(), out));
 * }</pre>
 */
public final class LedgerPage {

    private static final String[] TITLES = {"cell", "severity", "action", "as it stood", "result", "rule"};

    private LedgerPage() {}

    /**
     * Writes the page.
     *
     * @throws IOException if the output throws it
     */
    public static void write(Ledger ledger, Appendable out) throws IOException {
        out.append(Html.start("Import ledger", ""));
        out.append("<h1>Import ledger</h1>\n<p>").append(counts(ledger)).append("</p>\n");
        if (!ledger.detected().isEmpty()) {
            out.append("<h2>How the file was read</h2>\n").append(Html.list(ledger.detected()));
        }
        if (!ledger.entries().isEmpty()) {
            out.append("<h2>Cells and rows</h2>\n");
            table(ledger.entries(), out);
        }
        out.append(Html.END);
    }

    static String counts(Ledger ledger) {
        StringBuilder counts = new StringBuilder();
        for (Ledger.Action action : Ledger.Action.values()) {
            long count = ledger.count(action);
            if (count > 0) {
                counts.append(counts.isEmpty() ? "" : ", ")
                        .append(count)
                        .append(' ')
                        .append(name(action));
            }
        }
        return counts.isEmpty()
                ? "Every cell was taken as it stood."
                : counts.append('.').toString();
    }

    /** A row an entry. */
    static void table(List<Ledger.Entry> entries, Appendable out) throws IOException {
        out.append("<table>\n<thead><tr>");
        for (String title : TITLES) {
            out.append("<th scope=\"col\">").append(title).append("</th>");
        }
        out.append("</tr></thead>\n<tbody>\n");
        for (Ledger.Entry entry : entries) {
            out.append("<tr><td data-name=\"cell\">")
                    .append(Html.escaped(entry.cell().toString()));
            cell(out, 1, name(entry.action().severity()));
            cell(out, 2, name(entry.action()));
            out.append("</td><td class=\"raw\" data-name=\"as it stood\">").append(Html.escaped(entry.raw()));
            cell(out, 4, entry.result());
            cell(out, 5, entry.rule());
            out.append("</td></tr>\n");
        }
        out.append("</tbody>\n</table>\n");
    }

    private static void cell(Appendable out, int title, String text) throws IOException {
        out.append("</td><td data-name=\"").append(TITLES[title]).append("\">").append(Html.escaped(text));
    }

    static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
