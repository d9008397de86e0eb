package cohortkit.claims.arithmetic;

import cohortkit.claims.Printed;
import cohortkit.claims.Rounding;
import cohortkit.claims.Verdict;
import cohortkit.claims.check.Check;
import cohortkit.claims.check.Checked;
import java.util.Optional;

/**
 * The DEBIT test: whether a variable of zeros and ones has the printed mean and standard deviation (Heathers and Brown
 * 2019, OSF pm825): {@code sd = sqrt(k (n - k) / (n (n - 1)))} for k ones.
 *
 * <pre>{@code
 * Debit.of("0.35", "0.18", 20).checked()   // 0.35 ± 0.18, n = 20: CONTRADICTED, DEBIT: ...
 * Debit.of("0.35", "0.49", 20).checked()   // 0.35 ± 0.49, n = 20: CONSISTENT, DEBIT: ...
 * }</pre>
 *
 * @param mean as printed, a share
 * @param sd the standard deviation as printed, by n - 1
 * @param n people, at least 2
 */
public record Debit(Printed mean, Printed sd, long n) implements Check {

    private static final long MOST_COUNTS = 1_000_000;

    /** Checks the number of people. */
    public Debit {
        Grim.requireScores(n, 1, 2);
    }

    /** From the texts as printed. */
    public static Debit of(String mean, String sd, long n) {
        return new Debit(Printed.parse(mean), Printed.parse(sd), n);
    }

    @Override
    public Checked checked() {
        return new Checked("DEBIT", mean + " ± " + sd + ", n = " + n, verdict(), "zeros and ones of all " + n);
    }

    private Verdict verdict() {
        Optional<WholeTotals> counts = WholeTotals.ofShare(mean, n, Rounding.ANY);
        if (counts.isEmpty()) {
            return new Verdict.Contradicted("no count of " + n + " has a mean of " + mean);
        }
        Optional<String> nearest = ones(Rounding.HALF_EITHER, n - 1);
        if (nearest.isPresent()) {
            return new Verdict.Consistent(nearest.get());
        }
        if (counts.get().size() > MOST_COUNTS) {
            return new Verdict.NotCheckable("more than " + MOST_COUNTS + " counts have this mean; give more digits");
        }
        return ones(Rounding.TRUNCATED, n - 1)
                .map(found -> found + ": only if truncated")
                .or(() -> ones(Rounding.ANY, n - 1).map(found -> found + ": only if one was truncated and one rounded"))
                .or(() -> ones(Rounding.ANY, n).map(found -> found + ": only if the deviation was divided by n"))
                .<Verdict>map(Verdict.Possible::new)
                .orElseGet(() -> new Verdict.Contradicted("with a mean of " + mean + " the standard deviation is "
                        + sd.beside(deviation(counts.get().first(), n - 1)) + " to "
                        + sd.beside(deviation(counts.get().last(), n - 1))));
    }

    private Optional<String> ones(Rounding rounding, long divisor) {
        Optional<WholeTotals> counts = WholeTotals.ofShare(mean, n, rounding);
        if (counts.isEmpty()) {
            return Optional.empty();
        }
        long last = Math.min(counts.get().last(), counts.get().first() + MOST_COUNTS);
        for (long k = counts.get().first(); k <= last; k++) {
            if (sd.admits(deviation(k, divisor), rounding)) {
                return Optional.of(k + " ones of " + n);
            }
        }
        return Optional.empty();
    }

    private double deviation(long ones, long divisor) {
        return Math.sqrt((double) ones / n * (n - ones) / divisor);
    }
}
