package cohortkit.report;

import cohortkit.core.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that a report rests on, told from every other by its hash.
 *
 * <pre>{@code
 * DataFile.of(Path.of("low-birth-weight.csv")).name()   // "low-birth-weight.csv"
 * }</pre>
 *
 * @param name without its folder
 * @param bytes how long it is
 * @param sha256 in hexadecimal
 */
public record DataFile(String name, long bytes, String sha256) {

    /**
     * The file as it is now.
     *
     * @throws InputException if it cannot be read
     */
    public static DataFile of(Path path) {
        try (InputStream in = Files.newInputStream(path)) {
            return new DataFile(path.getFileName().toString(), Files.size(path), Sha256.of(in));
        } catch (IOException e) {
            throw new InputException("cannot read " + path + ": " + e.getMessage(), e);
        }
    }
}
