package cohortkit.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes the mixed table as CSV and as a workbook in the shape that Excel gives it, one row at a time. */
final class MixedFiles {

    private static final long EXCEL_DAY_ZERO = 25_569;
    private static final String MAIN = " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

    private MixedFiles() {}

    static void csv(Path file, int rows) throws IOException {
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write(String.join(",", MixedTable.header()));
            out.write('\n');
            MixedTable table = new MixedTable();
            Object[] cells = new Object[MixedTable.COLUMNS];
            for (int row = 0; row < rows; row++) {
                table.next(cells);
                for (int i = 0; i < cells.length; i++) {
                    out.write(i == 0 ? "" : ",");
                    out.write(field(cells[i]));
                }
                out.write('\n');
            }
        }
    }

    private static String field(Object cell) {
        if (cell instanceof MixedTable.Day day) {
            return LocalDate.ofEpochDay(day.epochDay()).toString();
        }
        String text = cell == null ? "" : cell.toString();
        return text.indexOf('"') >= 0 || text.indexOf(',') >= 0 ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    static void xlsx(Path file, int rows) throws IOException {
        Map<String, Integer> shared = new LinkedHashMap<>();
        try (ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)));
                Writer out = new OutputStreamWriter(zip, StandardCharsets.UTF_8)) {
            index(zip, out);
            part(zip, out, "xl/worksheets/sheet1.xml");
            out.write("<worksheet" + MAIN + "><dimension ref=\"A1:AD" + (rows + 1) + "\"/><sheetData>");
            row(out, 1, MixedTable.header(), shared);
            MixedTable table = new MixedTable();
            Object[] cells = new Object[MixedTable.COLUMNS];
            for (int row = 2; row <= rows + 1; row++) {
                table.next(cells);
                row(out, row, cells, shared);
            }
            out.write("</sheetData></worksheet>");
            part(zip, out, "xl/sharedStrings.xml");
            out.write("<sst" + MAIN + " uniqueCount=\"" + shared.size() + "\">");
            for (String text : shared.keySet()) {
                boolean spaced = !text.equals(text.strip());
                out.write("<si><t" + (spaced ? " xml:space=\"preserve\">" : ">"));
                out.write(text.replace("&", "&amp;").replace("<", "&lt;") + "</t></si>");
            }
            out.write("</sst>");
        }
    }

    private static void row(Writer out, int row, Object[] cells, Map<String, Integer> shared) throws IOException {
        out.write("<row r=\"" + row + "\" spans=\"1:30\">");
        for (int i = 0; i < cells.length; i++) {
            if (cells[i] == null) {
                continue;
            }
            String name = i < 26 ? "" + (char) ('A' + i) : "A" + (char) ('A' + i - 26);
            out.write("<c r=\"" + name + row);
            if (cells[i] instanceof MixedTable.Day day) {
                out.write("\" s=\"1\"><v>" + (day.epochDay() + EXCEL_DAY_ZERO));
            } else if (cells[i] instanceof String text) {
                shared.putIfAbsent(text, shared.size());
                out.write("\" t=\"s\"><v>" + shared.get(text));
            } else {
                out.write("\"><v>" + cells[i]);
            }
            out.write("</v></c>");
        }
        out.write("</row>");
    }

    private static void part(ZipOutputStream zip, Writer out, String name) throws IOException {
        out.flush();
        zip.putNextEntry(new ZipEntry(name));
        out.write(XML);
    }

    private static void index(ZipOutputStream zip, Writer out) throws IOException {
        part(zip, out, "[Content_Types].xml");
        out.write("<Types xmlns=\"" + PACKAGE + "content-types\"><Default Extension=\"rels\" ContentType=\""
                + "application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\""
                + " ContentType=\"application/xml\"/>"
                + type("workbook", "sheet.main") + type("worksheets/sheet1", "worksheet") + type("styles", "styles")
                + type("sharedStrings", "sharedStrings") + "</Types>");
        part(zip, out, "_rels/.rels");
        out.write("<Relationships xmlns=\"" + PACKAGE + "relationships\">"
                + relation(1, "officeDocument", "xl/workbook.xml") + "</Relationships>");
        part(zip, out, "xl/workbook.xml");
        out.write("<workbook" + MAIN + " xmlns:r=\"" + OFFICE
                + "\"><sheets><sheet name=\"Data\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
        part(zip, out, "xl/_rels/workbook.xml.rels");
        out.write("<Relationships xmlns=\"" + PACKAGE + "relationships\">"
                + relation(1, "worksheet", "worksheets/sheet1.xml") + relation(2, "styles", "styles.xml")
                + relation(3, "sharedStrings", "sharedStrings.xml") + "</Relationships>");
        part(zip, out, "xl/styles.xml");
        out.write("<styleSheet" + MAIN + "><fonts count=\"1\"><font/></fonts><fills count=\"1\"><fill/></fills>"
                + "<borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs>"
                + "<cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\" applyNumberFormat=\"1\"/></cellXfs>"
                + "</styleSheet>");
    }

    private static String type(String part, String type) {
        return "<Override PartName=\"/xl/" + part + ".xml\" ContentType=\"" + TYPE + type + "+xml\"/>";
    }

    private static String relation(int id, String type, String target) {
        return "<Relationship Id=\"rId" + id + "\" Type=\"" + OFFICE + "/" + type + "\" Target=\"" + target + "\"/>";
    }
}
