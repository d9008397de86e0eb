package cohortkit.claims.printed;

import cohortkit.claims.Printed;
import cohortkit.core.InputException;
import cohortkit.core.Interval;
import java.util.OptionalDouble;

/**
 * An estimate with its limits.
 *
 * <pre>{@code
 * var ratio = (PrintedInterval) PrintedFigure.parse("2,32 [95% CI 1,23; 4,39]");
 * ratio.upper()     // 4,39
 * ratio.level()     // OptionalDouble[0.95]
 * ratio.levelOrDefault()   // 0.95
 * }</pre>
 *
 * @param leading the estimate
 * @param lower the lower limit
 * @param upper the upper limit
 * @param level the confidence level; empty where the paper does not say
 */
public record PrintedInterval(Printed leading, Printed lower, Printed upper, OptionalDouble level)
        implements PrintedFigure {

    /** Checks the level. */
    public PrintedInterval {
        level.ifPresent(Interval::requireLevel);
    }

    /**
     * From the texts as printed, at a level that the paper does not say.
     *
     * @throws InputException if one of them is no printed number
     */
    public static PrintedInterval of(String estimate, String lower, String upper) {
        return new PrintedInterval(
                Printed.parse(estimate), Printed.parse(lower), Printed.parse(upper), OptionalDouble.empty());
    }

    /** The printed level, or 0.95. */
    public double levelOrDefault() {
        return level.orElse(Interval.DEFAULT_LEVEL);
    }

    @Override
    public String toString() {
        return leading + " (" + lower + " to " + upper + ")";
    }
}
