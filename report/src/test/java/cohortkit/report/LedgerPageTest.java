package cohortkit.report;

import static org.assertj.core.api.Assertions.assertThat;

import cohortkit.core.CellRef;
import cohortkit.core.Ledger;
import cohortkit.core.Ledger.Action;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class LedgerPageTest {

    private static String page(Ledger ledger) throws IOException {
        StringBuilder page = new StringBuilder();
        LedgerPage.write(ledger, page);
        return page.toString();
    }

    @Test
    void has_a_row_an_entry_and_says_how_the_file_was_read() throws IOException {
        CellRef cell = new CellRef("d.xlsx", "Data", 4, 2);
        String page = page(new Ledger(
                List.of(
                        new Ledger.Entry(cell, "999", Action.RECODED, "missing: not recorded", "missing code 999"),
                        new Ledger.Entry(cell, "999", Action.BROKEN_RULE, "999", "breaks x < 5")),
                List.of("header in row 1")));
        assertThat(page)
                .contains("<p>1 recoded, 1 broken rule.</p>", "<li>header in row 1</li>")
                .contains("<tr><td data-name=\"cell\">Data!B4</td><td data-name=\"severity\">note</td>"
                        + "<td data-name=\"action\">recoded</td><td class=\"raw\" data-name=\"as it stood\">999</td>"
                        + "<td data-name=\"result\">missing: not recorded</td>"
                        + "<td data-name=\"rule\">missing code 999</td></tr>")
                .contains("<td data-name=\"severity\">error</td><td data-name=\"action\">broken rule</td>")
                .doesNotContain("<script", "http");
    }

    @Test
    void what_stood_in_a_cell_never_becomes_markup() throws IOException {
        Ledger.Entry entry = new Ledger.Entry(
                new CellRef("d.csv", "<s>", 1, 1), "<script>&\u0000", Action.REFUSED, "<i>", "\"quoted\"");
        assertThat(page(new Ledger(List.of(entry), List.of("<b>"))))
                .contains("&lt;s&gt;!A1", "&lt;script&gt;&amp;\u2400", "&lt;i&gt;", "&quot;quoted&quot;", "&lt;b&gt;")
                .doesNotContain("<script");
    }

    @Test
    void says_so_if_nothing_happened() throws IOException {
        assertThat(page(Ledger.empty()))
                .contains("<p>Every cell was taken as it stood.</p>")
                .doesNotContain("<table", "<ul>");
    }
}
