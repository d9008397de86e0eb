package cohortkit.io;

import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
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

    private static final String QUOTE_AND_ENDS = "\"\r\n";
    private static final long QUOTES = Words.all((byte) '"');
    private static final long RETURNS = Words.all((byte) '\r');
    private static final long FEEDS = Words.all((byte) '\n');

    private final CsvPart part;
    private final byte delimiter;
    private final long delimiters;
    private final int expected;
    private final FieldScan scan = new FieldScan();
    private byte[] unquoted = new byte[256];
    private int row;
    private int lines;

    /** A scan into an empty part. */
    CsvScan(CsvPart part, CsvDialect dialect) {
        this.part = part;
        this.delimiter = (byte) dialect.delimiter();
        this.delimiters = Words.all(delimiter);
        this.expected = dialect.fields();
    }

    /** Whether the bytes of ASCII characters are these characters, and nothing else has them. */
    static boolean fits(Charset charset, CsvDialect dialect) {
        char delimiter = dialect.delimiter();
        return CHARSETS.contains(charset) && delimiter < 0x80 && QUOTE_AND_ENDS.indexOf(delimiter) < 0;
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
     * Reads the records from the first byte to the end, behind which at least {@link Words#SLACK} bytes stand, the first of
     * them a line feed.
     *
     * @return false where the text is unusual; the part is of no use then
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
                int stop = at < end && text[at] == '"' ? quoted(text, at, end, fields) : plain(text, at, fields);
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
            part.endRow(row);
            if (fields != expected) {
                part.notes().ragged(row, began, fields);
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

    /** A mark where a word has a byte that ends a field, or a quote; only the lowest mark is sure. */
    private long ends(long word) {
        return Words.marks(word, delimiters)
                | Words.marks(word, FEEDS)
                | Words.marks(word, RETURNS)
                | Words.marks(word, QUOTES);
    }

    /** Where a field without quotes ends; negative if it is unusual. */
    private int plain(byte[] text, int from, int column) throws CharacterCodingException {
        int at = from;
        long word = Words.at(text, at);
        long ends = ends(word);
        long bits = 0;
        while (ends == 0) {
            bits |= word;
            at += Long.BYTES;
            word = Words.at(text, at);
            ends = ends(word);
        }
        int rest = Words.first(ends);
        bits |= Words.start(word, rest);
        at += rest;
        return text[at] != '"' && add(text, from, at - from, column, Words.isAscii(bits)) ? at : -1;
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
            if (length + Words.SLACK == unquoted.length) {
                unquoted = Arrays.copyOf(unquoted, length * 2 + Words.SLACK);
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
        int day = length == IsoDay.LENGTH ? IsoDay.read(buffer, from) : -1;
        if (day >= 0) {
            part.day(column, day);
        } else if (scan.read(buffer, from, length)) {
            part.number(column, scan);
        } else {
            int guard = buffer[from] == CsvText.GUARD ? guard(buffer, from, length) : 0;
            part.text(column, buffer, from + guard, length - guard, ascii);
        }
        return true;
    }

    /** How many bytes stand before a text that a spreadsheet program would run without them. */
    private static int guard(byte[] buffer, int from, int length) {
        String text = new String(buffer, from, length, StandardCharsets.UTF_8);
        return CsvText.unguard(text).length() < text.length() ? 1 : 0;
    }
}
