package cohortkit.io;

import cohortkit.core.CellRef;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The forms in which the cells of one column write numbers and dates, as far as a cell shows its form by itself. */
final class ColumnForms {

    /** A form of numbers or dates. */
    enum Form {
        DAY_FIRST("d/m/y"),
        MONTH_FIRST("m/d/y"),
        DECIMAL_POINT("a decimal point"),
        DECIMAL_COMMA("a decimal comma"),
        POINT_BETWEEN_THOUSANDS("points between thousands"),
        COMMA_BETWEEN_THOUSANDS("commas between thousands"),
        ABOVE_ONE("a number without a percent sign");

        private final String words;

        Form(String words) {
            this.words = words;
        }
    }

    private final Map<Form, String> firstCells = new EnumMap<>(Form.class);
    private final Set<String> currencies = new TreeSet<>();

    /** Takes note of the forms that a cell shows. */
    void add(RawCell cell, boolean typed) {
        boolean fraction = cell.kind() == CellKind.NUMBER && cell.number() != Math.rint(cell.number());
        if (cell.kind() == CellKind.TEXT || (fraction && !typed && !has(Form.DECIMAL_POINT))) {
            String text = Spaces.clean(cell.shown());
            switch (DateText.shownOrder(text)) {
                case DAY_FIRST -> note(Form.DAY_FIRST, cell);
                case MONTH_FIRST -> note(Form.MONTH_FIRST, cell);
                default ->
                    NumberText.read(text, "").ifPresent(number -> {
                        number.shows().ifPresent(form -> note(form, cell));
                        if (!number.currency().isEmpty()) {
                            currencies.add(number.currency());
                        }
                    });
            }
        }
        if (cell.kind() == CellKind.NUMBER
                && cell.form().shape() == NumberForm.Shape.NUMBER
                && Math.abs(cell.number()) > 1) {
            note(Form.ABOVE_ONE, cell);
        }
    }

    private void note(Form form, RawCell cell) {
        firstCells.putIfAbsent(form, CellRef.columnName(cell.column()) + cell.row());
    }

    boolean has(Form form) {
        return firstCells.containsKey(form);
    }

    boolean hasBoth(Form one, Form other) {
        return has(one) && has(other);
    }

    /** Such as "a decimal comma (B3)". */
    String example(Form form) {
        return form.words + " (" + firstCells.get(form) + ")";
    }

    Set<String> currencies() {
        return currencies;
    }
}
