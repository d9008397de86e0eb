package cohortkit.claims.arithmetic;

import cohortkit.claims.Printed;
import cohortkit.claims.PrintedRange;
import cohortkit.claims.Rounding;
import cohortkit.claims.check.Boxes;
import cohortkit.claims.check.Check;
import cohortkit.claims.check.Checked;
import cohortkit.core.InputException;

/**
 * A printed quotient against its two parts: a rate against events and person-time, a standardized ratio against observed and
 * expected events.
 *
 * <pre>{@code
 * Quotient.rate("12", "3,456", 1000, "3.5").checked().verdict().kind()           // CONSISTENT
 * Quotient.standardizedRatio("64", "45.6", "1.40").checked().verdict().kind()    // POSSIBLE
 * Quotient.standardizedRatio("64", "45.6", "1.60").checked().verdict().kind()    // CONTRADICTED
 * }</pre>
 *
 * @param name such as "rate"
 * @param numerator as printed; a whole number of events is exact
 * @param denominator as printed, above 0
 * @param per what the quotient is multiplied by, such as 1,000
 * @param quotient as printed
 */
public record Quotient(String name, Printed numerator, Printed denominator, double per, Printed quotient)
        implements Check {

    /** Checks the multiplier and the denominator. */
    public Quotient {
        if (!(per > 0 && Double.isFinite(per))) {
            throw new InputException("a " + name + " is per a number above 0, such as 1000; was " + per);
        }
        if (!(denominator.range().upper() > 0) || numerator.range().upper() < 0) {
            throw new InputException("a " + name + " needs a numerator of 0 or more and a denominator above 0; was "
                    + numerator + " and " + denominator);
        }
    }

    /** Events over person-time, from the texts as printed. */
    public static Quotient rate(String events, String personTime, double per, String rate) {
        return new Quotient("rate", Printed.parse(events), Printed.parse(personTime), per, Printed.parse(rate));
    }

    /** Observed over expected events, from the texts as printed. */
    public static Quotient standardizedRatio(String observed, String expected, String ratio) {
        return new Quotient(
                "standardized ratio", Printed.parse(observed), Printed.parse(expected), 1, Printed.parse(ratio));
    }

    @Override
    public Checked checked() {
        String times = per == 1 ? "" : " per " + (long) per;
        return new Checked(
                name,
                numerator + " / " + denominator + " = " + quotient + times,
                Boxes.verdict(quotient, this::values),
                "");
    }

    private PrintedRange values(Rounding rounding) {
        PrintedRange parts = counts(numerator, rounding);
        PrintedRange of = denominator.range(rounding);
        double least = Math.max(0, parts.lower()) / of.upper();
        double most = of.lower() <= 0 ? Double.POSITIVE_INFINITY : parts.upper() / of.lower();
        return new PrintedRange(per * least, per * most);
    }

    /** Whole numbers of events are counted, not rounded. */
    private static PrintedRange counts(Printed printed, Rounding rounding) {
        PrintedRange nearest = printed.range();
        double middle = (nearest.lower() + nearest.upper()) / 2;
        boolean isWhole = nearest.upper() - nearest.lower() > 0.99 && middle == Math.rint(middle);
        return isWhole ? new PrintedRange(middle, middle) : printed.range(rounding);
    }
}
