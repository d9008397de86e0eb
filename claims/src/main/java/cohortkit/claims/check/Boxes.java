package cohortkit.claims.check;

import cohortkit.claims.Printed;
import cohortkit.claims.PrintedRange;
import cohortkit.claims.Rounding;
import cohortkit.claims.Verdict;
import java.util.function.Function;

/**
 * Holds a printed figure against the range that the other figures imply over their whole rounding box: first with all
 * figures rounded to the nearest, then all truncated, then each by any rule. Only a figure that no rule allows is
 * contradicted.
 *
 * <pre>{@code
 * var share = Printed.parse("14%");
 * Boxes.verdict(share, rounding -> new PrintedRange(45 / 333.0, 45 / 333.0)).kind()   // CONSISTENT
 * Boxes.verdict(share, rounding -> new PrintedRange(0.144, 0.146)).kind()             // POSSIBLE
 * }</pre>
 */
public final class Boxes {

    private Boxes() {}

    /**
     * CONSISTENT if every value of the box gives the printed figure, POSSIBLE if some do (and by which rounding, if not to
     * the nearest), CONTRADICTED if none.
     *
     * @param implied the range that the other figures imply under a rounding; ranges of {@link Rounding#ANY} hold the
     *     others
     */
    public static Verdict verdict(Printed printed, Function<Rounding, PrintedRange> implied) {
        PrintedRange nearest = implied.apply(Rounding.HALF_EITHER);
        String text = "computed " + text(printed, nearest) + ", printed " + printed;
        if (printed.admitsAll(nearest.lower(), nearest.upper())) {
            return new Verdict.Consistent(text);
        }
        if (printed.admitsSome(nearest.lower(), nearest.upper())) {
            return new Verdict.Possible(text);
        }
        if (overlap(printed, implied, Rounding.TRUNCATED)) {
            return new Verdict.Possible(text + ": only if the figures were truncated");
        }
        if (overlap(printed, implied, Rounding.ANY)) {
            return new Verdict.Possible(text + ": only if some figures were truncated and some rounded");
        }
        return new Verdict.Contradicted(text);
    }

    /** Whether the implied range holds a value that prints so, figures and value rounded by one rule. */
    public static boolean overlap(Printed printed, Function<Rounding, PrintedRange> implied, Rounding rounding) {
        PrintedRange values = implied.apply(rounding);
        PrintedRange open = printed.range(rounding);
        return printed.admits(values.lower(), rounding)
                || printed.admits(values.upper(), rounding)
                || (values.lower() < open.lower() && open.lower() < values.upper())
                || (values.lower() < open.upper() && open.upper() < values.upper());
    }

    /** The range with two digits more than the figure, or its one value. */
    public static String text(Printed printed, PrintedRange range) {
        String low = printed.beside(range.lower());
        String high = printed.beside(range.upper());
        return low.equals(high) ? low : low + " to " + high;
    }
}
