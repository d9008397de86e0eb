package cohortkit.io;

/** Where the records of a text end: at LF, CR LF or CR outside quotes. A quote is one where it begins a field. */
final class CsvRecordEnds {

    private final char delimiter;

    CsvRecordEnds(char delimiter) {
        this.delimiter = delimiter;
    }

    /** After the last record that ends within so many bytes; 0 if none does. */
    int lastEnd(byte[] text, int length) {
        return ends(text, length, Integer.MAX_VALUE)[0];
    }

    /** After so many records. */
    int endOf(byte[] text, int records) {
        return ends(text, text.length, records)[0];
    }

    /** How many records there are; the last need not have an end. */
    int count(byte[] text) {
        int[] ends = ends(text, text.length, Integer.MAX_VALUE);
        return ends[1] + (ends[0] < text.length ? 1 : 0);
    }

    /** Where the last record ends, and how many there are. */
    private int[] ends(byte[] text, int length, int most) {
        int end = 0;
        int records = 0;
        boolean quoted = false;
        boolean begins = true;
        boolean closed = false;
        for (int i = 0; i < length && records < most; i++) {
            byte b = text[i];
            if (quoted) {
                quoted = b != '"';
                closed = !quoted;
                begins = false;
            } else if (b == '\n' || (b == '\r' && i + 1 < length && text[i + 1] != '\n')) {
                end = i + 1;
                records++;
                begins = true;
                closed = false;
            } else {
                // The second of two quotes in a quoted field opens it again.
                quoted = b == '"' && (begins || closed);
                begins = b == delimiter;
                closed = false;
            }
        }
        return new int[] {end, records};
    }
}
