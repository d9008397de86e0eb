package cohortkit.claims.meaning;

import cohortkit.claims.Printed;
import cohortkit.claims.PrintedRange;
import cohortkit.claims.Rounding;
import cohortkit.claims.Verdict;
import cohortkit.claims.check.Boxes;
import cohortkit.claims.check.Check;
import cohortkit.claims.check.Checked;
import cohortkit.core.DisplayNumber;
import cohortkit.core.InputException;

/**
 * A share of a subgroup, such as "1 in 4 of those with insomnia had RLS", against the two margins: no more can have both
 * than have either (Frechet 1935); {@link cohortkit.claims.OverlapBounds} is the same for known counts.
 *
 * <pre>{@code
 * SubgroupClaim.of("14.3%", "67.4%", 203, "25%").checked().verdict().kind()   // CONTRADICTED
 * SubgroupClaim.of("14.3%", "67.4%", 203, "20%").checked().verdict().kind()   // POSSIBLE
 * }</pre>
 *
 * @param condition the share of all with the condition, as printed
 * @param subgroup the share of all who are in the subgroup, as printed
 * @param total all people, at least 1
 * @param claim the share of the subgroup with the condition, as printed
 */
public record SubgroupClaim(Printed condition, Printed subgroup, long total, Printed claim) implements Check {

    /** Checks the total. */
    public SubgroupClaim {
        if (total < 1) {
            throw new InputException("a subgroup needs a total of at least 1; was " + total);
        }
    }

    /** From the texts as printed. */
    public static SubgroupClaim of(String condition, String subgroup, long total, String claim) {
        return new SubgroupClaim(Printed.parse(condition), Printed.parse(subgroup), total, Printed.parse(claim));
    }

    @Override
    public Checked checked() {
        return new Checked(
                "share of a subgroup",
                claim + " of the " + subgroup + " with a condition of " + condition + " of " + total,
                verdict(),
                "all three figures of the same " + total + " people");
    }

    private Verdict verdict() {
        double lowest = share(condition, false) + share(subgroup, false) - 1;
        double smallest = Math.max(0, lowest) / Math.max(share(subgroup, true), 1.0 / total);
        double largest = share(subgroup, false) == 0 ? 1 : Math.min(1, share(condition, true) / share(subgroup, false));
        String range = DisplayNumber.percent(Math.min(smallest, largest), 1) + " % to "
                + DisplayNumber.percent(largest, 1) + " % of the subgroup can have it";
        if (claim.admitsAll(smallest, largest)) {
            return new Verdict.Consistent(range);
        }
        PrintedRange shares = new PrintedRange(Math.min(smallest, largest), largest);
        if (claim.admitsSome(shares.lower(), shares.upper())) {
            return new Verdict.Possible(range);
        }
        return Boxes.overlap(claim, rounding -> shares, Rounding.ANY)
                ? new Verdict.Possible("only " + range + ", printed " + claim + ": only if truncated")
                : new Verdict.Contradicted("only " + range);
    }

    /** The least or the greatest whole number of people that prints so by any rule, as a share; the figure's end if none. */
    private double share(Printed printed, boolean greatest) {
        double end = greatest
                ? printed.range(Rounding.ANY).upper()
                : printed.range(Rounding.ANY).lower();
        double clipped = Math.max(0, Math.min(1, end));
        long count = (long) (greatest ? Math.floor(clipped * total + 1e-9) : Math.ceil(clipped * total - 1e-9));
        boolean strict = greatest && count > 0 && !printed.admits(count, total, Rounding.ANY);
        return (double) (strict ? count - 1 : count) / total;
    }
}
