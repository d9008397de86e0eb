package cohortkit.claims.arithmetic;

import cohortkit.claims.Printed;
import cohortkit.claims.PrintedRange;
import cohortkit.claims.Rounding;
import cohortkit.claims.Verdict;
import cohortkit.claims.check.Check;
import cohortkit.claims.check.Checked;
import cohortkit.core.InputException;
import java.util.Optional;

/**
 * The GRIM test: whether a total of whole-number scores has the printed mean (Brown and Heathers 2017, Soc Psychol Personal
 * Sci 8:363). A mean of items that each are whole has {@code n * items} as its denominator.
 *
 * <pre>{@code
 * Grim.of("15.26", 33).checked()   // 15.26, n = 33: CONTRADICTED, GRIM: ...
 * Grim.of("15.52", 33).checked()   // 15.52, n = 33: CONSISTENT, GRIM: total 512
 * }</pre>
 *
 * @param mean as printed
 * @param n people, at least 1
 * @param items whole-number items that are averaged for each person, at least 1; a sum score is 1
 */
public record Grim(Printed mean, long n, long items) implements Check {

    static final String WHOLE = "whole-number scores of all ";

    /** Checks the numbers. */
    public Grim {
        requireScores(n, items, 1);
    }

    static void requireScores(long n, long items, long fewest) {
        if (n < fewest || items < 1 || n > 1_000_000_000 || items > 1_000_000) {
            throw new InputException("whole-number scores need at least " + fewest
                    + " person(s) and 1 item, and not past 1e9 and 1e6; was " + n + " and " + items);
        }
    }

    /** Of sum scores, from the text as printed. */
    public static Grim of(String mean, long n) {
        return new Grim(Printed.parse(mean), n, 1);
    }

    @Override
    public Checked checked() {
        String figures = mean + ", n = " + n + (items == 1 ? "" : ", " + items + " items");
        return new Checked("GRIM", figures, verdict(), WHOLE + n);
    }

    private Verdict verdict() {
        Optional<WholeTotals> nearest = totals(Rounding.HALF_EITHER);
        if (nearest.isPresent()) {
            return new Verdict.Consistent("total " + nearest.get());
        }
        Optional<WholeTotals> truncated = totals(Rounding.TRUNCATED);
        if (truncated.isPresent()) {
            return new Verdict.Possible("total " + truncated.get() + ": only if truncated");
        }
        long denominator = n * items;
        PrintedRange range = mean.range();
        long below = (long) Math.floor((range.lower() + range.upper()) / 2 * denominator);
        return new Verdict.Contradicted("no total has this mean: " + below + " has "
                + mean.beside((double) below / denominator) + ", " + (below + 1) + " has "
                + mean.beside((below + 1.0) / denominator));
    }

    Optional<WholeTotals> totals(Rounding rounding) {
        return WholeTotals.of(mean, n * items, rounding);
    }
}
