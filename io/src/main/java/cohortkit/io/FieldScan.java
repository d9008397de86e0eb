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

    private final byte[] bytes = new byte[LONGEST + Words.SLACK];
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
     * Whether the field, behind which {@link Words#SLACK} bytes stand, is [-]digits[.digits] without needless leading zeros,
     * so short that its digits are a long. Then {@link #digits}, {@link #decimals} and {@link #canonical} tell more.
     */
    boolean read(byte[] buffer, int from, int length) {
        int first = buffer[from] == '-' ? from + 1 : from;
        int end = from + length;
        int size = end - first;
        int initial = buffer[first] - '0';
        if (size < 1 || size > Decimals.MOST_DIGITS + 1 || initial < 0 || initial > 9) {
            return false;
        }
        int point = point(buffer, first, end);
        int count = point < 0 ? size : size - 1;
        if (count > Decimals.MOST_DIGITS || point == end - 1 || (initial == 0 && size > 1 && point != first + 1)) {
            return false;
        }
        long whole = digits(buffer, first, end, point);
        if (whole < 0 || (whole == 0 && first > from)) {
            return false;
        }
        digits = first > from ? -whole : whole;
        decimals = point < 0 ? 0 : end - 1 - point;
        boolean trailingZero = point >= 0 && buffer[end - 1] == '0';
        boolean tiny = decimals > 4 && whole < TENS[decimals - 4];
        canonical = size <= LONGEST_CANONICAL && !trailingZero && !tiny;
        return true;
    }

    /** Where the first point stands, negative if there is none. */
    private static int point(byte[] buffer, int from, int end) {
        for (int at = from; at < end; at += Long.BYTES) {
            int point = at + Words.point(Words.at(buffer, at));
            if (point < at + Long.BYTES) {
                return point < end ? point : -1;
            }
        }
        return -1;
    }

    /** The number without its point; negative if there is something else in it than digits. */
    private static long digits(byte[] buffer, int from, int end, int point) {
        if (end - from <= Long.BYTES) {
            long word = Words.at(buffer, from);
            if (point < 0) {
                return Words.digits(word, end - from);
            }
            int before = point - from;
            long after = (word >>> (Byte.SIZE * (before + 1))) << (Byte.SIZE * before);
            return Words.digits(Words.start(word, before) | after, end - from - 1);
        }
        long whole = digits(buffer, from, point < 0 ? end : point, 0L);
        return point < 0 || whole < 0 ? whole : digits(buffer, point + 1, end, whole);
    }

    /** The digits behind others. */
    private static long digits(byte[] buffer, int from, int end, long before) {
        long all = before;
        for (int at = from; at < end; at += Long.BYTES) {
            int count = Math.min(Long.BYTES, end - at);
            long some = Words.digits(Words.at(buffer, at), count);
            if (some < 0) {
                return -1;
            }
            all = all * TENS[count] + some;
        }
        return all;
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
