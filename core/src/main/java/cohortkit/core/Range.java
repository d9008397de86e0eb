package cohortkit.core;

/**
 * The valid values of a number, limits included; a side without limit is infinite. Dates are counted in days since
 * 1970-01-01, times in seconds since midnight, dates with times in seconds since 1970-01-01 00:00.
 *
 * <pre>{@code
 * new Range(16, 110).contains(17)   // true
 * }</pre>
 */
public record Range(double min, double max) {

    /** Every number. */
    public static final Range ALL = new Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    public Range {
        if (!(min <= max)) {
            throw new InputException("a valid range needs min <= max; was " + min + " to " + max);
        }
    }

    /** Whether the number lies within the limits. */
    public boolean contains(double x) {
        return min <= x && x <= max;
    }

    @Override
    public String toString() {
        return DisplayNumber.shortest(min) + " to " + DisplayNumber.shortest(max);
    }
}
