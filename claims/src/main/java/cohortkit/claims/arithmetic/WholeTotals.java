package cohortkit.claims.arithmetic;

import cohortkit.claims.Printed;
import cohortkit.claims.PrintedRange;
import cohortkit.claims.Rounding;
import java.util.Optional;

/**
 * The whole numbers whose quotient by a denominator prints as a figure: first to last, one at least.
 *
 * @param first the least
 * @param last the greatest
 */
record WholeTotals(long first, long last) {

    /** Beyond it a double no longer holds each whole number. */
    private static final double LARGEST = 1e15;

    /** The numerators that print so by a rounding, all whole numbers taken. */
    static Optional<WholeTotals> of(Printed quotient, long denominator, Rounding rounding) {
        return between(quotient, denominator, rounding, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    /** Of those, the ones from 0 to the denominator. */
    static Optional<WholeTotals> ofShare(Printed share, long denominator, Rounding rounding) {
        return between(share, denominator, rounding, 0, denominator);
    }

    private static Optional<WholeTotals> between(
            Printed quotient, long denominator, Rounding rounding, long least, long most) {
        PrintedRange range = quotient.range(rounding);
        // One to either side, for an end that the double cut off.
        long first = Math.max(least, whole(Math.floor(range.lower() * denominator) - 1));
        long last = Math.min(most, whole(Math.ceil(range.upper() * denominator) + 1));
        while (first <= last && !quotient.admits(first, denominator, rounding)) {
            first++;
        }
        while (first <= last && !quotient.admits(last, denominator, rounding)) {
            last--;
        }
        return first > last ? Optional.empty() : Optional.of(new WholeTotals(first, last));
    }

    private static long whole(double x) {
        return (long) Math.max(-LARGEST, Math.min(LARGEST, x));
    }

    long size() {
        return last - first + 1;
    }

    /** Such as "29" or "555 to 570". */
    @Override
    public String toString() {
        return first == last ? Long.toString(first) : first + " to " + last;
    }
}
