package cohortkit.io;

import cohortkit.core.CellRef;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;

/** Makes cells of a sheet of the type, the style and the value that a workbook gives them. */
final class XlsxValue {

    private static final int EXACT_DIGITS = 15;

    private final RawSheet sheet;
    private final int sharedTexts;
    private final List<NumberForm> forms;
    private final FieldScan scan = new FieldScan();

    private int row;
    private int column;
    private NumberForm form = NumberForm.GENERAL;
    private boolean computed;

    XlsxValue(RawSheet sheet, int sharedTexts, List<NumberForm> forms) {
        this.sheet = sheet;
        this.sharedTexts = sharedTexts;
        this.forms = forms;
    }

    /** The form of a style's number; general where there is no such style. */
    NumberForm form(long style) {
        return style >= 0 && style < forms.size() ? forms.get((int) style) : NumberForm.GENERAL;
    }

    /** Where the next cell stands and what it looks like. */
    void at(int newRow, int newColumn, NumberForm newForm, boolean newComputed) {
        row = newRow;
        column = newColumn;
        form = newForm;
        computed = newComputed;
    }

    /** Adds a cell that has a value. */
    void add(String type, Chars value) {
        switch (type) {
            case "s" -> {
                boolean number = scan.read(value.buffer(), 0, value.length()) && scan.decimals() == 0;
                if (!shared(number ? scan.digits() : -1)) {
                    throw damaged("names the shared text " + value + " of " + sharedTexts);
                }
            }
            case "b" -> text(CellKind.LOGICAL, isTrue(value.toString()) ? "TRUE" : "FALSE");
            case "e" -> text(CellKind.ERROR, value.toString());
            case "str" -> text(CellKind.TEXT, XlsxText.unescape(value.toString()));
            case "inlineStr" -> text(CellKind.TEXT, value.toString());
            case "d" -> isoDate(value.toString());
            default -> {
                if (!number(scan.read(value.buffer(), 0, value.length()), scan, value.length())) {
                    longNumber(value.toString());
                }
            }
        }
    }

    private static boolean isTrue(String text) {
        return text.equals("1") || text.equals("true");
    }

    private void text(CellKind kind, String text) {
        sheet.text(row, column, kind, sheet.texts().place(text), computed);
    }

    /** A formula whose result was not saved. */
    void unsaved(String formula) {
        sheet.text(row, column, CellKind.UNSAVED, sheet.texts().place("=" + formula), true);
    }

    /** Adds one of the shared texts; whether there is such a one. */
    boolean shared(long place) {
        if (place < 0 || place >= sharedTexts) {
            return false;
        }
        if (!sheet.texts().get((int) place).isEmpty()) {
            sheet.text(row, column, CellKind.TEXT, (int) place, computed);
        }
        return true;
    }

    /** Adds the number of plain digits that a scan has found; whether they are that and few enough. */
    boolean number(boolean plain, FieldScan found, int length) {
        if (!plain || (found.decimals() == 0 && length > EXACT_DIGITS)) {
            return false;
        }
        sheet.number(row, column, found.value(), form, computed);
        return true;
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
}
