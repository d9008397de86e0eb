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
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** What users of other importers were surprised by; each test is named after the report. */
class SpreadsheetSurprisesTest {

    private static Cohort cohort(Object[]... rows) {
        return Workbook.read("w.xlsx", Sheets.of("Data", rows).xlsx()).cohort();
    }

    private static Cohort cohort(Codebook codebook, Object[]... rows) {
        return Workbook.read("w.xlsx", Sheets.of("Data", rows).xlsx())
                .cohort(ImportOptions.defaults().withCodebook(codebook));
    }

    private static Sheets.Formatted shown(double number, String format) {
        return new Sheets.Formatted(number, format);
    }

    @Test
    void readxl_263_one_text_cell_in_a_date_column_leaves_the_dates_alone() {
        Object[][] rows = {
            row("id", "visit"),
            row("a", LocalDate.of(2004, 3, 17)),
            row("b", "unknown"),
            row("c", LocalDate.of(2004, 3, 18))
        };
        Cohort typed = cohort(Codebook.of(Variable.identifier("id", ""), Variable.date("visit", "")), rows);
        assertThat(typed.row(2).date("visit")).isEqualTo("2004-03-18");
        assertThat(typed.missing(1, "visit")).contains(Missing.INVALID);
        assertThat(cohort(rows).variable("visit").levels()).hasToString("[2004-03-17, 2004-03-18, unknown]");
    }

    @Test
    void readxl_589_and_631_percentages_and_red_negatives_are_numbers() {
        Cohort cohort = cohort(row("p", "q"), row(shown(0.14, "0.0%"), shown(-3, "0.00;[Red]-0.00")), row(0.35, 2));
        assertThat(cohort.numbers("p")).containsExactly(0.14, 0.35);
        assertThat(cohort.numbers("q")).containsExactly(-3, 2);
    }

    @Test
    void readxl_217_numbers_stored_as_text_stay_numbers() {
        Cohort cohort = cohort(row("x"), row("12"), row(13), row(" 14"));
        assertThat(cohort.numbers("x")).containsExactly(12, 13, 14);
        assertThat(AwkwardWorkbookTest.lines(cohort.ledger()))
                .containsExactly(
                        "Data!A2 \"12\" repaired -> 12: number stored as text",
                        "Data!A4 \" 14\" repaired -> 14: stray spaces removed; number stored as text");
    }

    @Test
    void readxl_796_and_dataframe_87_leading_zeros_stay() {
        Cohort cohort = cohort(row("id", "ward"), row("007", shown(12, "0000")), row("008", shown(13, "0000")));
        assertThat(cohort.row(0).text("id")).isEqualTo("007");
        assertThat(cohort.row(0).level("ward")).isEqualTo("0012");
    }

    @Test
    void readxl_166_and_220_a_merged_heading_tells_equal_names_apart() {
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
        assertThat(cohort.ledger().toString())
                .contains("Data!B2 \"score\" repaired -> before score: header: the name stands there twice");
    }

    @Test
    void readxl_349_and_211_spaces_go_from_names_and_levels_with_a_word_and_stay_in_free_text() {
        Cohort cohort = cohort(row("sex "), row("f"), row("f "));
        assertThat(cohort.codebook().variable("sex").levels()).hasToString("[f]");
        assertThat(cohort.ledger().entries()).hasSize(2);
    }

    @Test
    void readxl_403_empty_columns_at_the_left_and_inside_keep_the_addresses() {
        Cohort cohort = cohort(new Object[0], row(null, null, "a", null, "b"), row(null, null, 1, null, 2));
        assertThat(cohort.cell(0, "b")).hasToString("Optional[Data!E3]");
    }

    @Test
    void tablesaw_1307_a_zero_or_a_blank_row_does_not_end_the_sheet() {
        Cohort cohort = cohort(row("x"), row(1), row(0), row(2), new Object[0], row(3));
        assertThat(cohort.numbers("x")).containsExactly(1, 0, 2, 3);
    }

    @Test
    void tablesaw_882_and_751_numbers_in_a_text_column_stay() {
        Cohort cohort = cohort(row("grade"), row("II"), row(3), row("IV"));
        assertThat(cohort.variable("grade").levels()).hasToString("[3, II, IV]");
        assertThat(cohort.row(1).level("grade")).isEqualTo("3");
    }

    @Test
    void tablesaw_822_an_empty_column_stays_a_variable() {
        Cohort cohort = cohort(row("a", "b"), row(1), row(2));
        assertThat(cohort.missing("b")).isEqualTo(java.util.Map.of(Missing.BLANK, 2));
        assertThat(cohort.variable("b").type()).isEqualTo(VariableType.TEXT);
    }

    @Test
    void dataframe_483_and_1166_formulas_and_empty_cells_are_read() {
        Cohort cohort = cohort(row("a", "b"), row(new Sheets.Formula("1+1", true), "x"), row(null, null), row(3, "y"));
        assertThat(cohort.numbers("a")).containsExactly(2, 3);
        assertThat(cohort.levels("b")).containsExactly(0, 1);
    }

    @Test
    void janitor_88_and_310_a_column_of_several_date_forms_is_one_of_dates() {
        Cohort cohort = cohort(
                row("visit"),
                row(LocalDate.of(2004, 3, 17)),
                row("2004-03-18"),
                row("19.03.2004"),
                row("20 March 2004"),
                row("3/21/2004"));
        assertThat(cohort.table().dateColumn("visit").asList())
                .containsExactly(
                        LocalDate.of(2004, 3, 17),
                        LocalDate.of(2004, 3, 18),
                        LocalDate.of(2004, 3, 19),
                        LocalDate.of(2004, 3, 20),
                        LocalDate.of(2004, 3, 21));
    }

    @Test
    void janitor_251_equal_names_are_told_apart() {
        Cohort cohort = cohort(row("score", "Score ", "score_2", null, "column d"), row(1, 2, 3, 4, 5));
        assertThat(cohort.codebook().names()).containsExactly("score", "Score_3", "score_2", "column D_2", "column d");
    }

    @Test
    void excel_streaming_reader_49_and_193_the_date_system_is_not_lost() throws Exception {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream()) {
            workbook.getCTWorkbook().addNewWorkbookPr().setDate1904(true);
            workbook.createSheet("Data").createRow(0).createCell(0).setCellValue("visit");
            var cell = workbook.getSheet("Data").createRow(1).createCell(0);
            cell.setCellValue(36601);
            cell.setCellStyle(workbook.createCellStyle());
            cell.getCellStyle().setDataFormat((short) 14);
            workbook.write(out);
            Cohort cohort = Workbook.read("mac.xlsx", out.toByteArray()).cohort();
            assertThat(cohort.row(0).date("visit")).isEqualTo("2004-03-17");
        }
    }

    @Test
    void tablesaw_needs_header_cells_of_text_and_this_does_not() {
        Cohort cohort = cohort(
                Codebook.of(Variable.number("2004", "Score in 2004"), Variable.number("2005", "Score in 2005")),
                row(2004, 2005),
                row(3, 4));
        assertThat(cohort.numbers("2005")).containsExactly(4);
    }

    @Test
    void haven_538_and_redcaptidier_181_missing_codes_do_not_turn_a_variable_into_another_type() {
        Codebook codebook = Codebook.of(
                Variable.binary("rls", "").withMissing("-99", "refused").withMissing("UNK", "unknown"));
        Cohort cohort = cohort(codebook, row("rls"), row("yes"), row(-99), row("unk"), row("no"));
        assertThat(cohort.events("rls")).containsExactly(1, -1, -1, 0);
        assertThat(cohort.missing("rls")).hasToString("{refused=1, unknown=1}");
    }

    @Test
    void pyreadstat_286_a_missing_level_is_no_empty_text() {
        Cohort cohort = Workbook.read("d.csv", "id,g\n1,a\n2,\n".getBytes(StandardCharsets.UTF_8))
                .cohort();
        assertThat(cohort.levels("g")).containsExactly(0, -1);
        assertThat(cohort.row(1).missing("g")).contains(Missing.BLANK);
    }

    @Test
    void many_texts_are_text_and_few_are_a_category() {
        StringBuilder csv = new StringBuilder("few,many\n");
        for (int i = 0; i < 42; i++) {
            csv.append('g').append(i % 20).append(",t").append(i % 21).append('\n');
        }
        Cohort cohort = Workbook.read("d.csv", csv.toString().getBytes(StandardCharsets.UTF_8))
                .cohort();
        assertThat(cohort.variable("few").levels()).hasSize(20);
        assertThat(List.of(
                        cohort.variable("few").type(), cohort.variable("many").type()))
                .containsExactly(VariableType.CATEGORY, VariableType.TEXT);
    }
}
