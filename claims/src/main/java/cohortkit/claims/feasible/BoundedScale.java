package cohortkit.claims.feasible;

import cohortkit.claims.Printed;
import cohortkit.claims.PrintedRange;
import cohortkit.core.InputException;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.LongStream;

/**
 * People's whole-number scores on a scale with ends, of which a paper prints mean and standard deviation: which deviations
 * the mean leaves possible, and a set of scores with both. After SPRITE: Heathers, Anaya, van der Zee and Brown 2018, PeerJ
 * Preprints 6:e26968.
 *
 * <pre>{@code
 * var ten = new BoundedScale(10, 1, 7);
 * ten.standardDeviations(Printed.parse("4.0"))                                          // 0 to 3.162
 * ten.sample(Printed.parse("4.0"), Printed.parse("2.4"), 1).orElseThrow().length      // 10
 * ten.sample(Printed.parse("4.05"), Printed.parse("2.4"), 1)                           // Optional.empty
 * ten.scores(Printed.parse("6.8"), Printed.parse("0.55")).isPresent()                   // false: 0.42 or 0.63
 * }</pre>
 *
 * @param n people, 2 to 100,000
 * @param lowest the lowest score
 * @param highest the highest score, above the lowest; both within a million of zero
 */
public record BoundedScale(int n, int lowest, int highest) {

    private static final int MOST_PEOPLE = 100_000;
    private static final int WIDEST = 1_000_000;
    private static final int STARTS = 50;
    private static final int MOVES_A_SCORE = 200;

    public BoundedScale {
        if (n < 2 || n > MOST_PEOPLE) {
            throw new InputException("a standard deviation needs 2 to " + MOST_PEOPLE + " people; was " + n);
        }
        if (lowest >= highest || lowest < -WIDEST || highest > WIDEST) {
            throw new InputException("a scale goes from a lower to a higher whole number within " + WIDEST
                    + " of zero; was " + lowest + " to " + highest);
        }
    }

    /** The totals that print as this mean. */
    private long[] totals(Printed mean) {
        PrintedRange range = mean.range();
        long from = (long) Math.max((double) ((long) n * lowest), Math.ceil(range.lower() * n) - 1);
        long to = (long) Math.min((double) ((long) n * highest), Math.floor(range.upper() * n) + 1);
        return LongStream.rangeClosed(from, to)
                .filter(total -> mean.admits(total, n))
                .toArray();
    }

    /**
     * The lowest and the highest standard deviation (n - 1) of scores with this mean; both exist.
     *
     * @throws InputException if no total of these scores prints as the mean
     */
    public PrintedRange standardDeviations(Printed mean) {
        long[] totals = totals(mean);
        if (totals.length == 0) {
            throw new InputException(
                    "no " + n + " scores from " + lowest + " to " + highest + " have a mean of " + mean);
        }
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (long total : totals) {
            least = Math.min(least, deviation(even(total), total));
            most = Math.max(most, deviation(apart(total), total));
        }
        return new PrintedRange(least, most);
    }

    /**
     * Scores, in ascending order, whose mean and standard deviation print so. The same seed gives the same scores. None
     * found proves nothing, unless {@link #standardDeviations} rules the deviation out.
     */
    public Optional<long[]> sample(Printed mean, Printed deviation, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        long[] totals = totals(mean);
        for (int start = 0; start < STARTS && totals.length > 0; start++) {
            long total = totals[random.nextInt(totals.length)];
            long[] scores = start % 2 == 0 ? even(total) : apart(total);
            if (walk(scores, total, deviation, random)) {
                Arrays.sort(scores);
                return Optional.of(scores);
            }
        }
        return Optional.empty();
    }

    /**
     * Scores, in ascending order, whose mean and standard deviation print so, by an exact search over totals and sums of squares;
     * empty if there are none, which GRIMMER's conditions cannot tell near the ends of a scale.
     *
     * @throws InputException if it takes more than 5,000,000 steps, as scales of hundreds of scores may
     */
    public Optional<long[]> scores(Printed mean, Printed deviation) {
        for (long total : totals(mean)) {
            long sum = total - (long) n * lowest;
            long least = squares(even(total));
            long most = squares(apart(total));
            for (long squares = least; squares <= most; squares += 2) {
                if (deviation.admits(deviation(sum, squares))) {
                    long[] counts = new ScoreSearch(highest - lowest).counts(n, sum, squares);
                    if (counts.length > 0) {
                        return Optional.of(people(counts));
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** Of scores above the lowest. */
    private long squares(long[] scores) {
        long squares = 0;
        for (long score : scores) {
            squares += (score - lowest) * (score - lowest);
        }
        return squares;
    }

    private double deviation(long sum, long squares) {
        return Math.sqrt((double) (squares * n - sum * sum) / n / (n - 1));
    }

    private long[] people(long[] counts) {
        long[] scores = new long[n];
        int next = 0;
        for (int score = 0; score < counts.length; score++) {
            Arrays.fill(scores, next, next + (int) counts[score], (long) lowest + score);
            next += (int) counts[score];
        }
        return scores;
    }

    /** Moves two scores a step apart or together until the deviation prints so; the total stays. */
    private boolean walk(long[] scores, long total, Printed wanted, SplittableRandom random) {
        for (long move = 0; move < (long) MOVES_A_SCORE * n; move++) {
            double now = deviation(scores, total);
            if (wanted.admits(now)) {
                return true;
            }
            boolean widen = now < wanted.range().lower();
            int i = random.nextInt(n);
            int j = random.nextInt(n);
            int low = scores[i] <= scores[j] ? i : j;
            int high = low == i ? j : i;
            boolean moves = widen
                    ? low != high && scores[low] > lowest && scores[high] < highest
                    : scores[high] - scores[low] > 1;
            if (moves) {
                scores[low] += widen ? -1 : 1;
                scores[high] += widen ? 1 : -1;
            }
        }
        return false;
    }

    /** As near to each other as they can be. */
    private long[] even(long total) {
        long[] scores = new long[n];
        long each = Math.floorDiv(total, (long) n);
        long more = total - each * n;
        for (int i = 0; i < n; i++) {
            scores[i] = each + (i < more ? 1 : 0);
        }
        return scores;
    }

    /** As many at the ends as there can be. */
    private long[] apart(long total) {
        long[] scores = new long[n];
        Arrays.fill(scores, lowest);
        long left = total - (long) n * lowest;
        for (int i = 0; i < n; i++) {
            long step = Math.min(left, (long) highest - lowest);
            scores[i] += step;
            left -= step;
        }
        return scores;
    }

    /** The standard deviation with n - 1. */
    private double deviation(long[] scores, long total) {
        double mean = (double) total / n;
        double squares = 0;
        for (long score : scores) {
            squares += (score - mean) * (score - mean);
        }
        return Math.sqrt(squares / (n - 1));
    }
}
