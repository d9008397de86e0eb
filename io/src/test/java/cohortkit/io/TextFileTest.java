package cohortkit.io;

import static cohortkit.io.AwkwardWorkbookTest.lines;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cohortkit.core.Cohort;
import cohortkit.core.InputException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a text file is found to be encoded and cut, how that is reported, and how it is overridden. */
class TextFileTest {

    private static byte[] bytes(String text, String charset) {
        return text.getBytes(Charset.forName(charset));
    }

    private static Cohort cohort(String text) {
        return Workbook.read("d.csv", bytes(text, "UTF-8")).cohort();
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8,'UTF-8, by its mark'",
        "UTF-16LE,'UTF-16LE, by its mark'",
        "UTF-16BE,'UTF-16BE, by its mark'",
        "UTF-32LE,'UTF-32LE, by its mark'",
        "UTF-32BE,'UTF-32BE, by its mark'",
    })
    void a_mark_tells_the_encoding(String charset, String told) {
        Cohort cohort = Workbook.read("d.csv", bytes("\ufeffname;x\nZo\u00eb;1\n", charset))
                .cohort();
        assertThat(cohort.row(0).level("name")).isEqualTo("Zo\u00eb");
        assertThat(cohort.ledger().detected()).contains("text in " + told + "; fields parted by semicolon");
        assertThat(cohort.ledger().entries()).isEmpty();
    }

    @Test
    void utf8_needs_no_mark() {
        Cohort cohort = cohort("name,x\nZo\u00eb,1\n");
        assertThat(cohort.row(0).level("name")).isEqualTo("Zo\u00eb");
        assertThat(cohort.ledger().detected())
                .containsExactly(
                        "text in UTF-8; fields parted by comma",
                        "no codebook: drafted from the cells",
                        "header in row 1",
                        "data in A2:B2: 1 row, 2 columns");
    }

    @Test
    void a_stray_control_character_is_read_and_named_by_its_cell() {
        Cohort cohort = cohort("site,x\nOslo,1\nOslo\u0007,2\nBergen,3\n");
        assertThat(cohort.row(1).level("site")).isEqualTo("Oslo");
        assertThat(lines(cohort.ledger()))
                .containsExactly("d.csv!A3 \"Oslo\u0007\" repaired -> Oslo: stray spaces removed");
        assertThatThrownBy(() -> cohort("site,x\nOslo\u0001,1\n"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("not text (CSV)");
    }

    @Test
    void what_is_not_utf8_is_windows_1252_and_each_column_with_letters_is_suspicious_once() {
        byte[] latin = bytes("n\u00e9v,x,city\nZo\u00eb,1,Ny\nJos\u00e9,2,Ny\n", "windows-1252");
        Cohort cohort = Workbook.read("d.csv", latin).cohort();
        assertThat(cohort.codebook().names()).containsExactly("n\u00e9v", "x", "city");
        assertThat(cohort.row(0).level("n\u00e9v")).isEqualTo("Zo\u00eb");
        assertThat(cohort.ledger().detected().get(0))
                .isEqualTo("text in windows-1252, since it is not UTF-8; fields parted by comma");
        assertThat(lines(cohort.ledger()))
                .containsExactly(
                        "d.csv!A1 \"n\u00e9v\" suspicious -> n\u00e9v: read as windows-1252, since the file is "
                                + "not UTF-8; name its encoding");
    }

    @Test
    void the_encoding_can_be_given() {
        byte[] hungarian = bytes("n\u00e9v,x\n\u0151r,1\n", "windows-1250");
        Cohort cohort = Workbook.read("d.csv", hungarian, CsvOptions.detected().withEncoding("windows-1250"))
                .cohort();
        assertThat(cohort.row(0).level("n\u00e9v")).isEqualTo("\u0151r");
        assertThat(cohort.ledger().entries()).isEmpty();
        assertThat(cohort.ledger().detected().get(0))
                .isEqualTo("text in windows-1250, as the options say; fields parted by comma");
        Cohort unmarked = Workbook.read(
                        "d.csv",
                        bytes("a,b\n1,\u0151\n", "UTF-16LE"),
                        CsvOptions.detected().withEncoding("UTF-16LE"))
                .cohort();
        assertThat(unmarked.row(0).level("b")).isEqualTo("\u0151");
    }

    @Test
    void what_cannot_be_in_an_encoding_is_told() {
        byte[] neither = bytes("a,b\nx,y\n", "UTF-8");
        neither[4] = (byte) 0x81;
        assertThatThrownBy(() -> Workbook.read("d.csv", neither))
                .isInstanceOf(InputException.class)
                .hasMessage("cannot read 'd.csv': it is neither UTF-8 nor windows-1252; name its encoding");
        assertThatThrownBy(() -> Workbook.read(
                        "d.csv",
                        bytes("a\nZo\u00eb\n", "ISO-8859-1"),
                        CsvOptions.detected().withEncoding("UTF-8")))
                .isInstanceOf(InputException.class)
                .hasMessage("cannot read 'd.csv': it is not in UTF-8; name another encoding or none");
        byte[] damaged = Arrays.copyOf(bytes("\ufeffa\nZo\u00eb\n", "UTF-8"), 8);
        assertThatThrownBy(() -> Workbook.read("d.csv", damaged))
                .isInstanceOf(InputException.class)
                .hasMessage("cannot read 'd.csv': it is damaged: its mark says UTF-8, and it is not");
        assertThatThrownBy(() -> CsvOptions.detected().withEncoding("latin-nine"))
                .isInstanceOf(InputException.class)
                .hasMessage("there is no encoding 'latin-nine'; name one such as UTF-8, windows-1252, windows-1250 or "
                        + "UTF-16LE");
        assertThatThrownBy(() -> CsvOptions.detected().withDelimiter('"'))
                .isInstanceOf(InputException.class)
                .hasMessage("a quote or a line's end cannot part fields");
    }

    @Test
    void a_long_text_that_is_not_utf8_at_its_end_is_read_in_the_other_encoding() {
        StringBuilder text = new StringBuilder("name,x\n");
        for (int i = 0; i < 600_000; i++) {
            text.append("abcdef,").append(i % 10).append('\n');
        }
        Cohort cohort = Workbook.read("d.csv", bytes(text.append("Zo\u00eb,1\n").toString(), "windows-1252"))
                .cohort();
        assertThat(cohort.size()).isEqualTo(600_001);
        assertThat(cohort.row(600_000).level("name")).isEqualTo("Zo\u00eb");
        assertThat(lines(cohort.ledger()))
                .containsExactly("d.csv!A600002 \"Zo\u00eb\" suspicious -> Zo\u00eb: read as windows-1252, since the "
                        + "file is not UTF-8; name its encoding");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {"`,`,comma", "`;`,semicolon", "`\t`,tab", "`|`,bar"})
    void four_delimiters_are_found(char delimiter, String name) {
        Cohort cohort = cohort("a,b\n1,2\n3,4\n".replace(',', delimiter));
        assertThat(cohort.numbers("b")).containsExactly(2, 4);
        assertThat(cohort.ledger().detected().get(0)).isEqualTo("text in UTF-8; fields parted by " + name);
    }

    @Test
    void the_delimiter_can_be_given_by_the_file_or_by_the_caller() {
        Cohort named = cohort("sep=;\na,b;c\n1,5;2\n");
        assertThat(named.codebook().names()).containsExactly("a,b", "c");
        assertThat(lines(named.ledger()))
                .containsExactly(
                        "d.csv!A1 \"sep=\" dropped: above the header",
                        "d.csv!A3 \"1,5\" repaired -> 1.5: decimal comma");
        Cohort given = Workbook.read(
                        "d.txt",
                        bytes("a^b\n1^2\n", "UTF-8"),
                        CsvOptions.detected().withDelimiter('^'))
                .cohort();
        assertThat(given.numbers("b")).containsExactly(2);
        assertThat(given.ledger().detected().get(0)).isEqualTo("text in UTF-8; fields parted by '^'");
    }

    @Test
    void numbers_with_commas_in_one_column_are_not_two_columns() {
        Cohort clear = cohort("x\n1,5\n2,25\n999\n");
        assertThat(clear.numbers("x")).containsExactly(1.5, 2.25, 999);
        assertThat(clear.ledger().detected().get(0)).isEqualTo("text in UTF-8; one field a line");
        Cohort ambiguous = cohort("x\n1,234\n2,345\n");
        assertThat(ambiguous.variable("x").levels()).hasToString("[1,234, 2,345]");
        Cohort thousands = cohort("x\n1,234\n2,345,678\n");
        assertThat(thousands.numbers("x")).containsExactly(1234, 2_345_678);
        assertThat(lines(thousands.ledger()))
                .containsExactly(
                        "d.csv!A2 \"1,234\" suspicious -> 1234: comma between thousands, for the column has commas "
                                + "between thousands (A3)",
                        "d.csv!A3 \"2,345,678\" repaired -> 2345678: commas between thousands");
        assertThat(cohort("x,y\n1,234\n2,345\n").numbers("y")).containsExactly(234, 345);
    }

    @Test
    void records_of_another_length_are_named_by_their_line() {
        Cohort cohort = cohort("id,note,x\n1,\"two\nlines\",3\n2,a, b,4\n3,c\n4,d,5,,\n");
        assertThat(cohort.size()).isEqualTo(4);
        assertThat(lines(cohort.ledger()))
                .contains(
                        "d.csv!A3 \"4\" suspicious: line 4 has 4 fields, the header 3: is a delimiter in a text"
                                + " without quotes?",
                        "d.csv!A4 \"\" suspicious: line 5 has 2 fields, the header 3: the others are blank")
                .noneMatch(line -> line.startsWith("d.csv!A5"));
    }

    @Test
    void the_lines_of_a_long_text_are_counted_through_its_parts() {
        StringBuilder text = new StringBuilder("a,b\n");
        for (int i = 0; i < 1_200_000; i++) {
            text.append(i % 1000).append(i == 7 ? ",\"1\n2\"\n" : ",12\n\n".substring(0, i % 5 == 0 ? 5 : 4));
        }
        Cohort cohort = cohort(text.append("5\n").toString());
        assertThat(lines(cohort.ledger()))
                .contains(
                        "d.csv!A1440002 \"\" suspicious: line 1440003 has 1 field, the header 2: the others are blank");
    }

    @Test
    void a_header_that_is_shorter_than_its_lines_is_told_once() {
        Cohort cohort = cohort("age,sex\n1,54,f\n2,61,m\n");
        assertThat(lines(cohort.ledger()))
                .contains("d.csv!A1 \"\" suspicious: the header has 2 fields and most lines have 3; does a name lack, "
                        + "maybe the first?")
                .hasSize(2);
    }

    @Test
    void a_merged_header_in_two_lines_keeps_both() {
        Cohort cohort = cohort("id,before,,after,\n,score,test,score,test\nP1,1,2,3,4\nP2,5,6,7,8\n");
        assertThat(cohort.codebook().names())
                .containsExactly("id", "before score", "before test", "after score", "after test");
        assertThat(cohort.numbers("after test")).containsExactly(4, 8);
        assertThat(cohort.ledger().detected()).contains("header in rows 1 and 2");
        assertThat(lines(cohort.ledger()))
                .contains(
                        "d.csv!B1 \"before\" dropped: heading over columns that have their own names",
                        "d.csv!B2 \"score\" repaired -> before score: header: the name stands there twice");
        Cohort words = cohort("id,sex,\nP1,f,yes\nP2,m,no\n");
        assertThat(words.size()).isEqualTo(2);
        assertThat(words.codebook().names()).containsExactly("id", "sex", "column C");
    }

    @ParameterizedTest
    @ValueSource(strings = {"P1,54,yes\nP2,61,yes\n", "P1,54,yes\nP2,54,no\n"})
    void a_table_without_a_header_is_suspicious(String text) {
        assertThat(lines(cohort(text).ledger()))
                .anyMatch(line -> line.contains("the name is a value of its column too; is this row a header?"));
    }

    @Test
    void a_text_that_a_workbook_format_recognizes_is_no_text_whatever_the_encoding() {
        byte[] xlsx = Sheets.of("Data", Sheets.row("a"), Sheets.row(1)).xlsx();
        CsvOptions latin = CsvOptions.detected().withEncoding(StandardCharsets.ISO_8859_1.name());
        assertThat(Workbook.read("d.csv", xlsx, latin).cohort().numbers("a")).containsExactly(1);
    }
}
