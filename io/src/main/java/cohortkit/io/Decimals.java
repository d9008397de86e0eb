package cohortkit.io;

/**
 * Decimal numbers as a whole number of digits and how many of them stand after the point: read from characters, given back
 * as the same characters, and turned into the double that they name.
 */
final class Decimals {

    /** So that every number of so many digits is a long. */
    static final int MOST_DIGITS = 18;

    private static final int MOST_EXACT_TENS = 22;
    private static final double[] TENS = new double[MOST_EXACT_TENS + 1];

    static {
        for (int i = 0; i < TENS.length; i++) {
            TENS[i] = Double.parseDouble("1e" + i);
        }
    }

    private static final long MOST_EXACT = 1L << 53;
    private static final long EXPONENT = 0x7ff0000000000000L;

    private Decimals() {}

    /**
     * The double nearest to {@code digits / 10^decimals}, ties to even, as {@link Double#parseDouble}. A quotient of exact
     * doubles is rounded once. Beyond that, the quotient's remainder (exact by a fused multiply-add) is a correction that
     * settles the last bit unless the sum lies within its own error of a tie; then the digits are parsed.
     */
    static double value(long digits, int decimals) {
        if (decimals > MOST_EXACT_TENS) {
            return Double.parseDouble(digits + "e-" + decimals);
        }
        double tens = TENS[decimals];
        double high = digits;
        if (Math.abs(digits) <= MOST_EXACT) {
            return high / tens;
        }
        double low = digits - (long) high;
        double quotient = high / tens;
        double correction = (Math.fma(-quotient, tens, high) + low) / tens;
        double sum = quotient + correction;
        double rest = Math.abs(correction - (sum - quotient));
        double ulp = Double.longBitsToDouble((Double.doubleToRawLongBits(sum) & EXPONENT) - (52L << 52)); // far from 0
        boolean besidesTie = Math.abs(rest - ulp / 2) > ulp * 1e-9;
        boolean besidesPower = (Double.doubleToRawLongBits(sum) & 0xfffffffffffffL) != 0;
        return besidesTie && besidesPower ? sum : Double.parseDouble(digits + "e-" + decimals);
    }

    /** The digits as they stood, such as 1.50 for 150 with 2 decimals. */
    static String text(long digits, int decimals) {
        if (decimals == 0) {
            return Long.toString(digits);
        }
        String all = Long.toString(Math.abs(digits));
        String padded = all.length() > decimals ? all : "0".repeat(decimals + 1 - all.length()) + all;
        int point = padded.length() - decimals;
        return (digits < 0 ? "-" : "") + padded.substring(0, point) + '.' + padded.substring(point);
    }
}
