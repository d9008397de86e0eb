package cohortkit.io;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Makes the same sheets as xlsx, xls and CSV. Cells are null, text, numbers, logical values, dates or one of these. */
final class Sheets {

    /** A number shown in that format. */
    record Formatted(double number, String format) {}

    /** A formula; the result is saved if it is asked for. */
    record Formula(String formula, boolean saved) {}

    /** What makes a zip a package. */
    static final String CONTENT_TYPES = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + "<Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>";

    private final Map<String, Object[][]> sheets = new LinkedHashMap<>();
    private final Map<String, List<String>> merged = new LinkedHashMap<>();
    private final Map<String, List<List<Integer>>> hidden = new LinkedHashMap<>();
    private final List<Integer> hiddenSheets = new ArrayList<>();

    static Sheets of(String name, Object[]... rows) {
        return new Sheets().and(name, rows);
    }

    static Object[] row(Object... cells) {
        return cells;
    }

    Sheets and(String name, Object[]... rows) {
        sheets.put(name, rows);
        return this;
    }

    /** Merges cells of the last sheet. */
    Sheets merging(String... ranges) {
        String last = new ArrayList<>(sheets.keySet()).get(sheets.size() - 1);
        merged.put(last, List.of(ranges));
        return this;
    }

    /** Hides rows and columns, from 1, of the last sheet. */
    Sheets hiding(List<Integer> rows, List<Integer> columns) {
        String last = new ArrayList<>(sheets.keySet()).get(sheets.size() - 1);
        hidden.put(last, List.of(rows, columns));
        return this;
    }

    /** Hides the last sheet. */
    Sheets hidden() {
        hiddenSheets.add(sheets.size() - 1);
        return this;
    }

    byte[] xlsx() {
        return bytes(new XSSFWorkbook());
    }

    byte[] xls() {
        return bytes(new HSSFWorkbook());
    }

    private byte[] bytes(Workbook workbook) {
        try (workbook;
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Map<String, CellStyle> styles = new LinkedHashMap<>();
            sheets.forEach((name, rows) -> fill(workbook, workbook.createSheet(name), rows, styles));
            merged.forEach((name, ranges) ->
                    ranges.forEach(range -> workbook.getSheet(name).addMergedRegion(CellRangeAddress.valueOf(range))));
            hidden.forEach((name, places) -> {
                places.get(0)
                        .forEach(row -> workbook.getSheet(name).getRow(row - 1).setZeroHeight(true));
                places.get(1).forEach(column -> workbook.getSheet(name).setColumnHidden(column - 1, true));
            });
            hiddenSheets.forEach(sheet -> workbook.setSheetHidden(sheet, true));
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void fill(Workbook workbook, Sheet sheet, Object[][] rows, Map<String, CellStyle> styles) {
        for (int i = 0; i < rows.length; i++) {
            Row row = rows[i].length == 0 ? null : sheet.createRow(i);
            for (int j = 0; j < rows[i].length; j++) {
                if (rows[i][j] != null) {
                    set(workbook, row.createCell(j), rows[i][j], styles);
                }
            }
        }
    }

    private static void set(Workbook workbook, Cell cell, Object value, Map<String, CellStyle> styles) {
        if (value instanceof Number number) {
            cell.setCellValue(number.doubleValue());
        } else if (value instanceof Boolean logical) {
            cell.setCellValue(logical);
        } else if (value instanceof LocalDate date) {
            cell.setCellValue(date);
            cell.setCellStyle(style(workbook, "dd/mm/yyyy", styles));
        } else if (value instanceof LocalDateTime at) {
            cell.setCellValue(at);
            cell.setCellStyle(style(workbook, "yyyy-mm-dd hh:mm", styles));
        } else if (value instanceof Formatted formatted) {
            cell.setCellValue(formatted.number());
            cell.setCellStyle(style(workbook, formatted.format(), styles));
        } else if (value instanceof Formula formula) {
            cell.setCellFormula(formula.formula());
            if (formula.saved()) {
                workbook.getCreationHelper().createFormulaEvaluator().evaluateFormulaCell(cell);
            }
        } else {
            cell.setCellValue((String) value);
        }
    }

    private static CellStyle style(Workbook workbook, String format, Map<String, CellStyle> styles) {
        return styles.computeIfAbsent(format, code -> {
            CellStyle style = workbook.createCellStyle();
            style.setDataFormat(workbook.createDataFormat().getFormat(code));
            return style;
        });
    }

    /** The first sheet, dates in ISO form. */
    byte[] csv(String delimiter) {
        StringBuilder text = new StringBuilder();
        for (Object[] row : sheets.values().iterator().next()) {
            for (int i = 0; i < row.length; i++) {
                String field =
                        row[i] == null ? "" : row[i] instanceof Number n ? Numbers.shown(n.doubleValue()) : row[i] + "";
                boolean quoted = field.contains(delimiter) || field.contains("\"") || field.contains("\n");
                text.append(i == 0 ? "" : delimiter).append(quoted ? '"' + field.replace("\"", "\"\"") + '"' : field);
            }
            text.append("\r\n");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** A zip of parts: name, text, name, text. */
    static byte[] zip(String... namesAndTexts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
                zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** A workbook of one sheet, Data, by the XML inside its sheetData, with a few shared texts and styles. */
    static byte[] xml(String sheetData, String... sharedTexts) {
        return xmlWorkbook("", "<sheetData>" + sheetData + "</sheetData>", sharedTexts);
    }

    static byte[] xmlWorkbook(String properties, String sheet, String... sharedTexts) {
        String office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        String relations = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
        String main = " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
        return zip(
                "[Content_Types].xml",
                CONTENT_TYPES,
                "_rels/.rels",
                relations + "<Relationship Id=\"r1\" Type=\"" + office
                        + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>",
                "xl/workbook.xml",
                "<workbook" + main + " xmlns:r=\"" + office + "\">" + properties
                        + "<sheets><sheet name=\"Data\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>",
                "xl/_rels/workbook.xml.rels",
                relations + "<Relationship Id=\"r1\" Type=\"" + office
                        + "/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
                        + "<Relationship Id=\"r2\" Type=\"" + office
                        + "/sharedStrings\" Target=\"/xl/sharedStrings.xml\"/>"
                        + "<Relationship Id=\"r3\" Type=\"" + office + "/styles\" Target=\"../xl/styles.xml\"/>"
                        + "</Relationships>",
                "xl/sharedStrings.xml",
                "<sst" + main + "><si>" + String.join("</si><si>", sharedTexts) + "</si></sst>",
                "xl/styles.xml",
                "<styleSheet" + main + "><numFmts><numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy\"/></numFmts>"
                        + "<cellStyleXfs><xf numFmtId=\"20\"/></cellStyleXfs>"
                        + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>",
                "xl/worksheets/sheet1.xml",
                "<worksheet" + main + ">" + sheet + "</worksheet>");
    }
}
