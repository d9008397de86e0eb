package cohortkit.core;

/**
 * A confidence interval. A bound may be infinite; both are NaN where there is no interval ({@link #none()}).
 *
 * <pre>{@code
 * new Interval(1.35, 3.49, 0.95).contains(1)   // false
 * }</pre>
 *
 * @param lower the lower limit, not above {@code upper}
 * @param upper the upper limit
 * @param level the coverage asked for, in (0, 1), for example 0.95; NaN without an interval
 */
public record Interval(double lower, double upper, double level) {

    /** The coverage used where none is named. */
    public static final double DEFAULT_LEVEL = 0.95;

    private static final Interval NONE = new Interval(Double.NaN, Double.NaN, Double.NaN);

    public Interval {
        if (lower > upper) {
            throw new IllegalArgumentException("lower limit " + lower + " is above the upper limit " + upper);
        }
        if (!Double.isNaN(level)) {
            requireLevel(level);
        }
    }

    /** No interval: the value stands alone. */
    public static Interval none() {
        return NONE;
    }

    /**
     * Checks a confidence level.
     *
     * @return the level
     * @throws InputException if it is not in (0, 1)
     */
    public static double requireLevel(double level) {
        if (!(level > 0 && level < 1)) {
            throw new InputException("level must be in (0, 1), such as 0.95; was " + level);
        }
        return level;
    }

    /** Whether there is an interval at all. */
    public boolean exists() {
        return !Double.isNaN(lower) && !Double.isNaN(upper);
    }

    /** Whether {@code value} lies within the limits, limits included. */
    public boolean contains(double value) {
        return lower <= value && value <= upper;
    }

    /** Such as "95 % CI 1.35 to 3.49", with three significant digits. */
    @Override
    public String toString() {
        return exists()
                ? levelText() + " " + DisplayNumber.significant(lower, 3) + " to " + DisplayNumber.significant(upper, 3)
                : "no interval";
    }

    /** Such as "95 % CI". */
    public String levelText() {
        return DisplayNumber.shortest(level * 100) + " % CI";
    }
}
