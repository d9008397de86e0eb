package cohortkit.io;

import static cohortkit.io.Sheets.row;
import static org.assertj.core.api.Assertions.assertThat;

import cohortkit.core.Codebook;
import cohortkit.core.Cohort;
import cohortkit.core.Missing;
import cohortkit.core.Variable;
import cohortkit.core.VariableType;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What users of other importers were surprised by; each test is named after its entry in the survey and the report. */
class SpreadsheetSurprisesTest {

    static Cohort cohort(Object[]... rows) {
        return Workbook.read("w.xlsx", Sheets.of("Data", rows).xlsx()).cohort();
    }

    static Cohort cohort(Codebook codebook, Object[]... rows) {
        return Workbook.read("w.xlsx", Sheets.of("Data", rows).xlsx())
                .cohort(ImportOptions.defaults().withCodebook(codebook));
    }

    static Sheets.Formatted shown(double number, String format) {
        return new Sheets.Formatted(number, format);
    }

    static List<String> ledger(Cohort cohort) {
        return AwkwardWorkbookTest.lines(cohort.ledger());
    }

    @Nested
    class Entry_32_readxl_263_and_716_one_text_cell_in_a_date_column {

        private final Object[][] rows = {
            row("id", "visit"),
            row("a", LocalDate.of(2004, 3, 17)),
            row("b", "unknown"),
            row("c", LocalDate.of(2004, 3, 18))
        };

        @Test
        void leaves_the_dates_alone_under_a_codebook() {
            Cohort typed = cohort(Codebook.of(Variable.identifier("id", ""), Variable.date("visit", "")), rows);
            assertThat(typed.table().dateColumn("visit").asList())
                    .containsExactly(LocalDate.of(2004, 3, 17), null, LocalDate.of(2004, 3, 18));
            assertThat(typed.missing(1, "visit")).contains(Missing.INVALID);
            assertThat(ledger(typed)).containsExactly("Data!B3 \"unknown\" refused: not a date");
        }

        @Test
        void makes_no_serial_numbers_without_one() {
            Cohort drafted = cohort(rows);
            assertThat(drafted.variable("visit").levels()).hasToString("[2004-03-17, 2004-03-18, unknown]");
            assertThat(ledger(drafted)).isEmpty();
        }
    }

    @Test
    void entry_33_readxl_589_and_631_percentages_and_red_negatives_are_numbers() {
        Cohort cohort = cohort(
                row("p", "q", "r"),
                row(shown(0.14, "0.0%"), shown(-3, "0.00;[Red]-0.00"), shown(5, "[Red]0")),
                row(0.35, 2, 6));
        assertThat(cohort.numbers("p")).containsExactly(0.14, 0.35);
        assertThat(cohort.numbers("q")).containsExactly(-3, 2);
        assertThat(cohort.numbers("r")).containsExactly(5, 6);
        assertThat(ledger(cohort)).isEmpty();
    }

    @Nested
    class Entry_34_readxl_217_and_153_numbers_stored_as_text {

        @Test
        void stay_numbers() {
            Cohort cohort = cohort(row("x"), row("12"), row(13), row(" 14"));
            assertThat(cohort.numbers("x")).containsExactly(12, 13, 14);
            assertThat(ledger(cohort))
                    .containsExactly(
                            "Data!A2 \"12\" repaired -> 12: number stored as text",
                            "Data!A4 \" 14\" repaired -> 14: stray spaces removed; number stored as text");
        }

        @Test
        void make_a_text_of_the_column_rather_than_lose_a_word_among_them() {
            Cohort cohort = cohort(row("x"), row("12"), row(13), row("many"));
            assertThat(cohort.variable("x").levels()).hasToString("[12, 13, many]");
            assertThat(ledger(cohort)).isEmpty();
        }
    }

    @Test
    void entry_35_readxl_796_and_dataframe_87_leading_zeros_stay() {
        Cohort cohort = cohort(row("id", "ward"), row("007", shown(12, "0000")), row("008", shown(13, "0000")));
        assertThat(cohort.row(0).text("id")).isEqualTo("007");
        assertThat(cohort.row(0).level("ward")).isEqualTo("0012");
        assertThat(ledger(cohort)).isEmpty();
        Cohort csv = Workbook.read("d.csv", "code\n007\n012\n".getBytes(StandardCharsets.UTF_8))
                .cohort();
        assertThat(csv.variable("code").levels()).hasToString("[007, 012]");
    }

    @Test
    void entry_36_readxl_166_and_220_a_merged_heading_tells_equal_names_apart() {
        Cohort cohort = Workbook.read(
                        "w.xlsx",
                        Sheets.of(
                                        "Data",
                                        row("id", "before", null, "after", null),
                                        row(null, "score", "test", "score", "test"),
                                        row("a", 1, 2, 3, 4))
                                .merging("B1:C1", "D1:E1", "A1:A2")
                                .xlsx())
                .cohort();
        assertThat(cohort.codebook().names())
                .containsExactly("id", "before score", "before test", "after score", "after test");
        assertThat(cohort.numbers("after test")).containsExactly(4);
        String twice = "header: the name stands there twice";
        assertThat(ledger(cohort))
                .containsExactly(
                        "Data!B1 \"before\" dropped: heading over columns that have their own names",
                        "Data!D1 \"after\" dropped: heading over columns that have their own names",
                        "Data!B2 \"score\" repaired -> before score: " + twice,
                        "Data!C2 \"test\" repaired -> before test: " + twice,
                        "Data!D2 \"score\" repaired -> after score: " + twice,
                        "Data!E2 \"test\" repaired -> after test: " + twice);
    }

    @Test
    void entry_37_readxl_349_and_211_spaces_go_from_names_and_levels_with_a_word_and_stay_in_free_text() {
        Codebook codebook =
                Codebook.of(Variable.category("sex", "", cohortkit.core.Level.of("f")), Variable.text("note", ""));
        Cohort cohort = cohort(codebook, row("sex ", "note"), row("f", " as it is "), row("f ", null));
        assertThat(cohort.levels("sex")).containsExactly(0, 0);
        assertThat(cohort.row(0).text("note")).isEqualTo(" as it is ");
        assertThat(ledger(cohort))
                .containsExactly(
                        "Data!A1 \"sex \" repaired -> sex: header: stray spaces removed",
                        "Data!A3 \"f \" repaired -> f: stray spaces removed");
    }

    @Test
    void entry_38_readxl_403_empty_columns_at_the_left_and_inside_keep_the_addresses() {
        Cohort cohort = cohort(new Object[0], row(null, null, "a", null, "b"), row(null, null, 1, null, 2));
        assertThat(cohort.codebook().names()).containsExactly("a", "b");
        assertThat(cohort.cell(0, "b")).hasToString("Optional[Data!E3]");
        assertThat(ledger(cohort)).isEmpty();
        assertThat(cohort.ledger().detected()).contains("data in C3:E3: 1 row, 2 columns");
    }

    @Nested
    class Entry_39_tablesaw {

        @Test
        void issue_1307_a_zero_does_not_end_the_sheet() {
            Cohort cohort = cohort(row("x"), row(1), row(0), row(2));
            assertThat(cohort.numbers("x")).containsExactly(1, 0, 2);
            assertThat(ledger(cohort)).isEmpty();
        }

        @Test
        void issues_882_and_751_numbers_in_a_text_column_stay() {
            Cohort cohort = cohort(row("grade"), row("II"), row(3), row("IV"));
            assertThat(cohort.variable("grade").levels()).hasToString("[3, II, IV]");
            assertThat(cohort.row(1).level("grade")).isEqualTo("3");
            assertThat(ledger(cohort)).isEmpty();
        }

        @Test
        void issue_822_an_empty_column_stays_a_variable() {
            Cohort cohort = cohort(row("a", "b"), row(1), row(2));
            assertThat(cohort.missing("b")).isEqualTo(Map.of(Missing.BLANK, 2));
            assertThat(cohort.variable("b").type()).isEqualTo(VariableType.TEXT);
            assertThat(ledger(cohort)).isEmpty();
        }
    }

    @Test
    void entry_40_dataframe_483_and_1166_formulas_and_empty_cells_are_read() {
        Codebook codebook = Codebook.of(Variable.number("a", ""), Variable.text("b", ""));
        Cohort cohort = cohort(
                codebook,
                row("a", "b"),
                row(new Sheets.Formula("1+1", true), "x"),
                row(new Sheets.Formula("1+2", false), null),
                row(3, "y"));
        assertThat(cohort.numbers("a")).containsExactly(2, Double.NaN, 3);
        assertThat(cohort.missing(1, "b")).contains(Missing.BLANK);
        assertThat(ledger(cohort))
                .containsExactly(
                        "Data!A3 \"=1+2\" refused: a formula whose result was not saved; open and save the file "
                                + "in a spreadsheet program");
    }

    @Nested
    class Entry_41_janitor {

        @Test
        void issues_88_and_310_a_column_of_several_date_forms_is_one_of_dates() {
            Cohort cohort = cohort(
                    Codebook.of(Variable.date("visit", "")),
                    row("visit"),
                    row(LocalDate.of(2004, 3, 17)),
                    row("2004-03-18"),
                    row("19.03.2004"),
                    row("20 March 2004"),
                    row("3/21/2004"),
                    row(38068));
            assertThat(cohort.table().dateColumn("visit").asList())
                    .containsExactly(
                            LocalDate.of(2004, 3, 17),
                            LocalDate.of(2004, 3, 18),
                            LocalDate.of(2004, 3, 19),
                            LocalDate.of(2004, 3, 20),
                            LocalDate.of(2004, 3, 21),
                            LocalDate.of(2004, 3, 22));
            assertThat(ledger(cohort))
                    .containsExactly(
                            "Data!A3 \"2004-03-18\" repaired -> 2004-03-18: date stored as text; form y-m-d",
                            "Data!A4 \"19.03.2004\" repaired -> 2004-03-19: date stored as text; form d.m.y",
                            "Data!A5 \"20 March 2004\" repaired -> 2004-03-20: date stored as text; form day, month's "
                                    + "name, year",
                            "Data!A6 \"3/21/2004\" repaired -> 2004-03-21: date stored as text; form m/d/y",
                            "Data!A7 \"38068\" repaired -> 2004-03-22: date number without a date format");
        }

        @Test
        void issue_251_equal_names_are_told_apart() {
            Cohort cohort = cohort(row("score", "Score ", "score_2", null, "column d"), row(1, 2, 3, 4, 5));
            assertThat(cohort.codebook().names())
                    .containsExactly("score", "Score_3", "score_2", "column D_2", "column d");
            assertThat(cohort.table().row(0).getDouble("Score_3")).isEqualTo(2);
            assertThat(ledger(cohort))
                    .containsExactly(
                            "Data!B1 \"Score \" repaired -> Score_3: header: stray spaces removed; the name stands"
                                    + " there twice",
                            "Data!D1 \"\" repaired -> column D_2: header: column without a name");
        }
    }
}
