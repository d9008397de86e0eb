package cohortkit.io;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** The day from which a workbook counts its dates. */
enum DateSystem {
    /** Day 1 is 1900-01-01, and day 60 is a 29 February 1900 that never was. */
    FROM_1900,
    /** Day 0 is 1904-01-01. */
    FROM_1904;

    private static final int LAST_SERIAL = 2_958_465; // 9999-12-31
    private static final int SECONDS = 86_400;

    /** The date and time of a serial, to the second; empty if it names no day. */
    Optional<LocalDateTime> dateTime(double serial) {
        if (!(serial >= 0 && serial <= LAST_SERIAL)) {
            return Optional.empty();
        }
        long day = (long) Math.floor(serial);
        long second = Math.round((serial - day) * SECONDS);
        if (second == SECONDS) {
            day++;
            second = 0;
        }
        if (this == FROM_1900 && (day == 0 || day == 60)) {
            return Optional.empty();
        }
        return Optional.of(dayZero(day).plusDays(day).atStartOfDay().plusSeconds(second));
    }

    /** The serial of a date and time, whatever its year. */
    double serial(LocalDateTime at) {
        long days = ChronoUnit.DAYS.between(dayZero(60), at.toLocalDate());
        long day = this == FROM_1900 && days <= 60 ? days - 1 : days;
        return day + at.toLocalTime().toSecondOfDay() / (double) SECONDS;
    }

    private LocalDate dayZero(long day) {
        if (this == FROM_1904) {
            return LocalDate.of(1904, 1, 1);
        }
        return day < 60 ? LocalDate.of(1899, 12, 31) : LocalDate.of(1899, 12, 30);
    }

    static LocalTime timeOfDay(double fraction) {
        return LocalTime.ofSecondOfDay(Math.min(SECONDS - 1, Math.round(fraction * SECONDS)));
    }
}
