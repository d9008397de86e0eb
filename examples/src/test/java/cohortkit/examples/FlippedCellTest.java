package cohortkit.examples;

import static org.assertj.core.api.Assertions.assertThat;

import cohortkit.claims.CheckedFigure;
import cohortkit.claims.Study;
import cohortkit.claims.Verdict;
import cohortkit.core.CellRef;
import cohortkit.core.Cohort;
import cohortkit.examples.dialysis.DialysisStudy;
import cohortkit.examples.files.StudyFiles;
import cohortkit.io.Workbook;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** The verdicts rest on the cells: one patient's answer changed, and a verdict changes. */
class FlippedCellTest {

    private static final StudyFiles FILES = StudyFiles.of(DialysisStudy.class);

    @Test
    void one_flipped_restless_legs_cell_changes_a_verdict() throws IOException {
        Cohort patients = FILES.cohort(DialysisStudy.WORKBOOK);
        int row = rowWithRestlessLegsAndNoInsomnia(patients);
        CellRef cell = patients.cell(row, "rls").orElseThrow();

        Study before = DialysisStudy.of(patients);
        Study after = DialysisStudy.of(withCell(cell, "no"));

        assertThat(verdict(before, "c2-insomnia-with-rls")).isEqualTo(Verdict.Kind.CONSISTENT);
        assertThat(verdict(after, "c2-insomnia-with-rls")).isEqualTo(Verdict.Kind.CONTRADICTED);
        assertThat(after.verify().figures()).anyMatch(figure -> !figure.asDeclared());
    }

    private static int rowWithRestlessLegsAndNoInsomnia(Cohort patients) {
        for (int row = 0; row < patients.size(); row++) {
            if (patients.row(row).is("rls", "yes") && patients.row(row).is("insomnia", "no")) {
                return row;
            }
        }
        throw new AssertionError("the workbook has no such patient");
    }

    private static Cohort withCell(CellRef cell, String text) throws IOException {
        try (XSSFWorkbook copy = new XSSFWorkbook(new ByteArrayInputStream(FILES.bytes(DialysisStudy.WORKBOOK)));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            copy.getSheet(cell.sheet())
                    .getRow(cell.row() - 1)
                    .getCell(cell.column() - 1)
                    .setCellValue(text);
            copy.write(out);
            return Workbook.read("copy.xlsx", out.toByteArray()).cohort();
        }
    }

    private static Verdict.Kind verdict(Study study, String id) {
        return study.verify().figures().stream()
                .filter(figure -> figure.figure().id().equals(id))
                .map(CheckedFigure::verdict)
                .findFirst()
                .orElseThrow()
                .kind();
    }
}
