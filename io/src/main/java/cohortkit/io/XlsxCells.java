package cohortkit.io;

import cohortkit.core.CellRef;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Streams the cells of a worksheet's XML into a raw sheet. */
final class XlsxCells implements XmlParts.Handler {

    private static final int EXACT_DIGITS = 15;

    private final RawSheet sheet;
    private final TextPool texts;
    private final int sharedTexts;
    private final List<NumberForm> forms;
    private final XlsxText inline = new XlsxText("is", text -> this.value = text);

    private int row;
    private int column;
    private boolean inCell;
    private String type = "";
    private NumberForm form = NumberForm.GENERAL;
    private boolean saved;
    private boolean computed;
    private String formula = "";
    private String value = "";

    XlsxCells(RawSheet sheet, TextPool texts, int sharedTexts, List<NumberForm> forms) {
        this.sheet = sheet;
        this.texts = texts;
        this.sharedTexts = sharedTexts;
        this.forms = forms;
    }

    @Override
    public void element(String name, XMLStreamReader xml) throws XMLStreamException {
        switch (name) {
            case "c" -> startCell(xml);
            case "v" -> {
                value = XmlParts.text(xml);
                saved = true;
            }
            case "f" -> {
                computed = true;
                formula = XmlParts.text(xml);
            }
            case "row" -> {
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
        value = "";
        column++;
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String attribute = xml.getAttributeLocalName(i);
            switch (attribute) {
                case "r" -> {
                    String text = xml.getAttributeValue(i);
                    long address = address(() -> Address.parse(text));
                    row = Address.row(address);
                    column = Address.column(address);
                }
                case "t" -> type = xml.getAttributeValue(i);
                case "s" -> form = form(xml.getAttributeValue(i));
                default -> {}
            }
        }
    }

    private NumberForm form(String style) {
        double index = Numbers.parseShort(style);
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
            case "b" -> text(CellKind.LOGICAL, value.equals("1") || value.equals("true") ? "TRUE" : "FALSE");
            case "e" -> text(CellKind.ERROR, value);
            case "str" -> text(CellKind.TEXT, XlsxText.unescape(value));
            case "inlineStr" -> text(CellKind.TEXT, value);
            case "d" -> isoDate();
            default -> number();
        }
    }

    private void text(CellKind kind, String text) {
        sheet.text(row, column, kind, texts.place(text), computed);
    }

    private void shared() {
        double index = Numbers.parseShort(value);
        if (!(index >= 0 && index < sharedTexts)) {
            throw damaged("names the shared text " + value + " of " + sharedTexts);
        }
        if (!texts.get((int) index).isEmpty()) {
            sheet.text(row, column, CellKind.TEXT, (int) index, computed);
        }
    }

    private void number() {
        double x = Numbers.parseShort(value);
        if (Double.isNaN(x)) {
            x = Numbers.parse(value.strip()).orElseThrow(() -> damaged("holds '" + value + "' as a number"));
            boolean whole = value.length() > EXACT_DIGITS && value.chars().allMatch(c -> c >= '0' && c <= '9');
            if (whole && new BigDecimal(value).compareTo(new BigDecimal(x)) != 0) {
                text(CellKind.TEXT, value); // an identifier too long for a double keeps its digits
                return;
            }
        }
        sheet.number(row, column, x, form, computed);
    }

    private void isoDate() {
        try {
            LocalDateTime at = LocalDateTime.parse(value.indexOf('T') < 0 ? value + "T00:00" : value);
            NumberForm shown = form.hasDate() ? form : new NumberForm(NumberForm.Shape.DATE, 0);
            sheet.number(row, column, sheet.traits().dates().serial(at), shown, computed);
        } catch (DateTimeParseException e) {
            text(CellKind.TEXT, value);
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
