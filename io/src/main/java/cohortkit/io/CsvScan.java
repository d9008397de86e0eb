package cohortkit.io;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/**
 * Cuts the usual CSV into cells straight from its bytes: lines that end in LF or CR LF, and quotes around whole fields only.
 * Of anything else it says that it is unusual, and {@link CsvCells} has to read it. Both make the same cells.
 */
final class CsvScan {

    private static final Set<Charset> CHARSETS = Set.of(
            StandardCharsets.UTF_8,
            StandardCharsets.US_ASCII,
            StandardCharsets.ISO_8859_1,
            Charset.forName("windows-1252"));

    private final RawSheet sheet;
    private final TextPool texts;
    private final CharsetDecoder decoder;
    private final byte delimiter;
    private final int expected;
    private final FieldScan scan = new FieldScan();
    private final BytesSeen seen = new BytesSeen();
    private byte[] unquoted = new byte[256];
    private int row;
    private int lines;

    /** A scan into an empty sheet. */
    CsvScan(RawSheet sheet, Charset charset, CsvDialect dialect) {
        this.sheet = sheet;
        this.texts = sheet.texts();
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        this.delimiter = (byte) dialect.delimiter();
        this.expected = dialect.fields();
    }

    /** Whether the bytes of ASCII characters are these characters, and nothing else has them. */
    static boolean fits(Charset charset, CsvDialect dialect) {
        char delimiter = dialect.delimiter();
        return CHARSETS.contains(charset) && delimiter < 0x80 && delimiter != '"' && delimiter != '\r';
    }

    /** How many records there were, empty ones included. */
    int rows() {
        return row;
    }

    /** How many lines ended. */
    int lines() {
        return lines;
    }

    /**
     * Reads the records from the first byte to the end.
     *
     * @return false where the text is unusual; the sheet is of no use then
     * @throws CharacterCodingException if it is in another encoding
     */
    boolean read(byte[] text, int from, int end) throws CharacterCodingException {
        int at = from;
        while (at < end) {
            row++;
            long began = lines + 1L;
            int fields = 0;
            int next = text[at] == '\n' ? at + 1 : text[at] == '\r' ? afterReturn(text, at, end) : at;
            if (next > at) {
                at = next;
                lines++;
                continue;
            }
            boolean more = true;
            while (more) {
                fields++;
                int stop = at < end && text[at] == '"' ? quoted(text, at, end, fields) : plain(text, at, end, fields);
                if (stop < 0) {
                    return false;
                }
                more = stop < end && text[stop] == delimiter;
                at = more ? stop + 1 : afterLine(text, stop, end);
                if (at < 0) {
                    return false;
                }
            }
            lines++;
            if (fields != expected) {
                sheet.notes().ragged(row, began, fields);
            }
        }
        return true;
    }

    /** Where the text goes on after a record's end; negative if that is unusual. */
    private static int afterLine(byte[] text, int at, int end) {
        return at == end ? end : text[at] == '\n' ? at + 1 : afterReturn(text, at, end);
    }

    private static int afterReturn(byte[] text, int at, int end) {
        return text[at] == '\r' && at + 1 < end && text[at + 1] == '\n' ? at + 2 : -1;
    }

    /** Where a field without quotes ends; negative if it is unusual. */
    private int plain(byte[] text, int from, int end, int column) throws CharacterCodingException {
        int at = from;
        int bits = 0;
        for (; at < end; at++) {
            byte b = text[at];
            if (b == delimiter || b == '\n' || b == '\r') {
                break;
            }
            if (b == '"') {
                return -1;
            }
            bits |= b;
        }
        return add(text, from, at - from, column, bits >= 0) ? at : -1;
    }

    /** The same of a field in quotes. */
    private int quoted(byte[] text, int from, int end, int column) throws CharacterCodingException {
        int length = 0;
        int bits = 0;
        for (int at = from + 1; at < end; at++) {
            byte b = text[at];
            if (b == '"') {
                if (at + 1 == end || text[at + 1] != '"') {
                    boolean ends =
                            at + 1 == end || text[at + 1] == delimiter || text[at + 1] == '\n' || text[at + 1] == '\r';
                    return ends && add(unquoted, 0, length, column, bits >= 0) ? at + 1 : -1;
                }
                at++;
            } else if (b == '\n') {
                lines++;
            } else if (b == '\r' && afterReturn(text, at, end) < 0) {
                return -1;
            }
            if (length == unquoted.length) {
                unquoted = Arrays.copyOf(unquoted, length * 2);
            }
            unquoted[length++] = b;
            bits |= b;
        }
        return -1;
    }

    /** Adds the cell of a field; whether it could. */
    private boolean add(byte[] buffer, int from, int length, int column, boolean ascii)
            throws CharacterCodingException {
        if (length == 0) {
            return true;
        }
        if (length >= CsvRecords.LONGEST_FIELD / 2) {
            return false;
        }
        if (!scan.read(buffer, from, length)) {
            sheet.text(row, column, CellKind.TEXT, text(buffer, from, length, ascii), false);
        } else if (scan.canonical()) {
            sheet.number(row, column, scan.value(), NumberForm.GENERAL, false);
        } else {
            sheet.decimal(row, column, scan.digits(), scan.decimals());
        }
        return true;
    }

    private int text(byte[] buffer, int from, int length, boolean ascii) throws CharacterCodingException {
        if (ascii && buffer[from] != CsvText.GUARD) {
            return texts.place(buffer, from, length);
        }
        int known = seen.place(buffer, from, length);
        if (known >= 0) {
            return known;
        }
        String text = decoder.decode(ByteBuffer.wrap(buffer, from, length)).toString();
        int place = texts.place(CsvText.unguard(text));
        seen.put(buffer, from, length, place);
        return place;
    }
}
