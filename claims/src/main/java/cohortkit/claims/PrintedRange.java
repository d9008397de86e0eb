package cohortkit.claims;

import cohortkit.core.DisplayNumber;

/**
 * The values that print leaves open: of a rounded number, or of what is computed from rounded numbers. A side without
 * limit is infinite.
 *
 * <pre>{@code
 * Printed.parse("14%").range()   // 0.135 to 0.145
 * }</pre>
 *
 * @param lower the lowest value, not above {@code upper}
 * @param upper the highest value
 */
public record PrintedRange(double lower, double upper) {

    public PrintedRange {
        if (!(lower <= upper)) {
            throw new IllegalArgumentException("lower end " + lower + " is above the upper end " + upper);
        }
    }

    /** Whether the value lies between the ends, ends included. */
    public boolean contains(double x) {
        return lower <= x && x <= upper;
    }

    /** Whether the print leaves one value only. */
    public boolean isSingle() {
        return lower == upper;
    }

    /** Such as "0.135 to 0.145", with four significant digits. */
    @Override
    public String toString() {
        return DisplayNumber.shortest(rounded(lower)) + " to " + DisplayNumber.shortest(rounded(upper));
    }

    private static double rounded(double x) {
        return Double.isFinite(x) ? Double.parseDouble(DisplayNumber.significant(x, 4)) : x;
    }
}
