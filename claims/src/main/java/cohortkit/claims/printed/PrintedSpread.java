package cohortkit.claims.printed;

import cohortkit.claims.Printed;

/**
 * A mean with its spread, which is a standard deviation or a standard error: print often does not say.
 *
 * <pre>{@code
 * PrintedSpread.of("75%", "12%")   // 75% ± 12%
 * }</pre>
 *
 * @param leading the mean
 * @param spread behind the plus-minus sign, or in brackets behind "SD"
 */
public record PrintedSpread(Printed leading, Printed spread) implements PrintedFigure {

    /** From the texts as printed. */
    public static PrintedSpread of(String mean, String spread) {
        return new PrintedSpread(Printed.parse(mean), Printed.parse(spread));
    }

    @Override
    public String toString() {
        return leading + " ± " + spread;
    }
}
