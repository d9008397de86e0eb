package cohortkit.io;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Takes the cells of usual rows straight from the bytes of a worksheet in UTF-8: elements without prefix, each cell and row
 * with its address, attributes in double quotes, no entities, comments or rich text. At a row that is written otherwise it
 * stops, and {@link XlsxCells} reads on. Both make the same cells.
 */
final class SheetScan {

    private static final byte[] ROW = ascii("<row ");
    private static final byte[] ROW_END = ascii("</row>");
    private static final byte[] CELL = ascii("<c ");
    private static final byte[] CELL_END = ascii("</c>");
    private static final byte[] VALUE = ascii("<v>");
    private static final byte[] VALUE_END = ascii("</v></c>");
    private static final byte[] FORMULA = ascii("<f>");
    private static final byte[] FORMULA_END = ascii("</f>");
    private static final byte[] TEXT = ascii("<is><t>");
    private static final byte[] SPACED_TEXT = ascii("<is><t xml:space=\"preserve\">");
    private static final byte[] TEXT_END = ascii("</t></is></c>");
    private static final String[] TYPES = {"n", "s", "b", "e", "str", "inlineStr", "d"};

    private final List<String> looks;
    private final RawSheet sheet;
    private final XlsxValue cells;
    private final FieldScan scan = new FieldScan();
    private final Chars value = new Chars();
    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    private byte[] xml = {};
    private XmlBytes bytes = new XmlBytes(xml, 0);
    private int row;
    private int column;
    private String type = "";
    private NumberForm form = NumberForm.GENERAL;

    /**
     * A scan into a sheet.
     *
     * @param looks the attributes of rows that say nothing of their cells
     */
    SheetScan(RawSheet sheet, XlsxValue cells, List<String> looks) {
        this.looks = looks;
        this.sheet = sheet;
        this.cells = cells;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Reads rows and says where the first byte stands that is not of one. */
    int read(byte[] part, int from, int end) {
        xml = part;
        bytes = new XmlBytes(part, end);
        int at = from;
        while (true) {
            int last = sheet.lastRow();
            int next = row(bytes.afterSpace(at));
            if (next < 0) {
                if (sheet.lastRow() > last) {
                    sheet.dropLastRow();
                }
                return at;
            }
            at = next;
        }
    }

    // Each of these takes the place where something begins and gives that where it ends, negative where it is unusual.

    private int row(int from) {
        int at = rowTag(from);
        if (at < 0 || xml[at - 2] == '/') {
            return at;
        }
        at = bytes.afterSpace(at);
        while (at >= 0 && bytes.starts(at, CELL)) {
            at = cell(at + CELL.length - 1);
            at = at < 0 ? at : bytes.afterSpace(at);
        }
        return at >= 0 && bytes.starts(at, ROW_END) ? at + ROW_END.length : -1;
    }

    /** The opening tag with the row's number, and of its other attributes those that say nothing of its cells. */
    private int rowTag(int from) {
        if (!bytes.starts(from, ROW)) {
            return -1;
        }
        int at = from + ROW.length - 1;
        row = 0;
        int seen = 0;
        while (bytes.byteAt(at) == ' ') {
            if (row == 0 && bytes.isAttribute(at, "r")) {
                at = number(at + 4);
                row = at < 0 || scan.digits() < 1 || scan.digits() > Integer.MAX_VALUE ? 0 : (int) scan.digits();
            } else {
                int look = look(at);
                if (look < 0 || (seen >> look & 1) != 0) {
                    return -1;
                }
                seen |= 1 << look;
                at = bytes.afterQuote(at + looks.get(look).length() + 3);
            }
            if (at < 0 || row == 0) {
                return -1;
            }
        }
        int close = bytes.byteAt(at) == '/' ? at + 1 : at;
        return row > 0 && bytes.byteAt(close) == '>' ? close + 1 : -1;
    }

    /** Which of the attributes that say how a row looks stands there; negative if none. */
    private int look(int at) {
        for (int i = 0; i < looks.size(); i++) {
            if (bytes.isAttribute(at, looks.get(i))) {
                return i;
            }
        }
        return -1;
    }

    private int cell(int from) {
        int at = cellTag(from);
        if (at < 0 || xml[at - 2] == '/') {
            return at;
        }
        boolean computed = bytes.starts(at, FORMULA);
        if (computed) {
            int start = at + FORMULA.length;
            int close = bytes.textEnd(start);
            boolean whole = close >= 0 && bytes.starts(close, FORMULA_END) && decode(start, close);
            at = whole ? close + FORMULA_END.length : -1;
        }
        if (at >= 0 && bytes.starts(at, VALUE)) {
            cells.at(row, column, form, computed);
            return value(at + VALUE.length);
        }
        if (at >= 0 && type.equals("inlineStr")) {
            cells.at(row, column, form, computed);
            return inline(at);
        }
        return at >= 0 && !computed && bytes.starts(at, CELL_END) ? at + CELL_END.length : -1;
    }

    private int cellTag(int from) {
        int at = from;
        column = 0;
        type = "";
        form = NumberForm.GENERAL;
        boolean styled = false;
        while (at >= 0 && bytes.byteAt(at) == ' ') {
            if (column == 0 && bytes.isAttribute(at, "r")) {
                at = address(at + 4);
            } else if (!styled && bytes.isAttribute(at, "s")) {
                styled = true;
                at = number(at + 4);
                form = at < 0 ? form : cells.form(scan.digits());
            } else if (type.isEmpty() && bytes.isAttribute(at, "t")) {
                at = type(at + 4);
            } else {
                return -1;
            }
        }
        if (at < 0 || column == 0) {
            return -1;
        }
        int close = bytes.byteAt(at) == '/' ? at + 1 : at;
        return bytes.byteAt(close) == '>' ? close + 1 : -1;
    }

    /** An address in this row, in capital letters, up to the quote behind it. */
    private int address(int from) {
        int at = from;
        int letters = 0;
        while (at - from < 3 && bytes.byteAt(at) >= 'A' && bytes.byteAt(at) <= 'Z') {
            letters = letters * 26 + xml[at++] - 'A' + 1;
        }
        int digits = 0;
        int first = at;
        while (at - first < 9 && bytes.byteAt(at) >= '0' && bytes.byteAt(at) <= '9') {
            digits = digits * 10 + xml[at++] - '0';
        }
        column = letters;
        return digits == row && bytes.byteAt(at) == '"' ? at + 1 : -1;
    }

    /** A whole number up to the quote behind it. */
    private int number(int from) {
        int close = bytes.afterQuote(from) - 1;
        boolean number = close > from && scan.read(xml, from, close - from) && scan.decimals() == 0;
        return number && scan.digits() >= 0 ? close + 1 : -1;
    }

    private int type(int from) {
        int close = bytes.afterQuote(from) - 1;
        for (String known : TYPES) {
            if (close - from == known.length() && bytes.isAt(from, known)) {
                type = known;
                return close + 1;
            }
        }
        return -1;
    }

    private int value(int from) {
        int close = bytes.textEnd(from);
        if (close < 0 || !bytes.starts(close, VALUE_END)) {
            return -1;
        }
        int length = close - from;
        int after = close + VALUE_END.length;
        if (length == 0) {
            return after;
        }
        boolean plain = scan.read(xml, from, length);
        if (type.equals("s")) {
            return plain && scan.decimals() == 0 && cells.shared(scan.digits()) ? after : -1;
        }
        boolean number = type.isEmpty() || type.equals("n");
        if (number && cells.number(plain, scan, length)) {
            return after;
        }
        if (!decode(from, close)) {
            return -1;
        }
        cells.add(type, value);
        return after;
    }

    private int inline(int from) {
        int start = from + (bytes.starts(from, TEXT) ? TEXT.length : SPACED_TEXT.length);
        if (start == from + SPACED_TEXT.length && !bytes.starts(from, SPACED_TEXT)) {
            return -1;
        }
        int close = bytes.textEnd(start);
        if (close < 0 || !bytes.starts(close, TEXT_END) || !decode(start, close)) {
            return -1;
        }
        if (!value.isEmpty()) {
            value.set(XlsxText.unescape(value.toString()));
            cells.add(type, value);
        }
        return close + TEXT_END.length;
    }

    /** Takes a text as characters; whether XML can hold them. */
    private boolean decode(int from, int to) {
        try {
            String text = decoder.decode(ByteBuffer.wrap(xml, from, to - from)).toString();
            value.set(text);
            return text.indexOf('\ufffe') < 0 && text.indexOf('\uffff') < 0;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
