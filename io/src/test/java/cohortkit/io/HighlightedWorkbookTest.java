package cohortkit.io;

import static cohortkit.io.Sheets.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cohortkit.core.CellRef;
import cohortkit.core.Cohort;
import cohortkit.core.InputException;
import cohortkit.core.Ledger;
import cohortkit.core.Ledger.Action;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HighlightedWorkbookTest {

    private static final Sheets SHEETS = Sheets.of(
                    "Data", row("id", "age", "sex"), row("P1", 54, "f"), row("P2", 170, " f"), row("P2", "n/a", "x"))
            .and(
                    "Codebook",
                    row("name", "type", "levels", "max", "missing"),
                    row("id", "identifier", null, null, null),
                    row("age", "number", null, 110, "n/a=not asked yet"),
                    row("sex", "category", "f; m", null, null));

    @TempDir
    Path folder;

    private Path original(String extension) throws IOException {
        byte[] bytes = extension.equals("xls") ? SHEETS.xls() : SHEETS.xlsx();
        return Files.write(folder.resolve("in." + extension), bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "xls"})
    void each_cell_of_the_ledger_has_its_color_and_its_comment(String extension) throws IOException {
        Path original = original(extension);
        byte[] before = Files.readAllBytes(original);
        Cohort cohort = Workbook.open(original).cohort();
        Path copy = folder.resolve("copy." + extension);
        HighlightedWorkbook.write(original, cohort.ledger(), copy);
        assertThat(Files.readAllBytes(original)).isEqualTo(before);
        try (org.apache.poi.ss.usermodel.Workbook marked = WorkbookFactory.create(copy.toFile(), null, true)) {
            assertMarked(cell(marked, 2, 1), IndexedColors.LIGHT_ORANGE, "error: refused (outside -Inf to 110)");
            assertMarked(cell(marked, 2, 2), IndexedColors.PALE_BLUE, "note: repaired -> f (stray spaces removed)");
            assertMarked(
                    cell(marked, 3, 0),
                    IndexedColors.LIGHT_ORANGE,
                    "error: broken rule -> P2 (identifier stands in row 3 too)");
            assertMarked(
                    cell(marked, 3, 1),
                    IndexedColors.PALE_BLUE,
                    "note: recoded -> missing: not asked yet (missing code n/a)");
            assertThat(cell(marked, 1, 1).getCellComment()).isNull();
            assertThat(cell(marked, 1, 1).getCellStyle().getFillPattern()).isEqualTo(FillPatternType.NO_FILL);
        }
        Cohort again = Workbook.open(copy).cohort();
        assertThat(again.ledger().entries()).hasSameSizeAs(cohort.ledger().entries());
        CohortRoundTripTest.assertSame(again, cohort);
    }

    private static Cell cell(org.apache.poi.ss.usermodel.Workbook workbook, int row, int column) {
        return workbook.getSheet("Data").getRow(row).getCell(column);
    }

    private static void assertMarked(Cell cell, IndexedColors color, String comment) {
        assertThat(cell.getCellComment().getString().getString()).isEqualTo(comment);
        assertThat(cell.getCellStyle().getFillForegroundColor()).isEqualTo(color.getIndex());
        assertThat(cell.getCellStyle().getFillPattern()).isEqualTo(FillPatternType.SOLID_FOREGROUND);
    }

    @Test
    void a_comment_that_was_there_stays_above_and_cells_that_were_not_there_are_made() throws IOException {
        Path original = original("xlsx");
        Path commented = folder.resolve("commented.xlsx");
        try (org.apache.poi.ss.usermodel.Workbook workbook =
                WorkbookFactory.create(new ByteArrayInputStream(Files.readAllBytes(original)))) {
            ClientAnchor anchor = workbook.getCreationHelper().createClientAnchor();
            Comment comment = workbook.getSheet("Data").createDrawingPatriarch().createCellComment(anchor);
            comment.setString(workbook.getCreationHelper().createRichTextString("check with the ward"));
            cell(workbook, 2, 1).setCellComment(comment);
            try (var out = Files.newOutputStream(commented)) {
                workbook.write(out);
            }
        }
        Ledger ledger = new Ledger(
                List.of(
                        new Ledger.Entry(new CellRef("in", "Data", 3, 2), "170", Action.SUSPICIOUS, "170", "far"),
                        new Ledger.Entry(new CellRef("in", "Data", 3, 2), "170", Action.REPAIRED, "17", "tenth"),
                        new Ledger.Entry(new CellRef("in", "Data", 90, 9), "", Action.DROPPED, "", "x".repeat(9000))),
                List.of());
        Path copy = folder.resolve("copy.xlsx");
        HighlightedWorkbook.write(commented, ledger, copy);
        try (org.apache.poi.ss.usermodel.Workbook marked = WorkbookFactory.create(copy.toFile(), null, true)) {
            assertMarked(
                    cell(marked, 2, 1),
                    IndexedColors.LIGHT_YELLOW,
                    "check with the ward\nwarning: suspicious -> 170 (far)\nnote: repaired -> 17 (tenth)");
            assertThat(cell(marked, 89, 8).getCellComment().getString().getString())
                    .hasSize(8000)
                    .startsWith("note: dropped (xxx")
                    .endsWith("\u2026 (9016 characters)");
        }
    }

    @Test
    void what_cannot_be_copied_is_told() throws IOException {
        Path original = original("xlsx");
        assertProblem(
                folder.resolve("d.csv"),
                folder.resolve("copy.xlsx"),
                "'d.csv' has no cells to highlight: it is no workbook (.xlsx, .xlsm, .xls) by its name; write the ledger "
                        + "as .html instead");
        Path wrong = folder.resolve("copy.xls");
        assertProblem(
                original,
                wrong,
                "cannot write '" + wrong + "': the copy of a .xlsx workbook is one; give it the extension .xlsx");
        Path copy = folder.resolve("copy.xlsx");
        Ledger other = new Ledger(
                List.of(new Ledger.Entry(new CellRef("in", "Other", 1, 1), "", Action.DROPPED, "", "")), List.of());
        assertThatThrownBy(() -> HighlightedWorkbook.write(original, other, copy))
                .isInstanceOf(InputException.class)
                .hasMessage("the ledger names the sheet 'Other', which the workbook does not have; give the workbook "
                        + "that the ledger is of");
        assertThat(copy).doesNotExist();
        assertThatThrownBy(() -> HighlightedWorkbook.requireMemory(original, 1 << 10))
                .isInstanceOf(InputException.class)
                .hasMessage(
                        "'in.xlsx' is too large to be copied with its colors: 0 MB, and 0 MB of memory take at most "
                                + "0 MB; write the ledger as .html, or give Java more memory (-Xmx)");
        Path damaged = Files.writeString(folder.resolve("damaged.xlsx"), "PK no more");
        assertThatThrownBy(() -> HighlightedWorkbook.write(damaged, Ledger.empty(), copy))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("cannot write '" + copy + "': ");
    }

    private static void assertProblem(Path original, Path copy, String message) {
        assertThatThrownBy(() -> HighlightedWorkbook.write(original, Ledger.empty(), copy))
                .isInstanceOf(InputException.class)
                .hasMessage(message);
        assertThat(copy).doesNotExist();
    }
}
