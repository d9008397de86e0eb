package cohortkit.io;

import cohortkit.core.InputException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;

/**
 * What shall not be found out of a text file by itself. Workbooks are read as they are.
 *
 * <pre>{@code
 * var hungarian = CsvOptions.detected().withEncoding("windows-1250").withDelimiter(';');
 * Workbook.read("d.csv", "név;x\nőr;1\n".getBytes("windows-1250"), hungarian).cohort().codebook().names()   // [név, x]
 * }</pre>
 *
 * @param encoding how bytes are letters; empty: the mark at the start tells it, else UTF-8, else windows-1252, with an
 *     entry in the ledger for each column with other letters than a to z
 * @param delimiter what parts fields; empty: the one of comma, semicolon, tab and bar that cuts most lines alike
 */
public record CsvOptions(Optional<Charset> encoding, Optional<Character> delimiter) {

    private static final CsvOptions DETECTED = new CsvOptions(Optional.empty(), Optional.empty());

    public CsvOptions {
        if (delimiter.isPresent() && "\"\r\n".indexOf(delimiter.get()) >= 0) {
            throw new InputException("a quote or a line's end cannot part fields");
        }
    }

    /** Everything is found in the file. */
    public static CsvOptions detected() {
        return DETECTED;
    }

    /**
     * The same with that encoding, such as "UTF-16LE" or "windows-1250".
     *
     * @throws InputException if there is none of that name
     */
    public CsvOptions withEncoding(String name) {
        try {
            return new CsvOptions(Optional.of(Charset.forName(name)), delimiter);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new InputException(
                    "there is no encoding '" + name
                            + "'; name one such as UTF-8, windows-1252, windows-1250 or UTF-16LE",
                    e);
        }
    }

    /** The same with that delimiter. */
    public CsvOptions withDelimiter(char mark) {
        return new CsvOptions(encoding, Optional.of(mark));
    }
}
