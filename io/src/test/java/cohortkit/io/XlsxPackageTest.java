package cohortkit.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cohortkit.core.InputException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Packages that stand otherwise than spreadsheet programs write them. */
class XlsxPackageTest {

    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private static final String STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships/";
    private static final String SHEET = "<worksheet><sheetData><row><c t=\"s\"><v>0</v></c></row>"
            + "<row><c><v>7</v></c></row></sheetData></worksheet>";

    @TempDir
    Path folder;

    private final Map<String, String> parts = new LinkedHashMap<>();

    XlsxPackageTest() {
        parts.put("[Content_Types].xml", Sheets.CONTENT_TYPES);
        parts.put("_rels/.rels", relations(relation("r1", OFFICE + "officeDocument", "xl/workbook.xml")));
        parts.put(
                "xl/workbook.xml",
                "<workbook xmlns:r=\"r\"><sheets><sheet name=\"Data\" r:id=\"r1\"/></sheets></workbook>");
        workbookRelations(
                relation("r1", OFFICE + "worksheet", "worksheets/sheet1.xml"),
                relation("r2", OFFICE + "sharedStrings", "sharedStrings.xml"));
        parts.put("xl/worksheets/sheet1.xml", SHEET);
        parts.put("xl/sharedStrings.xml", "<sst><si><t>a</t></si></sst>");
    }

    private void workbookRelations(String... relations) {
        parts.put("xl/_rels/workbook.xml.rels", relations(relations));
    }

    private static String relations(String... relations) {
        return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + String.join("", relations) + "</Relationships>";
    }

    private static String relation(String id, String type, String target) {
        return "<Relationship Id=\"" + id + "\" Type=\"" + type + "\" Target=\"" + target + "\"/>";
    }

    private byte[] bytes() {
        return Sheets.zip(parts.entrySet().stream()
                .flatMap(part -> java.util.stream.Stream.of(part.getKey(), part.getValue()))
                .toArray(String[]::new));
    }

    private void assertRead() throws IOException {
        assertThat(Workbook.read("p.xlsx", bytes()).cohort().numbers("a")).containsExactly(7);
        Path file = Files.write(folder.resolve("p.xlsx"), bytes());
        assertThat(Workbook.open(file).cohort().numbers("a")).containsExactly(7);
    }

    private void assertDamaged(String problem) throws IOException {
        Path file = Files.write(folder.resolve("p.xlsx"), bytes());
        assertThatThrownBy(() -> Workbook.open(file))
                .isInstanceOf(InputException.class)
                .hasMessage("cannot read 'p.xlsx': " + SafetyTest.damaged(problem));
    }

    @Test
    void a_strict_workbook_is_read() throws IOException {
        parts.replaceAll((name, text) -> text.replace(OFFICE, STRICT));
        assertRead();
    }

    @Test
    void the_names_of_parts_do_not_know_case() throws IOException {
        parts.put("xl/WorkSheets/Sheet1.XML", parts.remove("xl/worksheets/sheet1.xml"));
        assertRead();
    }

    @Test
    void what_no_cell_needs_may_be_broken() throws IOException {
        parts.put("docProps/core.xml", "<broken");
        parts.put("xl/.DS_Store", "from another program");
        parts.put("xl/worksheets/_rels/sheet1.xml.rels", "<broken");
        workbookRelations(
                relation("r1", OFFICE + "worksheet", "worksheets/sheet1.xml"),
                relation("r2", OFFICE + "sharedStrings", "/xl/sharedStrings.xml"),
                relation("r3", OFFICE + "styles", "absent.xml"),
                relation("r4", OFFICE + "theme", "a b:\\\\c"),
                relation("r5", OFFICE + "workbook", "workbook.xml"));
        assertRead();
    }

    @Test
    void a_chart_on_a_sheet_of_its_own_has_no_cells() throws IOException {
        parts.computeIfPresent(
                "xl/workbook.xml", (name, text) -> text.replace("<sheets>", "<sheets><sheet name=\"C\" r:id=\"r3\"/>"));
        workbookRelations(
                relation("r1", OFFICE + "worksheet", "worksheets/sheet1.xml"),
                relation("r2", OFFICE + "sharedStrings", "sharedStrings.xml"),
                relation("r3", OFFICE + "chartsheet", "chartsheets/sheet1.xml"));
        assertRead();
        assertThat(Workbook.read("p.xlsx", bytes()).sheets()).containsExactly("Data");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "worksheets/sheet9.xml, part xl/worksheets/sheet9.xml is not there",
                "../../sheet9.xml, \"link 'r1' leads to nothing that can be a part of it\"",
                "mailto:nobody, \"link 'r1' leads to nothing that can be a part of it\"",
            })
    void a_sheet_that_leads_nowhere_is_told(String target, String problem) throws IOException {
        workbookRelations(relation("r1", OFFICE + "worksheet", target));
        assertDamaged(problem);
    }

    @Test
    void a_sheet_without_a_relationship_is_told() throws IOException {
        workbookRelations();
        assertDamaged("sheet 'Data' has no part");
    }

    @Test
    void nothing_outside_the_file_is_opened() throws IOException {
        workbookRelations(relation("r1", OFFICE + "worksheet", "file:///etc/passwd\" TargetMode=\"External"));
        assertThatThrownBy(() -> Workbook.read("p.xlsx", bytes()).cohort())
                .isInstanceOf(InputException.class)
                .hasMessage("'p.xlsx' has no sheet with data");
        parts.put("_rels/.rels", relations(relation("r1", OFFICE + "officeDocument", "http://a.b/xl/workbook.xml")));
        assertDamaged("link 'r1' leads to nothing that can be a part of it");
    }

    @Test
    void relationships_to_relationships_end() throws IOException {
        parts.put("_rels/.rels", relations(relation("r1", OFFICE + "officeDocument", "xl/_rels/workbook.xml.rels")));
        assertDamaged("the links of its workbook are not readable");
    }

    @Test
    void damaged_content_types_are_told() throws IOException {
        parts.put("[Content_Types].xml", "<!DOCTYPE a []><Types/>");
        assertDamaged("its list of parts, [Content_Types].xml, is not as a workbook's");
        parts.put("[Content_Types].xml", "<Types/>");
        assertDamaged("its list of parts, [Content_Types].xml, is not as a workbook's");
    }

    @Test
    void too_many_parts_are_refused() throws IOException {
        for (int i = 0; i < 20_000; i++) {
            parts.put("xl/" + i + ".xml", "");
        }
        assertDamaged("more than 20000 parts");
    }

    @Test
    void a_sheet_that_grows_beyond_all_measure_is_refused() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(
                        part.getValue().replace("</sheetData></worksheet>", "").getBytes(StandardCharsets.UTF_8));
                byte[] spaces = new byte[1 << 20];
                Arrays.fill(spaces, (byte) ' ');
                for (int i = 0; part.getKey().endsWith("sheet1.xml") && i < 200; i++) {
                    zip.write(spaces);
                }
            }
        }
        long limit = 64 + ((200L * out.size()) >> 20);
        assertThatThrownBy(() -> Workbook.read("p.xlsx", out.toByteArray()))
                .isInstanceOf(InputException.class)
                .hasMessage("cannot read 'p.xlsx': "
                        + SafetyTest.damaged("part xl/worksheets/sheet1.xml grows beyond " + limit
                                + " MB when unzipped: a zip bomb"));
    }

    @Test
    void a_way_of_compression_that_no_workbook_has_is_refused() {
        byte[] bytes = bytes();
        for (int i = 0; i + 30 < bytes.length; i++) {
            boolean central = bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] == 1 && bytes[i + 3] == 2;
            if (central) {
                bytes[i + 10] = 93;
            }
        }
        assertThatThrownBy(() -> Workbook.read("p.xlsx", bytes))
                .isInstanceOf(InputException.class)
                .hasMessage("cannot read 'p.xlsx': "
                        + SafetyTest.damaged("part [Content_Types].xml is compressed in a way that no workbook is"));
    }
}
