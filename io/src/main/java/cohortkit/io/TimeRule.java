package cohortkit.io;

import cohortkit.core.Variable;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;

/** Times of day: time cells, and text such as 8:30 pm. */
final class TimeRule extends CellRule {

    private static final double NANOS_A_SECOND = 1e9;

    private final boolean typed;

    TimeRule(Variable variable, boolean typed) {
        super(variable);
        this.typed = typed;
    }

    @Override
    CellOutcome read(RawCell cell, String clean, String repair) {
        return switch (cell.kind()) {
            case NUMBER -> number(cell);
            case TEXT -> text(clean, repair);
            default -> CellOutcome.refused(ClockText.NONE);
        };
    }

    private CellOutcome number(RawCell cell) {
        if (cell.isDate()) {
            Optional<LocalDateTime> at = cell.dates().dateTime(cell.number());
            return at.isPresent()
                    ? inRange(at.get().toLocalTime(), "the day " + at.get().toLocalDate() + " left out")
                    : CellOutcome.refused("a date number without a day");
        }
        Optional<LocalTime> time = DateSystem.timeOfDay(cell.number());
        if (!cell.isTime()) {
            return typed && cell.number() > 0 && time.isPresent()
                    ? inRange(time.get(), "part of a day without a time format")
                    : CellOutcome.refused("a number, not a time of day");
        }
        return time.isPresent()
                ? inRange(time.get(), "")
                : CellOutcome.refused("24 hours or more, or less than none: no time of day");
    }

    private CellOutcome text(String clean, String repair) {
        ClockText.Reading clock = ClockText.read(clean);
        LocalTime time = clock.time();
        String rule = clock.rule();
        if (time == null) {
            DateText.Reading at = DateText.read(clean, DateText.Order.UNKNOWN);
            time = at.time();
            rule = time == null ? rule : "the day " + at.date() + " left out";
        }
        return time == null
                ? CellOutcome.refused(rule)
                : inRange(time, and(repair, typed ? and("time stored as text", rule) : rule));
    }

    private CellOutcome inRange(LocalTime time, String rule) {
        return variable().range().contains(time.toNanoOfDay() / NANOS_A_SECOND)
                ? CellOutcome.repaired(time, rule)
                : CellOutcome.refused("outside " + limit(variable().range().min()) + " to "
                        + limit(variable().range().max()));
    }

    private static String limit(double seconds) {
        return Double.isInfinite(seconds)
                ? "any time"
                : LocalTime.ofNanoOfDay((long) (seconds * NANOS_A_SECOND)).toString();
    }
}
