package cohortkit.io;

import cohortkit.core.DisplayNumber;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** Numbers in text and back. */
final class Numbers {

    private static final double[] TENS = {
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
    };
    private static final int EXACT_DIGITS = 15;
    private static final Pattern DECIMAL_COMMA = Pattern.compile("[+-]?[0-9]+,([0-9]{1,2}|[0-9]{4,})");

    private Numbers() {}

    /** All digits of a number, without ".0". */
    static String shown(double x) {
        long whole = (long) x;
        if (whole == x && Math.abs(whole) < 1_000_000_000_000_000_000L) {
            return Long.toString(whole);
        }
        String digits = DisplayNumber.shortest(x);
        return Double.isFinite(x) && Double.parseDouble(digits) != x ? Double.toString(x) : digits;
    }

    /** The number that the text is, written with a point. */
    static OptionalDouble parse(String text) {
        return isPlain(text) ? finite(Double.parseDouble(text)) : OptionalDouble.empty();
    }

    /** Whether it is [+-]digits[.digits][e[+-]digits], with a digit before the e; written out, since millions pass here. */
    private static boolean isPlain(String text) {
        int at = afterSign(text, 0);
        int whole = afterDigits(text, at);
        boolean point = whole < text.length() && text.charAt(whole) == '.';
        int end = point ? afterDigits(text, whole + 1) : whole;
        if (end - at - (point ? 1 : 0) == 0) {
            return false;
        }
        if (end < text.length() && (text.charAt(end) == 'e' || text.charAt(end) == 'E')) {
            int exponent = afterSign(text, end + 1);
            int last = afterDigits(text, exponent);
            return last == text.length() && last > exponent && last - exponent <= 3;
        }
        return end == text.length();
    }

    private static int afterSign(String text, int at) {
        return at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+') ? at + 1 : at;
    }

    private static int afterDigits(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }

    /** The number that the text is, written with a comma that cannot be one between thousands. */
    static OptionalDouble parseDecimalComma(String text) {
        return DECIMAL_COMMA.matcher(text).matches()
                ? finite(Double.parseDouble(text.replace(',', '.')))
                : OptionalDouble.empty();
    }

    private static OptionalDouble finite(double x) {
        return Double.isInfinite(x) ? OptionalDouble.empty() : OptionalDouble.of(x);
    }

    /**
     * The number that short plain digits such as -12.5 spell, exactly, without making objects; NaN for any other text.
     * A quotient of two exact doubles is rounded once, so it is the double that the digits name.
     */
    static double parseShort(CharSequence text) {
        int length = text.length();
        int at = length > 0 && text.charAt(0) == '-' ? 1 : 0;
        boolean negative = at == 1;
        long digits = 0;
        int count = 0;
        int decimals = -1;
        for (; at < length; at++) {
            char c = text.charAt(at);
            if (c >= '0' && c <= '9') {
                digits = digits * 10 + (c - '0');
                count++;
                decimals += decimals >= 0 ? 1 : 0;
            } else if (c == '.' && decimals < 0 && count > 0) {
                decimals = 0;
            } else {
                return Double.NaN;
            }
            if (count > EXACT_DIGITS) {
                return Double.NaN;
            }
        }
        if (count == 0) {
            return Double.NaN;
        }
        double x = decimals > 0 ? digits / TENS[decimals] : digits;
        return negative ? -x : x;
    }
}
