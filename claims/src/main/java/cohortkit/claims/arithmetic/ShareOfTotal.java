package cohortkit.claims.arithmetic;

import cohortkit.claims.Printed;
import cohortkit.claims.PrintedRange;
import cohortkit.claims.Rounding;
import cohortkit.claims.Verdict;
import cohortkit.claims.check.Check;
import cohortkit.claims.check.Checked;
import cohortkit.core.InputException;
import java.util.List;
import java.util.Optional;

/**
 * Whether any whole number of people is the printed share of a total (GRIM for percentages; Brown and Heathers 2017, Soc
 * Psychol Personal Sci 8:363).
 *
 * <pre>{@code
 * new ShareOfTotal(Printed.parse("43.9%"), 156).checked()   // 43.9% of 156: CONTRADICTED, ...
 * new ShareOfTotal(Printed.parse("67.4%"), 203).checked()   // 67.4% of 203: POSSIBLE, ...
 * new ShareOfTotal(Printed.parse("14.3%"), 203).counts()    // [29, 29]
 * }</pre>
 *
 * @param share as printed
 * @param total at least 1
 */
public record ShareOfTotal(Printed share, long total) implements Check {

    /** Checks the total. */
    public ShareOfTotal {
        if (total < 1) {
            throw new InputException("a share needs a total of at least 1; was " + total);
        }
    }

    /** The fewest and the most people who are the printed share, rounded to the nearest; empty if nobody is. */
    public List<Long> counts() {
        return WholeTotals.ofShare(share, total, Rounding.HALF_EITHER)
                .map(found -> List.of(found.first(), found.last()))
                .orElse(List.of());
    }

    @Override
    public Checked checked() {
        return Checked.of("whole numbers", share + " of " + total, verdict());
    }

    private Verdict verdict() {
        Optional<WholeTotals> nearest = WholeTotals.ofShare(share, total, Rounding.HALF_EITHER);
        if (nearest.isPresent()) {
            return new Verdict.Consistent(nearest.get() + " of " + total);
        }
        Optional<WholeTotals> truncated = WholeTotals.ofShare(share, total, Rounding.TRUNCATED);
        if (truncated.isPresent()) {
            return new Verdict.Possible(truncated.get() + " of " + total + ": only if truncated");
        }
        PrintedRange range = share.range();
        long below = Math.max(0, Math.min(total - 1, (long) Math.floor((range.lower() + range.upper()) / 2 * total)));
        return new Verdict.Contradicted("no count of " + total + " is " + share + ": " + below + " is "
                + share.beside((double) below / total) + ", " + (below + 1) + " is "
                + share.beside((below + 1.0) / total));
    }
}
