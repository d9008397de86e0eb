package cohortkit.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cohortkit.core.InputException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaperTextTest {

    @TempDir
    private Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Path word(String entry, String xml) throws IOException {
        Path file = folder.resolve("paper.docx");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(xml.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<p>RLS: 45/333 (14&nbsp;%)</p>|RLS: 45/333 (14 %)",
                "17 &plusmn; 7 &#177; &#xB1; &le; &minus;|17 ± 7 ± ± ≤ -",
                "p < 0.05 and p <0.01|p < 0.05 and p <0.01",
                "<script>var p = 1 < 2;</script>a<style>b{}</style>c|ac",
                "<!-- 14% -->x<em>y</em><sup>2</sup>|xy2",
                "<a title='1 > 2'>z</a> &unknown; &amp; & co|z &unknown; & & co",
                "a<!-- never ends|a",
                "a<script>never ends|a",
                "&#0; &#x110000; &#zz;|&#0; &#x110000; &#zz;",
            })
    void html_is_what_a_reader_sees(String html, String text) throws IOException {
        assertThat(PaperText.read(file("paper.html", html)).strip()).isEqualTo(text);
    }

    @Test
    void paragraphs_and_cells_of_html_stay_apart() throws IOException {
        Path page = file(
                "PAPER.HTM",
                "<html><head><title>t</title></head><body><p>a\nb</p><p>c<br>d</p>"
                        + "<table><tr><td>14%</td><td>45</td></tr></table>");
        assertThat(PaperText.read(page).replaceAll("\n\n+", "|").strip()).isEqualTo("|a b|c\nd|14% ; 45 ; |");
    }

    @Test
    void a_row_of_a_table_is_a_paragraph_whatever_its_cells_are_made_of() throws IOException {
        Path page =
                file("rows.html", "<table><tr><th><p>OR</p><th>p</tr><tr><td>2<br>x<td><b>.0</b>2</table><p>after</p>");
        assertThat(PaperText.read(page).replaceAll("\\s*\n\\s*", "|").strip())
                .isEqualTo("|OR  ; p ;|2 x ; .02 ;|after|");
        Path file = word(
                "word/document.xml",
                "<d><tbl><tr><tc><p><t>OR</t></p></tc><tc><p><t>p</t></p></tc></tr><tr><tc><p><t>2</t></p><p><t>x</t></p>"
                        + "</tc><tc><p><t>.02</t></p></tc></tr></tbl><p><t>after</t></p></d>");
        assertThat(PaperText.read(file)).isEqualTo("OR  ; p  ; \n\n2 x  ; .02  ; \n\nafter\n\n");
    }

    @Test
    void a_cell_ends_once_for_each_column_that_it_spans() throws IOException {
        Path page = file(
                "spans.html",
                "<table><tr><th></th><th colspan=\"2\">RLS (n = 46)</th><th COLSPAN = '2'>None<tr><td"
                        + " colspan=0>x<td>1</table>");
        assertThat(PaperText.read(page).replaceAll("\\s*\n\\s*", "|").strip())
                .isEqualTo("|; RLS (n = 46) ;  ; None ;  ;|x ; 1 ;|");
        Path file = word(
                "word/document.xml",
                "<w:d xmlns:w='w'><w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan"
                        + " w:val='2'/></w:tcPr><w:p><w:t>OR</w:t></w:p></w:tc>"
                        + "<w:tc><w:p><w:t>p</w:t></w:p></w:tc></w:tr></w:tbl></w:d>");
        assertThat(PaperText.read(file)).isEqualTo("OR  ;  ; p  ; \n\n");
    }

    @Test
    void word_is_its_paragraphs() throws IOException {
        Path file = word(
                "word/document.xml",
                "<w:document xmlns:w='w'><w:body><w:p><w:r><w:t>OR 2.</w:t></w:r><w:r><w:t>32</w:t>"
                        + "<w:tab/><w:t>p</w:t></w:r></w:p><w:p><w:r><w:instrText>no</w:instrText><w:t>a&lt;b</w:t><w:br/>"
                        + "<w:noBreakHyphen/></w:r></w:p></w:body></w:document>");
        assertThat(PaperText.read(file)).isEqualTo("OR 2.32\tp\n\na<b\n-\n\n");
    }

    @Test
    void text_is_itself() throws IOException {
        assertThat(PaperText.read(file("paper.txt", "17 ± 7 <b>"))).isEqualTo("17 ± 7 <b>");
    }

    @Test
    void what_cannot_be_read_is_named() throws IOException {
        assertThatThrownBy(() -> PaperText.read(folder.resolve("none.txt")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("none.txt");
        assertThatThrownBy(() -> PaperText.read(folder)).hasMessageContaining("is a folder");
        assertThatThrownBy(() -> PaperText.read(file("paper.pdf", "%PDF")))
                .hasMessageEndingWith("save it as text, HTML or docx first");
        assertThatThrownBy(() -> PaperText.read(file("no.docx", "text"))).hasMessageContaining("is no Word document");
        assertThatThrownBy(() -> PaperText.read(word("other.xml", "<a/>")))
                .hasMessageEndingWith("is no Word document: it has no word/document.xml");
        assertThatThrownBy(() -> PaperText.read(word("word/document.xml", "<a>")))
                .hasMessageContaining("is a damaged Word document");
    }

    @Test
    void a_document_type_reads_no_other_file() throws IOException {
        Path secret = file("secret.txt", "secret");
        Path file = word(
                "word/document.xml", "<!DOCTYPE t [<!ENTITY x SYSTEM '" + secret.toUri() + "'>]><p><t>a&x;b</t></p>");
        try {
            assertThat(PaperText.read(file)).doesNotContain("secret");
        } catch (InputException refused) {
            assertThat(refused).hasMessageContaining("damaged");
        }
    }
}
