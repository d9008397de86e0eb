package cohortkit.io;

import static cohortkit.io.Sheets.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cohortkit.core.InputException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are broken, hostile, or something else than they say. */
class SafetyTest {

    private static final byte[] XLSX =
            Sheets.of("Data", row("a", "b"), row(1, 2)).xlsx();
    private static final String NOT_TEXT = "it is not a workbook (xlsx, xls) and not text (CSV)";

    @TempDir
    Path folder;

    private static void assertProblem(String name, byte[] content, String problem) {
        assertThatThrownBy(() -> Workbook.read(name, content))
                .isInstanceOf(InputException.class)
                .hasMessage("cannot read '" + name + "': " + problem);
    }

    /** How damage is told. */
    static String damaged(String what) {
        return "it is damaged or cut off (" + what
                + "); get a whole copy, or open and save it in a spreadsheet program";
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void a_path_that_is_no_readable_file_is_told() {
        assertThatThrownBy(() -> Workbook.open(folder))
                .isInstanceOf(InputException.class)
                .hasMessage("'" + folder + "' is a folder; name the workbook in it");
        Path absent = folder.resolve("absent.xlsx");
        assertThatThrownBy(() -> Workbook.open(absent))
                .isInstanceOf(InputException.class)
                .hasMessage("there is no file '" + absent + "'");
        assertThatThrownBy(() -> Workbook.open(Path.of("absent.xlsx")))
                .isInstanceOf(InputException.class)
                .hasMessage("there is no file 'absent.xlsx' in " + Path.of("").toAbsolutePath());
    }

    @Test
    void what_is_no_workbook_is_named() throws Exception {
        assertProblem("e.xlsx", new byte[0], "it is empty (0 bytes)");
        assertProblem("e.xlsx", new byte[] {0, 1, 2, 3}, NOT_TEXT);
        assertProblem("e.csv", utf8("%PDF-1.4"), NOT_TEXT);
        assertProblem("e.xls", utf8("<html><table><tr><td>1</td></tr></table></html>"), NOT_TEXT);
        assertProblem(
                "e.xlsx", utf8("just words\n"), "it is not a workbook (xlsx, xls) and not text with delimiters (CSV)");
        assertProblem("e.xlsx", Sheets.zip("a.txt", "a"), "it is a zip file without a workbook in it");
        assertProblem(
                "e.xlsx",
                Sheets.zip("mimetype", "application/vnd.oasis.opendocument.spreadsheet", "content.xml", "<a/>"),
                "it is an OpenDocument file; save it as xlsx and try again");
        assertProblem("e.xlsx", rels("word/document.xml"), "it is an Office file, but not a workbook");
        assertProblem(
                "e.xlsx", rels("xl/workbook.bin"), "it is a binary workbook (xlsb); save it as xlsx and try again");
        assertProblem(
                "e.xlsx", Sheets.zip("_rels/.rels", "<Relationships/>"), "it is a zip file without a workbook in it");
        try (POIFSFileSystem files = new POIFSFileSystem();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            files.createDocument(new ByteArrayInputStream(new byte[] {1}), "WordDocument");
            files.writeFilesystem(out);
            assertProblem("e.xls", out.toByteArray(), "it is an Office file, but not a workbook");
        }
    }

    private static byte[] rels(String target) {
        return Sheets.zip(
                "[Content_Types].xml",
                Sheets.CONTENT_TYPES,
                "_rels/.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r\" Type=\"http://purl.oclc.org/ooxml/officeDocument/relationships/"
                        + "officeDocument\" Target=\"" + target + "\"/></Relationships>");
    }

    @Test
    void the_content_tells_the_format_not_the_name() throws Exception {
        assertThat(Workbook.read("really.csv", XLSX).sheets()).containsExactly("Data");
        assertThat(Workbook.read("really.xlsx", utf8("a,b\n1,2\n")).cohort().size())
                .isEqualTo(1);
        Path misnamed = Files.write(
                folder.resolve("w.xlsx"), Sheets.of("Old", row("a"), row(1)).xls());
        assertThat(Workbook.open(misnamed).sheets()).containsExactly("Old");
    }

    @Test
    void an_encrypted_workbook_is_told() throws Exception {
        String problem = "it is encrypted; save it without a password and try again";
        try (POIFSFileSystem files = new POIFSFileSystem();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.standard).getEncryptor();
            encryptor.confirmPassword("secret");
            try (OutputStream inner = encryptor.getDataStream(files)) {
                inner.write(XLSX);
            }
            files.writeFilesystem(out);
            assertProblem("e.xlsx", out.toByteArray(), problem);
        }
        try (HSSFWorkbook workbook = new HSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            workbook.createSheet("Data").createRow(0).createCell(0).setCellValue("a");
            Biff8EncryptionKey.setCurrentUserPassword("secret");
            workbook.write(out);
            Biff8EncryptionKey.setCurrentUserPassword(null);
            assertProblem("e.xls", out.toByteArray(), problem);
        }
    }

    @Test
    void a_file_that_was_cut_off_is_told() throws Exception {
        byte[] half = Arrays.copyOf(XLSX, XLSX.length / 2);
        Path file = Files.write(folder.resolve("half.xlsx"), half);
        assertThatThrownBy(() -> Workbook.open(file))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("cannot read 'half.xlsx': it is damaged or cut off (");
        assertThatThrownBy(() -> Workbook.read("half.xlsx", half))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("cannot read 'half.xlsx': ");
        byte[] xls = Sheets.of("Data", row("a"), row(1)).xls();
        assertThatThrownBy(() -> Workbook.read("half.xls", Arrays.copyOf(xls, xls.length / 3)))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("cannot read 'half.xls': it is damaged");
        assertProblem("zip.xlsx", utf8("PK\3\4"), damaged("the list of its parts is not readable"));
    }

    @Test
    void xml_brings_no_document_type_and_no_entities() {
        String bomb = "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\"><!ENTITY y \"&x;&x;\">]>";
        byte[] file = Sheets.zip(
                "[Content_Types].xml",
                Sheets.CONTENT_TYPES,
                "_rels/.rels",
                bomb + "<Relationships>&x;&y;</Relationships>");
        assertProblem("e.xlsx", file, damaged("the links in _rels/.rels are not readable"));
        assertThatThrownBy(() -> Workbook.read("e.xlsx", Sheets.xml("<row><c t=\"str\"><v>&x;</v></c></row>")))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("cannot read 'e.xlsx': it is damaged");
    }

    @Test
    void a_zip_bomb_ends_early() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.write(utf8(Sheets.CONTENT_TYPES));
            zip.putNextEntry(new ZipEntry("_rels/.rels"));
            byte[] spaces = new byte[1 << 20];
            Arrays.fill(spaces, (byte) ' ');
            zip.write(utf8("<Relationships>"));
            for (int i = 0; i < 200; i++) {
                zip.write(spaces);
            }
        }
        String problem = damaged("part _rels/.rels grows beyond 16 MB when unzipped: a zip bomb");
        assertProblem("bomb.xlsx", out.toByteArray(), problem);
        Path file = Files.write(folder.resolve("bomb.xlsx"), out.toByteArray());
        assertThatThrownBy(() -> Workbook.open(file))
                .isInstanceOf(InputException.class)
                .hasMessage("cannot read 'bomb.xlsx': " + problem);
    }

    @Test
    void two_parts_of_one_name_are_refused() {
        assertProblem(
                "e.xlsx",
                Sheets.zip("[Content_Types].xml", Sheets.CONTENT_TYPES, "a.xml", "1", "A.xml", "2"),
                damaged("its list of parts, [Content_Types].xml, is not as a workbook's"));
    }

    @Test
    void a_target_outside_the_package_leads_nowhere() {
        assertProblem("e.xlsx", rels("../../../xl/secret.xml"), "it is an Office file, but not a workbook");
        assertProblem("e.xlsx", rels("xl/workbook.xml"), damaged("part xl/workbook.xml is not there"));
    }

    @Test
    void a_text_of_a_million_characters_is_too_long() {
        String text = "x".repeat(1 << 20) + "&amp;" + "y";
        assertThatThrownBy(() -> Workbook.read("e.xlsx", Sheets.xml("", "<t>" + text + "</t>")))
                .isInstanceOf(InputException.class)
                .hasMessage("cannot read 'e.xlsx': " + damaged("part xl/sharedStrings.xml is not well-formed XML"));
    }

    @Test
    void a_billion_shared_texts_end_early() {
        byte[] many = Sheets.xml("", "</si><si>".repeat(1 << 21));
        assertProblem(
                "e.xlsx",
                many,
                damaged("more than " + ((1 << 20) + many.length) + " shared texts in a file of its size"));
    }

    @Test
    void elements_inside_elements_end_early() {
        String deep = "<a>".repeat(10_000_000);
        assertProblem(
                "e.xlsx",
                Sheets.xml(deep),
                damaged("part xl/worksheets/sheet1.xml has more than 100 elements, each inside the one before"));
        assertProblem(
                "e.xlsx",
                Sheets.xml("<row r=\"1\"><c r=\"A1\"><v>" + deep),
                damaged("part xl/worksheets/sheet1.xml is not well-formed XML"));
    }

    @Test
    void what_a_sheet_says_of_its_size_takes_no_room() {
        String cells = "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>a</v></c></row><row r=\"1048576\"><c r=\"A1048576\">"
                + "<v>1</v></c></row>";
        byte[] wide = Sheets.xmlWorkbook(
                "",
                "<dimension ref=\"A1:XFD1048576\"/><cols><col min=\"1\" max=\"16384\"/></cols><sheetData>" + cells
                        + "</sheetData><mergeCells count=\"9999999\"><mergeCell ref=\"B2:XFD1048575\"/></mergeCells>");
        assertThat(Workbook.read("e.xlsx", wide).cohort().numbers("a")).containsExactly(1);
        assertThatThrownBy(() -> Workbook.read("e.xlsx", Sheets.xml("<row r=\"1\"><c r=\"XFE1\"><v>1</v></c></row>")))
                .isInstanceOf(InputException.class)
                .hasMessage("'e.xlsx', sheet 'Data': a cell stands in column 16385; a sheet has at most 16384");
        assertThatThrownBy(() -> Workbook.read("e.xlsx", Sheets.xml("<row r=\"1048577\"><c><v>1</v></c></row>")))
                .isInstanceOf(InputException.class)
                .hasMessage("'e.xlsx', sheet 'Data': a cell stands in row 1048577; a sheet has at most 1048576");
    }

    @Test
    void parts_with_names_that_lead_elsewhere_are_never_written() throws Exception {
        byte[] tricky = Sheets.zip(
                "[Content_Types].xml",
                Sheets.CONTENT_TYPES,
                "../../evil.xml",
                "<a/>",
                "/etc/evil.xml",
                "<a/>",
                "_rels/.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"/>");
        assertThatThrownBy(() -> Workbook.read("e.xlsx", tricky))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("cannot read 'e.xlsx': it is ");
        assertThat(folder).isEmptyDirectory();
    }
}
