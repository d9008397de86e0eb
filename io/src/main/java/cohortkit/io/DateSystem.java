package cohortkit.io;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/** The day from which a workbook counts its dates. */
enum DateSystem {
    /** Day 1 is 1900-01-01, and day 60 is a 29 February 1900 that never was. */
    FROM_1900,
    /** Day 0 is 1904-01-01. */
    FROM_1904;

    private static final int LAST_SERIAL = 2_958_465; // 9999-12-31
    private static final long MILLIS = 86_400_000;
    private static final double NANOS = 86_400e9;

    /** The date and time of a serial, to the millisecond, as finely as programs show it; empty if it names no day. */
    Optional<LocalDateTime> dateTime(double serial) {
        if (!(serial >= 0 && serial < LAST_SERIAL + 1)) {
            return Optional.empty();
        }
        long day = (long) Math.floor(serial);
        long milli = Math.round((serial - day) * MILLIS);
        if (milli == MILLIS) {
            day++;
            milli = 0;
        }
        if (day > LAST_SERIAL || (this == FROM_1900 && (day == 0 || day == 60))) {
            return Optional.empty();
        }
        return Optional.of(dayZero(day).plusDays(day).atStartOfDay().plus(milli, ChronoUnit.MILLIS));
    }

    /** The serial of a date and time, whatever its year. */
    double serial(LocalDateTime at) {
        long days = ChronoUnit.DAYS.between(dayZero(60), at.toLocalDate());
        long day = this == FROM_1900 && days <= 60 ? days - 1 : days;
        return day + at.toLocalTime().toNanoOfDay() / NANOS;
    }

    /** For the ledger. */
    String words() {
        return "dates count from " + (this == FROM_1904 ? "1904-01-01" : "1900-01-01");
    }

    private LocalDate dayZero(long day) {
        if (this == FROM_1904) {
            return LocalDate.of(1904, 1, 1);
        }
        return day < 60 ? LocalDate.of(1899, 12, 31) : LocalDate.of(1899, 12, 30);
    }

    /** The time of day of a fraction of a day; empty if it is not from 0 to 1, or rounds to 24:00. */
    static Optional<LocalTime> timeOfDay(double fraction) {
        long milli = Math.round(fraction * MILLIS);
        return fraction >= 0 && milli < MILLIS
                ? Optional.of(LocalTime.ofNanoOfDay(milli * 1_000_000))
                : Optional.empty();
    }

    /** A span of days as hours, minutes and seconds, such as 27:30:00. */
    static String elapsed(double days) {
        long millis = Math.round(Math.abs(days) * MILLIS);
        long seconds = millis / 1000;
        String clock = String.format(Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
        String rest = millis % 1000 == 0 ? "" : String.format(Locale.ROOT, ".%03d", millis % 1000);
        return (days < 0 ? "-" : "") + clock + rest;
    }
}
