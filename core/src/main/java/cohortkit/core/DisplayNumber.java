package cohortkit.core;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Numbers as people read them: rounded half up, the same in every locale, "Inf" for infinity and "NA" for NaN. For
 * machines, write the double itself.
 *
 * <pre>{@code
 * DisplayNumber.fixed(13.85, 1)   // "13.9"
 * DisplayNumber.pValue(0.00004)   // "<0.0001"
 * }</pre>
 */
public final class DisplayNumber {

    private DisplayNumber() {}

    /** With a fixed number of decimals. */
    public static String fixed(double x, int decimals) {
        if (isSpecial(x)) {
            return special(x);
        }
        return plain(BigDecimal.valueOf(x).setScale(decimals, RoundingMode.HALF_UP));
    }

    /** A share in percent, without its sign: 0.1425 is "14.3" with one decimal, as its decimal digits say. */
    public static String percent(double share, int decimals) {
        return isSpecial(share)
                ? special(share)
                : plain(BigDecimal.valueOf(share).movePointRight(2).setScale(decimals, RoundingMode.HALF_UP));
    }

    /** With a number of significant digits, trailing zeros kept. */
    public static String significant(double x, int digits) {
        if (isSpecial(x) || x == 0) {
            return special(x);
        }
        BigDecimal rounded = BigDecimal.valueOf(x).round(new MathContext(digits, RoundingMode.HALF_UP));
        return text(rounded.setScale(rounded.scale() + Math.max(0, digits - rounded.precision())), 9);
    }

    /** Two decimals from 0.1 to 100, three significant digits elsewhere: the habit for ratios. */
    public static String ratio(double x) {
        double size = Math.abs(x);
        if (size >= 0.1 && size < 100) {
            return fixed(x, 2);
        }
        return size >= 1000 && size < 1e9 ? fixed(x, 0) : significant(x, 3);
    }

    /** Four decimals, three significant digits below 0.001: the habit for coefficients. */
    public static String coefficient(double x) {
        double size = Math.abs(x);
        return x == 0 || (size >= 0.001 && size < 1e6) ? fixed(x, 4) : significant(x, 3);
    }

    /** A p-value: three decimals, four below 0.01, "&lt;0.0001" below that. */
    public static String pValue(double p) {
        if (Double.isNaN(p)) {
            return "NA";
        }
        if (p < 0.0001) {
            return "<0.0001";
        }
        return fixed(p, p < 0.01 ? 4 : 3);
    }

    /** As few of 15 significant digits as it takes, without a trailing ".0". */
    public static String shortest(double x) {
        if (isSpecial(x) || x == 0) {
            return special(x);
        }
        return text(new BigDecimal(x).round(new MathContext(15)).stripTrailingZeros(), 16);
    }

    private static boolean isSpecial(double x) {
        return Double.isNaN(x) || Double.isInfinite(x);
    }

    private static String special(double x) {
        if (Double.isNaN(x)) {
            return "NA";
        }
        return x == 0 ? "0" : x > 0 ? "Inf" : "-Inf";
    }

    /** Without the sign of a negative zero. */
    private static String plain(BigDecimal rounded) {
        return rounded.signum() == 0
                ? BigDecimal.ZERO.setScale(rounded.scale()).toPlainString()
                : rounded.toPlainString();
    }

    /** Written out from 0.00001 up to so many digits before the point, else as a power of ten. */
    private static String text(BigDecimal x, int digits) {
        int magnitude = x.precision() - x.scale();
        return magnitude > digits || magnitude < -4 ? x.toString() : x.toPlainString();
    }
}
