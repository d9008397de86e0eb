package cohortkit.report;

import cohortkit.core.InputException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * A table as a workbook. Sheet "Table" is the table as printed; a cell of one number holds the number and a format that
 * shows it as printed. Sheet "Numbers" holds every number in full. No text is ever a formula.
 */
final class ExcelRenderer {

    private static final int MOST_TEXT = 32_767;
    private static final int WIDEST = 60;
    private static final int NARROWEST = 8;
    private static final int CHARACTER = 256;
    private static final Pattern ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private final PaperTable table;
    private final JournalStyle style;
    private final Typeset set;
    private final XSSFWorkbook workbook = new XSSFWorkbook();
    private final ExcelLooks looks = new ExcelLooks(workbook);

    ExcelRenderer(PaperTable table, JournalStyle style) {
        this.table = table;
        this.style = style;
        this.set = new Typeset(table, style);
    }

    void write(OutputStream out) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (workbook) {
            workbook.getProperties().getCoreProperties().setCreated(OfficeZip.CREATED);
            printed(workbook.createSheet("Table"));
            numbers(workbook.createSheet("Numbers"));
            workbook.write(bytes);
        } catch (InvalidFormatException e) {
            throw new IOException("the date of creation is no date", e);
        }
        OfficeZip.copy(bytes.toByteArray(), out);
    }

    private void printed(Sheet sheet) {
        int next = 0;
        if (!table.title().isEmpty()) {
            text(sheet.createRow(next++), 0, table.title(), ExcelLooks.Look.HEAD);
        }
        if (!table.spanners().isEmpty()) {
            Row row = sheet.createRow(next++);
            for (PaperTable.Spanner spanner : table.spanners()) {
                text(row, spanner.first(), spanner.header(), ExcelLooks.Look.CENTER);
                if (spanner.last() > spanner.first()) {
                    sheet.addMergedRegion(
                            new CellRangeAddress(row.getRowNum(), row.getRowNum(), spanner.first(), spanner.last()));
                }
            }
        }
        Row head = sheet.createRow(next++);
        for (int column = 0; column < set.columns(); column++) {
            boolean right = set.isRight(column);
            text(
                    head,
                    column,
                    set.headers().get(column).plain(),
                    right ? ExcelLooks.Look.HEAD_RIGHT : ExcelLooks.Look.HEAD);
        }
        sheet.createFreezePane(1, next);
        for (int row = 0; row < set.rows(); row++) {
            row(sheet.createRow(next++), row);
        }
        for (var footnote : set.footnotes().byText().entrySet()) {
            text(
                    sheet.createRow(next++),
                    0,
                    "[" + footnote.getValue() + "] " + footnote.getKey(),
                    ExcelLooks.Look.NOTE);
        }
        for (String note : table.notes()) {
            text(sheet.createRow(next++), 0, note, ExcelLooks.Look.NOTE);
        }
        Layout.Panel whole = new Layout(set).panels(Integer.MAX_VALUE, 2).get(0);
        for (int column = 0; column < set.columns(); column++) {
            int width = Math.max(NARROWEST, Math.min(WIDEST, whole.widths()[column] + 2));
            sheet.setColumnWidth(column, width * CHARACTER);
        }
    }

    private void row(Row row, int index) {
        PaperTable.Row source = set.source(index);
        boolean strong = source.kind() == PaperTable.Kind.SECTION || source.kind() == PaperTable.Kind.TOTAL;
        for (int column = 0; column < set.columns(); column++) {
            Typeset.Cell cell = set.row(index).get(column);
            CellValue value = source.cells().get(column).value();
            if (column > 0 && ExcelLooks.isNumber(value)) {
                Cell filled = row.createCell(column);
                filled.setCellValue(value.parts().get(0).value());
                filled.setCellStyle(looks.number(value, style, cell.marks()));
            } else if (column == 0) {
                text(
                        row,
                        column,
                        cell.plain(),
                        strong ? ExcelLooks.Look.HEAD : ExcelLooks.Look.indented(source.indent()));
            } else {
                text(row, column, cell.plain(), set.isRight(column) ? ExcelLooks.Look.RIGHT : ExcelLooks.Look.LEFT);
            }
        }
    }

    private void numbers(Sheet sheet) {
        ResultTable numbers = table.numbers();
        Row head = sheet.createRow(0);
        for (int column = 0; column < numbers.columns().size(); column++) {
            text(head, column, numbers.columns().get(column), ExcelLooks.Look.HEAD);
        }
        int next = 1;
        for (List<Object> values : numbers.rows()) {
            Row row = sheet.createRow(next++);
            for (int column = 0; column < values.size(); column++) {
                if (!(values.get(column) instanceof Double number)) {
                    text(row, column, values.get(column).toString(), ExcelLooks.Look.LEFT);
                } else if (Double.isFinite(number)) {
                    row.createCell(column).setCellValue(number);
                } else if (!Double.isNaN(number)) {
                    text(row, column, number > 0 ? "Inf" : "-Inf", ExcelLooks.Look.RIGHT);
                }
            }
        }
        sheet.createFreezePane(0, 1);
    }

    /** A cell of text; none for an empty one. What looks like an escape of the file format is written so that it is none. */
    private void text(Row row, int column, String text, ExcelLooks.Look look) {
        if (text.isEmpty()) {
            return;
        }
        String safe = ESCAPE.matcher(text).replaceAll("_x005F_");
        if (safe.length() > MOST_TEXT) {
            throw new InputException("a text of " + text.length() + " characters, '" + text.substring(0, 40)
                    + "...', does not fit into a cell of Excel; write .csv");
        }
        Cell cell = row.createCell(column);
        cell.setCellValue(safe);
        cell.setCellStyle(looks.text(look));
    }
}
