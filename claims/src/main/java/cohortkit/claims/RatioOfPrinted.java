package cohortkit.claims;

import cohortkit.core.InputException;

/**
 * What two printed shares say of each other: the range of each measure over all values that round to them. Each measure
 * rises with the first share and falls with the second, so that the ends lie at opposite corners of the rounding box.
 *
 * <pre>{@code
 * RatioOfPrinted.of("35%", "16%").riskRatio()   // 2.091 to 2.29
 * RatioOfPrinted.of("35%", "16%").oddsRatio()   // 2.666 to 3.001
 * }</pre>
 *
 * @param exposed the share among the exposed
 * @param unexposed the share among the unexposed
 */
public record RatioOfPrinted(Printed exposed, Printed unexposed) {

    /** Checks that both are shares. */
    public RatioOfPrinted {
        share(exposed);
        share(unexposed);
    }

    /** From the texts as they are printed. */
    public static RatioOfPrinted of(String exposed, String unexposed) {
        return new RatioOfPrinted(Printed.parse(exposed), Printed.parse(unexposed));
    }

    /** The ratio of the shares; infinite where the second may be 0. */
    public PrintedRange riskRatio() {
        PrintedRange first = share(exposed);
        PrintedRange second = share(unexposed);
        return new PrintedRange(
                ratio("risk ratio", first.lower(), second.upper()), ratio("risk ratio", first.upper(), second.lower()));
    }

    /** The ratio of their odds; infinite where the second may be 0 or the first may be 1. */
    public PrintedRange oddsRatio() {
        PrintedRange first = share(exposed);
        PrintedRange second = share(unexposed);
        return new PrintedRange(oddsRatio(first.lower(), second.upper()), oddsRatio(first.upper(), second.lower()));
    }

    /** The first share less the second. */
    public PrintedRange riskDifference() {
        PrintedRange first = share(exposed);
        PrintedRange second = share(unexposed);
        return new PrintedRange(first.lower() - second.upper(), first.upper() - second.lower());
    }

    private double oddsRatio(double first, double second) {
        return ratio("odds ratio", first * (1 - second), (1 - first) * second);
    }

    private double ratio(String name, double numerator, double denominator) {
        if (numerator == 0 && denominator == 0) {
            throw new InputException(
                    "the " + name + " of " + exposed + " and " + unexposed + " is undefined: it may be 0/0");
        }
        return numerator / denominator;
    }

    private static PrintedRange share(Printed printed) {
        PrintedRange range = printed.range();
        if (range.lower() > 1 || range.upper() < 0) {
            throw new InputException("a share is 0 to 1, or 0% to 100%; was '" + printed + "': is a % missing?");
        }
        return new PrintedRange(Math.max(0, range.lower()), Math.min(1, range.upper()));
    }
}
