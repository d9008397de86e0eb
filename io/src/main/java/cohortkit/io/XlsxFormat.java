package cohortkit.io;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.openxml4j.opc.PackagePart;

/**
 * Excel 2007 and later, xlsx and xlsm, transitional and strict (ECMA-376): the package by POI, its parts as streams of XML
 * events.
 */
final class XlsxFormat implements Format {

    static final int MOST_ROWS = 1_048_576;
    static final int MOST_COLUMNS = 16_384;

    /** A text and the cell that shows it take a byte at least, however well they are compressed. */
    private static final int FREE_TEXTS = 1 << 20;

    private record SheetEntry(String name, String relation, boolean visible) {}

    @Override
    public boolean fits(byte[] start) {
        return Format.startsWith(start, 'P', 'K', 3, 4) || Format.startsWith(start, 'P', 'K', 5, 6);
    }

    @Override
    public List<RawSheet> read(Content content) throws IOException {
        try (PackageZip zip = PackageZip.open(content)) {
            return sheets(content, XlsxPackage.open(content, zip));
        }
    }

    private static List<RawSheet> sheets(Content content, XlsxPackage parts) throws IOException {
        List<SheetEntry> entries = new ArrayList<>();
        boolean[] from1904 = {false};
        XmlParts.read(parts.workbook(), (name, xml) -> {
            if (name.equals("sheet")) {
                entries.add(entry(xml));
            } else if (name.equals("workbookPr")) {
                from1904[0] = XmlParts.isTrue(xml, "date1904");
            }
        });
        DateSystem dates = from1904[0] ? DateSystem.FROM_1904 : DateSystem.FROM_1900;
        TextPool texts = new TextPool();
        long most = FREE_TEXTS + content.size();
        parts.read("sharedStrings", new XlsxText("si", text -> {
            if (texts.size() >= most) {
                throw content.damaged("more than " + most + " shared texts in a file of its size", null);
            }
            texts.add(text);
        }));
        int shared = texts.size();
        XlsxForms forms = new XlsxForms();
        parts.read("styles", forms);
        List<NumberForm> byStyle = forms.byStyle();
        List<RawSheet> sheets = new ArrayList<>();
        for (SheetEntry entry : entries) {
            Optional<PackagePart> part = parts.sheet(entry.name(), entry.relation());
            if (part.isPresent()) {
                SheetTraits traits = new SheetTraits(true, entry.visible(), dates, MOST_ROWS, MOST_COLUMNS);
                RawSheet sheet = new RawSheet(content.name(), entry.name(), traits, texts);
                RawSheet filled = new XlsxSheet(part.get(), shared, byStyle, content.progress()).fill(sheet);
                filled.notes().detect("xlsx workbook; " + dates.words());
                sheets.add(filled);
            }
        }
        return sheets;
    }

    private static SheetEntry entry(XMLStreamReader xml) {
        String state = XmlParts.attribute(xml, "state");
        return new SheetEntry(
                XmlParts.attribute(xml, "name"),
                XmlParts.attribute(xml, "id"),
                state.isEmpty() || state.equals("visible"));
    }
}
