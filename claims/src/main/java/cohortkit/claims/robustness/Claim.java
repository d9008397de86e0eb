package cohortkit.claims.robustness;

import cohortkit.core.DisplayNumber;
import cohortkit.core.Estimate;
import cohortkit.core.InputException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a paper concludes: that an association is above or below a number with its whole interval, that its interval
 * includes a number, or that a p-value is above or below one.
 *
 * <pre>{@code
 * Claim.parse(">1").holds(table.riskRatio())           // true
 * Claim.parse("includes 1").holds(table.riskRatio())   // false
 * Claim.parse("p<0.05").isOfPValue()                   // true
 * }</pre>
 *
 * @param isOfPValue whether it speaks of a p-value, else of an interval
 * @param side where all must lie
 * @param number on the measure's own scale
 */
public record Claim(boolean isOfPValue, Side side, double number) {

    /** Where an interval or a p-value lies. */
    public enum Side {
        /** All of it above the number. */
        ABOVE(">"),
        /** All of it below. */
        BELOW("<"),
        /** To both sides, ends included; no p-value does. */
        AROUND("includes");

        private final String sign;

        Side(String sign) {
            this.sign = sign;
        }

        /** As it is written. */
        @Override
        public String toString() {
            return sign;
        }
    }

    private static final Pattern FORM =
            Pattern.compile("(p?)\\s*([<>])\\s*(-?\\d*\\.?\\d+)|includes\\s+(-?\\d*\\.?\\d+)");

    public Claim {
        if (isOfPValue && (side == Side.AROUND || !(number > 0 && number < 1))) {
            throw new InputException("a claim of a p-value is that it is above or below a number between 0 and 1; was "
                    + side + " " + number);
        }
    }

    /**
     * Reads a claim such as {@code >1}, {@code < 0.8}, {@code includes 1} or {@code p<0.05}.
     *
     * @throws InputException if it is none
     */
    public static Claim parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            throw new InputException("'" + text + "' is not a claim; write >1 or <1 for a ratio, >0 or <0 for a"
                    + " difference, 'includes 1' for no association, p<0.05 for a test");
        }
        String around = matcher.group(4);
        if (around != null) {
            return new Claim(false, Side.AROUND, Double.parseDouble(around));
        }
        return new Claim(
                !matcher.group(1).isEmpty(),
                matcher.group(2).equals(">") ? Side.ABOVE : Side.BELOW,
                Double.parseDouble(matcher.group(3)));
    }

    /** Whether an estimate keeps it: all of its interval, or its value where it is a p-value. NaN keeps nothing. */
    public boolean holds(Estimate estimate) {
        double low = isOfPValue ? estimate.value() : estimate.interval().lower();
        double high = isOfPValue ? estimate.value() : estimate.interval().upper();
        return switch (side) {
            case ABOVE -> low > number;
            case BELOW -> high < number;
            case AROUND -> low <= number && number <= high;
        };
    }

    /** Such as {@code > 1}, {@code includes 1} or {@code p < 0.05}. */
    @Override
    public String toString() {
        return (isOfPValue ? "p " : "") + side + " " + DisplayNumber.shortest(number);
    }
}
