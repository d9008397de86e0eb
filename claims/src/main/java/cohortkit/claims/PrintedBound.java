package cohortkit.claims;

import java.math.BigDecimal;

/**
 * A printed bound, such as {@code p<0.05} or {@code ≥2}. Its number is a threshold and was not rounded.
 *
 * <pre>{@code
 * Printed.parse("<0.05").admits(0.0499)   // true
 * Printed.parse("≤0.05").admits(0.05)     // true
 * }</pre>
 *
 * @param relation how a value stands to the number
 * @param number the threshold
 * @param text as it stands in print
 */
public record PrintedBound(Relation relation, PrintedNumber number, String text) implements Printed {

    /** How a value stands to the printed threshold. */
    public enum Relation {
        /** Strictly below. */
        LESS,
        /** Strictly above. */
        GREATER,
        /** Below or equal. */
        AT_MOST,
        /** Above or equal. */
        AT_LEAST;

        boolean isUpper() {
            return this == LESS || this == AT_MOST;
        }

        private boolean holds(int comparison) {
            return switch (this) {
                case LESS -> comparison < 0;
                case GREATER -> comparison > 0;
                case AT_MOST -> comparison <= 0;
                case AT_LEAST -> comparison >= 0;
            };
        }
    }

    @Override
    public Unit unit() {
        return number.unit();
    }

    @Override
    public PrintedRange range(Rounding rounding) {
        double threshold = number.ownScale().doubleValue();
        return relation.isUpper()
                ? new PrintedRange(Double.NEGATIVE_INFINITY, threshold)
                : new PrintedRange(threshold, Double.POSITIVE_INFINITY);
    }

    /** Whether the value keeps the bound; the rounding plays no part. */
    @Override
    public boolean admits(double x, Rounding rounding) {
        if (Double.isNaN(x)) {
            return false;
        }
        return Double.isInfinite(x)
                ? relation.isUpper() == x < 0
                : relation.holds(PrintedNumber.exact(x).compareTo(number.ownScale()));
    }

    /** Whether the exact fraction keeps the bound; the rounding plays no part. */
    @Override
    public boolean admits(long numerator, long denominator, Rounding rounding) {
        PrintedNumber.requirePositive(denominator);
        BigDecimal threshold = number.ownScale().multiply(BigDecimal.valueOf(denominator));
        return relation.holds(BigDecimal.valueOf(numerator).compareTo(threshold));
    }

    @Override
    public String beside(double x) {
        return number.beside(x);
    }

    /** The text as printed. */
    @Override
    public String toString() {
        return text;
    }
}
