package cohortkit.io;

import cohortkit.core.Range;
import cohortkit.core.Variable;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Calendar days with a time of day, under the same forms of dates as {@link DateRule}. */
final class DateTimeRule extends CellRule {

    static final String MIDNIGHT = "no time of day: midnight";

    private static final double NANOS_A_SECOND = 1e9;
    private static final double MILLIS = 1000;
    private static final double SECONDS_A_DAY = 86_400;

    private final boolean typed;
    private final DateForms dates;

    DateTimeRule(Variable variable, ColumnReading reading) {
        super(variable);
        this.typed = reading.typed();
        this.dates = new DateForms(variable, reading);
    }

    @Override
    CellOutcome read(RawCell cell, String clean, String repair) {
        return switch (cell.kind()) {
            case NUMBER -> number(cell);
            case TEXT -> text(clean, repair);
            default -> CellOutcome.refused("no date");
        };
    }

    private CellOutcome number(RawCell cell) {
        Optional<LocalDateTime> at = cell.dates().dateTime(cell.number());
        if (cell.isDate()) {
            boolean day = cell.form().shape() == NumberForm.Shape.DATE && cell.number() == Math.rint(cell.number());
            return at.map(found -> inRange(found, day ? MIDNIGHT : "", false))
                    .orElseGet(() -> CellOutcome.refused(DateRule.noDay(cell)));
        }
        if (cell.isTime() && cell.number() < 1) {
            return CellOutcome.refused("a time without a date");
        }
        boolean likely = typed && DateRule.LIKELY_SERIALS.contains(cell.number());
        return likely && at.isPresent()
                ? inRange(at.get(), "date number without a date format", false)
                : text(cell.shown(), "");
    }

    private CellOutcome text(String clean, String repair) {
        DateForms.Found found = dates.read(clean);
        DateText.Reading reading = found.reading();
        if (reading.date() == null) {
            return CellOutcome.refused(reading.rule());
        }
        boolean plain = !typed && reading.rule().equals(DateText.ISO);
        String form = plain ? "" : typed ? and("date stored as text", reading.rule()) : reading.rule();
        String rule = and(repair, and(form, reading.time() == null ? MIDNIGHT : ""));
        LocalTime time = reading.time() == null ? LocalTime.MIDNIGHT : reading.time();
        return inRange(reading.date().atTime(time), rule, found.contested());
    }

    private CellOutcome inRange(LocalDateTime at, String rule, boolean contested) {
        Range range = variable().range();
        if (!range.contains(
                at.toLocalDate().toEpochDay() * SECONDS_A_DAY + at.toLocalTime().toNanoOfDay() / NANOS_A_SECOND)) {
            return CellOutcome.refused("outside " + limit(range.min()) + " to " + limit(range.max()));
        }
        return contested ? CellOutcome.suspicious(at, rule) : CellOutcome.repaired(at, rule);
    }

    private static String limit(double second) {
        return Double.isInfinite(second)
                ? "any time"
                : LocalDateTime.ofEpochSecond(0, 0, ZoneOffset.UTC)
                        .plus(Math.round(second * MILLIS), ChronoUnit.MILLIS)
                        .toString();
    }
}
