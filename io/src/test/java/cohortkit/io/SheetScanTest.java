package cohortkit.io;

import static org.assertj.core.api.Assertions.assertThat;

import cohortkit.core.InputException;
import com.fasterxml.aalto.UncheckedStreamException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The scan of a worksheet's bytes beside the reader of XML: the same cells of all rows that it takes. */
class SheetScanTest {

    private static final String OPENING = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            + "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
            + " xmlns:x14ac=\"http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac\"><sheetData>";
    private static final String CLOSING = "</sheetData><mergeCells><mergeCell ref=\"A1:B1\"/></mergeCells></worksheet>";
    private static final List<NumberForm> FORMS =
            List.of(NumberForm.GENERAL, NumberForm.builtIn(14), NumberForm.parse("0000"));

    private static final String[] VALUES = {
        "><v>1</v></c>",
        "><v>-2.50</v></c>",
        "><v>3.963846501539763</v></c>",
        "><v>1.5E-3</v></c>",
        "><v>1234567890123456789</v></c>",
        "><v></v></c>",
        "/>",
        "></c>",
        " t=\"s\"><v>0</v></c>",
        " t=\"s\"><v>2</v></c>",
        " t=\"b\"><v>1</v></c>",
        " t=\"e\"><v>#N/A</v></c>",
        " t=\"n\"><v>7</v></c>",
        " t=\"str\"><v>Zo\u00eb _x0041_ \ud83e\ude7a</v></c>",
        " t=\"inlineStr\"><is><t>in line</t></is></c>",
        " t=\"inlineStr\"><is><t xml:space=\"preserve\"> spaced\n</t></is></c>",
        " t=\"d\"><v>2004-03-19</v></c>",
        " s=\"1\"><v>38063</v></c>",
        " s=\"2\"><v>7</v></c>",
        " s=\"99\"><v>7</v></c>",
        "><f>A1+1</f><v>2</v></c>"
    };
    /** What the scan leaves to the other. */
    private static final String[] UNUSUAL = {
        " t=\"str\"><v>a &amp; b</v></c>",
        "><f>A1+1</f></c>",
        "><f t=\"shared\" si=\"0\"/><v>2</v></c>",
        "><!-- here --><v>2</v></c>",
        "><v><![CDATA[5]]></v></c>",
        "><v>2</v><extLst/></c>",
        " t=\"s\"><v>17</v></c>",
        "><v>five</v></c>",
        " vm=\"1\"><v>5</v></c>",
        "><v>5</c>"
    };

    private static final String[] ROWS = {
        "",
        " spans=\"1:4\"",
        " ht=\"15\" customHeight=\"1\"",
        " x14ac:dyDescent=\"0.25\"",
        " hidden=\"1\"",
        " s=\"1\" s=\"1\""
    };

    private static String rows(SplittableRandom random, boolean odd) {
        StringBuilder rows = new StringBuilder();
        int row = 0;
        int count = random.nextInt(8);
        for (int i = 0; i < count; i++) {
            row += 1 + random.nextInt(2);
            String looks = ROWS[random.nextInt(odd ? ROWS.length : 4)];
            rows.append("<row r=\"").append(row).append('"').append(looks).append('>');
            for (int column = 1; column < 5; column++) {
                if (random.nextInt(4) > 0) {
                    boolean unusual = odd && random.nextInt(12) == 0;
                    String[] values = unusual ? UNUSUAL : VALUES;
                    String name = odd && random.nextInt(60) == 0 ? "a" : "" + (char) ('A' + column - 1);
                    rows.append("<c r=\"").append(name).append(row).append('"');
                    rows.append(values[random.nextInt(values.length)]);
                }
            }
            rows.append("</row>").append(random.nextInt(5) == 0 ? "\n" : "");
        }
        return rows.toString();
    }

    private static RawSheet empty() {
        TextPool texts = new TextPool();
        texts.add("shared");
        texts.add("");
        texts.add("Zo\u00eb");
        SheetTraits traits =
                new SheetTraits(true, true, DateSystem.FROM_1900, XlsxFormat.MOST_ROWS, XlsxFormat.MOST_COLUMNS);
        return new RawSheet("x.xlsx", "Data", traits, new TextPool(texts));
    }

    private static List<Object> told(RawSheet sheet) {
        List<Object> told = new ArrayList<>(sheet.merged());
        for (int position = 0; position < sheet.rows(); position++) {
            told.addAll(sheet.row(position));
            told.add(sheet.notes().isRowHidden(sheet.rowNumber(position)));
        }
        return told;
    }

    private static Optional<List<Object>> asXml(byte[] xml) {
        RawSheet sheet = empty();
        try {
            XmlParts.read(new ByteArrayInputStream(xml), "sheet1.xml", new XlsxCells(sheet, 3, FORMS));
            return Optional.of(told(sheet));
        } catch (IOException | InputException | UncheckedStreamException e) {
            return Optional.empty();
        }
    }

    /** The cells by the scan and, of what it leaves, as XML; and where it stopped. */
    private record Scanned(int rest, Optional<List<Object>> cells) {}

    private static Scanned scanned(byte[] xml) {
        RawSheet sheet = empty();
        SheetFrame frame = SheetFrame.of(xml).orElseThrow();
        try {
            int rest = new SheetScan(sheet, new XlsxValue(sheet, 3, FORMS), frame.looks())
                    .read(xml, frame.rowsStart(), xml.length);
            ByteArrayOutputStream left = new ByteArrayOutputStream();
            left.write(xml, 0, frame.rowsStart());
            left.write(xml, rest, xml.length - rest);
            XmlParts.read(new ByteArrayInputStream(left.toByteArray()), "sheet1.xml", new XlsxCells(sheet, 3, FORMS));
            return new Scanned(rest, Optional.of(told(sheet)));
        } catch (IOException | InputException | UncheckedStreamException e) {
            return new Scanned(-1, Optional.empty());
        }
    }

    private static byte[] sheet(String rows) {
        return (OPENING + rows + CLOSING).getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void usual_rows_are_scanned_to_the_last_and_are_what_xml_says() {
        for (int seed = 0; seed < 2_000; seed++) {
            byte[] xml = sheet(rows(new SplittableRandom(seed), false));
            Scanned scanned = scanned(xml);
            assertThat(xml.length - scanned.rest()).isLessThanOrEqualTo(CLOSING.length() + 1);
            assertThat(scanned.cells()).as("%d", seed).isPresent().isEqualTo(asXml(xml));
        }
    }

    @Test
    void with_unusual_rows_among_them_no_cell_is_another() {
        for (int seed = 0; seed < 4_000; seed++) {
            byte[] xml = sheet(rows(new SplittableRandom(seed), true));
            Optional<List<Object>> cells = scanned(xml).cells();
            if (cells.isPresent()) {
                assertThat(cells).as("%d", seed).isEqualTo(asXml(xml));
            }
        }
    }

    @Test
    void of_damaged_bytes_the_scan_makes_no_cell_that_xml_does_not() {
        for (int seed = 0; seed < 6_000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            byte[] xml = sheet(rows(random, false) + "<row r=\"99\"><c r=\"A99\"><v>1</v></c></row>");
            int from = OPENING.length();
            for (int i = random.nextInt(3); i >= 0; i--) {
                xml[from + random.nextInt(xml.length - from - CLOSING.length())] = random.nextBoolean()
                        ? (byte) random.nextInt(256)
                        : (byte) " <>/\"&=rcvst019".charAt(random.nextInt(15));
            }
            Optional<List<Object>> cells = scanned(xml).cells();
            if (cells.isPresent()) {
                assertThat(cells)
                        .as("%d: %s", seed, new String(xml, StandardCharsets.UTF_8))
                        .isEqualTo(asXml(xml));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<row r=\"2\" hidden=\"1\"><c r=\"A2\"><v>1</v></c></row>",
                "<row r=\"2\"><c><v>1</v></c></row>",
                "<row r=\"2\"><c r=\"A3\"><v>1</v></c></row>",
                "<row><c r=\"A2\"><v>1</v></c></row>",
                "<row r='2'><c r=\"A2\"><v>1</v></c></row>",
                "<row r=\"2\"><c r=\"A2\" t=\"str\"><v>&lt;</v></c></row>",
                "<row r=\"2\"><c r=\"A2\"><f>B2</f></c></row>",
                "<!-- <row r=\"2\"></row> -->"
            })
    void at_an_unusual_row_it_stops(String row) {
        String usual = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>";
        byte[] xml = sheet(usual + row);
        Scanned scanned = scanned(xml);
        assertThat(scanned.rest()).isEqualTo(OPENING.length() + usual.length());
        assertThat(scanned.cells()).isEqualTo(asXml(xml));
    }
}
