package cohortkit.core;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Writes a file beside its place and moves it there when it is whole, so that a crash leaves the old one. Folders that are
 * not there yet are made.
 *
 * <pre>{@code
 * OutputFile.write(folder.resolve("note.txt"), out -> out.write("all is well"));
 * Files.readString(folder.resolve("note.txt"))   // "all is well"
 * }</pre>
 */
public final class OutputFile {

    /** Fills a file of text. */
    public interface Text {
        /** Writes all of it. */
        void write(Writer out) throws IOException;
    }

    /** Fills a file. */
    public interface Body {
        /** Writes all of it. */
        void write(OutputStream out) throws IOException;
    }

    private OutputFile() {}

    /**
     * Writes text in UTF-8.
     *
     * @throws InputException if the file cannot be written; the old one stays
     */
    public static void write(Path path, Text text) {
        writeBytes(path, bytes -> {
            // An encoder of its own: half a character is an error, not a question mark.
            try (Writer out = new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8.newEncoder()))) {
                text.write(out);
            }
        });
    }

    /**
     * Writes bytes.
     *
     * @throws InputException if the file cannot be written; the old one stays
     */
    public static void writeBytes(Path path, Body body) {
        if (Files.isDirectory(path)) {
            throw new InputException("cannot write '" + path + "': it is a folder");
        }
        try {
            if (Files.exists(path) && !Files.isRegularFile(path)) {
                fill(path, body); // a pipe or a terminal has no place beside it
                return;
            }
            Path target = Files.exists(path) ? path.toRealPath() : path.toAbsolutePath();
            Path draft = target.resolveSibling(
                    "." + target.getFileName() + "." + Long.toHexString(System.nanoTime()) + ".part");
            makeFolder(path, target.toAbsolutePath().getParent());
            try {
                fill(draft, body);
                move(draft, target);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (UncheckedIOException e) {
            throw problem(path, e.getCause());
        } catch (IOException e) {
            throw problem(path, e);
        }
    }

    private static void makeFolder(Path path, Path folder) throws IOException {
        Path known = folder;
        while (known != null && !Files.exists(known)) {
            known = known.getParent();
        }
        if (known != null && !Files.isDirectory(known)) {
            throw new InputException("cannot write '" + path + "': '" + known + "' is a file and no folder");
        }
        Files.createDirectories(folder);
    }

    private static InputException problem(Path path, IOException e) {
        return new InputException("cannot write '" + path + "': " + reason(e) + "; check the folder", e);
    }

    private static String reason(IOException e) {
        String type = e.getClass().getSimpleName();
        return switch (type) {
            case "NoSuchFileException" -> "there is no such folder";
            case "AccessDeniedException" -> "it may not be written";
            default -> String.valueOf(e.getMessage());
        };
    }

    private static void fill(Path file, Body body) throws IOException {
        boolean exists = Files.exists(file);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(
                file, exists ? StandardOpenOption.WRITE : StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE))) {
            body.write(out);
        }
    }

    private static void move(Path draft, Path target) throws IOException {
        try {
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
