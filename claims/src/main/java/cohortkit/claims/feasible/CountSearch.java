package cohortkit.claims.feasible;

import cohortkit.claims.PrintedRange;
import cohortkit.core.InputException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Searches the tables that agree with printed sums. Each count has a range; the inequalities narrow the ranges until they
 * stand still, then the widest is halved and both halves are searched. What cannot hold a better value is left out.
 */
final class CountSearch {

    static final long MOST_STEPS = 20_000_000;

    private final List<PrintedSum> printed;
    private final List<CountCondition> conditions;
    private final SumBounds sums;
    private final Inequality[] inequalities;
    private final long[] low;
    private final long[] high;
    private int[] first = {};
    private long steps;
    private long mostSteps = MOST_STEPS;

    CountSearch(TableShape shape, List<PrintedSum> printed, List<Function<SumBounds, CountCondition>> conditions) {
        this.printed = printed;
        int cells = shape.size();
        sums = new SumBounds(printed);
        this.conditions = conditions.stream().map(made -> made.apply(sums)).toList();
        inequalities = Stream.concat(
                        sums.inequalities(cells).stream(),
                        printed.stream().flatMap(sum -> sum.inequalities(cells).stream()))
                .toArray(Inequality[]::new);
        low = new long[cells];
        high = new long[cells];
        for (int cell = 0; cell < cells; cell++) {
            high[cell] = sums.most(cell);
            if (high[cell] == Long.MAX_VALUE) {
                throw new InputException(
                        "nothing bounds cell " + (cell + 1) + " of the table; add a printed total that counts it");
            }
        }
    }

    /** How many boxes of tables were looked at. */
    long steps() {
        return steps;
    }

    /** Hands over each table that agrees; the array is used again. */
    void each(Consumer<long[]> taker) {
        search(low.clone(), high.clone(), (a, b) -> true, taker);
    }

    /** The lowest and the highest value; empty if no table has one. */
    Optional<PrintedRange> range(CountMeasure measure) {
        double[] ends = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        Consumer<long[]> taker = counts -> {
            double x = measure.value(counts);
            if (!Double.isNaN(x)) {
                ends[0] = Math.min(ends[0], x);
                ends[1] = Math.max(ends[1], x);
            }
        };
        first = measure.cells();
        search(
                low.clone(),
                high.clone(),
                (a, b) -> !measure.isUndefined(b) && measure.lowest(a, b, sums) < ends[0],
                taker);
        search(
                low.clone(),
                high.clone(),
                (a, b) -> !measure.isUndefined(b) && measure.highest(a, b, sums) > ends[1],
                taker);
        return ends[0] > ends[1] ? Optional.empty() : Optional.of(new PrintedRange(ends[0], ends[1]));
    }

    /** The lowest and the highest sum of some cells. */
    void eachSum(CellSet cells, long[] ends) {
        Consumer<long[]> taker = counts -> {
            ends[0] = Math.min(ends[0], cells.sum(counts));
            ends[1] = Math.max(ends[1], cells.sum(counts));
        };
        first = cells.cells();
        search(low.clone(), high.clone(), (a, b) -> cells.sum(a) < ends[0], taker);
        search(low.clone(), high.clone(), (a, b) -> cells.sum(b) > ends[1], taker);
    }

    /** The only sum of some cells; empty if there are two, the second of which ends the search, or none. */
    OptionalLong onlySum(CellSet cells, long most) {
        long[] ends = {Long.MAX_VALUE, Long.MIN_VALUE};
        mostSteps = most;
        first = cells.cells();
        search(
                low.clone(),
                high.clone(),
                (a, b) -> ends[0] >= ends[1] && (cells.sum(a) < ends[0] || cells.sum(b) > ends[1]),
                counts -> {
                    ends[0] = Math.min(ends[0], cells.sum(counts));
                    ends[1] = Math.max(ends[1], cells.sum(counts));
                });
        return ends[0] == ends[1] ? OptionalLong.of(ends[0]) : OptionalLong.empty();
    }

    @FunctionalInterface
    private interface Worth {
        boolean is(long[] low, long[] high);
    }

    private void search(long[] from, long[] to, Worth worth, Consumer<long[]> taker) {
        if (++steps > mostSteps) {
            throw new InputException("more than " + mostSteps + " steps; add another printed figure");
        }
        if (!narrow(from, to) || !worth.is(from, to) || !mayHold(from, to)) {
            return;
        }
        int widest = widest(from, to);
        if (from[widest] == to[widest]) {
            if (printed.stream().allMatch(sum -> sum.holds(from))
                    && conditions.stream().allMatch(condition -> condition.holds(from))) {
                taker.accept(from);
            }
            return;
        }
        long middle = from[widest] + (to[widest] - from[widest]) / 2;
        long[] lowerTo = to.clone();
        lowerTo[widest] = middle;
        search(from.clone(), lowerTo, worth, taker);
        from[widest] = middle + 1;
        search(from, to, worth, taker);
    }

    private boolean mayHold(long[] from, long[] to) {
        for (CountCondition condition : conditions) {
            if (!condition.mayHold(from, to)) {
                return false;
            }
        }
        return true;
    }

    /** Of the cells on which conditions hang, then those that the measure reads, while one of them is open; else of all. */
    private int widest(long[] from, long[] to) {
        for (CountCondition condition : conditions) {
            int widest = widest(condition.cells(), from, to);
            if (widest >= 0) {
                return widest;
            }
        }
        int widest = widest(first, from, to);
        return widest >= 0 ? widest : widestOfAll(from, to);
    }

    private static int widest(int[] cells, long[] from, long[] to) {
        int widest = -1;
        for (int i : cells) {
            if (to[i] > from[i] && (widest < 0 || to[i] - from[i] > to[widest] - from[widest])) {
                widest = i;
            }
        }
        return widest;
    }

    private static int widestOfAll(long[] from, long[] to) {
        int widest = 0;
        for (int i = 1; i < from.length; i++) {
            if (to[i] - from[i] > to[widest] - from[widest]) {
                widest = i;
            }
        }
        return widest;
    }

    private boolean narrow(long[] from, long[] to) {
        boolean[] changed = {true};
        while (changed[0]) {
            changed[0] = false;
            for (Inequality inequality : inequalities) {
                if (!inequality.narrow(from, to, changed)) {
                    return false;
                }
            }
        }
        return true;
    }
}
