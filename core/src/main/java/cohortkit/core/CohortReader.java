package cohortkit.core;

import java.nio.file.Path;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * Reads a cohort from a file: the door through which modules that know no file format get their rows. The module io has
 * one; it is found on the class path.
 *
 * <pre>{@code
 * CohortReader.installed().read(file, Optional.empty()).size()   // 333
 * }</pre>
 */
public interface CohortReader {

    /**
     * Reads a file.
     *
     * @param data the rows
     * @param codebook what they mean; empty: as the data file says itself, else drafted from its cells
     * @throws InputException if a file cannot be read, or the codebook is wrong
     */
    Cohort read(Path data, Optional<Path> codebook);

    /**
     * The reader on the class path.
     *
     * @throws InputException if there is none
     */
    static CohortReader installed() {
        return ServiceLoader.load(CohortReader.class)
                .findFirst()
                .orElseThrow(() -> new InputException(
                        "no reader of data files is on the class path; add the module cohortkit-io"));
    }
}
