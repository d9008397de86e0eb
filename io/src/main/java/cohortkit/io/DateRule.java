package cohortkit.io;

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
    static final Range LIKELY_SERIALS = new Range(10_000, 100_000);

    private final boolean typed;
    private final DateForms dates;

    DateRule(Variable variable, ColumnReading reading) {
        super(variable);
        this.typed = reading.typed();
        this.dates = new DateForms(variable, reading);
    }

    @Override
    CellOutcome read(RawCell cell, String clean, String repair) {
        if (cell.kind() == CellKind.LOGICAL || cell.isTime()) {
            return CellOutcome.refused("no date");
        }
        if (cell.kind() == CellKind.NUMBER) {
            return cell.isDate() ? serial(cell, repair) : bareNumber(cell);
        }
        DateForms.Found found = dates.read(clean);
        DateText.Reading reading = found.reading();
        if (reading.date() == null) {
            return CellOutcome.refused(reading.rule());
        }
        boolean plain = !typed && reading.rule().equals(DateText.ISO) && reading.isMidnight();
        String form = reading.isMidnight() ? reading.rule() : timeLeftOut(reading.time());
        String rule = plain ? "" : typed ? and("date stored as text", form) : form;
        CellOutcome outcome = inRange(reading.date(), and(repair, rule));
        return found.contested() && outcome.value() != null
                ? CellOutcome.suspicious(outcome.value(), outcome.rule())
                : outcome;
    }

    private CellOutcome serial(RawCell cell, String rule) {
        Optional<LocalDateTime> at = cell.dates().dateTime(cell.number());
        if (at.isEmpty()) {
            return CellOutcome.refused(noDay(cell));
        }
        boolean midnight = at.get().toLocalTime().equals(LocalTime.MIDNIGHT);
        return inRange(
                at.get().toLocalDate(),
                midnight ? rule : and(rule, timeLeftOut(at.get().toLocalTime())));
    }

    static String noDay(RawCell cell) {
        boolean leap = cell.dates() == DateSystem.FROM_1900 && cell.number() >= 60 && cell.number() < 61;
        return leap ? "29 February 1900 never was; Excel counts it by mistake" : "a date number without a day";
    }

    private static String timeLeftOut(LocalTime time) {
        return "the time " + time + " left out; the type datetime keeps it";
    }

    private CellOutcome bareNumber(RawCell cell) {
        DateText.Reading digits = dates.read(cell.shown()).reading();
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
