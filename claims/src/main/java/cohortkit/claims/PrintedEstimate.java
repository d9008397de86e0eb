package cohortkit.claims;

import cohortkit.core.InputException;
import cohortkit.core.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An estimate with its interval as a paper prints it, such as {@code 1.70 (0.68-4.13)}.
 *
 * @param value the estimate
 * @param limits none, or the lower and the upper limit
 * @param text as it stands in print
 */
record PrintedEstimate(Printed value, List<Printed> limits, String text) {

    private static final Pattern LEVEL = Pattern.compile("(?i)\\d{2}(?:[.,]\\d+)? ?% ?(?:CI|confidence interval|KI)");
    private static final Pattern NUMBER =
            Pattern.compile("(?<![\\d.,\u00b7])[-\u2212]?(?:\\d+(?:[.,\u00b7]\\d+)?|[.\u00b7]\\d+) ?%?");

    static PrintedEstimate parse(String text) {
        String figures = LEVEL.matcher(text).replaceAll(" ");
        boolean percent = figures.indexOf('%') >= 0;
        List<Printed> numbers = new ArrayList<>();
        Matcher matcher = NUMBER.matcher(figures);
        while (matcher.find()) {
            String number = matcher.group().strip();
            numbers.add(Printed.parse(percent && !number.endsWith("%") ? number + "%" : number));
        }
        if (numbers.size() != 1 && numbers.size() != 3) {
            throw new InputException("a printed estimate is a number, or a number and two limits, such as"
                    + " '1.70 (0.68-4.13)'; was '" + text + "'");
        }
        return new PrintedEstimate(numbers.get(0), List.copyOf(numbers.subList(1, numbers.size())), text);
    }

    /** Whether the value and the limits may have been printed so. */
    boolean admits(double estimate, Interval interval) {
        return value.admits(estimate)
                && (limits.isEmpty()
                        || (limits.get(0).admits(interval.lower())
                                && limits.get(1).admits(interval.upper())));
    }

    /** How far the farthest of the numbers is from what is printed, relative to the printed size; infinite if undefined. */
    double distance(double estimate, Interval interval) {
        double farthest = away(value, estimate);
        if (!limits.isEmpty()) {
            farthest = Math.max(farthest, away(limits.get(0), interval.lower()));
            farthest = Math.max(farthest, away(limits.get(1), interval.upper()));
        }
        return farthest;
    }

    private static double away(Printed printed, double x) {
        PrintedRange range = printed.range();
        double middle = (range.lower() + range.upper()) / 2;
        double gap = Math.max(0, Math.max(range.lower() - x, x - range.upper()));
        return Double.isFinite(x) ? gap / Math.max(Math.abs(middle), range.upper() - range.lower()) : 1e9;
    }
}
