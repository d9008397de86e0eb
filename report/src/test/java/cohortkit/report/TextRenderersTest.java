package cohortkit.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Text, Markdown, HTML, LaTeX and CSV are taken apart again and compared with the table. */
class TextRenderersTest {

    private static final JournalStyle PLAIN = Journal.PLAIN.style();

    static Stream<PaperTable> tables() {
        return Stream.of(HostileTable.of(), OfficeRenderersTest.wide(14), OfficeRenderersTest.wide(60));
    }

    private static String written(TableFormat format, PaperTable table) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        format.write(table, PLAIN, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @MethodSource("tables")
    void text_stays_within_80_columns_and_holds_every_number(PaperTable table) throws IOException {
        String text = written(TableFormat.TEXT, table);

        assertThat(text.lines()).allMatch(line -> line.codePointCount(0, line.length()) <= 80);
        assertThat(text.lines()).allMatch(line -> line.equals(line.stripTrailing()));
        String packed = text.replaceAll("\\s", "");
        HostileTable.printed(table, PLAIN).stream()
                .flatMap(List::stream)
                .filter(cell -> cell.matches("[-<0-9. ()]+"))
                .forEach(cell -> assertThat(packed).contains(cell.replace(" ", "")));
        assertThat(text).doesNotContain("\u202e", "\u0007");
    }

    @Test
    void text_is_set_as_wanted() {
        PaperTable table = new PaperTable(
                "A title",
                List.of(PaperTable.Column.left("who"), PaperTable.Column.right("no"), PaperTable.Column.right("yes")),
                List.of(new PaperTable.Spanner("ill", 1, 2)),
                List.of(
                        new PaperTable.Row(
                                PaperTable.Kind.SECTION,
                                0,
                                List.of(PaperCell.text("Sex"), PaperCell.BLANK, PaperCell.BLANK)),
                        new PaperTable.Row(
                                PaperTable.Kind.DATA,
                                1,
                                List.of(PaperCell.text("male"), PaperCell.count(3), PaperCell.count(14))),
                        PaperTable.Row.total(
                                PaperCell.text("all"),
                                PaperCell.count(3),
                                PaperCell.count(14).withFootnote("Why."))),
                List.of("A note."));
        assertThat(table.toText(PLAIN)).isEqualTo("""
            A title

                       ill
                    ----------
            who     no     yes
            ------------------
            Sex
              male   3      14
            ------------------
            all      3  14 [a]

            [a] Why.
            A note.
            """);
        assertThat(table).hasToString(table.toText(PLAIN).stripTrailing());
    }

    @Test
    void html_reads_back_as_it_was() throws Exception {
        PaperTable table = HostileTable.of();
        String page = written(TableFormat.HTML, table);
        assertThat(page).startsWith("<!DOCTYPE html>").doesNotContain("<script", "http-equiv", "src=", "href=");

        String fragment = new HtmlRenderer(table, PLAIN).fragment();
        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader("<div>" + fragment + "</div>")));
        List<List<String>> read = new ArrayList<>();
        NodeList rows = document.getElementsByTagName("tr");
        for (int i = 1; i < rows.getLength(); i++) {
            List<String> cells = new ArrayList<>();
            NodeList children = rows.item(i).getChildNodes();
            for (int j = 0; j < children.getLength(); j++) {
                Element cell = (Element) children.item(j);
                NodeList marks = cell.getElementsByTagName("sup");
                String mark = marks.getLength() == 0 ? "" : marks.item(0).getTextContent();
                String text = cell.getTextContent();
                cells.add(mark.isEmpty() ? text : text.substring(0, text.length() - mark.length()) + " [" + mark + "]");
            }
            read.add(cells);
        }
        List<List<String>> wanted = new ArrayList<>(HostileTable.printed(table, PLAIN));
        wanted.set(1, wanted.get(1).subList(0, 1));
        assertThat(read).isEqualTo(wanted);
        assertThat(document.getElementsByTagName("caption").item(0).getTextContent())
                .isEqualTo(table.title());
        assertThat(document.getElementsByTagName("p").getLength()).isEqualTo(6);
    }

    /** What is left after every escape is taken away holds no sign that Markdown would act on. */
    @Test
    void markdown_reads_back_as_it_was() throws IOException {
        PaperTable table = HostileTable.of();
        String text = written(TableFormat.MARKDOWN, table);
        List<String> lines = text.lines().filter(line -> line.startsWith("|")).toList();
        List<List<String>> wanted = HostileTable.printed(table, PLAIN);
        assertThat(lines).hasSize(wanted.size() + 1);
        for (int row = 1; row < wanted.size(); row++) {
            List<String> cells =
                    List.of(lines.get(row + 1).replaceAll("^\\| | \\|$", "").split("(?<!\\\\) ?\\| ", -1));
            for (int column = 0; column < 4; column++) {
                String own = cells.get(column).strip().replaceAll("^(&emsp;)*(\\*\\*)?|(?<!\\\\)\\*\\*$", "");
                String bare = own.replaceAll("<sup>([a-z,]+)</sup>$", " [$1]").replaceAll("\\\\(.)", "$1");
                assertThat(bare).isEqualTo(wanted.get(row).get(column));
                String left = own.replaceAll("<sup>([a-z,]+)</sup>$", "").replaceAll("\\\\.", "");
                assertThat(left).doesNotContainPattern("[`*_\\[\\]<>|~$&]|://");
            }
        }
        assertThat(MarkdownRenderer.escaped("see www.a.de or HTTP://b")).isEqualTo("see www\\.a.de or HTTP\\://b");
    }

    @Test
    void latex_acts_on_nothing_that_came_from_the_table() throws IOException {
        String tex = written(TableFormat.LATEX, HostileTable.of());

        assertThat(tex).contains("\\toprule", "\\midrule", "\\bottomrule", "\\cmidrule(lr){2-3}", "\\begin{tabular}");
        assertThat(LatexRenderer.escaped("\\input{x} $a$ 50% #1 a_b ^ ~ <>| \" [x]* -- ,, ''"))
                .isEqualTo(
                        "\\textbackslash{}input\\{x\\} \\$a\\$ 50\\% \\#1 a\\_b \\textasciicircum{} \\textasciitilde{}"
                                + " \\textless{}\\textgreater{}\\textbar{} {\\char34} {[}x{]}{*} -{-} ,{,} '{'}");
        String known = tex.replaceAll("(?m)^% .*$", "")
                .replaceAll("\\\\[&%$#_{}]", "")
                .replaceAll("\\\\\\\\$|\\\\\\\\\n", "\n");
        assertThat(Pattern.compile("\\\\([a-zA-Z]+)")
                        .matcher(known)
                        .results()
                        .map(m -> m.group(1))
                        .distinct())
                .isSubsetOf(
                        "begin",
                        "end",
                        "caption",
                        "footnotesize",
                        "par",
                        "toprule",
                        "midrule",
                        "bottomrule",
                        "cmidrule",
                        "multicolumn",
                        "textbf",
                        "textsuperscript",
                        "hspace",
                        "raggedright",
                        "raggedleft",
                        "arraybackslash",
                        "dimexpr",
                        "linewidth",
                        "tabcolsep",
                        "textbackslash",
                        "textless",
                        "textgreater",
                        "textbar",
                        "textasciitilde",
                        "char");
        assertThat(known.chars().filter(c -> c == '{').count())
                .isEqualTo(known.chars().filter(c -> c == '}').count());
        assertThat(known).doesNotContain("$", "#", "%", "~", "^");
    }

    @Test
    void csv_has_every_number_in_full_and_no_formula() throws IOException {
        String csv = written(TableFormat.CSV, HostileTable.of());

        assertThat(csv).contains(",mean,1234.5678,\n", ",sd,0.25,\n", ",p.value,1.0E-5,\n", ",n,-3.0,\n");
        assertThat(csv.lines()).noneMatch(line -> line.matches("(.*,)?\"?[=+@].*"));
        assertThat(csv).contains("\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"");
    }
}
