package cohortkit.claims.feasible;

import cohortkit.claims.Printed;
import cohortkit.claims.PrintedRange;
import cohortkit.claims.Rounding;
import cohortkit.core.InputException;
import cohortkit.stats.crosstab.CrossTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Every table of whole numbers, of any size and number of strata, that agrees with what a paper prints of it: sums of cells
 * and shares of cells among others. Bounds of a measure are exact and are found by leaving out, not by counting through.
 *
 * <p>Severity in three rows, sex in two columns:
 *
 * <pre>{@code
 * var shape = TableShape.of(3, 2);
 * var tables = CountTables.of(shape).
 *         sum(shape.all(), "150").
 *         share(shape.column(1), shape.all(), "44.7%").
 *         share(shape.row(2), shape.all(), "22%").
 *         share(shape.row(3), shape.all(), "11.3%");
 * tables.recovered(shape.row(1))                                          // OptionalLong[100]
 * tables.range(CountMeasure.share(shape.cell(3, 1), shape.column(1)))     // 0 to 0.2537
 * }</pre>
 */
public final class CountTables {

    private static final int MOST = 5_000_000;
    private static final int MOST_EXACT = 200;

    private final TableShape shape;
    private final List<PrintedSum> printed;
    private final List<Function<SumBounds, CountCondition>> conditions;
    private final Rounding rounding;

    private CountTables(
            TableShape shape,
            List<PrintedSum> printed,
            List<Function<SumBounds, CountCondition>> conditions,
            Rounding rounding) {
        this.shape = shape;
        this.printed = List.copyOf(printed);
        this.conditions = List.copyOf(conditions);
        this.rounding = rounding;
    }

    /** All tables of a shape; nothing is printed yet. */
    public static CountTables of(TableShape shape) {
        return new CountTables(shape, List.of(), List.of(), Rounding.HALF_EITHER);
    }

    /** The same for what is printed from here on in a paper that says how it rounds, or visibly truncates. */
    public CountTables roundedBy(Rounding rule) {
        return new CountTables(shape, printed, conditions, rule);
    }

    /** Those whose cells add up to a printed number. */
    public CountTables sum(CellSet cells, String number) {
        return with(new PrintedSum(requireMine(cells), cells, Printed.parse(number), false, rounding));
    }

    /**
     * Those in which a part is a printed share of a whole.
     *
     * @throws InputException if the share is above 1 without a percent sign
     */
    public CountTables share(CellSet part, CellSet whole, String share) {
        Printed parsed = Printed.parse(share);
        if (parsed.unit() == Printed.Unit.PLAIN && parsed.range().lower() > 1) {
            throw new InputException("a share is at most 1, or 100%; was '" + share + "': is a % missing?");
        }
        requireMine(whole);
        return with(new PrintedSum(requireMine(part), whole, parsed, true, rounding));
    }

    /** Those in which a ratio or a difference of shares is a printed number. */
    public CountTables measure(CountMeasure measure, String number) {
        Printed parsed = Printed.parse(number);
        Rounding rule = rounding;
        return with(sums -> new PrintedMeasure(measure, parsed, rule, sums));
    }

    /**
     * Those in which a ratio has a printed lower limit, by the log Wald method at 95 %.
     *
     * @throws InputException if it is no ratio
     */
    public CountTables lowerLimit(CountMeasure ratio, String number) {
        return limit(ratio, -1, Printed.parse(number));
    }

    /** The same of the upper limit. */
    public CountTables upperLimit(CountMeasure ratio, String number) {
        return limit(ratio, 1, Printed.parse(number));
    }

    private CountTables limit(CountMeasure ratio, int sign, Printed number) {
        if (!ratio.isRatio()) {
            throw new InputException(
                    "limits of a " + ratio + " are not taken; only those of a risk ratio and an odds ratio");
        }
        Rounding rule = rounding;
        return with(sums -> new PrintedLimit(ratio, sign, number, rule, sums));
    }

    /**
     * Those in which one of some tests has a printed p-value; of all tests of the shape if the paper does not name its own,
     * the exact one up to 200 people.
     *
     * @throws InputException if a test is none of the shape
     */
    public CountTables pValue(String p, CountTest... named) {
        Printed parsed = Printed.parse(p);
        Rounding rule = rounding;
        List<CountTest> possible = CountTest.of(shape);
        List<CountTest> tests = named.length == 0 ? possible : List.of(named);
        if (!possible.containsAll(tests)) {
            throw new InputException(tests + " are not all tests of this table; there are " + possible);
        }
        return with(sums -> {
            boolean isLarge = named.length == 0 && sums.most(shape.all()) > MOST_EXACT;
            List<CountTest> asked = isLarge
                    ? tests.stream().filter(test -> test != CountTest.FISHER).toList()
                    : tests;
            return new PrintedP(shape, parsed, asked, rule, new StatisticBounds(shape, sums));
        });
    }

    /**
     * Those for which a further condition is true; it is asked of whole tables and narrows no search, so that what is printed
     * is better said by the other ways.
     *
     * @throws InputException if the table has strata
     */
    public CountTables agreeing(Predicate<CrossTable> condition) {
        if (shape.strata() > 1) {
            throw new InputException("a condition is asked of one table; this one has " + shape.strata() + " strata");
        }
        return with(sums -> counts -> condition.test(CountTest.crossTable(shape, counts)));
    }

    private CountTables with(Function<SumBounds, CountCondition> condition) {
        List<Function<SumBounds, CountCondition>> all = new ArrayList<>(conditions);
        all.add(condition);
        return new CountTables(shape, printed, all, rounding);
    }

    private CountTables with(PrintedSum sum) {
        List<PrintedSum> all = new ArrayList<>(printed);
        all.add(sum);
        return new CountTables(shape, all, conditions, rounding);
    }

    private CellSet requireMine(CellSet cells) {
        if (!cells.shape().equals(shape)) {
            throw new InputException("these are cells of another table: " + cells.shape() + ", not " + shape);
        }
        return cells;
    }

    TableShape shape() {
        return shape;
    }

    CountSearch search() {
        return new CountSearch(shape, printed, conditions);
    }

    /**
     * Each table as its counts, row by row, stratum by stratum.
     *
     * @throws InputException if there are more than 5,000,000, or nothing bounds a cell
     */
    public List<long[]> counts() {
        List<long[]> all = new ArrayList<>();
        search().each(counts -> {
            if (all.size() == MOST) {
                throw new InputException("more than " + MOST + " tables agree; add another printed figure");
            }
            all.add(counts.clone());
        });
        return all;
    }

    /** How many there are. */
    public int size() {
        return counts().size();
    }

    /**
     * The lowest and the highest value of a measure over all of them, each the value of one; empty if there is no table, or
     * the measure is 0/0 in each.
     */
    public Optional<PrintedRange> bounds(CountMeasure measure) {
        return search().range(measure);
    }

    /**
     * The same.
     *
     * @throws InputException if it is empty
     */
    public PrintedRange range(CountMeasure measure) {
        return bounds(measure)
                .orElseThrow(() -> new InputException(
                        "no table agrees with the printed figures, or the " + measure + " is 0/0 in each of them"));
    }

    /** The sum of some cells if every table has the same; empty if it is open, or no table agrees. */
    public OptionalLong recovered(CellSet cells) {
        return search().onlySum(requireMine(cells), CountSearch.MOST_STEPS);
    }

    /**
     * The same for those who would rather not know than wait.
     *
     * @param mostSteps boxes of tables to be looked at
     * @throws InputException if it takes more
     */
    public OptionalLong recovered(CellSet cells, long mostSteps) {
        return search().onlySum(requireMine(cells), mostSteps);
    }

    /** The lowest and the highest sum of some cells; empty if no table agrees. */
    public Optional<PrintedRange> sums(CellSet cells) {
        requireMine(cells);
        long[] ends = {Long.MAX_VALUE, Long.MIN_VALUE};
        search().eachSum(cells, ends);
        return ends[0] > ends[1] ? Optional.empty() : Optional.of(new PrintedRange(ends[0], ends[1]));
    }

    /** Whether a table agrees with everything printed. */
    public boolean isPossible() {
        return sums(shape.all()).isPresent();
    }
}
