package cohortkit.claims.feasible;

import cohortkit.core.InputException;
import java.util.HashSet;
import java.util.Set;

/**
 * Whether so many whole numbers from 0 to a highest one have a sum and a sum of squares, exactly: how many people have the
 * highest score, then the next one, and what is left to the lower ones must lie between the sums of squares of the most even
 * and the most uneven scores, and be even or odd as the sum is. What failed is remembered.
 */
final class ScoreSearch {

    private static final long MOST_STEPS = 5_000_000;

    private record State(int score, long people, long sum, long squares) {}

    private final Set<State> failed = new HashSet<>();
    private final long[] counts;
    private long steps;

    /** For scores of 0 to this. */
    ScoreSearch(int highest) {
        counts = new long[highest + 1];
    }

    /**
     * How many people have each score; an empty array if nobody can.
     *
     * @throws InputException if it takes more than 5,000,000 steps
     */
    long[] counts(long people, long sum, long squares) {
        return search(counts.length - 1, people, sum, squares) ? counts.clone() : new long[0];
    }

    private boolean search(int score, long people, long sum, long squares) {
        if (!mayHold(score, people, sum, squares)) {
            return false;
        }
        if (score == 0) {
            counts[0] = people;
            return true;
        }
        State state = new State(score, people, sum, squares);
        if (failed.contains(state)) {
            return false;
        }
        if (++steps > MOST_STEPS) {
            throw new InputException("more than " + MOST_STEPS + " steps; the scale or the group is too large");
        }
        long most = Math.min(people, Math.min(sum / score, squares / ((long) score * score)));
        for (long count = most; count >= 0; count--) {
            counts[score] = count;
            if (search(score - 1, people - count, sum - count * score, squares - count * score * score)) {
                return true;
            }
        }
        failed.add(state);
        return false;
    }

    private static boolean mayHold(int score, long people, long sum, long squares) {
        if (sum < 0 || sum > people * score || ((sum ^ squares) & 1) != 0) {
            return false;
        }
        if (people == 0) {
            return sum == 0 && squares == 0;
        }
        if (score == 0) {
            return squares == 0;
        }
        long each = sum / people;
        long more = sum % people;
        long least = each * each * (people - more) + (each + 1) * (each + 1) * more;
        long rest = sum % score;
        long most = sum / score * score * score + rest * rest;
        return least <= squares && squares <= most;
    }
}
