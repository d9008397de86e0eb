package cohortkit.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cohortkit.core.Cohort;
import cohortkit.core.InputException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFormatTest {

    private static Cohort cohort(String text) {
        return cohort(text, StandardCharsets.UTF_8);
    }

    private static Cohort cohort(String text, Charset charset) {
        return Workbook.read("d.csv", text.getBytes(charset)).cohort();
    }

    @Test
    void an_apostrophe_before_a_number_is_not_taken_away() {
        assertThat(CsvText.unguard("'-5")).isEqualTo("'-5");
        assertThat(CsvText.unguard("'=A1")).isEqualTo("=A1");
    }

    @Test
    void the_delimiter_is_the_one_that_cuts_the_lines_alike() {
        assertThat(CsvDialect.of("a,b;c\n1,2;3\n")).isEqualTo(new CsvDialect(',', 2));
        assertThat(CsvDialect.of("A title, with a comma\na;b;c\n1,5;2,5;3\n1;2,0;3"))
                .isEqualTo(new CsvDialect(';', 3));
        assertThat(CsvDialect.of("a\tb\n\"1\t,\n,\"\t2\n")).isEqualTo(new CsvDialect('\t', 2));
        assertThat(CsvDialect.of("a\n1\n")).isEqualTo(new CsvDialect(',', 1));
        assertThat(CsvDialect.of("a;b\n".repeat(100))).isEqualTo(new CsvDialect(';', 2));
    }

    @Test
    void quotes_keep_delimiters_and_lines_together() {
        Cohort cohort = cohort("id,note,x\nP1,\"one, \"\"two\"\"\nthree\",5\nP2,,6\n");
        assertThat(cohort.row(0).level("note")).isEqualTo("one, \"two\" three");
        assertThat(cohort.cell(1, "x")).hasToString("Optional[d.csv!C3]");
    }

    @Test
    void ragged_lines_lose_nothing() {
        Cohort cohort = cohort("a,b\n1,2,3\n4\n\n5,6\n");
        assertThat(cohort.numbers("a")).containsExactly(1, 4, 5);
        assertThat(cohort.numbers("b")).containsExactly(2, Double.NaN, 6);
        assertThat(cohort.numbers("column C")).containsExactly(3, Double.NaN, Double.NaN);
        assertThat(cohort.cell(2, "a")).hasToString("Optional[d.csv!A5]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void a_mark_at_the_start_tells_the_encoding(String charset) {
        Cohort cohort = cohort("\ufeffname,x\nZo\u00eb,1\nJos\u00e9,2\n", Charset.forName(charset));
        assertThat(cohort.codebook().names()).containsExactly("name", "x");
        assertThat(cohort.row(0).level("name")).isEqualTo("Zo\u00eb");
    }

    @Test
    void damaged_quotes_are_refused() {
        assertThatThrownBy(() -> cohort("a,b\n\"1,2\n3,4\n"))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("cannot read 'd.csv': its quotes or fields are damaged: ");
        assertThatThrownBy(() -> cohort("a,b\n" + "x".repeat((1 << 20) + 1) + ",1\n"))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("cannot read 'd.csv': its quotes or fields are damaged: ");
    }

    @Test
    void empty_and_na_are_missing_for_their_reasons() {
        Cohort cohort = cohort("x,g\n1,a\nNA,b\n,n/a\n2.50,\n");
        assertThat(cohort.numbers("x")).containsExactly(1, Double.NaN, Double.NaN, 2.5);
        assertThat(cohort.missing("x")).hasToString("{not available=1, blank=1}");
        assertThat(cohort.missing("g")).hasToString("{not available=1, blank=1}");
        assertThat(cohort.codebook().variable("g").levels()).hasToString("[a, b]");
        assertThat(AwkwardWorkbookTest.lines(cohort.ledger()))
                .containsExactly(
                        "d.csv!A3 \"NA\" recoded -> missing: not available: missing code NA",
                        "d.csv!B4 \"n/a\" recoded -> missing: not available: missing code n/a");
    }

    @Test
    void decimal_commas_are_read_and_those_that_may_part_thousands_are_not() {
        Cohort cohort = cohort("x;y\n1,5;a\n-2,25;b\n0,5;c\n");
        assertThat(cohort.numbers("x")).containsExactly(1.5, -2.25, 0.5);
        assertThat(cohort.ledger().toString()).contains("d.csv!A2 \"1,5\" repaired -> 1.5: decimal comma");
    }

    @Test
    void leading_zeros_make_no_number() {
        Cohort cohort = cohort("code,id\n007,01\n012,02\n");
        assertThat(cohort.codebook().variable("code").levels()).hasToString("[007, 012]");
        assertThat(cohort.row(0).text("id")).isEqualTo("01");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "=1+1,'=1+1",
                "+49 30,'+49 30",
                "-,'-",
                "@x,'@x",
                "'=a,''=a",
                "-5,-5",
                "+5,+5",
                "it's,it's",
                "'quoted','quoted'"
            })
    void text_that_a_spreadsheet_would_run_is_guarded_and_comes_back(String text, String guarded) {
        assertThat(CsvText.guard(text)).isEqualTo(guarded);
        assertThat(CsvText.unguard(guarded)).isEqualTo(text);
    }

    static Stream<String> texts() {
        SplittableRandom random = new SplittableRandom(7);
        String alphabet = "'=+-@\ta1.,\r \n\"";
        return Stream.generate(() -> {
                    StringBuilder text = new StringBuilder();
                    for (int i = random.nextInt(1, 7); i > 0; i--) {
                        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
                    }
                    return text.toString();
                })
                .limit(300);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void every_text_comes_back(String text) {
        assertThat(CsvText.unguard(CsvText.guard(text))).isEqualTo(text);
        FieldScan scan = new FieldScan();
        if (scan.read(text.toCharArray(), 0, text.length())) {
            assertThat(Decimals.text(scan.digits(), scan.decimals())).isEqualTo(text);
            assertThat(scan.value()).isEqualTo(Double.parseDouble(text));
            if (scan.canonical()) {
                assertThat(Numbers.shown(scan.value())).isEqualTo(text);
            }
        }
    }

    @Test
    void a_text_file_has_one_sheet_without_a_name() {
        assertThat(Workbook.read("d.csv", "a\n1\n".getBytes(StandardCharsets.UTF_8))
                        .sheets())
                .isEqualTo(List.of(""));
    }
}
