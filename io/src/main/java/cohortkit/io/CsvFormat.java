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

/** Text with delimiters, as in RFC 4180: UTF-8 or, with its mark, UTF-16; comma, semicolon or tab. */
final class CsvFormat implements Format {

    private static final int MOST_ROWS = Integer.MAX_VALUE - 1;
    private static final Set<String> EXTENSIONS = Set.of("", "csv", "tsv", "tab", "txt", "dat");

    @Override
    public boolean fits(byte[] start) {
        if (isUtf16(start)) {
            return true;
        }
        for (byte b : start) {
            if (b >= 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r') {
                return false;
            }
        }
        String text =
                new String(start, StandardCharsets.ISO_8859_1).stripLeading().toLowerCase(Locale.ROOT);
        return !text.startsWith("<") && !text.startsWith("%pdf") && !text.startsWith("{\\rtf");
    }

    private static boolean isUtf16(byte[] start) {
        return Format.startsWith(start, 0xff, 0xfe) || Format.startsWith(start, 0xfe, 0xff);
    }

    @Override
    public List<RawSheet> read(Content content) throws IOException {
        CsvDialect dialect = CsvDialect.of(opening(content));
        if (dialect.fields() < 2 && !EXTENSIONS.contains(content.extension())) {
            throw content.problem("it is not a workbook (xlsx, xls) and not text with delimiters (CSV)");
        }
        SheetTraits traits = new SheetTraits(false, true, DateSystem.FROM_1900, MOST_ROWS, XlsxFormat.MOST_COLUMNS);
        CsvRecords records = new CsvRecords(content.name(), traits, dialect.delimiter());
        Charset charset = charset(content);
        if (CsvRecords.mayBeCut(content.size(), charset)) {
            try (InputStream bytes = content.open()) {
                double size = content.size();
                Optional<RawSheet> sheet = records.readInParts(bytes, charset, (rows, read) -> content.progress().read(rows, read / size));
                if (sheet.isPresent()) {
                    return List.of(sheet.get());
                }
            }
        }
        try (Reader reader = reader(content, CodingErrorAction.REPORT)) {
            return List.of(records.read(reader));
        } catch (CharacterCodingException e) {
            throw notUtf8(content, e);
        } catch (CsvParseException | UncheckedIOException e) {
            throw e.getCause() instanceof CharacterCodingException
                    ? notUtf8(content, e)
                    : content.problem("its quotes or fields are damaged: " + e.getMessage(), e);
        }
    }

    private static RuntimeException notUtf8(Content content, Exception e) {
        return content.problem("it is not UTF-8 text; save it as 'CSV UTF-8' and try again", e);
    }

    private static String opening(Content content) throws IOException {
        char[] opening = new char[1 << 16];
        int length = 0;
        try (Reader reader = reader(content, CodingErrorAction.REPLACE)) {
            for (int n = 0; n >= 0 && length < opening.length; length += Math.max(0, n)) {
                n = reader.read(opening, length, opening.length - length);
            }
        }
        return new String(opening, 0, length);
    }

    private static Charset charset(Content content) throws IOException {
        return isUtf16(content.start(2)) ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
    }

    private static Reader reader(Content content, CodingErrorAction onDamage) throws IOException {
        Charset charset = charset(content);
        Reader reader = new BufferedReader(new InputStreamReader(
                content.open(), charset.newDecoder().onMalformedInput(onDamage).onUnmappableCharacter(onDamage)));
        reader.mark(1);
        if (reader.read() != '\ufeff') {
            reader.reset();
        }
        return reader;
    }
}
