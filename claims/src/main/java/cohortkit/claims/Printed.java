package cohortkit.claims;

import java.util.List;
import java.util.Optional;

/**
 * A number as a paper prints it. Its digits say how far it was rounded, so that nobody chooses a tolerance: a value
 * fits when it rounds to these digits. Values are on the measure's own scale, {@code 14%} is 0.14.
 *
 * <pre>{@code
 * Printed.parse("14%").range()            // 0.135 to 0.145
 * Printed.parse("14%").admits(45, 333)    // true: 13.51 %
 * Printed.parse("p<0.05").admits(0.05)    // false
 * }</pre>
 */
public sealed interface Printed permits PrintedNumber, PrintedBound, PrintedFrequency {

    /** How the digits relate to the measure's own scale. */
    enum Unit {
        /** The number itself, such as 2.2. */
        PLAIN,
        /** Hundredths, such as 14%. */
        PERCENT
    }

    /**
     * Reads the forms that journals print: {@code 14%}, {@code 67.4 %}, {@code 2.2}, {@code .05}, {@code 1,962},
     * {@code 1 962}, {@code 3·5}, {@code 3,5}, {@code −0.3}, {@code <0.05}, {@code ≥2}, {@code p<0.05},
     * {@code p = .000}, {@code 1 in 4}. A comma before exactly three digits groups thousands (unless a zero leads), any other comma is a
     * decimal one.
     *
     * @throws cohortkit.core.InputException if the text is none of these
     */
    static Printed parse(String text) {
        return PrintedForms.read(text);
    }

    /** Plain or percent. */
    Unit unit();

    /**
     * The values that the print leaves open, half a unit in the last place to either side; a bound such as
     * {@code <0.05} is open to infinity. The end itself belongs to a number, not to {@code <} and {@code >}.
     */
    default PrintedRange range() {
        return range(Rounding.HALF_EITHER);
    }

    /**
     * The values that the print leaves open under a rounding, ends included: half a unit in the last place to either side,
     * a whole unit away from zero if truncated (to both sides of a zero), both for {@link Rounding#ANY}.
     */
    PrintedRange range(Rounding rounding);

    /**
     * Whether a value on the measure's own scale may have been printed so, by a given rounding. A double is read to 15
     * significant digits, the most that it holds, so that a tie is a tie however it was computed. NaN never fits.
     */
    boolean admits(double x, Rounding rounding);

    /**
     * Whether the exact fraction may have been printed so, by a given rounding.
     *
     * @throws cohortkit.core.InputException if the denominator is not positive
     */
    boolean admits(long numerator, long denominator, Rounding rounding);

    /** Whether a value on the measure's own scale may have been printed so, a tie rounded either way. */
    default boolean admits(double x) {
        return admits(x, Rounding.HALF_EITHER);
    }

    /** Whether the exact fraction may have been printed so, a tie rounded either way. */
    default boolean admits(long numerator, long denominator) {
        return admits(numerator, denominator, Rounding.HALF_EITHER);
    }

    /** The named roundings by which the exact fraction is printed so; the first is the most usual. */
    default List<Rounding> roundingsThatAdmit(long numerator, long denominator) {
        return Rounding.NAMED.stream()
                .filter(rounding -> admits(numerator, denominator, rounding))
                .toList();
    }

    /** Whether every value from {@code lowest} to {@code highest} may have been printed so. */
    default boolean admitsAll(double lowest, double highest) {
        return admits(lowest) && admits(highest);
    }

    /** Whether a value from {@code lowest} to {@code highest} may have been printed so. */
    default boolean admitsSome(double lowest, double highest) {
        PrintedRange range = range();
        return admits(lowest)
                || admits(highest)
                || (lowest < range.lower() && range.lower() < highest)
                || (lowest < range.upper() && range.upper() < highest);
    }

    /** The first of half up, half even, half away and truncation by which the exact fraction is printed so; empty if none. */
    default Optional<Rounding> roundingThatAdmits(long numerator, long denominator) {
        return Rounding.NAMED.stream()
                .filter(rounding -> admits(numerator, denominator, rounding))
                .findFirst();
    }

    /** The first of half up, half even, half away and truncation by which the value is printed so; empty if none. */
    default Optional<Rounding> roundingThatAdmits(double x) {
        return Rounding.NAMED.stream().filter(rounding -> admits(x, rounding)).findFirst();
    }

    /** A computed value in the unit of this figure and with two digits more, such as "13.51%" beside "14%". */
    String beside(double x);
}
