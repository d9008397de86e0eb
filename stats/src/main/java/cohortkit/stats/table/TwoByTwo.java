package cohortkit.stats.table;

import cohortkit.core.InputException;

/**
 * The counts of an exposure against an outcome.
 *
 * <pre>{@code
 * new TwoByTwo(20, 26, 46, 241)
 * }</pre>
 *
 * @param a exposed with the outcome
 * @param b exposed without it
 * @param c unexposed with the outcome
 * @param d unexposed without it
 */
public record TwoByTwo(long a, long b, long c, long d) {

    /** Checks the counts; an error if one is negative or their sum is past 2^63. */
    public TwoByTwo {
        if (a < 0 || b < 0 || c < 0 || d < 0) {
            throw new InputException("a table holds counts of 0 or more; was " + a + ", " + b + ", " + c + ", " + d);
        }
        try {
            Math.addExact(Math.addExact(a, b), Math.addExact(c, d));
        } catch (ArithmeticException e) {
            throw new InputException(
                    "the counts " + a + ", " + b + ", " + c + ", " + d + " add up to more than 2^63 - 1", e);
        }
    }
}
