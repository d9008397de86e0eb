package cohortkit.io;

import cohortkit.core.InputException;
import java.io.IOException;
import java.util.List;

/** A file format: it knows its files by their first bytes, whatever their names, and streams their cells. */
interface Format {

    int START = 4096;

    /** Whether a file that begins so is one of these. */
    boolean fits(byte[] start);

    List<RawSheet> read(Content content) throws IOException;

    /**
     * The sheets of a file.
     *
     * @throws InputException if it is empty, damaged, encrypted, or in no known format
     */
    static List<RawSheet> sheets(Content content, CsvOptions text) {
        try {
            byte[] start = content.start(START);
            if (start.length == 0) {
                throw content.problem("it is empty (0 bytes)");
            }
            // By the bytes that they begin with; the last takes any text.
            for (Format format : List.of(new XlsxFormat(), new XlsFormat(), new CsvFormat(text))) {
                if (format.fits(start)) {
                    return format.read(content);
                }
            }
            throw content.problem("it is not a workbook (xlsx, xls) and not text (CSV)");
        } catch (InputException e) {
            throw e;
        } catch (IOException e) {
            throw content.damaged(String.valueOf(e.getMessage()), e);
        } catch (RuntimeException e) {
            // The parsers below meet damaged bytes with every kind of exception; to the reader they mean one thing.
            throw content.damaged("what stands in it does not fit together", e);
        }
    }

    static boolean startsWith(byte[] bytes, int... expected) {
        if (bytes.length < expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if ((bytes[i] & 0xff) != expected[i]) {
                return false;
            }
        }
        return true;
    }
}
