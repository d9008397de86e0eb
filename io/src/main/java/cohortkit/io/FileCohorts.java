package cohortkit.io;

import cohortkit.core.Cohort;
import cohortkit.core.CohortReader;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads cohorts from workbooks and delimited text, for modules that know no file format.
 *
 * <pre>{@code
 * new FileCohorts().read(file, Optional.empty()).size()   // 333
 * }</pre>
 */
public final class FileCohorts implements CohortReader {

    @Override
    public Cohort read(Path data, Optional<Path> codebook) {
        Workbook workbook = Workbook.open(data);
        return codebook.map(file -> workbook.cohort(ImportOptions.defaults().withCodebook(CodebookFile.read(file))))
                .orElseGet(workbook::cohort);
    }
}
