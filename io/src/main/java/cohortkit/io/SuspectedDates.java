package cohortkit.io;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Days that programs and people write where they know none. Each may also be a day, so suspicion is all. */
final class SuspectedDates {

    /** Each with what it is known as. */
    private static final Map<LocalDate, String> DAYS = Map.ofEntries(
            Map.entry(LocalDate.of(1753, 1, 1), "SQL Server's first day"),
            Map.entry(LocalDate.of(1800, 1, 1), "a day for none"),
            Map.entry(LocalDate.of(1899, 12, 30), "day 0 of spreadsheets"),
            Map.entry(LocalDate.of(1899, 12, 31), "day 0 of spreadsheets"),
            Map.entry(LocalDate.of(1900, 1, 1), "day 1 of spreadsheets"),
            Map.entry(LocalDate.of(1901, 1, 1), "a day for none"),
            Map.entry(LocalDate.of(1904, 1, 1), "day 0 of spreadsheets"),
            Map.entry(LocalDate.of(1960, 1, 1), "day 0 of SAS and Stata"),
            Map.entry(LocalDate.of(1970, 1, 1), "day 0 of Unix and R"),
            Map.entry(LocalDate.of(2099, 12, 31), "a day for none"),
            Map.entry(LocalDate.of(2999, 12, 31), "a day for none"),
            Map.entry(LocalDate.of(7777, 7, 7), "a day for none"),
            Map.entry(LocalDate.of(8888, 8, 8), "a day for none"),
            Map.entry(LocalDate.of(9999, 9, 9), "a day for none"),
            Map.entry(LocalDate.of(9999, 12, 31), "a day for none"));

    private static final int OFTEN = 3;
    private static final long TEN_YEARS = 3653;

    private SuspectedDates() {}

    /** Whether it is one of the days that may be looked at. */
    static boolean mayBeOne(LocalDate day) {
        return DAYS.containsKey(day);
    }

    /**
     * Those that stand more than ten years before or behind all other days, and farther than these lie apart; or three times
     * or more, and more than twice as often as any other day; with the evidence.
     *
     * @param counts the days of a column and how often each stands there
     */
    static Map<LocalDate, String> among(NavigableMap<LocalDate, Integer> counts) {
        NavigableMap<LocalDate, Integer> rest = new TreeMap<>(counts);
        rest.keySet().removeAll(DAYS.keySet());
        if (rest.isEmpty()) {
            return Map.of();
        }
        long spread = ChronoUnit.DAYS.between(rest.firstKey(), rest.lastKey());
        int most = rest.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        Map<LocalDate, String> suspected = new TreeMap<>();
        counts.forEach((day, n) -> {
            if (!DAYS.containsKey(day)) {
                return;
            }
            LocalDate next = day.isBefore(rest.firstKey()) ? rest.firstKey() : rest.lastKey();
            boolean outside = day.isBefore(rest.firstKey()) || day.isAfter(rest.lastKey());
            long gap = Math.abs(ChronoUnit.DAYS.between(day, next));
            String known = DAYS.get(day) + "; " + SuspectedCodes.times(n);
            if (outside && gap > Math.max(spread, TEN_YEARS)) {
                suspected.put(day, day + " (" + known + "; the next day is " + next + ")");
            } else if (n >= OFTEN && n > 2 * most) {
                suspected.put(day, day + " (" + known + "; no other day more often than " + most + ")");
            }
        });
        return suspected;
    }
}
