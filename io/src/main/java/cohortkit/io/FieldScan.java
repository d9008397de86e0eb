package cohortkit.io;

/** Looks at the characters of a field once and says whether they are plain digits such as -12.50, and which. */
final class FieldScan {

    private static final int LONGEST_CANONICAL = 15;
    /** Sign, digits and point. */
    private static final int LONGEST = Decimals.MOST_DIGITS + 2;

    private static final long[] TENS = new long[Decimals.MOST_DIGITS + 1];

    static {
        TENS[0] = 1;
        for (int i = 1; i < TENS.length; i++) {
            TENS[i] = TENS[i - 1] * 10;
        }
    }

    private final byte[] bytes = new byte[LONGEST];
    private long digits;
    private int decimals;
    private boolean canonical;

    /** {@link #read(byte[], int, int)} of characters. */
    boolean read(char[] buffer, int from, int length) {
        if (length > LONGEST) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            char c = buffer[from + i];
            bytes[i] = c < 0x80 ? (byte) c : 0;
        }
        return read(bytes, 0, length);
    }

    /**
     * Whether the field is [-]digits[.digits] without needless leading zeros, so short that its digits are a long.
     * Then {@link #digits}, {@link #decimals} and {@link #canonical} tell more.
     */
    boolean read(byte[] buffer, int from, int length) {
        int end = from + length;
        int at = buffer[from] == '-' ? from + 1 : from;
        int first = at;
        long whole = 0;
        int point = -1;
        if (end - at > Decimals.MOST_DIGITS + 1) {
            return false;
        }
        for (; at < end; at++) {
            int digit = buffer[at] - '0';
            if (digit >= 0 && digit <= 9) {
                whole = whole * 10 + digit;
            } else if (digit == '.' - '0' && point < 0 && at > first) {
                point = at;
            } else {
                return false;
            }
        }
        int count = end - first - (point < 0 ? 0 : 1);
        boolean leadingZero = end - first > 1 && buffer[first] == '0' && point != first + 1;
        boolean minusZero = whole == 0 && first > from;
        if (count == 0 || count > Decimals.MOST_DIGITS || point == end - 1 || leadingZero || minusZero) {
            return false;
        }
        digits = first > from ? -whole : whole;
        decimals = point < 0 ? 0 : end - 1 - point;
        boolean trailingZero = point >= 0 && buffer[end - 1] == '0';
        boolean tiny = decimals > 4 && whole < TENS[decimals - 4];
        canonical = end - first <= LONGEST_CANONICAL && !trailingZero && !tiny;
        return true;
    }

    long digits() {
        return digits;
    }

    int decimals() {
        return decimals;
    }

    /** Whether {@link Numbers#shown} of the number gives the field back. */
    boolean canonical() {
        return canonical;
    }

    double value() {
        return Decimals.value(digits, decimals);
    }
}
