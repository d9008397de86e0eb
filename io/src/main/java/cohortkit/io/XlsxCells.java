package cohortkit.io;

import cohortkit.core.CellRef;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.codehaus.stax2.XMLStreamReader2;

/** Streams the cells of a worksheet's XML into a raw sheet. */
final class XlsxCells implements XmlParts.Handler {

    private static final int EXACT_DIGITS = 15;

    private final RawSheet sheet;
    private final TextPool texts;
    private final int sharedTexts;
    private final List<NumberForm> forms;
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

    XlsxCells(RawSheet sheet, TextPool texts, int sharedTexts, List<NumberForm> forms) {
        this.sheet = sheet;
        this.texts = texts;
        this.sharedTexts = sharedTexts;
        this.forms = forms;
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
        long index = number && scan.decimals() == 0 ? scan.digits() : -1;
        return index >= 0 && index < forms.size() ? forms.get((int) index) : NumberForm.GENERAL;
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
        if (computed && !saved && value.isEmpty()) {
            sheet.text(row, column, CellKind.UNSAVED, texts.place("=" + formula), true);
            return;
        }
        if (value.isEmpty()) {
            return;
        }
        switch (type) {
            case "s" -> shared();
            case "b" -> text(CellKind.LOGICAL, isTrue() ? "TRUE" : "FALSE");
            case "e" -> text(CellKind.ERROR, value.toString());
            case "str" -> text(CellKind.TEXT, XlsxText.unescape(value.toString()));
            case "inlineStr" -> text(CellKind.TEXT, value.toString());
            case "d" -> isoDate(value.toString());
            default -> number();
        }
    }

    private boolean isTrue() {
        String text = value.toString();
        return text.equals("1") || text.equals("true");
    }

    private void text(CellKind kind, String text) {
        sheet.text(row, column, kind, texts.place(text), computed);
    }

    private void shared() {
        boolean number = scan.read(value.buffer(), 0, value.length()) && scan.decimals() == 0;
        if (!number || scan.digits() < 0 || scan.digits() >= sharedTexts) {
            throw damaged("names the shared text " + value + " of " + sharedTexts);
        }
        int place = (int) scan.digits();
        if (!texts.get(place).isEmpty()) {
            sheet.text(row, column, CellKind.TEXT, place, computed);
        }
    }

    private void number() {
        boolean plain = scan.read(value.buffer(), 0, value.length());
        if (plain && (scan.decimals() > 0 || value.length() <= EXACT_DIGITS)) {
            sheet.number(row, column, scan.value(), form, computed);
        } else {
            longNumber(value.toString());
        }
    }

    private void longNumber(String digits) {
        double x = Numbers.parse(digits.strip()).orElseThrow(() -> damaged("holds '" + digits + "' as a number"));
        boolean whole = digits.length() > EXACT_DIGITS && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        if (whole && new BigDecimal(digits).compareTo(new BigDecimal(x)) != 0) {
            text(CellKind.TEXT, digits); // an identifier too long for a double keeps its digits
        } else {
            sheet.number(row, column, x, form, computed);
        }
    }

    private void isoDate(String text) {
        try {
            LocalDateTime at = LocalDateTime.parse(text.indexOf('T') < 0 ? text + "T00:00" : text);
            NumberForm shown = form.hasDate() ? form : new NumberForm(NumberForm.Shape.DATE, 0);
            sheet.number(row, column, sheet.traits().dates().serial(at), shown, computed);
        } catch (DateTimeParseException e) {
            text(CellKind.TEXT, text);
        }
    }

    private RuntimeException damaged(String what) {
        return sheet.problem("the file is damaged: cell " + CellRef.columnName(Math.max(1, column)) + row + " " + what);
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
