package cohortkit.io;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamReader;

/** Excel 2007 and later, xlsx and xlsm, transitional and strict (ECMA-376), as a stream of XML events. */
final class XlsxFormat implements Format {

    static final int MOST_ROWS = 1_048_576;
    static final int MOST_COLUMNS = 16_384;

    private record Relation(String type, String target) {}

    private record SheetEntry(String name, String relation, boolean visible) {}

    @Override
    public boolean fits(byte[] start) {
        return Format.startsWith(start, 'P', 'K', 3, 4) || Format.startsWith(start, 'P', 'K', 5, 6);
    }

    @Override
    public List<RawSheet> read(Content content) throws IOException {
        try (ZipParts parts = new ZipParts(content)) {
            return read(content, parts);
        }
    }

    private static List<RawSheet> read(Content content, ZipParts parts) throws IOException {
        String workbook = workbookPart(content, parts);
        Map<String, Relation> relations = relations(parts, workbook);
        List<SheetEntry> entries = new ArrayList<>();
        boolean[] from1904 = {false};
        XmlParts.read(parts, workbook, (name, xml) -> {
            if (name.equals("sheet")) {
                entries.add(entry(xml));
            } else if (name.equals("workbookPr")) {
                from1904[0] = XmlParts.isTrue(xml, "date1904");
            }
        });
        DateSystem dates = from1904[0] ? DateSystem.FROM_1904 : DateSystem.FROM_1900;
        TextPool texts = sharedTexts(parts, relations);
        int shared = texts.size();
        List<NumberForm> forms = forms(parts, relations);
        List<RawSheet> sheets = new ArrayList<>();
        for (SheetEntry entry : entries) {
            Relation relation = relations.get(entry.relation());
            if (relation == null) {
                throw new IOException("sheet '" + entry.name() + "' has no part");
            }
            if (relation.type().endsWith("/worksheet")) {
                SheetTraits traits = new SheetTraits(true, entry.visible(), dates, MOST_ROWS, MOST_COLUMNS);
                RawSheet sheet = new RawSheet(content.name(), entry.name(), traits, texts);
                XmlParts.read(parts, relation.target(), new XlsxCells(sheet, texts, shared, forms));
                sheets.add(sheet);
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

    private static String workbookPart(Content content, ZipParts parts) throws IOException {
        if (parts.has("content.xml") && parts.has("mimetype")) {
            throw content.problem("it is an OpenDocument file; save it as xlsx and try again");
        }
        if (!parts.has("_rels/.rels")) {
            throw content.problem("it is a zip file without a workbook in it");
        }
        for (Relation relation : relations(parts, "").values()) {
            if (relation.type().endsWith("/officeDocument")) {
                if (relation.target().endsWith(".bin")) {
                    throw content.problem("it is a binary workbook (xlsb); save it as xlsx and try again");
                }
                if (!relation.target().startsWith("xl/")) {
                    throw content.problem("it is an Office file, but not a workbook");
                }
                return relation.target();
            }
        }
        throw content.problem("it is a zip file without a workbook in it");
    }

    /** What a part refers to, by relation id; the whole package's for the empty name. */
    private static Map<String, Relation> relations(ZipParts parts, String source) throws IOException {
        String folder = source.substring(0, source.lastIndexOf('/') + 1);
        String part = folder + "_rels/" + source.substring(folder.length()) + ".rels";
        Map<String, Relation> relations = new HashMap<>();
        if (parts.has(part)) {
            XmlParts.read(parts, part, (name, xml) -> {
                if (name.equals("Relationship")
                        && !XmlParts.attribute(xml, "TargetMode").equals("External")) {
                    String target = resolve(folder, XmlParts.attribute(xml, "Target"));
                    relations.put(XmlParts.attribute(xml, "Id"), new Relation(XmlParts.attribute(xml, "Type"), target));
                }
            });
        }
        return relations;
    }

    /** A part's name from a target that may be relative. Names are keys of the zip, so a way out leads nowhere. */
    private static String resolve(String folder, String target) {
        if (target.startsWith("/")) {
            return target.substring(1);
        }
        String base = folder;
        String rest = target;
        while (rest.startsWith("../") && !base.isEmpty()) {
            base = base.substring(0, base.lastIndexOf('/', base.length() - 2) + 1);
            rest = rest.substring(3);
        }
        return base + (rest.startsWith("./") ? rest.substring(2) : rest);
    }

    private static TextPool sharedTexts(ZipParts parts, Map<String, Relation> relations) throws IOException {
        TextPool texts = new TextPool();
        for (Relation relation : relations.values()) {
            if (relation.type().endsWith("/sharedStrings") && parts.has(relation.target())) {
                XmlParts.read(parts, relation.target(), new XlsxText("si", texts::add));
            }
        }
        return texts;
    }

    private static List<NumberForm> forms(ZipParts parts, Map<String, Relation> relations) throws IOException {
        XlsxForms forms = new XlsxForms();
        for (Relation relation : relations.values()) {
            if (relation.type().endsWith("/styles") && parts.has(relation.target())) {
                XmlParts.read(parts, relation.target(), forms);
            }
        }
        return forms.byStyle();
    }
}
