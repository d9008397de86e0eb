package cohortkit.io;

import java.io.IOException;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.codehaus.stax2.XMLStreamReader2;

/** Streams the cells of a worksheet's XML into a raw sheet. */
final class XlsxCells implements XmlParts.Handler {

    private final RawSheet sheet;
    private final XlsxValue cells;
    private final Chars value = new Chars();
    private final Chars attribute = new Chars();
    private final FieldScan scan = new FieldScan();
    private final XlsxText inline = new XlsxText("is", value::set);

    private int row;
    private int column;
    private boolean unplaced;
    private boolean inCell;
    private String type = "";
    private NumberForm form = NumberForm.GENERAL;
    private boolean saved;
    private boolean computed;
    private String formula = "";

    XlsxCells(RawSheet sheet, int sharedTexts, List<NumberForm> forms) {
        this.sheet = sheet;
        this.cells = new XlsxValue(sheet, sharedTexts, forms);
    }

    /** Whether the first row says where it stands. */
    boolean isPlaced() {
        return !unplaced;
    }

    @Override
    public void element(String name, XMLStreamReader xml) throws XMLStreamException {
        switch (name) {
            case "c" -> startCell(xml);
            case "v" -> {
                XmlParts.text(xml, value);
                saved = true;
            }
            case "f" -> {
                computed = true;
                formula = XmlParts.text(xml);
            }
            case "row" -> {
                unplaced |= row == 0 && XmlParts.attribute(xml, "r").isEmpty();
                row = XmlParts.number(xml, "r", row + 1);
                column = 0;
                if (XmlParts.isTrue(xml, "hidden") && row <= sheet.traits().mostRows()) {
                    sheet.notes().hideRow(row);
                }
            }
            case "col" -> hideColumns(xml);
            case "mergeCell" -> sheet.merge(address(() -> Address.parseSpan(XmlParts.attribute(xml, "ref"))));
            default -> {
                if (inCell) {
                    inline.element(name, xml);
                }
            }
        }
    }

    private void hideColumns(XMLStreamReader xml) {
        if (XmlParts.isTrue(xml, "hidden")) {
            int first = XmlParts.number(xml, "min", 1);
            int last =
                    Math.min(XmlParts.number(xml, "max", first), sheet.traits().mostColumns());
            if (first <= last) {
                sheet.notes().hideColumns(first, last);
            }
        }
    }

    private void startCell(XMLStreamReader xml) throws XMLStreamException {
        inCell = true;
        type = "";
        form = NumberForm.GENERAL;
        computed = false;
        saved = false;
        formula = "";
        value.clear();
        column++;
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            switch (xml.getAttributeLocalName(i)) {
                case "r" -> {
                    read(xml, i);
                    place();
                }
                case "t" -> {
                    read(xml, i);
                    type = attribute.length() == 1 && attribute.buffer()[0] == 's' ? "s" : attribute.toString();
                }
                case "s" -> {
                    read(xml, i);
                    form = form();
                }
                default -> {}
            }
        }
    }

    /** An attribute's characters, without an object for each. */
    private void read(XMLStreamReader xml, int i) throws XMLStreamException {
        if (xml instanceof XMLStreamReader2 typed) {
            typed.getAttributeAs(i, attribute);
        } else {
            attribute.set(xml.getAttributeValue(i));
        }
    }

    private void place() throws XMLStreamException {
        long address = address(() -> Address.parse(attribute));
        row = Address.row(address);
        column = Address.column(address);
    }

    private NumberForm form() {
        boolean number = !attribute.isEmpty() && scan.read(attribute.buffer(), 0, attribute.length());
        return cells.form(number && scan.decimals() == 0 ? scan.digits() : -1);
    }

    @Override
    public void end(String name) {
        if (name.equals("c")) {
            inCell = false;
            endCell();
        } else if (inCell) {
            inline.end(name);
        }
    }

    private void endCell() {
        cells.at(row, column, form, computed);
        if (computed && !saved && value.isEmpty()) {
            cells.unsaved(formula);
        } else if (!value.isEmpty()) {
            cells.add(type, value);
        }
    }

    private interface AddressReader<T> {
        T read() throws IOException;
    }

    private static <T> T address(AddressReader<T> reader) throws XMLStreamException {
        try {
            return reader.read();
        } catch (IOException e) {
            throw new XMLStreamException(e.getMessage());
        }
    }
}
