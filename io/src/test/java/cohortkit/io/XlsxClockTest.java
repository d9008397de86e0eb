package cohortkit.io;

import static org.assertj.core.api.Assertions.assertThat;

import cohortkit.core.Cohort;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class XlsxClockTest {

    @TempDir
    private Path folder;

    @Test
    void no_entry_of_a_written_workbook_tells_the_clock() throws Exception {
        Path file = folder.resolve("clean.xlsx");
        CohortWorkbook.write(Cohort.of(Table.create(StringColumn.create("sex", "f", "m"))), file);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            assertThat(zip.stream().map(ZipEntry::getTimeLocal)).containsOnly(LocalDateTime.of(1980, 1, 2, 0, 0));
        }
    }
}
