package cohortkit.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cohortkit.report.Result.Format;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResultTest {

    private static final Result RESULT = new Result(
            new ResultTable(
                    List.of("term", "estimate", "p.value", "conf.high"),
                    List.of(
                            List.of("age", -0.023823123456789, 0.04, Double.POSITIVE_INFINITY),
                            List.of("a \"b\", c", Double.NaN, 1e-300, Double.NEGATIVE_INFINITY))),
            new ResultTable(List.of("nobs", "AIC"), List.of(List.of(189L, 234.5))),
            List.of("complete cases: 189 of 189"));

    @Test
    void text_rounds_for_people() {
        assertThat(RESULT.as(Format.TEXT)).isEqualTo("""
                        term      estimate  p.value  conf.high
                        --------  --------  -------  ---------
                        age       -0.02382    0.040        Inf
                        a "b", c        NA  <0.0001       -Inf

                        nobs    AIC
                        ----  -----
                         189  234.5
                        complete cases: 189 of 189
                        """);
    }

    @Test
    void csv_has_full_precision_and_quotes_what_it_must() {
        assertThat(RESULT.as(Format.CSV))
                .isEqualTo("term,estimate,p.value,conf.high\nage,-0.023823123456789,0.04,Inf\n"
                        + "\"a \"\"b\"\", c\",NA,1.0E-300,-Inf\n");
    }

    @Test
    void csv_is_never_run_as_a_formula() {
        ResultTable table = new ResultTable(List.of("term", "n"), List.of(List.of("=1+1", -2.5)));

        assertThat(table.toCsv()).isEqualTo("term,n\n'=1+1,-2.5\n");
    }

    @Test
    void json_has_full_precision_null_for_undefined_and_text_for_infinity() {
        assertThat(RESULT.as(Format.JSON).replaceAll("\\s+", ""))
                .isEqualTo("{\"tidy\":[{\"term\":\"age\",\"estimate\":-0.023823123456789,\"p.value\":0.04,"
                        + "\"conf.high\":\"Inf\"},{\"term\":\"a\\\"b\\\",c\",\"estimate\":null,\"p.value\":1.0E-300,"
                        + "\"conf.high\":\"-Inf\"}],\"glance\":{\"nobs\":189,\"AIC\":234.5},"
                        + "\"notes\":[\"completecases:189of189\"]}");
    }

    @Test
    void words_wrap_where_a_table_would_pass_80_columns() {
        String words = "a rather long description of a method that nobody can read at once";
        ResultTable table = new ResultTable(
                List.of("measure", "method", "estimate"), List.of(List.of("risk ratio", words + " " + words, 1.5)));

        assertThat(table.toText().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        assertThat(table.toText().replaceAll("\\s+", " ")).contains("nobody can");
    }

    @Test
    void a_row_must_fit_the_header() {
        List<List<String>> rows = List.of(List.of("x", "y"));

        assertThatThrownBy(() -> new ResultTable(List.of("a"), rows)).hasMessage("a row of 2 cells under [a]");
    }

    @ParameterizedTest
    @CsvSource({
        "one two three, 7, one two|three",
        "dialysis-catheter, 11, dialysis-|catheter",
        "abcdefgh, 3, abc|def|gh",
        "'', 5, ''",
    })
    void wraps_at_blanks_after_hyphens_and_else_where_the_width_ends(String text, int width, String lines) {
        assertThat(String.join("|", TextTable.wrap(text, width))).isEqualTo(lines);
    }
}
