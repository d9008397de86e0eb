package cohortkit.io;

import de.siegmar.fastcsv.reader.CsvParseException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Text with delimiters, as in RFC 4180, in the encoding and with the delimiter that the options name or that fit. */
final class CsvFormat implements Format {

    private static final int MOST_ROWS = Integer.MAX_VALUE - 1;
    /** A stray control character in a cell is read as it stands; other files have many. */
    private static final int FEWEST_BYTES_FOR_A_CONTROL = 8;

    private static final Set<String> EXTENSIONS = Set.of("", "csv", "tsv", "tab", "txt", "dat");

    private final CsvOptions options;
    private final Optional<CsvDialect> known;

    CsvFormat(CsvOptions options) {
        this(options, Optional.empty());
    }

    private CsvFormat(CsvOptions options, Optional<CsvDialect> known) {
        this.options = options;
        this.known = known;
    }

    /** The same for parts of a text, all cut as the whole. */
    CsvFormat withDialect(CsvDialect dialect) {
        return new CsvFormat(options, Optional.of(dialect));
    }

    @Override
    public boolean fits(byte[] start) {
        if (options.encoding().isPresent() || CsvEncoding.marked(start).isPresent()) {
            return true;
        }
        int controls = 0;
        for (byte b : start) {
            controls += b >= 0 && b < ' ' && !isText(b) ? 1 : 0;
            if (b == 0 || b == CsvDialect.NONE || controls * FEWEST_BYTES_FOR_A_CONTROL > start.length) {
                return false;
            }
        }
        String text =
                new String(start, StandardCharsets.ISO_8859_1).stripLeading().toLowerCase(Locale.ROOT);
        return !text.startsWith("<") && !text.startsWith("%pdf") && !text.startsWith("{\\rtf");
    }

    /** The control characters that stand in text: those that part words, lines, pages and records. */
    static boolean isText(int control) {
        return (control >= '\t' && control <= '\r') || (control >= 0x1c && control <= 0x1f);
    }

    @Override
    public List<RawSheet> read(Content content) throws IOException {
        List<CsvEncoding> encodings = CsvEncoding.of(content.start(4), options.encoding());
        CsvDialect dialect = known.isPresent()
                ? known.get()
                : dialect(content, encodings.get(0).charset());
        if (dialect.fields() < 2 && !EXTENSIONS.contains(content.extension())) {
            throw content.problem("it is not a workbook (xlsx, xls) and not text with delimiters (CSV)");
        }
        for (CsvEncoding encoding : encodings) {
            Optional<RawSheet> sheet = read(content, dialect, encoding.charset());
            if (sheet.isPresent()) {
                SheetNotes notes = sheet.get().notes();
                notes.detect("text in " + encoding.words() + "; " + dialect.words());
                notes.fields(dialect.fields());
                if (encoding.guessed()) {
                    notes.guessed(encoding.charset().name());
                }
                return List.of(sheet.get());
            }
        }
        throw content.problem(
                options.encoding().isPresent()
                        ? "it is not in " + options.encoding().get().name() + "; name another encoding or none"
                        : encodings.size() > 1
                                ? "it is neither UTF-8 nor windows-1252; name its encoding"
                                : "it is damaged: its mark says "
                                        + encodings.get(0).charset() + ", and it is not");
    }

    /** The sheet, unless the text is in another encoding. */
    private static Optional<RawSheet> read(Content content, CsvDialect dialect, Charset charset) throws IOException {
        SheetTraits traits = new SheetTraits(false, true, DateSystem.FROM_1900, MOST_ROWS, XlsxFormat.MOST_COLUMNS);
        CsvRecords records = new CsvRecords(content.name(), traits, dialect);
        if (CsvRecords.mayBeCut(charset)) {
            try (InputStream bytes = content.open()) {
                long size = content.size();
                Optional<RawSheet> sheet = records.readInParts(
                        bytes, size, charset, (rows, read) -> content.progress().read(rows, read / size));
                if (sheet.isPresent()) {
                    return sheet;
                }
            }
        }
        try (Reader reader = reader(content, charset, CodingErrorAction.REPORT)) {
            return Optional.of(records.read(reader));
        } catch (CharacterCodingException e) {
            return Optional.empty();
        } catch (CsvParseException | UncheckedIOException e) {
            if (e.getCause() instanceof CharacterCodingException) {
                return Optional.empty();
            }
            throw content.problem("its quotes or fields are damaged: " + e.getMessage(), e);
        }
    }

    /** As the beginning of a text tells it. */
    CsvDialect dialect(Content content, Charset charset) throws IOException {
        return CsvDialect.of(opening(content, charset), options.delimiter());
    }

    private static String opening(Content content, Charset charset) throws IOException {
        char[] opening = new char[1 << 16];
        int length = 0;
        try (Reader reader = reader(content, charset, CodingErrorAction.REPLACE)) {
            for (int n = 0; n >= 0 && length < opening.length; length += Math.max(0, n)) {
                n = reader.read(opening, length, opening.length - length);
            }
        }
        return new String(opening, 0, length);
    }

    private static Reader reader(Content content, Charset charset, CodingErrorAction onDamage) throws IOException {
        Reader reader = new BufferedReader(new InputStreamReader(
                content.open(), charset.newDecoder().onMalformedInput(onDamage).onUnmappableCharacter(onDamage)));
        reader.mark(1);
        if (reader.read() != '\ufeff') {
            reader.reset();
        }
        return reader;
    }
}
