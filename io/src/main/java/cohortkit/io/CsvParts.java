package cohortkit.io;

import cohortkit.core.Codebook;
import cohortkit.core.Cohort;
import cohortkit.core.CohortParts;
import cohortkit.core.InputException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;

/** A CSV file a megabyte at a time, each cut at a line's end outside quotes and read under the file's first line. */
final class CsvParts implements CohortParts {

    static final int PART = 1 << 20;

    private final Path path;
    private final Codebook codebook;

    CsvParts(Path path, Codebook codebook) {
        this.path = path;
        this.codebook = codebook;
        Content.of(path);
    }

    @Override
    public Codebook codebook() {
        return codebook;
    }

    @Override
    public void forEach(Consumer<Cohort> reader) {
        try (InputStream file = Files.newInputStream(path)) {
            byte[] head = {};
            byte[] rest = {};
            long lines = 0;
            for (boolean more = true; more; ) {
                byte[] part = Arrays.copyOf(rest, rest.length + PART);
                int length = rest.length + file.readNBytes(part, rest.length, PART);
                more = length == part.length;
                int end = more ? recordEnd(part, length) : length;
                if (head.length > 0 && end > 0) {
                    reader.accept(cohort(head, part, end, lines));
                } else if (end > 0) {
                    head = Arrays.copyOf(part, firstLine(part, end));
                    reader.accept(cohort(new byte[0], part, end, 0));
                }
                for (int i = 0; i < end; i++) {
                    lines += part[i] == '\n' ? 1 : 0;
                }
                rest = Arrays.copyOfRange(part, end, length);
            }
        } catch (IOException e) {
            throw new InputException("cannot read '" + path + "': " + e.getMessage(), e);
        }
    }

    private Cohort cohort(byte[] head, byte[] part, int end, long lines) {
        ByteArrayOutputStream text = new ByteArrayOutputStream(head.length + end);
        text.write(head, 0, head.length);
        text.write(part, 0, end);
        String name = String.valueOf(path.getFileName());
        try {
            return Workbook.read(name, text.toByteArray())
                    .cohort(ImportOptions.defaults().withCodebook(codebook));
        } catch (InputException e) {
            throw lines == 0
                    ? e
                    : new InputException(
                            "in the part of '" + name + "' after line " + lines + ": " + e.getMessage(), e);
        }
    }

    private static int firstLine(byte[] text, int length) {
        int end = 0;
        while (end < length && text[end++] != '\n') {}
        return end;
    }

    /** After the last line's end that an even number of quotes precedes; 0 if there is none. */
    private static int recordEnd(byte[] text, int length) {
        int end = 0;
        boolean quoted = false;
        for (int i = 0; i < length; i++) {
            quoted ^= text[i] == '"';
            if (text[i] == '\n' && !quoted) {
                end = i + 1;
            }
        }
        return end;
    }
}
