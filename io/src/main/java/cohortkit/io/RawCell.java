package cohortkit.io;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;

/**
 * A cell that is not blank, as the file has it.
 *
 * @param row from 1
 * @param column from 1
 * @param number the number, of a number; else NaN
 * @param text the text as it stands; of a number, empty
 * @param form how a number is to be shown
 * @param computed whether a formula made it
 * @param dates the date system of its file
 */
record RawCell(
        int row,
        int column,
        CellKind kind,
        double number,
        String text,
        NumberForm form,
        boolean computed,
        DateSystem dates) {

    private static final double MOST_DAYS = 1e6;

    boolean isDate() {
        return kind == CellKind.NUMBER && form.hasDate();
    }

    /** A time of day or a span of time. */
    boolean isTime() {
        return kind == CellKind.NUMBER && form.isTime();
    }

    /** What the cell says, without loss: dates in ISO form, numbers with all their digits. */
    String shown() {
        if (kind != CellKind.NUMBER) {
            return text;
        }
        if (isDate()) {
            Optional<LocalDateTime> date = dates.dateTime(number);
            if (date.isPresent()) {
                LocalDateTime at = date.get();
                return at.toLocalTime().toNanoOfDay() == 0 ? at.toLocalDate().toString() : at.toString();
            }
        }
        if (form.shape() == NumberForm.Shape.DURATION && Math.abs(number) < MOST_DAYS) {
            return DateSystem.elapsed(number);
        }
        Optional<LocalTime> time = isTime() ? DateSystem.timeOfDay(number) : Optional.empty();
        if (time.isPresent()) {
            return time.get().toString();
        }
        String digits = Numbers.shown(number);
        boolean padded = form.zeros() > digits.length() && number >= 0 && number == Math.rint(number);
        return padded ? "0".repeat(form.zeros() - digits.length()) + digits : digits;
    }
}
