package cohortkit.report;

import cohortkit.core.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * A file that a report rests on, told from every other by its hash.
 *
 * <pre>{@code
 * var file = Files.writeString(folder.resolve("births.csv"), "low,smoke");
 * DataFile.of(file).name()    // "births.csv"
 * DataFile.of(file).bytes()   // 9
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
        } catch (NoSuchFileException e) {
            throw new InputException("there is no file " + path, e);
        } catch (IOException e) {
            throw new InputException("cannot read " + path + ": " + e.getMessage(), e);
        }
    }
}
