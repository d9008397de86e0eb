package cohortkit.io;

import static org.assertj.core.api.Assertions.assertThat;

import cohortkit.core.Cohort;
import cohortkit.core.InputException;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every data file that the project ships gives a cohort or a codebook, and every foreign workbook a cohort or a message. POI's own test
 * workbooks are in no package (it publishes no jar of its tests). Others are: readxl, openxlsx, gdata, rio and officer for R
 * bring fifty. Where they are installed, {@code -Dcohortkit.corpus=FOLDER} names the folders to search, such as R's library.
 */
class CorpusTest {

    private static final List<String> EXTENSIONS = List.of("xlsx", "xlsm", "xls", "csv", "tsv");

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> EXTENSIONS.contains(extension(file)))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String extension(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.substring(name.lastIndexOf('.') + 1);
    }

    static List<Path> own() {
        return files(Path.of("..", "examples", "src", "main", "resources"));
    }

    @ParameterizedTest
    @MethodSource("own")
    void a_file_of_the_project_is_a_cohort_or_a_codebook(Path file) {
        if (file.getFileName().toString().startsWith("codebook")) {
            assertThat(CodebookFile.read(file).size()).isPositive();
        } else {
            assertThat(Workbook.open(file).cohort().size()).isPositive();
        }
    }

    @Test
    void the_project_has_files() {
        assertThat(own()).hasSizeGreaterThan(10);
    }

    @Test
    void a_foreign_file_is_a_cohort_or_a_message() {
        String folders = System.getProperty("cohortkit.corpus", "");
        Arrays.stream(folders.split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .flatMap(folder -> files(Path.of(folder)).stream())
                .forEach(CorpusTest::assertToldOrRead);
    }

    private static void assertToldOrRead(Path file) {
        try {
            Workbook workbook = Workbook.open(file);
            for (String sheet : workbook.sheets()) {
                Cohort cohort = workbook.cohort(ImportOptions.defaults().withSheet(sheet));
                assertThat(cohort.toString()).isNotEmpty();
            }
        } catch (InputException e) {
            assertThat(e.getMessage())
                    .contains("'" + file.getFileName() + "'")
                    .doesNotContain("Exception", "org.apache", "[M");
        }
    }
}
