package cohortkit.io;

import cohortkit.core.InputException;
import cohortkit.core.Range;
import cohortkit.core.Variable;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;

/**
 * Calendar days: date cells in either date system, and text in forms that name one day only. Where text could name two
 * (03/04/2004) it is refused, unless the codebook gives the form as the variable's unit, such as "d/m/y".
 */
final class DateRule extends CellRule {

    /** Serials from 1927 to 2173: a smaller number may be a year, a larger one anything. */
    private static final Range LIKELY_SERIALS = new Range(10_000, 100_000);

    private final boolean typed;
    private final DateText.Order order;

    DateRule(Variable variable, boolean typed) {
        super(variable);
        this.typed = typed;
        this.order = DateText.Order.parse(variable.unit())
                .orElseThrow(
                        () -> new InputException("variable '" + variable.name() + "': the unit of a date is its form, "
                                + "one of d/m/y, m/d/y, y-m-d, or nothing; it was '" + variable.unit() + "'"));
    }

    @Override
    CellOutcome read(RawCell cell, String clean, String repair) {
        if (cell.kind() == CellKind.LOGICAL || cell.isTime()) {
            return CellOutcome.refused("no date");
        }
        if (cell.kind() == CellKind.NUMBER) {
            return cell.isDate() ? serial(cell, repair) : bareNumber(cell);
        }
        DateText.Reading reading = DateText.read(clean, order);
        if (reading.date() == null) {
            return CellOutcome.refused(reading.rule());
        }
        boolean plain = !typed && reading.rule().equals(DateText.ISO);
        String rule = plain ? "" : typed ? and("date stored as text", reading.rule()) : reading.rule();
        return inRange(reading.date(), and(repair, rule));
    }

    private CellOutcome serial(RawCell cell, String rule) {
        Optional<LocalDateTime> at = cell.dates().dateTime(cell.number());
        if (at.isEmpty()) {
            boolean leap = cell.number() >= 60 && cell.number() < 61;
            return CellOutcome.refused(
                    leap ? "29 February 1900 never was; Excel counts it by mistake" : "a date number without a day");
        }
        boolean midnight = at.get().toLocalTime().equals(LocalTime.MIDNIGHT);
        return inRange(at.get().toLocalDate(), midnight ? rule : and(rule, DateText.TIME_LEFT_OUT));
    }

    private CellOutcome bareNumber(RawCell cell) {
        DateText.Reading digits = DateText.read(cell.shown(), order);
        if (digits.date() != null) {
            return inRange(digits.date(), digits.rule());
        }
        boolean likely = typed && LIKELY_SERIALS.contains(cell.number());
        return likely ? serial(cell, "date number without a date format") : CellOutcome.refused("a number, not a date");
    }

    private CellOutcome inRange(LocalDate date, String rule) {
        Range range = variable().range();
        return range.contains((double) date.toEpochDay())
                ? CellOutcome.repaired(date, rule)
                : CellOutcome.refused("outside " + day(range.min()) + " to " + day(range.max()));
    }

    private static String day(double epochDay) {
        return Double.isInfinite(epochDay)
                ? "any day"
                : LocalDate.ofEpochDay((long) epochDay).toString();
    }
}
