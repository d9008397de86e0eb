package cohortkit.claims.arithmetic;

import cohortkit.claims.Printed;
import cohortkit.claims.PrintedRange;
import cohortkit.claims.Rounding;
import cohortkit.claims.Verdict;
import cohortkit.claims.check.Check;
import cohortkit.claims.check.Checked;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Optional;

/**
 * The GRIMMER test: whether whole-number scores have the printed mean and standard deviation (Anaya 2016, PeerJ Preprints
 * 4:e2400; the test of parity is Allard's, 2018). The sum of the squares must be whole, even or odd as the total is, and at
 * least that of scores as equal as the total lets them be. What fails has no scores; what passes may still have none.
 *
 * <pre>{@code
 * Grimmer.of("3.44", "2.47", 18).checked()   // 3.44 ± 2.47, n = 18: POSSIBLE, GRIMMER: ...
 * Grimmer.of("5.21", "1.60", 28).checked()   // 5.21 ± 1.60, n = 28: CONSISTENT, GRIMMER: ...
 * }</pre>
 *
 * @param mean as printed
 * @param sd the standard deviation as printed, by n - 1
 * @param n people, at least 2
 * @param items whole-number items that are averaged for each person, at least 1
 */
public record Grimmer(Printed mean, Printed sd, long n, long items) implements Check {

    private static final long MOST_TOTALS = 100_000;

    private static final String ONLY = ": only if ";

    /** Checks the numbers. */
    public Grimmer {
        Grim.requireScores(n, items, 2);
    }

    /** Of sum scores, from the texts as printed. */
    public static Grimmer of(String mean, String sd, long n) {
        return new Grimmer(Printed.parse(mean), Printed.parse(sd), n, 1);
    }

    @Override
    public Checked checked() {
        String figures = mean + " ± " + sd + ", n = " + n + (items == 1 ? "" : ", " + items + " items");
        return new Checked("GRIMMER", figures, verdict(), Grim.WHOLE + n);
    }

    private Verdict verdict() {
        Verdict means = new Grim(mean, n, items).checked().verdict();
        if (means.kind() == Verdict.Kind.CONTRADICTED) {
            return means;
        }
        Optional<String> nearest = scores(Rounding.HALF_EITHER, n - 1);
        if (nearest.isPresent()) {
            return new Verdict.Consistent(nearest.get());
        }
        if (new Grim(mean, n, items)
                .totals(Rounding.ANY)
                .filter(all -> all.size() > MOST_TOTALS)
                .isPresent()) {
            return new Verdict.NotCheckable("more than " + MOST_TOTALS + " totals have this mean; give more digits");
        }
        return scores(Rounding.TRUNCATED, n - 1)
                .map(found -> found + ONLY + "truncated")
                .or(() -> scores(Rounding.ANY, n - 1).map(found -> found + ONLY + "one was truncated and one rounded"))
                .or(() -> scores(Rounding.ANY, n).map(found -> found + ONLY + "the deviation was divided by n"))
                .<Verdict>map(Verdict.Possible::new)
                .orElseGet(
                        () -> new Verdict.Contradicted("no scores with this mean have a standard deviation of " + sd));
    }

    /** The first total with a sum of squares that prints so. */
    private Optional<String> scores(Rounding rounding, long divisor) {
        Optional<WholeTotals> totals = new Grim(mean, n, items).totals(rounding);
        if (totals.isEmpty()) {
            return Optional.empty();
        }
        long last = Math.min(totals.get().last(), totals.get().first() + MOST_TOTALS);
        for (long total = totals.get().first(); total <= last; total++) {
            Optional<BigInteger> squares = squares(total, rounding, divisor);
            if (squares.isPresent()) {
                return Optional.of("total " + total + ", sum of squares " + squares.get());
            }
        }
        return Optional.empty();
    }

    /** Of each person's total over the items; the deviation of their averages is 1/items of theirs. */
    private Optional<BigInteger> squares(long total, Rounding rounding, long divisor) {
        PrintedRange range = sd.range(rounding);
        BigInteger sum = BigInteger.valueOf(total);
        BigInteger least = leastSquares(total);
        BigInteger lower = bound(sum, Math.max(0, range.lower()), divisor).max(least);
        BigInteger upper = bound(sum, range.upper(), divisor).add(BigInteger.TWO);
        BigInteger first = lower.testBit(0) == sum.testBit(0) ? lower : lower.add(BigInteger.ONE);
        for (BigInteger q = first; q.compareTo(upper) <= 0; q = q.add(BigInteger.TWO)) {
            double deviation = deviation(sum, q, divisor);
            if (sd.admits(deviation, rounding)) {
                return Optional.of(q);
            }
            if (deviation > range.upper()) {
                break;
            }
        }
        return Optional.empty();
    }

    /** One less than the sum of squares at which the deviation is as given. */
    private BigInteger bound(BigInteger sum, double deviation, long divisor) {
        double capped = Math.min(deviation, 1e12);
        BigDecimal squared = new BigDecimal(capped * items).pow(2).multiply(BigDecimal.valueOf(divisor));
        BigDecimal mean2 = new BigDecimal(sum.pow(2)).divide(BigDecimal.valueOf(n), MathContext.DECIMAL128);
        return squared.add(mean2).toBigInteger().subtract(BigInteger.ONE);
    }

    private BigInteger leastSquares(long total) {
        BigInteger each = BigInteger.valueOf(Math.floorDiv(total, n));
        BigInteger more = BigInteger.valueOf(Math.floorMod(total, n));
        BigInteger people = BigInteger.valueOf(n);
        return each.add(BigInteger.ONE).pow(2).multiply(more).add(each.pow(2).multiply(people.subtract(more)));
    }

    private double deviation(BigInteger sum, BigInteger squares, long divisor) {
        BigInteger scaled = squares.multiply(BigInteger.valueOf(n)).subtract(sum.pow(2));
        return Math.sqrt(scaled.doubleValue() / n / divisor) / items;
    }
}
