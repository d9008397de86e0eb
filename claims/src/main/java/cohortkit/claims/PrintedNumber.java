package cohortkit.claims;

import cohortkit.core.DisplayNumber;
import cohortkit.core.InputException;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * A printed number that was rounded, such as {@code 14%} or {@code 2.20}.
 *
 * <pre>{@code
 * Printed.parse("67.4%").admits(137, 203)                       // false: 67.488 rounds to 67.5
 * Printed.parse("67.4%").admits(137, 203, Rounding.TRUNCATED)   // true
 * }</pre>
 *
 * @param value the digits as printed, trailing zeros kept: {@code 0.50} has two decimals
 * @param unit plain or percent
 * @param text as it stands in print
 */
public record PrintedNumber(BigDecimal value, Unit unit, String text) implements Printed {

    private static final MathContext DOUBLE_DIGITS = new MathContext(15);

    @Override
    public PrintedRange range(Rounding rounding) {
        BigDecimal nearer = rounding.nearer().scaleByPowerOfTen(-value.scale());
        BigDecimal farther = rounding.farther().scaleByPowerOfTen(-value.scale());
        BigDecimal below = value.signum() > 0 ? nearer : farther;
        BigDecimal above = value.signum() < 0 ? nearer : farther;
        return new PrintedRange(
                ownScale(value.subtract(below)).doubleValue(),
                ownScale(value.add(above)).doubleValue());
    }

    @Override
    public boolean admits(double x, Rounding rounding) {
        return Double.isFinite(x) && admits(exact(x), BigDecimal.ONE, rounding);
    }

    @Override
    public boolean admits(long numerator, long denominator, Rounding rounding) {
        requirePositive(denominator);
        return admits(BigDecimal.valueOf(numerator), BigDecimal.valueOf(denominator), rounding);
    }

    private boolean admits(BigDecimal numerator, BigDecimal denominator, Rounding rounding) {
        return rounding.prints(unit == Unit.PERCENT ? numerator.movePointRight(2) : numerator, denominator, value);
    }

    @Override
    public String beside(double x) {
        return beside(x, unit, value.scale());
    }

    /** The text as printed. */
    @Override
    public String toString() {
        return text;
    }

    BigDecimal ownScale() {
        return ownScale(value);
    }

    private BigDecimal ownScale(BigDecimal printed) {
        return unit == Unit.PERCENT ? printed.movePointLeft(2) : printed;
    }

    static BigDecimal exact(double x) {
        return new BigDecimal(x).round(DOUBLE_DIGITS);
    }

    static void requirePositive(long denominator) {
        if (denominator <= 0) {
            throw new InputException("the denominator of a share must be positive; was " + denominator);
        }
    }

    static String beside(double x, Unit unit, int decimals) {
        double printed = unit == Unit.PERCENT ? 100 * x : x;
        boolean vanishes = printed != 0 && Math.abs(printed) < Math.pow(10, -decimals - 2);
        if (vanishes) {
            return DisplayNumber.significant(printed, 2) + (unit == Unit.PERCENT ? "%" : "");
        }
        return unit == Unit.PERCENT
                ? DisplayNumber.percent(x, decimals + 2) + "%"
                : DisplayNumber.fixed(x, decimals + 2);
    }
}
