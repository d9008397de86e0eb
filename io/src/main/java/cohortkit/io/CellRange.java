package cohortkit.io;

import cohortkit.core.CellRef;
import cohortkit.core.InputException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A rectangle of cells. Rows and columns count from 1 and are included.
 *
 * <pre>{@code
 * CellRange.parse("Data!B4:N336").sheet()   // "Data"
 * }</pre>
 *
 * @param sheet the sheet's name; empty if the range does not say
 */
public record CellRange(String sheet, int firstRow, int firstColumn, int lastRow, int lastColumn) {

    private static final String CORNER = "\\$?([A-Za-z]{1,3})\\$?([1-9][0-9]{0,6})";
    private static final Pattern RANGE = Pattern.compile("(?:(?:'((?:[^']|'')+)'|([^'!]+))!)?" + CORNER + ":" + CORNER);

    public CellRange {
        if (firstRow < 1 || firstColumn < 1 || lastRow < firstRow || lastColumn < firstColumn) {
            throw new InputException("a range goes from its upper left to its lower right cell, such as B4:N336; was "
                    + firstRow + ", " + firstColumn + " to " + lastRow + ", " + lastColumn);
        }
    }

    /**
     * Reads a range such as B4:N336, Data!B4:N336 or 'Wave 2'!$B$4:$N$336.
     *
     * @throws InputException if it is none
     */
    public static CellRange parse(String text) {
        Matcher m = RANGE.matcher(text.strip());
        if (!m.matches()) {
            throw new InputException(
                    "'" + text + "' is not a range of cells; write it as B4:N336, or Data!B4:N336 with its sheet");
        }
        String sheet = m.group(1) != null ? m.group(1).replace("''", "'") : m.group(2) == null ? "" : m.group(2);
        CellRef first = CellRef.parse("", sheet, m.group(3) + m.group(4));
        CellRef last = CellRef.parse("", sheet, m.group(5) + m.group(6));
        if (last.row() < first.row() || last.column() < first.column()) {
            throw new InputException("the range '" + text
                    + "' ends before it begins; name its upper left and its lower " + "right cell, such as B4:N336");
        }
        return new CellRange(sheet, first.row(), first.column(), last.row(), last.column());
    }

    Span span() {
        return new Span(firstRow, firstColumn, lastRow, lastColumn);
    }

    /** Such as "Data!B4:N336". */
    @Override
    public String toString() {
        boolean plain = sheet.matches("[A-Za-z0-9_.]*");
        String name = plain ? sheet : "'" + sheet.replace("'", "''") + "'";
        return (sheet.isEmpty() ? "" : name + "!") + span();
    }
}
