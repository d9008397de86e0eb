package cohortkit.claims.arithmetic;

import cohortkit.claims.Printed;
import cohortkit.claims.PrintedRange;
import cohortkit.claims.Rounding;
import cohortkit.core.InputException;

/**
 * A group as a table prints it: people, mean and standard deviation.
 *
 * <pre>{@code
 * Summary.of(33, "15.52", "5.1")   // 15.52 ± 5.1 (n = 33)
 * }</pre>
 *
 * @param n people, at least 2
 * @param mean as printed
 * @param sd as printed
 */
public record Summary(long n, Printed mean, Printed sd) {

    /** Checks the number of people and the spread. */
    public Summary {
        if (n < 2) {
            throw new InputException("a group needs at least 2 people; was " + n);
        }
        if (!(sd.range().upper() >= 0) || Double.isInfinite(sd.range().upper()) || !isNumber(mean)) {
            throw new InputException("a group needs a mean and a standard deviation; was " + mean + " ± " + sd);
        }
    }

    private static boolean isNumber(Printed printed) {
        return Double.isFinite(printed.range().lower())
                && Double.isFinite(printed.range().upper());
    }

    /** From the texts as printed. */
    public static Summary of(long n, String mean, String sd) {
        return new Summary(n, Printed.parse(mean), Printed.parse(sd));
    }

    /** The standard deviations of a rounding, none below 0. */
    PrintedRange sds(Rounding rounding) {
        PrintedRange range = sd.range(rounding);
        return new PrintedRange(Math.max(0, range.lower()), Math.max(0, range.upper()));
    }

    @Override
    public String toString() {
        return mean + " ± " + sd + " (n = " + n + ")";
    }
}
