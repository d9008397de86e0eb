package cohortkit.io;

import cohortkit.core.InputException;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** A file's name and bytes, on disk or in memory. */
final class Content {

    private final String name;
    private final Path path;
    private final byte[] bytes;
    private final ImportProgress progress;

    private Content(String name, Path path, byte[] bytes, ImportProgress progress) {
        this.name = name;
        this.path = path;
        this.bytes = bytes;
        this.progress = progress;
    }

    /** The file at that path. */
    static Content of(Path path) {
        return of(path, ImportProgress.none());
    }

    static Content of(Path path, ImportProgress progress) {
        String name = String.valueOf(path.getFileName());
        if (Files.isDirectory(path)) {
            throw new InputException("'" + path + "' is a folder; name the workbook in it");
        }
        if (!Files.exists(path)) {
            throw new InputException("there is no file '" + path + "'" + (path.isAbsolute() ? "" : inFolder()));
        }
        if (!Files.isReadable(path)) {
            throw new InputException("'" + path + "' may not be read; check its permissions");
        }
        return new Content(name, path, new byte[0], progress);
    }

    private static String inFolder() {
        return " in " + Path.of("").toAbsolutePath();
    }

    static Content of(String name, byte[] bytes) {
        return new Content(name, null, bytes.clone(), ImportProgress.none());
    }

    String name() {
        return name;
    }

    /** The extension in lower case, without the dot. */
    String extension() {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /** Who hears how far its reading is. */
    ImportProgress progress() {
        return progress;
    }

    boolean isFile() {
        return path != null;
    }

    File file() {
        return path.toFile();
    }

    long size() throws IOException {
        return isFile() ? Files.size(path) : bytes.length;
    }

    InputStream open() throws IOException {
        return isFile() ? Files.newInputStream(path) : new ByteArrayInputStream(bytes);
    }

    /** The bytes at any place, none of them read before it is asked for. */
    SeekableByteChannel channel() throws IOException {
        return isFile() ? Files.newByteChannel(path) : new SeekableInMemoryByteChannel(bytes);
    }

    /** The first bytes, as many as there are. */
    byte[] start(int count) throws IOException {
        try (InputStream in = open()) {
            return in.readNBytes(count);
        }
    }

    InputException problem(String text) {
        return new InputException("cannot read '" + name + "': " + text);
    }

    InputException problem(String text, Throwable cause) {
        return new InputException("cannot read '" + name + "': " + text, cause);
    }

    InputException damaged(String what, Throwable cause) {
        return problem(
                "it is damaged or cut off (" + what
                        + "); get a whole copy, or open and save it in a spreadsheet program",
                cause);
    }
}
