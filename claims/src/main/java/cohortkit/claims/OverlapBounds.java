package cohortkit.claims;

import cohortkit.core.InputException;

/**
 * How many people can have both of two conditions when only the margins are known: at least
 * {@code max(0, first + second - total)}, at most {@code min(first, second)} (Frechet 1935, Fundamenta Mathematicae).
 *
 * <pre>{@code
 * var both = new OverlapBounds(29, 137, 203);
 * both.highest()         // 29
 * both.shareOfSecond()   // 0 to 0.2117: never one in four
 * }</pre>
 *
 * @param first people with the first condition, at most {@code total}
 * @param second people with the second condition, at most {@code total}
 * @param total all people, at least 1
 */
public record OverlapBounds(long first, long second, long total) {

    /** Checks the margins; an error if one is negative or above the total. */
    public OverlapBounds {
        if (total < 1 || first < 0 || second < 0 || first > total || second > total) {
            throw new InputException("an overlap needs margins from 0 to a total of at least 1; was " + first + " and "
                    + second + " of " + total);
        }
    }

    /** The fewest who can have both. */
    public long lowest() {
        return Math.max(0, first - (total - second));
    }

    /** The most who can have both. */
    public long highest() {
        return Math.min(first, second);
    }

    /** How many have both if the conditions are independent: first * second / total. */
    public double expected() {
        return (double) first / total * second;
    }

    /** The share of the first condition's people who have the second one too. */
    public PrintedRange shareOfFirst() {
        return share(first, "first");
    }

    /** The share of the second condition's people who have the first one too. */
    public PrintedRange shareOfSecond() {
        return share(second, "second");
    }

    private PrintedRange share(long margin, String name) {
        if (margin == 0) {
            throw new InputException("nobody has the " + name + " condition, so that no share of it is defined");
        }
        return new PrintedRange((double) lowest() / margin, (double) highest() / margin);
    }

    /** Every 2x2 table with these margins, the first condition as exposure and the second as outcome. */
    public FeasibleTables tables() {
        return FeasibleTables.ofMargins(total, first, second);
    }
}
