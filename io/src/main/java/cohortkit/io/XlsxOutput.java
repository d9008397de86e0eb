package cohortkit.io;

import cohortkit.core.InputException;
import cohortkit.core.OutputFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/**
 * A workbook of tables, streamed to its file: memory does not grow with the rows. Nothing in it tells the clock, so that the
 * same tables are the same bytes.
 */
final class XlsxOutput {

    /** The most characters that a cell holds. */
    static final int MOST_TEXT = 32_767;

    /** How many characters one may take in the file. */
    private static final int ESCAPED = 7;

    private static final int ROWS_IN_MEMORY = 100;
    private static final int WIDEST = 40;
    private static final int NARROWEST = 10;

    /** Fills the workbook. */
    interface Body {
        void write(XlsxOutput xlsx) throws IOException;
    }

    /** POI's, with zip entries of one fixed time. */
    private static final class Streamed extends SXSSFWorkbook {

        private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 2, 0, 0);

        Streamed() {
            super(ROWS_IN_MEMORY);
            setCompressTempFiles(true);
        }

        @Override
        protected ZipArchiveOutputStream createArchiveOutputStream(OutputStream out) {
            return new ZipArchiveOutputStream(out) {
                @Override
                public void putArchiveEntry(ZipArchiveEntry entry) throws IOException {
                    // POI sets its own time by setTime, which goes before setTimeLocal; zip files hold local times.
                    entry.setTime(
                            TIME.atZone(ZoneId.systemDefault()).toInstant().toEpochMilli());
                    super.putArchiveEntry(entry);
                }
            };
        }
    }

    /** A sheet that is filled row by row, cell by cell. */
    final class Rows {
        private final SXSSFSheet sheet;
        private SXSSFRow row;
        private int next;

        private Rows(SXSSFSheet sheet) {
            this.sheet = sheet;
        }

        /** Starts the next row. */
        Rows start() {
            row = sheet.createRow(next++);
            return this;
        }

        void text(int column, String text) {
            text(column, text, CellLook.of(text));
        }

        /** Nothing for an empty text, as the reader takes no cell for an empty one. */
        void text(int column, String text, CellLook look) {
            if (!text.isEmpty()) {
                row.createCell(column).setCellValue(XlsxText.escape(text));
                row.getCell(column).setCellStyle(styles.get(look));
            }
        }

        void number(int column, double number, CellLook look) {
            row.createCell(column).setCellValue(number);
            row.getCell(column).setCellStyle(styles.get(look));
        }
    }

    private final SXSSFWorkbook workbook = new Streamed();
    private final Map<CellLook, CellStyle> styles = new EnumMap<>(CellLook.class);

    private XlsxOutput() {
        for (CellLook look : CellLook.values()) {
            styles.put(look, look.style(workbook));
        }
    }

    /**
     * Writes the file, or leaves the old one if that fails.
     *
     * @throws InputException if it cannot be written
     */
    static void write(Path path, Body body) {
        OutputFile.writeBytes(path, out -> {
            XlsxOutput xlsx = new XlsxOutput();
            try (SXSSFWorkbook workbook = xlsx.workbook) {
                workbook.getXSSFWorkbook().getProperties().getCoreProperties().setCreated("1970-01-01T00:00:00Z");
                body.write(xlsx);
                workbook.write(out);
            } catch (InvalidFormatException e) {
                throw new IOException("the date of creation is no date", e);
            }
        });
    }

    /** A sheet with a header that stays in sight and can be filtered by, for that many rows. */
    Rows sheet(String name, List<String> header, int rows) {
        SXSSFSheet sheet = workbook.createSheet(name);
        sheet.createFreezePane(0, 1);
        sheet.setAutoFilter(new CellRangeAddress(0, rows, 0, header.size() - 1));
        Rows filled = new Rows(sheet).start();
        for (int column = 0; column < header.size(); column++) {
            filled.text(column, header.get(column), CellLook.HEADER);
            int width = Math.max(NARROWEST, Math.min(WIDEST, header.get(column).length() + 4));
            sheet.setColumnWidth(column, width * 256);
        }
        return filled;
    }

    /** A sheet of texts; what a cell cannot hold of one is left out, and the cell says so. */
    <T> void table(String name, List<String> header, List<T> entries, Function<T, List<String>> row) {
        Rows filled = sheet(name, header, entries.size());
        for (T entry : entries) {
            filled.start();
            List<String> texts = row.apply(entry);
            for (int column = 0; column < texts.size(); column++) {
                filled.text(column, CellText.shortened(texts.get(column), MOST_TEXT / ESCAPED));
            }
        }
    }

    /**
     * Requires that a table fits on a sheet.
     *
     * @param rows with the header
     */
    static void requireRoom(Path path, long rows, int columns) {
        if (rows > XlsxFormat.MOST_ROWS || columns > XlsxFormat.MOST_COLUMNS) {
            throw new InputException("cannot write '" + path + "': " + rows + " rows of " + columns
                    + " columns; a sheet has at most " + XlsxFormat.MOST_ROWS + " rows and " + XlsxFormat.MOST_COLUMNS
                    + " columns; write .csv");
        }
    }

    /**
     * Requires that texts fit in cells.
     *
     * @param place where they stand, such as "row 17 of the codebook"
     */
    static void requireRoom(Path path, List<String> texts, String place) {
        for (String text : texts) {
            if (XlsxText.escape(text).length() > MOST_TEXT) {
                throw new InputException("cannot write '" + path + "': a text of " + text.length() + " characters in "
                        + place + "; a cell holds at most " + MOST_TEXT + "; write .csv");
            }
        }
    }
}
