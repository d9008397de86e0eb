package cohortkit.io;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates in text. Forms that name one day: 2004-03-17 (also with / or .), 20040317, 17.03.2004 (dots are day first in
 * every country that uses them), 17 March 2004, 17-Mar-2004, March 17, 2004. With slashes or dashes day and month must
 * be told apart by a number above 12, by being equal, or by the codebook. A year needs four digits.
 */
final class DateText {

    /** The order of day, month and year in numbers, as far as the codebook says it. */
    enum Order {
        UNKNOWN(""),
        DAY_FIRST("d/m/y"),
        MONTH_FIRST("m/d/y"),
        YEAR_FIRST("y-m-d");

        private final String form;

        Order(String form) {
            this.form = form;
        }

        /** From words such as "d/m/y", "dd.mm.yyyy" or "YYYY-MM-DD". */
        static Optional<Order> parse(String form) {
            String letters = Spaces.lower(form).replaceAll("[^a-z]", "").replaceAll("(.)\\1+", "$1");
            for (Order order : values()) {
                if (order.form.replaceAll("[/-]", "").equals(letters)) {
                    return Optional.of(order);
                }
            }
            return Optional.empty();
        }
    }

    /**
     * A date, or null, the time of day where one is written, else null, and the form of the date or why it is none.
     */
    record Reading(LocalDate date, LocalTime time, String rule) {

        Reading(LocalDate date, String rule) {
            this(date, null, rule);
        }

        boolean isMidnight() {
            return time == null || time.equals(LocalTime.MIDNIGHT);
        }
    }

    static final String ISO = "form y-m-d";
    static final String AMBIGUOUS = "day and month cannot be told apart; give the form in the codebook, such as d/m/y";

    private static final Pattern TIME =
            Pattern.compile("(.*\\d{4}.*?)[T ,]+(\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?(?: ?[AaPp][Mm])?)(Z?)");
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})");
    private static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4})");
    private static final Pattern SHORT_YEAR = Pattern.compile("\\d{1,2}([-/.])\\d{1,2}\\1\\d{2}");
    private static final Pattern DIGITS = Pattern.compile("((?:18|19|20|21)\\d{2})(\\d{2})(\\d{2})");
    private static final Pattern DAY_NAME_YEAR = Pattern.compile("(\\d{1,2})[-. ]+([A-Za-z]{3,9})[-., ]+(\\d{4})");
    private static final Pattern NAME_DAY_YEAR = Pattern.compile("([A-Za-z]{3,9})[-. ]+(\\d{1,2})[-., ]+(\\d{4})");
    private static final List<String> MONTHS = List.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december");

    private static final Pattern DAY_AND_MONTH = Pattern.compile("(\\d{1,2})([-/])(\\d{1,2})\\2\\d{4}(?!\\d).*");

    private DateText() {}

    /** The order of day and month that a text shows by itself, one of the two being above 12. */
    static Order shownOrder(String text) {
        if (text.isEmpty() || text.charAt(0) < '0' || text.charAt(0) > '9') {
            return Order.UNKNOWN;
        }
        Matcher m = DAY_AND_MONTH.matcher(text);
        if (!m.matches()) {
            return Order.UNKNOWN;
        }
        boolean firstIsDay = Integer.parseInt(m.group(1)) > 12;
        boolean secondIsDay = Integer.parseInt(m.group(3)) > 12;
        return firstIsDay == secondIsDay ? Order.UNKNOWN : firstIsDay ? Order.DAY_FIRST : Order.MONTH_FIRST;
    }

    static Reading read(String text, Order order) {
        Matcher time = TIME.matcher(text);
        if (!time.matches()) {
            return readDay(text, order);
        }
        Reading day = readDay(time.group(1).strip(), order);
        if (day.date() == null) {
            return day;
        }
        ClockText.Reading clock = ClockText.read(time.group(2));
        String zone = time.group(3).isEmpty() ? "" : "the zone Z left out";
        String rule = CellRule.and(CellRule.and(day.rule(), clock.rule()), zone);
        return clock.time() == null ? new Reading(null, clock.rule()) : new Reading(day.date(), clock.time(), rule);
    }

    private static Reading readDay(String text, Order order) {
        Matcher m = YEAR_FIRST.matcher(text);
        if (m.matches()) {
            boolean iso = m.group(2).equals("-") && text.length() == 10;
            return date(m.group(1), m.group(3), m.group(4), iso ? ISO : "form y" + m.group(2) + "m" + m.group(2) + "d");
        }
        m = YEAR_LAST.matcher(text);
        if (m.matches()) {
            return yearLast(m.group(1), m.group(2), m.group(3), m.group(4), order);
        }
        m = DIGITS.matcher(text);
        if (m.matches()) {
            return date(m.group(1), m.group(2), m.group(3), "form yyyymmdd");
        }
        m = DAY_NAME_YEAR.matcher(text);
        if (m.matches()) {
            return date(m.group(3), month(m.group(2)), m.group(1), "form day, month's name, year");
        }
        m = NAME_DAY_YEAR.matcher(text);
        if (m.matches()) {
            return date(m.group(3), month(m.group(1)), m.group(2), "form month's name, day, year");
        }
        boolean shortYear = SHORT_YEAR.matcher(text).matches();
        return new Reading(null, shortYear ? "a year of two digits: which century?" : "not a date");
    }

    private static Reading yearLast(String first, String mark, String second, String year, Order order) {
        boolean dayFirst = order == Order.DAY_FIRST;
        if (order == Order.UNKNOWN || order == Order.YEAR_FIRST) {
            int a = Integer.parseInt(first);
            int b = Integer.parseInt(second);
            if (!mark.equals(".") && a <= 12 && b <= 12 && a != b) {
                return new Reading(null, AMBIGUOUS);
            }
            dayFirst = mark.equals(".") || b <= 12;
        }
        return dayFirst
                ? date(year, second, first, "form d" + mark + "m" + mark + "y")
                : date(year, first, second, "form m" + mark + "d" + mark + "y");
    }

    private static String month(String name) {
        String lower = Spaces.lower(name);
        for (int i = 0; i < MONTHS.size(); i++) {
            if (MONTHS.get(i).equals(lower) || MONTHS.get(i).substring(0, 3).equals(lower) || lower.equals("sept")) {
                return String.valueOf(lower.equals("sept") ? 9 : i + 1);
            }
        }
        return "0";
    }

    private static Reading date(String year, String month, String day, String rule) {
        try {
            return new Reading(
                    LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)), rule);
        } catch (DateTimeException e) {
            return new Reading(null, "no such day");
        }
    }
}
