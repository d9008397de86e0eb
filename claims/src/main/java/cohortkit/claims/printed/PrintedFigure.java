package cohortkit.claims.printed;

import cohortkit.claims.Printed;

/**
 * A figure as a paper prints it, of one number or of several that belong together.
 *
 * <pre>{@code
 * PrintedFigure.parse("2.32 (95% CI 1.23 to 4.39)")   // 2.32 (1.23 to 4.39)
 * PrintedFigure.parse("17 ± 7")                       // 17 ± 7
 * PrintedFigure.parse("45/333 (14%)")                 // 45/333 (14%)
 * PrintedFigure.parse("3 vs 2").getClass()            // class cohortkit.claims.printed.PrintedPair
 * }</pre>
 */
public sealed interface PrintedFigure permits PrintedSingle, PrintedInterval, PrintedSpread, PrintedCount, PrintedPair {

    /**
     * Reads a number with or without a name before it and a unit behind it ({@code median 8}, {@code p<0.05}, {@code 12.4
     * mmol}), an estimate with limits ({@code 2.2 (1.7-2.9)}, {@code 2,32 [95% CI 1,23; 4,39]}), a mean with its spread
     * ({@code 17 ± 7}), counts ({@code 45/333 (14%)}, {@code 45 of 333}) and a pair ({@code 3 vs 2}).
     *
     * @throws cohortkit.core.InputException if the text is none of these
     */
    static PrintedFigure parse(String text) {
        return FigureForms.read(text);
    }

    /** The number that leads: the value, the mean, the share (or the count where no share stands), the first of a pair. */
    Printed leading();

    /** The figure as printed, in one form of brackets. */
    @Override
    String toString();
}
