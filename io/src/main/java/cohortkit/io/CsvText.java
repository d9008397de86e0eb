package cohortkit.io;

/**
 * Text in CSV that no spreadsheet program runs: what starts with = + - @ (also in full width), tab, return or line feed
 * gets an apostrophe before it, and loses it when it is read. Numbers are no formulas and stay as they are.
 */
final class CsvText {

    static final char GUARD = '\'';

    private static final String RISKY = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

    private CsvText() {}

    static String guard(String text) {
        return isRisky(text) ? "'" + text : text;
    }

    static String unguard(String text) {
        return text.startsWith("'") && isRisky(text.substring(1)) ? text.substring(1) : text;
    }

    /** Whether a spreadsheet program may run it. What has the apostrophe already counts, so that it gets another. */
    static boolean isRisky(String text) {
        int start = 0;
        while (start < text.length() && text.charAt(start) == '\'') {
            start++;
        }
        return start < text.length()
                && RISKY.indexOf(text.charAt(start)) >= 0
                && Numbers.parse(text).isEmpty();
    }

    /** All digits of a finite number, the sign of a negative zero too. */
    static String number(double x) {
        return x == 0 && 1 / x < 0 ? "-0" : Numbers.shown(x);
    }
}
