package cohortkit.io;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Spans of time as numbers in a unit. */
final class Durations {

    private static final double MILLIS_A_DAY = 86_400_000;
    private static final Map<String, Double> UNITS_A_DAY = Map.ofEntries(
            Map.entry("d", 1.0),
            Map.entry("day", 1.0),
            Map.entry("days", 1.0),
            Map.entry("h", 24.0),
            Map.entry("hr", 24.0),
            Map.entry("hrs", 24.0),
            Map.entry("hour", 24.0),
            Map.entry("hours", 24.0),
            Map.entry("min", 1440.0),
            Map.entry("mins", 1440.0),
            Map.entry("minute", 1440.0),
            Map.entry("minutes", 1440.0),
            Map.entry("s", 86_400.0),
            Map.entry("sec", 86_400.0),
            Map.entry("secs", 86_400.0),
            Map.entry("second", 86_400.0),
            Map.entry("seconds", 86_400.0));
    private static final Pattern HOURS_AND_MINUTES =
            Pattern.compile("([+-]?)(\\d{1,6}):([0-5]\\d)(?::([0-5]\\d(?:\\.\\d{1,9})?))?");

    private Durations() {}

    /** Whether a variable in this unit is a span of time. */
    static boolean isUnit(String unit) {
        return UNITS_A_DAY.containsKey(Spaces.lower(unit));
    }

    /** A number of days in that unit; of whole milliseconds, without the error of the day's fraction. */
    static double in(String unit, double days) {
        double millis = days * MILLIS_A_DAY;
        double whole = Math.rint(millis);
        double perDay = UNITS_A_DAY.get(Spaces.lower(unit));
        return Math.abs(millis - whole) < 1e-3 ? whole / (MILLIS_A_DAY / perDay) : days * perDay;
    }

    /** The days of a text such as 27:30 (hours and minutes) or 0:05:12.5. */
    static OptionalDouble days(String text) {
        Matcher m = HOURS_AND_MINUTES.matcher(text);
        if (!m.matches()) {
            return OptionalDouble.empty();
        }
        double seconds = Integer.parseInt(m.group(2)) * 3600.0 + Integer.parseInt(m.group(3)) * 60;
        seconds += m.group(4) == null ? 0 : Double.parseDouble(m.group(4));
        return OptionalDouble.of((m.group(1).equals("-") ? -seconds : seconds) * 1000 / MILLIS_A_DAY);
    }
}
