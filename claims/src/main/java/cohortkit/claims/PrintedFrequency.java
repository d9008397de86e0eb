package cohortkit.claims;

import java.math.BigDecimal;

/**
 * A share printed as "1 in 4". The second number was rounded to a whole one, so "1 in 4" leaves open what lies from one in
 * four and a half to one in three and a half.
 *
 * <pre>{@code
 * Printed.parse("1 in 4").admits(16, 62)   // true
 * }</pre>
 *
 * @param of how many, at least 1
 * @param text as it stands in print
 */
public record PrintedFrequency(long of, String text) implements Printed {

    @Override
    public Unit unit() {
        return Unit.PLAIN;
    }

    @Override
    public PrintedRange range(Rounding rounding) {
        return new PrintedRange(
                1 / (of + rounding.farther().doubleValue()),
                Math.min(1, 1 / (of - rounding.nearer().doubleValue())));
    }

    @Override
    public boolean admits(double x, Rounding rounding) {
        return x > 0 && x <= 1 && rounding.prints(BigDecimal.ONE, PrintedNumber.exact(x), BigDecimal.valueOf(of));
    }

    @Override
    public boolean admits(long numerator, long denominator, Rounding rounding) {
        PrintedNumber.requirePositive(denominator);
        return numerator > 0
                && numerator <= denominator
                && rounding.prints(
                        BigDecimal.valueOf(denominator), BigDecimal.valueOf(numerator), BigDecimal.valueOf(of));
    }

    @Override
    public String beside(double x) {
        return x > 0 ? "1 in " + PrintedNumber.beside(1 / x, Unit.PLAIN, 0) : "none";
    }

    /** The text as printed. */
    @Override
    public String toString() {
        return text;
    }
}
