package cohortkit.claims.arithmetic;

import cohortkit.claims.Printed;
import cohortkit.claims.Rounding;
import cohortkit.claims.Verdict;
import cohortkit.claims.check.Check;
import cohortkit.claims.check.Checked;
import cohortkit.core.InputException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * A percentage against its count and total, exactly. A contradiction says of which totals the count would be that share.
 *
 * <pre>{@code
 * new CountShare(39, 48, Printed.parse("81.2%")).checked()   // 39/48 (81.2%): CONSISTENT, ...
 * new CountShare(48, 59, Printed.parse("81.3%")).checked()   // 48/59 (81.3%): POSSIBLE, ...
 * new CountShare(64, 100, Printed.parse("84.21%")).totalsThatFit()   // [76]
 * }</pre>
 *
 * @param count at most {@code total}
 * @param total at least 1
 * @param share as printed
 */
public record CountShare(long count, long total, Printed share) implements Check {

    private static final int MOST_NAMED = 4;
    private static final long LARGEST = 10_000_000;

    /** Checks the counts. */
    public CountShare {
        if (count < 0 || total < 1 || count > total) {
            throw new InputException("a count of a total needs 0 <= count <= total; was " + count + "/" + total);
        }
    }

    @Override
    public Checked checked() {
        return Checked.of("percent of a count", count + "/" + total + " (" + share + ")", verdict());
    }

    private Verdict verdict() {
        String text = count + "/" + total + " is " + share.beside((double) count / total);
        if (share.admits(count, total)) {
            List<Rounding> fitting = share.roundingsThatAdmit(count, total);
            boolean tie = !fitting.contains(Rounding.HALF_UP) || !fitting.contains(Rounding.HALF_EVEN);
            return new Verdict.Consistent(tie ? text + ", a tie: " + names(fitting) : text);
        }
        if (share.admits(count, total, Rounding.TRUNCATED)) {
            return new Verdict.Possible(text + ": only if truncated");
        }
        long[] totals = ends();
        return new Verdict.Contradicted(
                text + (totals.length == 0 ? "" : "; it would fit a total of " + text(totals[0], totals[1])));
    }

    private static String names(List<Rounding> roundings) {
        return roundings.isEmpty()
                ? "rounded half down"
                : roundings.stream().map(Rounding::label).collect(Collectors.joining(" or "));
    }

    /** The totals, up to ten million, of which the count is the printed share when rounded to the nearest. */
    public List<Long> totalsThatFit() {
        long[] ends = ends();
        return ends.length == 0
                ? List.of()
                : LongStream.rangeClosed(ends[0], ends[1]).boxed().toList();
    }

    /** The first and the last of them, which have no gaps; empty if there is none. */
    private long[] ends() {
        double lower = share.range().lower();
        double upper = share.range().upper();
        if (count == 0 || upper <= 0) {
            return new long[0];
        }
        // One to either side, for an end that the double cut off.
        long first = Math.max(count, (long) Math.floor(count / upper) - 1);
        long last = lower <= 0 ? LARGEST : Math.min(LARGEST, (long) Math.ceil(count / lower) + 1);
        while (first <= last && !share.admits(count, first)) {
            first++;
        }
        while (first <= last && !share.admits(count, last)) {
            last--;
        }
        return first > last ? new long[0] : new long[] {first, last};
    }

    private static String text(long first, long last) {
        return last - first < MOST_NAMED
                ? LongStream.rangeClosed(first, last).mapToObj(String::valueOf).collect(Collectors.joining(" or "))
                : first + " to " + last;
    }
}
