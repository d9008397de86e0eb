package cohortkit.examples;

import static org.assertj.core.api.Assertions.assertThat;

import cohortkit.core.Cohort;
import cohortkit.core.Ledger.Action;
import cohortkit.core.Missing;
import cohortkit.examples.dialysis.DialysisStudy;
import cohortkit.examples.files.StudyFiles;
import cohortkit.examples.pregnancy.PregnancyStudy;
import cohortkit.examples.psychiatric.PsychiatricStudy;
import cohortkit.examples.reconstruction.Reconstruction;
import cohortkit.io.Workbook;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReconstructionTest {

    static List<Reconstruction> all() {
        return Reconstructions.all();
    }

    private static StudyFiles files(Reconstruction study) {
        return StudyFiles.of(
                switch (study.study()) {
                    case "dialysis" -> DialysisStudy.class;
                    case "psychiatric" -> PsychiatricStudy.class;
                    default -> PregnancyStudy.class;
                });
    }

    /** Compared as content: how well a zip packs is the runtime's business. */
    @ParameterizedTest
    @MethodSource("all")
    void the_shipped_workbook_is_the_one_that_the_generator_makes(Reconstruction study) throws IOException {
        assertThat(content(files(study).bytes(study.fileName()))).isEqualTo(content(study.workbook()));
    }

    private static Map<String, String> content(byte[] workbook) throws IOException {
        Map<String, String> parts = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                parts.put(part.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return parts;
    }

    @ParameterizedTest
    @MethodSource("all")
    void every_sheet_and_the_file_name_say_that_it_is_reconstructed(Reconstruction study) throws IOException {
        assertThat(study.fileName()).contains("reconstructed-from-published-totals");
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(study.workbook()))) {
            workbook.forEach(sheet -> {
                assertThat(sheet.getSheetName()).contains("reconstructed");
                assertThat(sheet.getRow(0).getCell(0).getStringCellValue()).contains(Reconstruction.LABEL);
            });
        }
    }

    /** The import gives back what was invented, whatever the workbook does to hide it. */
    @ParameterizedTest
    @MethodSource("all")
    void the_import_sees_through_the_mess(Reconstruction study) {
        Cohort cohort = Workbook.read(study.fileName(), study.workbook()).cohort();

        assertThat(cohort.size()).isEqualTo(study.rows().size());
        assertThat(cohort.codebook()).isEqualTo(study.codebook());
        assertThat(cohort.ledger().count(Action.REFUSED)).isZero();
        assertThat(cohort.ledger().count(Action.REPAIRED)).isPositive();
        assertThat(cohort.ledger().count(Action.RECODED)).isPositive();
        assertThat(cohort.ledger().only(Action.DROPPED).toString()).contains("Total", Reconstruction.LABEL);
        study.codebook().forEach(variable -> {
            for (int row = 0; row < cohort.size(); row++) {
                assertThat(value(cohort, row, variable.name()))
                        .as("%s in row %d", variable.name(), row)
                        .isEqualTo(expected(study, row, variable.name()));
            }
        });
    }

    private static Object expected(Reconstruction study, int row, String variable) {
        Object value = study.rows().get(row).get(variable);
        String code = value instanceof Double number ? String.valueOf(number).replaceAll("\\.0$", "") : "" + value;
        Missing reason = study.codebook().variable(variable).missingCodes().get(code);
        return value == null ? Missing.BLANK : reason == null ? value : reason;
    }

    private static Object value(Cohort cohort, int row, String variable) {
        if (cohort.missing(row, variable).isPresent()) {
            return cohort.missing(row, variable).get();
        }
        return switch (cohort.variable(variable).type()) {
            case NUMBER -> cohort.row(row).number(variable);
            case CATEGORY -> cohort.row(row).level(variable);
            case DATE -> cohort.row(row).date(variable);
            case TIME -> cohort.row(row).time(variable);
            case DATETIME -> cohort.row(row).dateTime(variable);
            case TEXT, IDENTIFIER -> cohort.row(row).text(variable);
        };
    }

    @Test
    void the_medians_of_the_dialysis_workbook_are_the_published_ones() {
        Cohort patients = StudyFiles.of(DialysisStudy.class).cohort(DialysisStudy.WORKBOOK);
        Cohort with = patients.where(p -> p.is("rls", "yes"));
        Cohort without = patients.where(p -> p.is("rls", "no"));

        assertThat(median(with.numbers("ais_score"))).isEqualTo(8);
        assertThat(median(without.numbers("ais_score"))).isEqualTo(4);
        assertThat(median(with.numbers("comorbidities"))).isEqualTo(3);
        assertThat(median(without.numbers("comorbidities"))).isEqualTo(2);
    }

    private static double median(double[] values) {
        double[] sorted = Arrays.stream(values).sorted().toArray();
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    @Test
    void all_workbooks_are_written_by_one_command(@TempDir Path folder) {
        List<Path> written = Reconstructions.writeAll(folder);

        assertThat(written).hasSize(3).allSatisfy(file -> assertThat(file).isNotEmptyFile());
    }
}
