package cohortkit.io;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.CharArrayReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Cuts a text into the cells of one sheet, on all cores where it is long. */
final class CsvRecords {

    static final int LONGEST_FIELD = 1 << 20;
    private static final int PART = 4 << 20;

    private record Part(RawSheet sheet, int rows, int lines, int bytes) {}

    private final String file;
    private final SheetTraits traits;
    private final CsvDialect dialect;

    CsvRecords(String file, SheetTraits traits, CsvDialect dialect) {
        this.file = file;
        this.traits = traits;
        this.dialect = dialect;
    }

    private RawSheet empty() {
        return new RawSheet(file, "", traits, new TextPool());
    }

    /** Whether the parts of such a text may be read apart: it is long, and a byte of a line's end is nothing else. */
    static boolean mayBeCut(long size, Charset charset) {
        return size > PART && charset.newDecoder().averageCharsPerByte() >= 1;
    }

    /** From the first character to the last. */
    RawSheet read(Reader reader) throws IOException {
        return fill(reader, 0).sheet();
    }

    private Part fill(Reader reader, int bytes) throws IOException {
        RawSheet sheet = empty();
        CsvCells cells = new CsvCells(sheet, sheet.texts(), dialect.fields());
        try (CsvReader<CsvCells> records = CsvReader.builder()
                .fieldSeparator(dialect.delimiter())
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .maxBufferSize(LONGEST_FIELD)
                .build(cells, reader)) {
            records.forEach(record -> {});
        }
        return new Part(sheet, cells.rows(), 0, bytes);
    }

    private Part fill(byte[] part, int end, Charset charset, boolean first) throws IOException {
        if (CsvScan.fits(charset, dialect)) {
            RawSheet sheet = empty();
            CsvScan scan = new CsvScan(sheet, charset, dialect);
            int start = first && charset.equals(StandardCharsets.UTF_8) && Format.startsWith(part, 0xef, 0xbb, 0xbf)
                    ? 3
                    : 0;
            if (scan.read(part, start, end)) {
                return new Part(sheet, scan.rows(), scan.lines(), end);
            }
        }
        Part filled = fill(text(part, end, charset, first), end);
        return new Part(filled.sheet(), filled.rows(), lineEnds(part, end), end);
    }

    /**
     * The same in parts, each cut after a line's end. Where that end stands between quotes, its part has an unclosed quote
     * and nothing is returned; where it does not, the next part begins with a record. Nor is anything returned where the
     * text is damaged: read as one, it tells where.
     *
     * @param progress hears of the rows and, in place of the share, of the bytes
     */
    Optional<RawSheet> readInParts(InputStream bytes, Charset charset, ImportProgress progress) throws IOException {
        RawSheet sheet = empty();
        int[] rows = {0};
        int[] lines = {0};
        double[] done = {0};
        try (InOrder<Part> parts = new InOrder<>(part -> {
            part.sheet().notes().shiftLines(lines[0]);
            lines[0] += part.lines();
            sheet.append(part.sheet(), rows[0]);
            rows[0] += part.rows();
            done[0] += part.bytes();
            progress.read(rows[0], done[0]);
        })) {
            byte[] rest = new byte[0];
            boolean atStart = true;
            for (boolean more = true; more; ) {
                byte[] part = Arrays.copyOf(rest, rest.length + PART);
                int length = rest.length + bytes.readNBytes(part, rest.length, PART);
                more = length == part.length;
                int end = more ? lastLineEnd(part) : length;
                if (end == 0 && more) {
                    return Optional.empty();
                }
                boolean first = atStart;
                parts.add(() -> fill(part, end, charset, first));
                atStart = false;
                rest = Arrays.copyOfRange(part, end, length);
            }
            parts.finish();
            return Optional.of(sheet);
        } catch (CharacterCodingException | CsvParseException | UncheckedIOException e) {
            return Optional.empty();
        }
    }

    private static int lineEnds(byte[] part, int length) {
        int ends = 0;
        for (int i = 0; i < length; i++) {
            ends += part[i] == '\n' ? 1 : 0;
        }
        return ends;
    }

    private static int lastLineEnd(byte[] part) {
        int end = part.length;
        while (end > 0 && part[end - 1] != '\n') {
            end--;
        }
        return end;
    }

    private static Reader text(byte[] part, int length, Charset charset, boolean first) throws IOException {
        CharBuffer text = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(part, 0, length));
        int mark = first && text.hasRemaining() && text.get(0) == '\ufeff' ? 1 : 0;
        return new CharArrayReader(text.array(), text.arrayOffset() + mark, text.length() - mark);
    }
}
