package cohortkit.io;

import static cohortkit.io.Sheets.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cohortkit.core.Codebook;
import cohortkit.core.Cohort;
import cohortkit.core.InputException;
import cohortkit.core.Variable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkbookTest {

    private static final Codebook AGE_AND_SMOKE =
            Codebook.of(Variable.number("age", "Age at interview"), Variable.binary("smoke", "Smoker"));

    @TempDir
    Path folder;

    private static Workbook xlsx(Sheets sheets) {
        return Workbook.read("w.xlsx", sheets.xlsx());
    }

    private static void assertProblem(Sheets sheets, ImportOptions options, String message) {
        assertThatThrownBy(() -> xlsx(sheets).cohort(options))
                .isInstanceOf(InputException.class)
                .hasMessage(message);
    }

    private static ImportOptions with(Codebook codebook) {
        return ImportOptions.defaults().withCodebook(codebook);
    }

    @Test
    void a_workbook_prints_its_sheets_and_their_rows() throws Exception {
        Sheets sheets = Sheets.of("Data", row("a"), row(1)).and("Empty").and("Notes", row("b"));
        Path file = Files.write(folder.resolve("a-file-with-a-name-that-is-very-long-indeed.xlsx"), sheets.xlsx());
        assertThat(Workbook.open(file))
                .hasToString(
                        "a-file-with-a-name-that-is-ve\u2026, 3 sheets\n  Data: 2 rows\n  Empty: 0 rows\n  Notes: 1 row");
        assertThat(Workbook.read("a.csv", sheets.csv(","))).hasToString("a.csv, 1 sheet\n  (text): 2 rows");
        assertThat(Workbook.open(file).sheets()).containsExactly("Data", "Empty", "Notes");
        assertThat(Workbook.open(file).codebook()).isEmpty();
    }

    @Test
    void the_data_sheet_is_the_one_that_fits_the_codebook() {
        Sheets sheets = Sheets.of("Notes", row("age of the file", "5 days"))
                .and("Wave", row("age", "smoke"), row(31, "yes"))
                .and("Old", row("age"), row(32));
        assertThat(xlsx(sheets).cohort(with(AGE_AND_SMOKE)).provenance().sheet())
                .isEqualTo("Wave");
        assertProblem(
                sheets,
                ImportOptions.defaults(),
                "'w.xlsx' has 3 sheets that may hold the data (Notes, Wave, Old); name one");
        assertThat(xlsx(sheets)
                        .cohort(ImportOptions.defaults().withSheet("Old"))
                        .numbers("age"))
                .containsExactly(32);
        assertProblem(
                sheets, ImportOptions.defaults().withSheet("Wav"), "'w.xlsx' has no sheet 'Wav'; did you mean 'Wave'?");
    }

    @Test
    void hidden_sheets_are_not_taken_for_the_data() throws Exception {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream()) {
            workbook.createSheet("Shown").createRow(0).createCell(0).setCellValue("a");
            workbook.getSheet("Shown").createRow(1).createCell(0).setCellValue(1);
            workbook.createSheet("Lists").createRow(0).createCell(0).setCellValue("b");
            workbook.setSheetVisibility(1, SheetVisibility.VERY_HIDDEN);
            workbook.write(out);
            Workbook read = Workbook.read("w.xlsx", out.toByteArray());
            assertThat(read.cohort().provenance().sheet()).isEqualTo("Shown");
            assertThat(read).hasToString("w.xlsx, 2 sheets\n  Shown: 2 rows\n  Lists: 1 row, hidden");
        }
    }

    @Test
    void empty_sheets_are_told() {
        assertProblem(Sheets.of("Data"), ImportOptions.defaults(), "'w.xlsx' has no sheet with data");
        assertProblem(
                Sheets.of("Data"),
                ImportOptions.defaults().withSheet("Data"),
                "'w.xlsx', sheet 'Data': there are no cells");
        assertProblem(
                Sheets.of("Data", row("age", "smoke")),
                with(AGE_AND_SMOKE),
                "'w.xlsx', sheet 'Data': there are no data rows under the header in row 1");
        assertThatThrownBy(() -> Workbook.read(
                                "only-header.csv", "a,b\n".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .cohort())
                .isInstanceOf(InputException.class)
                .hasMessage("'only-header.csv': there are no data rows under the header in row 1");
    }

    @Test
    void a_variable_without_a_column_is_told_with_the_nearest_header() {
        Sheets sheets = Sheets.of("Data", row("age", "smoker"), row(31, "yes"));
        assertProblem(
                Sheets.of("Data", row("age", "smokr"), row(31, "yes")),
                with(AGE_AND_SMOKE),
                "'w.xlsx', sheet 'Data': the header in row 1 has no column for 'smoke': did you mean 'smokr'?");
        assertProblem(
                Sheets.of("Data", row("age"), row(31)),
                with(AGE_AND_SMOKE),
                "'w.xlsx', sheet 'Data': the header in row 1 has no column for 'smoke'");
        assertProblem(
                sheets,
                with(AGE_AND_SMOKE.with(Variable.number("weight", "")).with(Variable.number("smoker", ""))),
                "'w.xlsx', sheet 'Data': the header in row 1 has no column for 2 variables of the codebook:\n"
                        + "  'smoke'\n  'weight'");
    }

    @Test
    void a_sheet_without_any_variable_is_told() {
        assertProblem(
                Sheets.of("Data", row("x", "y"), row(31, "yes")),
                with(AGE_AND_SMOKE),
                "'w.xlsx', sheet 'Data': no row names a variable of the codebook (age, smoke); "
                        + "name the sheet or the header row, or correct the codebook");
        assertProblem(
                Sheets.of("Data", row("age", "smoke"), row(31, "yes")),
                with(AGE_AND_SMOKE).withHeaderRow(7),
                "'w.xlsx', sheet 'Data': row 7 names no variable of the codebook (age, smoke); "
                        + "name the sheet or the header row, or correct the codebook");
    }

    @Test
    void two_columns_of_one_variable_are_told() {
        assertProblem(
                Sheets.of("Data", row("age", "smoke", "Age "), row(31, "yes", 32)),
                with(AGE_AND_SMOKE),
                "'w.xlsx', sheet 'Data': the columns A1 and C1 are both 'age'; rename one");
    }

    @Test
    void two_variables_that_differ_in_case_only_are_told() {
        assertProblem(
                Sheets.of("Data", row("age", "Age"), row(31, 32)),
                with(Codebook.of(Variable.number("age", ""), Variable.number("Age", ""))),
                "the codebook's variables 'age' and 'Age' differ in upper and lower case only; rename one");
    }

    @Test
    void the_header_row_can_be_given() {
        Sheets sheets = Sheets.of("Data", row("a", "b", "c"), row("age", "smoke"), row(31, "yes"));
        Cohort cohort = xlsx(sheets).cohort(ImportOptions.defaults().withHeaderRow(2));
        assertThat(cohort.codebook().names()).containsExactly("age", "smoke");
        assertThat(cohort.ledger().toString()).contains("Data!A1 \"a; b; c\" dropped: above the header");
        assertProblem(
                sheets,
                ImportOptions.defaults().withHeaderRow(9),
                "'w.xlsx', sheet 'Data': row 9 is empty; it cannot be the header");
        assertThatThrownBy(() -> ImportOptions.defaults().withHeaderRow(0))
                .isInstanceOf(InputException.class)
                .hasMessage("header row must be 1 or more, was 0");
    }

    @Test
    void a_header_may_hold_labels() {
        Cohort cohort = xlsx(Sheets.of("Data", row("Age at interview", "smoke"), row(31, "yes")))
                .cohort(with(AGE_AND_SMOKE));
        assertThat(AwkwardWorkbookTest.lines(cohort.ledger()))
                .containsExactly("Data!A1 \"Age at interview\" repaired -> age: header: label of the variable");
    }

    @Test
    void names_may_stand_above_the_row_that_holds_most_of_them() {
        Codebook codebook = Codebook.of(
                Variable.number("a", ""), Variable.number("b", ""), Variable.number("c", ""), Variable.number("d", ""));
        Cohort cohort = xlsx(Sheets.of("Data", row("a", "Group"), row(null, "b", "c", "d"), row(1, 2, 3, 4)))
                .cohort(with(codebook));
        assertThat(cohort.numbers("a")).containsExactly(1);
        assertThat(AwkwardWorkbookTest.lines(cohort.ledger()))
                .containsExactly("Data!B1 \"Group\" dropped: heading over columns that have their own names");
    }

    @Test
    void columns_without_a_name_are_left_out_by_a_codebook_and_named_without_one() {
        Sheets sheets = Sheets.of("Data", row("age", "smoke"), row(31, "yes", "aside"));
        Cohort cohort = xlsx(sheets).cohort(with(AGE_AND_SMOKE));
        assertThat(AwkwardWorkbookTest.lines(cohort.ledger()))
                .containsExactly("Data!C1 \"\" dropped: column without a name");
        assertThat(xlsx(sheets).cohort().codebook().names()).containsExactly("age", "smoke", "column C");
    }

    @Test
    void merged_data_cells_are_suspicious() {
        Cohort cohort = xlsx(Sheets.of("Data", row("age", "smoke"), row(31, "yes"), row(32))
                        .merging("B2:B3"))
                .cohort(with(AGE_AND_SMOKE));
        assertThat(AwkwardWorkbookTest.lines(cohort.ledger()))
                .containsExactly("Data!B2 \"yes\" suspicious -> yes: merged over B2:B3; the other cells are blank");
    }

    @Test
    void total_rows_and_notes_are_left_out_and_levels_of_that_name_are_not() {
        Codebook codebook = Codebook.of(
                Variable.category("total", "", cohortkit.core.Level.of("part"), cohortkit.core.Level.of("total")),
                Variable.identifier("id", ""),
                Variable.number("n", ""));
        Cohort cohort = xlsx(Sheets.of(
                        "Data",
                        row("total", "id", "n"),
                        row("total", "P1", 3),
                        row("part", "P2", 4),
                        row("Mean:", null, 3.5),
                        row(null, null, new Sheets.Formula("SUM(C2:C3)", true)),
                        new Object[0],
                        row("part", null, 9),
                        row("part", "P3", 5),
                        row("part")))
                .cohort(with(codebook));
        assertThat(cohort.numbers("n")).containsExactly(3, 4, 5, Double.NaN);
        assertThat(AwkwardWorkbookTest.lines(cohort.ledger()))
                .containsExactly(
                        "Data!A4 \"Mean:; 3.5\" dropped: a total row",
                        "Data!C5 \"7\" dropped: a total row: formulas without an identifier",
                        "Data!A7 \"part; 9\" dropped: below a blank row, without an identifier",
                        "Data!A9 \"part\" suspicious -> part: the only filled cell of its row",
                        "Data!B9 \"\" broken rule: no identifier");
    }

    @Test
    void the_bytes_that_were_given_may_change_afterwards() {
        byte[] bytes = Sheets.of("Data", row("age"), row(31)).xlsx();
        Workbook workbook = Workbook.read("w.xlsx", bytes);
        java.util.Arrays.fill(bytes, (byte) 0);
        assertThat(workbook.cohort().numbers("age")).containsExactly(31);
        assertThat(List.copyOf(workbook.sheets())).containsExactly("Data");
    }
}
