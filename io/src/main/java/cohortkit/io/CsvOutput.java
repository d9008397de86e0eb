package cohortkit.io;

import cohortkit.core.InputException;
import cohortkit.core.OutputFile;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes CSV that any program reads and that {@link CsvFormat} reads as the same texts: UTF-8, comma, line feed. Fields with
 * another delimiter stand in quotes too, so that the comma is the only one to be found.
 */
final class CsvOutput {

    /** Gives the records under the header. */
    interface Body {
        void write(CsvOutput csv) throws IOException;
    }

    private static final String QUOTED = ";\t|<\ufeff";

    private static final QuoteStrategy QUOTES = new QuoteStrategy() {
        @Override
        public boolean quoteValue(int line, int field, String value) {
            return value.chars().anyMatch(c -> QUOTED.indexOf(c) >= 0);
        }
    };

    private final String file;
    private final List<String> header;
    private final CsvWriter csv;
    private final List<String> guarded = new ArrayList<>();
    private int line;

    private CsvOutput(String file, List<String> header, CsvWriter csv) {
        this.file = file;
        this.header = header;
        this.csv = csv;
    }

    /**
     * Writes the file, or leaves the old one if that fails.
     *
     * @throws InputException if it cannot be written, or a text cannot stand in CSV
     */
    static void write(Path path, List<String> header, Body body) {
        OutputFile.write(path, out -> {
            try (CsvWriter writer = CsvWriter.builder()
                    .lineDelimiter(LineDelimiter.LF)
                    .quoteStrategy(QUOTES)
                    .build(out)) {
                CsvOutput csv = new CsvOutput(String.valueOf(path.getFileName()), header, writer);
                csv.record(header);
                body.write(csv);
            }
        });
    }

    void record(List<String> fields) {
        line++;
        guarded.clear();
        for (int i = 0; i < fields.size(); i++) {
            guarded.add(CsvText.guard(checked(i, fields.get(i))));
        }
        csv.writeRecord(guarded);
    }

    private String checked(int field, String text) {
        if (text.length() > CsvRecords.LONGEST_FIELD / 2 - 4) {
            throw problem(field, "holds " + text.length() + " characters; shorten it");
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' && !CsvFormat.isText(c)) {
                throw problem(
                        field, String.format("holds the control character U+%04X; write xlsx or remove it", (int) c));
            }
            if (Character.isSurrogate(c)) {
                if (Character.isLowSurrogate(c)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    throw problem(
                            field, String.format("holds half a character (U+%04X); write xlsx or remove it", (int) c));
                }
                i++;
            }
        }
        return text;
    }

    private InputException problem(int field, String text) {
        return new InputException("cannot write '" + file + "': '" + header.get(field) + "' "
                + (line == 1 ? "" : "of record " + (line - 1) + " ") + text);
    }
}
