package cohortkit.core;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of a spreadsheet cell. Rows and columns count from 1, as people see them.
 *
 * <pre>{@code
 * CellRef.parse("dialysis.xlsx", "Data", "F17")   // Data!F17
 * }</pre>
 *
 * @param file the file's name
 * @param sheet the sheet's name; empty for a file without sheets (CSV)
 * @param row from 1
 * @param column from 1
 */
public record CellRef(String file, String sheet, int row, int column) {

    private static final Pattern A1 = Pattern.compile("([A-Za-z]{1,3})([1-9][0-9]{0,8})");

    public CellRef {
        if (row < 1 || column < 1) {
            throw new IllegalArgumentException("rows and columns count from 1; were " + row + ", " + column);
        }
    }

    /**
     * Reads an address such as "F17".
     *
     * @throws InputException if it is not an address
     */
    public static CellRef parse(String file, String sheet, String address) {
        Matcher matcher = A1.matcher(address);
        if (!matcher.matches()) {
            throw new InputException("'" + address + "' is not a cell address such as F17");
        }
        return new CellRef(file, sheet, Integer.parseInt(matcher.group(2)), columnNumber(matcher.group(1)));
    }

    /** The column's letters, such as "F" or "AB". */
    public static String columnName(int column) {
        StringBuilder name = new StringBuilder();
        for (int rest = column; rest > 0; rest = (rest - 1) / 26) {
            name.append((char) ('A' + (rest - 1) % 26));
        }
        return name.reverse().toString();
    }

    private static int columnNumber(String letters) {
        int column = 0;
        for (int i = 0; i < letters.length(); i++) {
            column = column * 26 + Character.toUpperCase(letters.charAt(i)) - 'A' + 1;
        }
        return column;
    }

    /** Such as "F17". */
    public String address() {
        return columnName(column) + row;
    }

    /** Such as "Data!F17"; with the file's name where there is no sheet. */
    @Override
    public String toString() {
        return (sheet.isEmpty() ? file : sheet) + "!" + address();
    }
}
