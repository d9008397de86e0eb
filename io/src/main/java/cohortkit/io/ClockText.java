package cohortkit.io;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads times of day in text: 8:30, 08:30:15.25, 8:30 pm. */
final class ClockText {

    /** A time, or null, and what its form was, empty for 08:30 and 08:30:15, or why it is none. */
    record Reading(LocalTime time, String rule) {}

    static final String NONE = "not a time of day";

    private static final Pattern CLOCK =
            Pattern.compile("(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:\\.(\\d{1,9}))?)?(?: ?([AaPp])\\.?[Mm]\\.?)?");
    private static final int NANOS_OF_MILLI = 1_000_000;

    private ClockText() {}

    static Reading read(String text) {
        Matcher m = CLOCK.matcher(text);
        if (!m.matches()) {
            return new Reading(null, NONE);
        }
        int hour = Integer.parseInt(m.group(1));
        boolean half = m.group(5) != null;
        if (half && (hour < 1 || hour > 12)) {
            return new Reading(null, "no such time");
        }
        if (half) {
            hour = hour % 12 + (m.group(5).equalsIgnoreCase("p") ? 12 : 0);
        }
        int second = m.group(3) == null ? 0 : Integer.parseInt(m.group(3));
        int nanos = m.group(4) == null ? 0 : Integer.parseInt((m.group(4) + "00000000").substring(0, 9));
        try {
            LocalTime time = LocalTime.of(hour, Integer.parseInt(m.group(2)), second, nanos);
            String form = half ? "form h:mm am/pm" : m.group(1).length() < 2 ? "form h:mm" : "";
            return nanos % NANOS_OF_MILLI == 0
                    ? new Reading(time, form)
                    : new Reading(
                            time.withNano(nanos - nanos % NANOS_OF_MILLI), CellRule.and(form, "cut to milliseconds"));
        } catch (DateTimeException e) {
            return new Reading(null, "no such time");
        }
    }
}
