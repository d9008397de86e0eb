package cohortkit.claims;

import cohortkit.core.InputException;
import cohortkit.stats.table.TwoByTwo;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Every 2x2 table of whole numbers that agrees with all that a paper prints of it. What holds of each of them holds of
 * the paper's patients, whoever they were.
 *
 * <pre>{@code
 * var tables = FeasibleTables.of(333,
 *         Constraint.of(Quantity.EXPOSED_SHARE, "14%"),
 *         Constraint.of(Quantity.RISK_EXPOSED, "35%"),
 *         Constraint.of(Quantity.RISK_UNEXPOSED, "16%"));
 * tables.size()                                      // 6
 * tables.range(table -> table.riskRatio().value())   // 2.124 to 2.243
 * }</pre>
 */
public final class FeasibleTables {

    private final long total;
    private final String description;
    private final int[] cells;

    private FeasibleTables(long total, String description, int[] cells) {
        this.total = total;
        this.description = description;
        this.cells = cells;
    }

    /**
     * All tables of {@code total} people that agree with each printed figure. A ratio or share that a table leaves
     * undefined (0/0) agrees with no figure; an infinite one agrees with a lower bound only.
     *
     * @param total how many people, from 1 to 2,147,483,647
     * @throws InputException if the total is out of range, or more than 5,000,000 tables agree: the message names
     *     further figures to add
     */
    public static FeasibleTables of(long total, Constraint... constraints) {
        if (total < 1 || total > Integer.MAX_VALUE) {
            throw new InputException("a feasible set needs a total from 1 to " + Integer.MAX_VALUE + "; was " + total);
        }
        List<Constraint> given = List.of(constraints);
        return new FeasibleTables(total, described(given), new TableSearch(total, given).cells());
    }

    /** All tables with both margins known: so many exposed, so many with the outcome. */
    public static FeasibleTables ofMargins(long total, long exposed, long outcome) {
        return of(
                total,
                Constraint.of(Quantity.EXPOSED_COUNT, Long.toString(exposed)),
                Constraint.of(Quantity.OUTCOME_COUNT, Long.toString(outcome)));
    }

    static String described(List<Constraint> constraints) {
        return constraints.isEmpty()
                ? "no printed figure"
                : constraints.stream().map(Constraint::toString).collect(Collectors.joining(", "));
    }

    /** How many people each table holds. */
    public long total() {
        return total;
    }

    /** How many tables there are. */
    public int size() {
        return cells.length / 3;
    }

    /** Whether no table agrees: the printed figures contradict each other. */
    public boolean isEmpty() {
        return cells.length == 0;
    }

    /** The tables in the order of exposed, cell a and cell c; cannot be changed. */
    public List<TwoByTwo> tables() {
        return new TableList();
    }

    /**
     * The lowest and the highest value over the set; tables in which it is undefined (NaN) are left out.
     *
     * @throws InputException if it is undefined in all, or there are none
     */
    public PrintedRange range(ToDoubleFunction<TwoByTwo> value) {
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (TwoByTwo table : tables()) {
            double x = value.applyAsDouble(table);
            if (!Double.isNaN(x)) {
                lowest = Math.min(lowest, x);
                highest = Math.max(highest, x);
            }
        }
        if (lowest > highest) {
            throw new InputException(isEmpty() ? noTable() : "the value is undefined in each of the " + this);
        }
        return new PrintedRange(lowest, highest);
    }

    /** Those tables for which a further condition is true. */
    public FeasibleTables agreeing(Predicate<TwoByTwo> condition) {
        int[] kept = IntStream.range(0, size())
                .filter(i -> condition.test(table(i)))
                .flatMap(i -> IntStream.of(cells[3 * i], cells[3 * i + 1], cells[3 * i + 2]))
                .toArray();
        return new FeasibleTables(total, description + ", and a further condition", kept);
    }

    /** Such as "17 tables of 333 with exposed share 14%, risk in the exposed 35%". */
    @Override
    public String toString() {
        return size() + (size() == 1 ? " table of " : " tables of ") + total + " with " + description;
    }

    String noTable() {
        return "no table of " + total + " agrees with " + description;
    }

    private TwoByTwo table(int i) {
        int a = cells[3 * i];
        int b = cells[3 * i + 1];
        int c = cells[3 * i + 2];
        return new TwoByTwo(a, b, c, total - a - b - c);
    }

    /** A view, so that five million tables do not need five million objects. */
    private final class TableList extends AbstractList<TwoByTwo> implements RandomAccess {

        @Override
        public TwoByTwo get(int index) {
            return table(index);
        }

        @Override
        public int size() {
            return FeasibleTables.this.size();
        }
    }
}
