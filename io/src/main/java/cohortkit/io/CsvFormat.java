package cohortkit.io;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Text with delimiters, as in RFC 4180: UTF-8 or, with its mark, UTF-16; comma, semicolon or tab. */
final class CsvFormat implements Format {

    private static final int MOST_ROWS = Integer.MAX_VALUE - 1;
    static final int LONGEST_FIELD = 1 << 20;
    private static final Set<String> EXTENSIONS = Set.of("", "csv", "tsv", "tab", "txt", "dat");

    @Override
    public boolean fits(byte[] start) {
        if (isUtf16(start)) {
            return true;
        }
        for (byte b : start) {
            if (b >= 0 && b < ' ' && !isText(b)) {
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

    private static boolean isUtf16(byte[] start) {
        return Format.startsWith(start, 0xff, 0xfe) || Format.startsWith(start, 0xfe, 0xff);
    }

    @Override
    public List<RawSheet> read(Content content) throws IOException {
        CsvDialect dialect = CsvDialect.of(opening(content));
        if (dialect.fields() < 2 && !EXTENSIONS.contains(content.extension())) {
            throw content.problem("it is not a workbook (xlsx, xls) and not text with delimiters (CSV)");
        }
        TextPool texts = new TextPool();
        SheetTraits traits = new SheetTraits(false, true, DateSystem.FROM_1900, MOST_ROWS, XlsxFormat.MOST_COLUMNS);
        RawSheet sheet = new RawSheet(content.name(), "", traits, texts);
        try (Reader reader = reader(content, CodingErrorAction.REPORT);
                CsvReader<CsvRecord> records = CsvReader.builder()
                        .fieldSeparator(dialect.delimiter())
                        .skipEmptyLines(false)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .allowUnclosedQuote(false)
                        .maxBufferSize(LONGEST_FIELD)
                        .ofCsvRecord(reader)) {
            int row = 0;
            for (CsvRecord record : records) {
                row++;
                for (int i = 0; i < record.getFieldCount(); i++) {
                    field(sheet, texts, row, i + 1, record.getField(i));
                }
            }
            return List.of(sheet);
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

    private static void field(RawSheet sheet, TextPool texts, int row, int column, String field) {
        if (field.isEmpty()) {
            return;
        }
        if (Numbers.isCanonical(field)) {
            sheet.number(row, column, Numbers.parseShort(field), NumberForm.GENERAL, false);
        } else {
            sheet.text(row, column, CellKind.TEXT, texts.place(CsvText.unguard(field)), false);
        }
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

    private static Reader reader(Content content, CodingErrorAction onDamage) throws IOException {
        Charset charset = isUtf16(content.start(2)) ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
        Reader reader = new BufferedReader(new InputStreamReader(
                content.open(), charset.newDecoder().onMalformedInput(onDamage).onUnmappableCharacter(onDamage)));
        reader.mark(1);
        if (reader.read() != '\ufeff') {
            reader.reset();
        }
        return reader;
    }
}
