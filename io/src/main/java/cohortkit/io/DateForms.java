package cohortkit.io;

import cohortkit.core.InputException;
import cohortkit.core.Variable;
import cohortkit.io.ColumnForms.Form;
import cohortkit.io.DateText.Order;
import java.util.function.Supplier;

/** Reads the dates in a column's texts; in doubt it looks at the forms of the others. */
final class DateForms {

    /** A date as text, or why it is none, and whether others of its column write day and month the other way round. */
    record Found(DateText.Reading reading, boolean contested) {}

    private final Order order;
    private final Supplier<ColumnForms> forms;

    DateForms(Variable variable, ColumnReading reading) {
        this.forms = reading.forms();
        this.order = Order.parse(variable.unit())
                .orElseThrow(
                        () -> new InputException("variable '" + variable.name() + "': the unit of a date is its form, "
                                + "one of d/m/y, m/d/y, y-m-d, or nothing; it was '" + variable.unit() + "'"));
    }

    Found read(String text) {
        DateText.Reading reading = DateText.read(text, order);
        boolean open = order == Order.UNKNOWN || order == Order.YEAR_FIRST;
        boolean ambiguous = reading.date() == null && reading.rule().equals(DateText.AMBIGUOUS);
        boolean settled = reading.date() != null && DateText.shownOrder(text) != Order.UNKNOWN;
        if (!open || !(ambiguous || settled) || !forms.get().hasBoth(Form.DAY_FIRST, Form.MONTH_FIRST)) {
            return new Found(reading, false);
        }
        String both = "the column has both " + forms.get().example(Form.DAY_FIRST) + " and "
                + forms.get().example(Form.MONTH_FIRST);
        return ambiguous
                ? new Found(new DateText.Reading(null, "day and month cannot be told apart, and " + both), false)
                : new Found(
                        new DateText.Reading(reading.date(), reading.time(), CellRule.and(reading.rule(), both)), true);
    }
}
