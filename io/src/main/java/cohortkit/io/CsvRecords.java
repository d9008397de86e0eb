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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Cuts a text into the cells of one sheet, on all cores where it is long. */
final class CsvRecords {

    static final int LONGEST_FIELD = 1 << 20;
    private static final int PART = 4 << 20;
    private static final int SAMPLE = 1 << 16;

    private record Part(CsvPart cells, int rows, int lines, int bytes) {}

    private final String file;
    private final SheetTraits traits;
    private final CsvDialect dialect;
    private final int size;

    CsvRecords(String file, SheetTraits traits, CsvDialect dialect) {
        this(file, traits, dialect, PART);
    }

    /**
     * Records that are read in parts of another size.
     *
     * @param size in bytes
     */
    CsvRecords(String file, SheetTraits traits, CsvDialect dialect, int size) {
        this.file = file;
        this.traits = traits;
        this.dialect = dialect;
        this.size = size;
    }

    /** Whether the parts of such a text may be read apart: a byte of a line's end is nothing else. */
    static boolean mayBeCut(Charset charset) {
        return charset.newDecoder().averageCharsPerByte() >= 1;
    }

    /** From the first character to the last. */
    RawSheet read(Reader reader) throws IOException {
        RawSheet sheet = new RawSheet(file, "", traits, new TextPool());
        fill(reader, new SparseRows(sheet));
        return sheet;
    }

    /** Fills what takes the fields; the number of records. */
    private int fill(Reader reader, CsvSink sink) throws IOException {
        CsvCells cells = new CsvCells(sink, dialect.fields());
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
        return cells.rows();
    }

    private Part fill(byte[] part, int end, Charset charset, boolean first) throws IOException {
        int rows = rows(part, end);
        if (CsvScan.fits(charset, dialect)) {
            CsvPart cells = new CsvPart(charset, rows, end);
            CsvScan scan = new CsvScan(cells, dialect);
            int start = first && charset.equals(StandardCharsets.UTF_8) && Format.startsWith(part, 0xef, 0xbb, 0xbf)
                    ? 3
                    : 0;
            part[end] = '\n';
            if (scan.read(part, start, end)) {
                return new Part(cells, scan.rows(), scan.lines(), end);
            }
        }
        Charset spelling = CsvScan.fits(charset, dialect) ? charset : StandardCharsets.UTF_8;
        CsvPart cells = new CsvPart(spelling, rows, end);
        int records = fill(text(part, end, charset, first), cells);
        return new Part(cells, records, lineEnds(part, end), end);
    }

    /**
     * The same in parts, each cut after a line's end. Where that end stands between quotes, its part has an unclosed quote
     * and nothing is returned; where it does not, the next part begins with a record. Nor is anything returned where the
     * text is damaged: read as one, it tells where; or where its cells are so few that columns of them take too much room.
     *
     * @param all how many bytes there are
     * @param progress hears of the rows and, in place of the share, of the bytes
     */
    Optional<RawSheet> readInParts(InputStream bytes, long all, Charset charset, ImportProgress progress)
            throws IOException {
        List<CsvPart> filled = new ArrayList<>();
        List<Integer> downs = new ArrayList<>();
        SheetNotes notes = new SheetNotes();
        int[] rows = {0};
        int[] lines = {0};
        double[] done = {0};
        try (InOrder<Part> parts = new InOrder<>(all > size ? InOrder.CORES : 1, part -> {
            filled.add(part.cells());
            downs.add(rows[0]);
            part.cells().notes().shiftLines(lines[0]);
            notes.append(part.cells().notes(), rows[0]);
            lines[0] += part.lines();
            rows[0] += part.rows();
            done[0] += part.bytes();
            progress.read(rows[0], done[0]);
        })) {
            boolean atStart = true;
            CsvBuffers buffers = new CsvBuffers(bytes, (int) Math.min(size, all + 1));
            for (boolean more = true; more; ) {
                byte[] part = buffers.next();
                int end = buffers.end();
                more = buffers.hasMore();
                if (end == 0 && more) {
                    return Optional.empty();
                }
                boolean first = atStart;
                parts.add(() -> {
                    Part read = fill(part, end, charset, first);
                    buffers.free(part);
                    return read;
                });
                atStart = false;
            }
            parts.finish();
            return CsvColumns.canBe(filled)
                    ? Optional.of(new RawSheet(file, traits, new CsvColumns(filled, downs), notes))
                    : Optional.empty();
        } catch (CharacterCodingException | CsvParseException | UncheckedIOException e) {
            return Optional.empty();
        }
    }

    /** About how many records there are, rather some more. */
    private static int rows(byte[] part, int length) {
        int sample = Math.min(length, SAMPLE);
        int rows = lineEnds(part, sample) + 1;
        return sample == length ? rows : (int) Math.min(length, 1.02 * rows * length / sample);
    }

    /** How many lines end within so many bytes, by LF, CR LF or CR. */
    static int lineEnds(byte[] part, int length) {
        int ends = 0;
        for (int i = 0; i < length; i++) {
            boolean alone = part[i] == '\r' && (i + 1 == length || part[i + 1] != '\n');
            ends += alone || part[i] == '\n' ? 1 : 0;
        }
        return ends;
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
