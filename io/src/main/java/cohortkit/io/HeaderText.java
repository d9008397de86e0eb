package cohortkit.io;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a column's heading says: its label, and its unit where it is one that everybody writes so.
 *
 * @param label without the unit, blanks in the place of underscores
 * @param unit empty if there is none
 */
record HeaderText(String label, String unit) {

    /** In lower case; of a compound such as g/dL each part stands here. */
    private static final Set<String> UNITS = Set.of(
            "%",
            "percent",
            "pct",
            "kg",
            "g",
            "mg",
            "ug",
            "\u00b5g",
            "\u03bcg",
            "mcg",
            "ng",
            "pg",
            "lb",
            "lbs",
            "oz",
            "km",
            "m",
            "cm",
            "mm",
            "um",
            "\u00b5m",
            "\u03bcm",
            "nm",
            "in",
            "inch",
            "inches",
            "ft",
            "m2",
            "m\u00b2",
            "m^2",
            "cm2",
            "cm\u00b2",
            "mm2",
            "mm\u00b2",
            "m3",
            "m\u00b3",
            "mm3",
            "mm\u00b3",
            "l",
            "dl",
            "ml",
            "ul",
            "\u00b5l",
            "\u03bcl",
            "fl",
            "mol",
            "mmol",
            "umol",
            "\u00b5mol",
            "\u03bcmol",
            "nmol",
            "pmol",
            "meq",
            "iu",
            "miu",
            "u",
            "mmhg",
            "kpa",
            "bpm",
            "hz",
            "kcal",
            "kj",
            "w",
            "c",
            "\u00b0c",
            "f",
            "\u00b0f",
            "s",
            "sec",
            "secs",
            "second",
            "seconds",
            "ms",
            "min",
            "mins",
            "minute",
            "minutes",
            "h",
            "hr",
            "hrs",
            "hour",
            "hours",
            "d",
            "day",
            "days",
            "wk",
            "wks",
            "week",
            "weeks",
            "mo",
            "month",
            "months",
            "y",
            "yr",
            "yrs",
            "year",
            "years");

    /** Without brackets a letter or two may be a word's end, such as group_c. */
    private static final Set<String> UNITS_AS_ENDING = Set.of(
            "%",
            "percent", "pct", "kg", "mg", "lb", "lbs", "cm", "mm", "mmhg", "kpa", "bpm", "kcal", "mmol", "umol", "ml",
            "minutes", "hours", "days", "weeks", "months", "yrs", "years");

    private static final Pattern IN_BRACKETS = Pattern.compile("(.+?)\\s*(?:\\(([^()]+)\\)|\\[([^\\[\\]]+)\\])");
    private static final Pattern AT_THE_END =
            Pattern.compile("(.+?)(?:,\\s*|[\\s_]+)([\\p{L}%]+(?:/[\\p{L}0-9\u00b2\u00b3]+)*)");
    private static final Pattern PER = Pattern.compile("[/\u00b7*]");
    private static final Pattern FACTOR = Pattern.compile("x?10\\^?[0-9]+|[0-9.]+(?:m2|m\u00b2)?");

    static HeaderText of(String heading) {
        String clean = Spaces.clean(heading);
        Matcher brackets = IN_BRACKETS.matcher(clean);
        if (brackets.matches()) {
            String unit = Spaces.clean(brackets.group(2) == null ? brackets.group(3) : brackets.group(2));
            if (isUnit(unit)) {
                return new HeaderText(readable(brackets.group(1)), unit);
            }
        }
        Matcher end = AT_THE_END.matcher(clean);
        if (end.matches()) {
            String unit = end.group(2);
            if (isUnit(unit) && (unit.indexOf('/') > 0 || UNITS_AS_ENDING.contains(unit.toLowerCase(Locale.ROOT)))) {
                return new HeaderText(readable(end.group(1)), unit);
            }
        }
        return new HeaderText(readable(clean), "");
    }

    private static boolean isUnit(String text) {
        return PER.splitAsStream(text.toLowerCase(Locale.ROOT))
                .map(String::strip)
                .allMatch(part -> UNITS.contains(part) || (FACTOR.matcher(part).matches() && text.indexOf('/') > 0));
    }

    private static String readable(String name) {
        return Spaces.clean(name.replace('_', ' '));
    }
}
