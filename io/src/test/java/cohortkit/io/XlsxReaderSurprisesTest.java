package cohortkit.io;

import static cohortkit.io.Sheets.row;
import static cohortkit.io.SpreadsheetSurprisesTest.cohort;
import static cohortkit.io.SpreadsheetSurprisesTest.ledger;
import static cohortkit.io.SpreadsheetSurprisesTest.shown;
import static org.assertj.core.api.Assertions.assertThat;

import cohortkit.core.Codebook;
import cohortkit.core.Cohort;
import cohortkit.core.Variable;
import cohortkit.core.VariableType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.TimeZone;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What users of readers of xlsx were surprised by; each test is named after its entry in the survey and the report. */
class XlsxReaderSurprisesTest {

    @Nested
    class Entry_42_excel_streaming_reader_49_210_and_193 {

        private byte[] file(boolean from1904) throws IOException {
            try (XSSFWorkbook workbook = new XSSFWorkbook();
                    ByteArrayOutputStream out = new ByteArrayOutputStream()) {
                workbook.getCTWorkbook().addNewWorkbookPr().setDate1904(from1904);
                workbook.createSheet("Data").createRow(0).createCell(0).setCellValue("visit");
                var style = workbook.createCellStyle();
                style.setDataFormat((short) 14);
                double[] serials = {36_601, 59, 60, 61, 0, -1, 1};
                for (int i = 0; i < serials.length; i++) {
                    var cell = workbook.getSheet("Data").createRow(i + 1).createCell(0);
                    cell.setCellValue(serials[i]);
                    cell.setCellStyle(style);
                }
                workbook.write(out);
                return out.toByteArray();
            }
        }

        private final ImportOptions dates =
                ImportOptions.defaults().withCodebook(Codebook.of(Variable.date("visit", "")));

        @Test
        void the_date_system_of_1904_is_not_lost_in_the_stream() throws IOException {
            Cohort cohort = Workbook.read("mac.xlsx", file(true)).cohort(dates);
            assertThat(cohort.table().dateColumn("visit").asList())
                    .containsExactly(
                            LocalDate.of(2004, 3, 17),
                            LocalDate.of(1904, 2, 29),
                            LocalDate.of(1904, 3, 1),
                            LocalDate.of(1904, 3, 2),
                            LocalDate.of(1904, 1, 1),
                            null,
                            LocalDate.of(1904, 1, 2));
            assertThat(ledger(cohort)).containsExactly("Data!A7 \"-1\" refused: a date number without a day");
            assertThat(cohort.ledger().detected()).contains("xlsx workbook; dates count from 1904-01-01");
        }

        @Test
        void the_day_that_1900_did_not_have_is_refused_and_those_before_it_are_right() throws IOException {
            Cohort cohort = Workbook.read("pc.xlsx", file(false)).cohort(dates);
            assertThat(cohort.table().dateColumn("visit").asList())
                    .containsExactly(
                            LocalDate.of(2000, 3, 16),
                            LocalDate.of(1900, 2, 28),
                            null,
                            LocalDate.of(1900, 3, 1),
                            null,
                            null,
                            LocalDate.of(1900, 1, 1));
            assertThat(ledger(cohort))
                    .containsExactly(
                            "Data!A4 \"60\" refused: 29 February 1900 never was; Excel counts it by mistake",
                            "Data!A6 \"0\" refused: a date number without a day",
                            "Data!A7 \"-1\" refused: a date number without a day");
            assertThat(cohort.ledger().detected()).contains("xlsx workbook; dates count from 1900-01-01");
        }
    }

    /** The defects of Tablesaw's reader that the survey of features measured. */
    @Nested
    class Tablesaw_xlsx {

        @Test
        void a_blank_row_does_not_end_the_table() {
            Cohort cohort = cohort(row("x"), row(1), row(0), row(2), new Object[0], row(3));
            assertThat(cohort.numbers("x")).containsExactly(1, 0, 2, 3);
            assertThat(ledger(cohort)).isEmpty();
        }

        @Test
        void a_merged_title_above_the_header_is_no_header() {
            Cohort cohort = Workbook.read(
                            "w.xlsx",
                            Sheets.of("Data", row("Sleep survey"), row("id", "age"), row("P1", 54))
                                    .merging("A1:B1")
                                    .xlsx())
                    .cohort();
            assertThat(cohort.numbers("age")).containsExactly(54);
            assertThat(ledger(cohort)).containsExactly("Data!A1 \"Sleep survey\" dropped: above the header");
        }

        @Test
        void a_name_loses_its_trailing_space_with_a_word() {
            Cohort cohort = cohort(row("age "), row(54));
            assertThat(cohort.numbers("age")).containsExactly(54);
            assertThat(ledger(cohort))
                    .containsExactly("Data!A1 \"age \" repaired -> age: header: stray spaces removed");
        }

        @Test
        void xls_is_read_too() {
            Cohort cohort = Workbook.read(
                            "w.xls", Sheets.of("Data", row("x"), row("1")).xls())
                    .cohort();
            assertThat(cohort.numbers("x")).containsExactly(1);
            assertThat(ledger(cohort)).containsExactly("Data!A2 \"1\" repaired -> 1: number stored as text");
            assertThat(cohort.ledger().detected()).contains("xls workbook; dates count from 1900-01-01");
        }

        @Test
        void the_time_zone_of_the_computer_moves_no_date() {
            TimeZone zone = TimeZone.getDefault();
            try {
                for (String id : List.of("Pacific/Kiritimati", "America/Sao_Paulo", "UTC")) {
                    TimeZone.setDefault(TimeZone.getTimeZone(id));
                    Cohort cohort = cohort(
                            Codebook.of(Variable.dateTime("at", "")), row("at"), row(shown(43_408, "d/m/yyyy h:mm")));
                    assertThat(cohort.row(0).dateTime("at")).isEqualTo("2018-11-04T00:00");
                    assertThat(ledger(cohort)).isEmpty();
                }
            } finally {
                TimeZone.setDefault(zone);
            }
        }

        @Test
        void header_cells_need_not_be_text() {
            Cohort cohort = cohort(
                    Codebook.of(Variable.number("2004", "Score in 2004"), Variable.number("2005", "Score in 2005")),
                    row(2004, 2005),
                    row(3, 4));
            assertThat(cohort.numbers("2005")).containsExactly(4);
            assertThat(ledger(cohort)).isEmpty();
        }
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
