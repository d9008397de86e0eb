package cohortkit.io;

import java.util.regex.Pattern;

/**
 * Text in CSV that no spreadsheet program runs: what starts with = + - @, tab or return gets an apostrophe before it, and
 * loses it when it is read. Numbers are no formulas and stay as they are.
 */
final class CsvText {

    static final char GUARD = '\'';

    private static final Pattern RISKY = Pattern.compile("'*[=+\\-@\\t\\r].*", Pattern.DOTALL);

    private CsvText() {}

    static String guard(String text) {
        boolean risky = RISKY.matcher(text).matches() && Numbers.parse(text).isEmpty();
        return risky ? "'" + text : text;
    }

    static String unguard(String text) {
        boolean guarded = text.startsWith("'") && guard(text.substring(1)).equals(text);
        return guarded ? text.substring(1) : text;
    }
}
