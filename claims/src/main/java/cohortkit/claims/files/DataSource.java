package cohortkit.claims.files;

import cohortkit.claims.EvidenceLevel;
import cohortkit.core.Cohort;
import cohortkit.core.InputException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A data file of a study.
 *
 * @param name the file's name without its ending
 * @param file the file
 * @param cohort its rows
 */
record DataSource(String name, Path file, Cohort cohort) {

    private static final String FREQUENCY = "n";

    /** Files of counts are named so, or end in a hyphen and this. */
    static boolean isCounts(String name) {
        return name.equals("counts") || name.endsWith("-counts");
    }

    /**
     * The variable that says how many people a row stands for; empty where each stands for one.
     *
     * @throws InputException if it is not there
     */
    Optional<String> frequency() {
        if (!isCounts(name)) {
            return Optional.empty();
        }
        if (cohort.codebook().find(FREQUENCY).isEmpty()) {
            throw new InputException(file.getFileName() + ": a file of counts has a column '" + FREQUENCY
                    + "', how many people a row stands for; there are "
                    + String.join(", ", cohort.codebook().names()));
        }
        return Optional.of(FREQUENCY);
    }

    /** Whether the rows are invented. */
    boolean isReconstructed() {
        return name.contains("reconstructed");
    }

    EvidenceLevel level() {
        return isCounts(name) ? EvidenceLevel.COUNTS : EvidenceLevel.ROWS;
    }
}
