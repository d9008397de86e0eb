package cohortkit.claims.robustness;

import cohortkit.core.DisplayNumber;
import cohortkit.core.Estimate;
import cohortkit.core.InputException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a paper concludes: that an association is above or below a number with its whole interval, or that a p-value is.
 *
 * <pre>{@code
 * Claim.parse(">1").holds(table.riskRatio())   // true
 * Claim.parse("p<0.05").isOfPValue()           // true
 * }</pre>
 *
 * @param isOfPValue whether it speaks of a p-value, else of an interval
 * @param isAbove whether all must be above the number, else below
 * @param number on the measure's own scale
 */
public record Claim(boolean isOfPValue, boolean isAbove, double number) {

    private static final Pattern FORM = Pattern.compile("(p?)\\s*([<>])\\s*(-?\\d*\\.?\\d+)");

    /**
     * Reads a claim such as {@code >1}, {@code < 0.8} or {@code p<0.05}.
     *
     * @throws InputException if it is none
     */
    public static Claim parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            throw new InputException("'" + text + "' is not a claim; write >1 or <1 for a ratio, >0 or <0 for a"
                    + " difference, p<0.05 for a test");
        }
        double number = Double.parseDouble(matcher.group(3));
        boolean isOfPValue = !matcher.group(1).isEmpty();
        if (isOfPValue && !(number > 0 && number < 1)) {
            throw new InputException("a p-value is between 0 and 1; was '" + text + "'");
        }
        return new Claim(isOfPValue, matcher.group(2).equals(">"), number);
    }

    /** Whether an estimate keeps it: all of its interval, or its value where it is a p-value. NaN keeps nothing. */
    public boolean holds(Estimate estimate) {
        if (isAbove) {
            return (isOfPValue ? estimate.value() : estimate.interval().lower()) > number;
        }
        return (isOfPValue ? estimate.value() : estimate.interval().upper()) < number;
    }

    /** Such as {@code > 1} or {@code p < 0.05}. */
    @Override
    public String toString() {
        return (isOfPValue ? "p " : "") + (isAbove ? "> " : "< ") + DisplayNumber.shortest(number);
    }
}
