package cohortkit.examples;

import cohortkit.examples.dialysis.DialysisReconstruction;
import cohortkit.examples.pregnancy.PregnancyReconstruction;
import cohortkit.examples.psychiatric.PsychiatricReconstruction;
import cohortkit.examples.reconstruction.Reconstruction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * All reconstructed workbooks.
 *
 * <pre>{@code
 * Reconstructions.writeAll(folder).size()   // 3
 * }</pre>
 */
public final class Reconstructions {

    private Reconstructions() {}

    /** Every reconstruction. */
    public static List<Reconstruction> all() {
        return List.of(
                DialysisReconstruction.study(), PsychiatricReconstruction.study(), PregnancyReconstruction.study());
    }

    /**
     * Writes every workbook into its study's folder below {@code resources}.
     *
     * @return the files, in order
     */
    public static List<Path> writeAll(Path resources) {
        List<Path> written = new ArrayList<>();
        for (Reconstruction study : all()) {
            Path file = resources
                    .resolve("cohortkit/examples")
                    .resolve(study.study())
                    .resolve(study.fileName());
            try {
                Files.createDirectories(file.getParent());
                Path part = file.resolveSibling(file.getFileName() + ".part");
                Files.write(part, study.workbook());
                written.add(Files.move(part, file, StandardCopyOption.REPLACE_EXISTING));
            } catch (IOException e) {
                throw new UncheckedIOException("cannot write " + file, e);
            }
        }
        return written;
    }
}
