package cohortkit.stats.crosstab;

import cohortkit.core.Cohort;
import cohortkit.core.Estimate;
import cohortkit.core.InputException;
import cohortkit.core.Interval;
import cohortkit.stats.table.TableRow;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Counts of people by two categories: r rows and c columns, each in the order of its levels. Rows and columns without
 * people take no part in any test; {@link #dropped()} names them.
 *
 * <pre>{@code
 * var race = CrossTable.of(births, "race", "low");
 * Independence.PEARSON.test(race)      // Pearson chi-square: 5.00, df 2, p = 0.082
 * FisherFreemanHalton.test(race)       // Fisher-Freeman-Halton: p = 0.079
 * race.cramersV()                      // 0.16 (95 % CI 0 to 0.29; noncentral chi-square)
 * race.adjustedResidual(0, 1)          // -2.18...
 * }</pre>
 */
public final class CrossTable {

    private final long[][] counts;
    private final Axis rows;
    private final Axis columns;
    private final long leftOut;
    private final long[] rowTotals;
    private final long[] columnTotals;
    private final long n;

    CrossTable(long[][] counts, Axis rows, Axis columns, long leftOut) {
        this.counts = counts;
        this.rows = rows;
        this.columns = columns;
        this.leftOut = leftOut;
        this.rowTotals = new long[rows.levels().size()];
        this.columnTotals = new long[columns.levels().size()];
        for (int i = 0; i < rowTotals.length; i++) {
            for (int j = 0; j < columnTotals.length; j++) {
                rowTotals[i] += counts[i][j];
                columnTotals[j] += counts[i][j];
            }
        }
        this.n = Arrays.stream(rowTotals).sum();
    }

    /**
     * Counts the rows in which both variables are known; {@link #leftOut()} counts the others.
     *
     * @param row a category, or a number that is only 0 or 1
     * @param column likewise
     * @throws InputException if a variable is neither
     */
    public static CrossTable of(Cohort cohort, String row, String column) {
        return CrossTabulation.of(cohort, row, column).table();
    }

    /** The same where each row of the cohort stands for {@code frequency} people. */
    public static CrossTable of(Cohort cohort, String row, String column, String frequency) {
        return CrossTabulation.of(cohort, row, column, frequency).table();
    }

    /**
     * A table of bare counts, which are copied.
     *
     * @param counts r rows of c counts of 0 or more
     * @throws InputException if the rows have different lengths, a count is negative, or the sum is past 2^63 - 1
     */
    public static CrossTable fromCounts(long[][] counts) {
        int width = counts.length == 0 ? 0 : counts[0].length;
        return fromCounts(Axis.numbered("row", counts.length), Axis.numbered("column", width), counts);
    }

    /** A table of counts with names for its rows and columns. */
    public static CrossTable fromCounts(Axis rows, Axis columns, long[][] counts) {
        int width = columns.levels().size();
        if (counts.length != rows.levels().size() || Arrays.stream(counts).anyMatch(row -> row.length != width)) {
            throw new InputException("a table of " + rows.levels().size() + " rows and " + width
                    + " columns needs as many counts; the rows hold "
                    + Arrays.stream(counts).map(row -> row.length).toList());
        }
        long sum = 0;
        for (long count : Arrays.stream(counts).flatMapToLong(Arrays::stream).toArray()) {
            if (count < 0) {
                throw new InputException("a table holds counts of 0 or more; was " + count);
            }
            if (Long.MAX_VALUE - sum < count) {
                throw new InputException("the counts add up to more than 2^63 - 1");
            }
            sum += count;
        }
        return new CrossTable(Arrays.stream(counts).map(long[]::clone).toArray(long[][]::new), rows, columns, 0);
    }

    /** What the rows are. */
    public Axis rows() {
        return rows;
    }

    /** What the columns are. */
    public Axis columns() {
        return columns;
    }

    /** People left out because a variable is missing. */
    public long leftOut() {
        return leftOut;
    }

    /** All people in the table. */
    public long n() {
        return n;
    }

    /** People in a cell; row and column count from 0. */
    public long count(int row, int column) {
        return counts[row][column];
    }

    /** People in a row. */
    public long rowTotal(int row) {
        return rowTotals[row];
    }

    /** People in a column. */
    public long columnTotal(int column) {
        return columnTotals[column];
    }

    /** The count expected without association, row total times column total by n; NaN in a table without people. */
    public double expected(int row, int column) {
        return (double) rowTotals[row] * columnTotals[column] / n;
    }

    /**
     * The adjusted residual, {@code (O - E) / sqrt(E (1 - row / n)(1 - column / n))}: about standard normal without
     * association; NaN where the row or the column holds nobody or everybody. Haberman 1973, Biometrics 29:205.
     */
    public double adjustedResidual(int row, int column) {
        double others = (double) (n - rowTotals[row]) / n * ((double) (n - columnTotals[column]) / n);
        return excess(row, column) / Math.sqrt(expected(row, column) * others);
    }

    /** O - E with all its digits, also in tables of 10^12. */
    double excess(int row, int column) {
        BigInteger observed = BigInteger.valueOf(counts[row][column]).multiply(BigInteger.valueOf(n));
        BigInteger margins = BigInteger.valueOf(rowTotals[row]).multiply(BigInteger.valueOf(columnTotals[column]));
        return observed.subtract(margins).doubleValue() / n;
    }

    /** Cramer's V at 95 %. */
    public Estimate cramersV() {
        return cramersV(Interval.DEFAULT_LEVEL);
    }

    /**
     * Cramer's V, {@code sqrt(chi-square / (n (min(r, c) - 1)))}, in [0, 1]. Its limits are those of the noncentrality at
     * which Pearson's chi-square lies in a tail of (1 - level) / 2 (Smithson 2003, Confidence Intervals): the lower one is
     * 0 where the test's p is above (1 - level) / 2.
     *
     * @param level coverage in (0, 1), for example 0.95
     */
    public Estimate cramersV(double level) {
        return CramersV.of(this, level);
    }

    /** Rows and columns exchanged. */
    public CrossTable transposed() {
        long[][] turned = new long[columnTotals.length][rowTotals.length];
        for (int i = 0; i < rowTotals.length; i++) {
            for (int j = 0; j < columnTotals.length; j++) {
                turned[j][i] = counts[i][j];
            }
        }
        return new CrossTable(turned, columns, rows, leftOut);
    }

    /** The rows and columns in which there is nobody, such as "race = other"; the tests leave them out. */
    public List<String> dropped() {
        List<String> names = new ArrayList<>();
        IntStream.range(0, rowTotals.length).filter(i -> rowTotals[i] == 0).forEach(i -> names.add(rows.shown(i)));
        IntStream.range(0, columnTotals.length)
                .filter(j -> columnTotals[j] == 0)
                .forEach(j -> names.add(columns.shown(j)));
        return List.copyOf(names);
    }

    /**
     * Every measure and test of a table without order, a row each.
     *
     * @param level coverage in (0, 1), for example 0.95
     * @param sampling how the exact test is simulated where it is out of reach
     */
    public List<TableRow> measures(double level, MonteCarlo sampling) {
        return CrossMeasures.rows(this, level, sampling);
    }

    /**
     * The tests of {@link Trend} that can be made, and of the departure from it, a row each, with the scores 0, 1, 2, ...
     *
     * @throws cohortkit.core.InputException if people are in fewer than two rows or two columns
     */
    public List<TableRow> trends() {
        return CrossMeasures.trends(this);
    }

    /** The counts of rows and columns that hold people. */
    long[][] filled() {
        int[] kept = IntStream.range(0, columnTotals.length)
                .filter(j -> columnTotals[j] > 0)
                .toArray();
        return IntStream.range(0, rowTotals.length)
                .filter(i -> rowTotals[i] > 0)
                .mapToObj(i -> Arrays.stream(kept).mapToLong(j -> counts[i][j]).toArray())
                .toArray(long[][]::new);
    }

    long[][] counts() {
        return Arrays.stream(counts).map(long[]::clone).toArray(long[][]::new);
    }

    int filledRows() {
        return (int) Arrays.stream(rowTotals).filter(total -> total > 0).count();
    }

    int filledColumns() {
        return (int) Arrays.stream(columnTotals).filter(total -> total > 0).count();
    }

    /** Such as "320 of 333 people, complete in race and low"; empty for bare counts. */
    String denominator() {
        return rows.variable().isEmpty()
                ? ""
                : n + " of " + (n + leftOut) + " people, complete in " + rows.variable() + " and " + columns.variable();
    }

    void requireTwoByTwo(String test) {
        if (filledRows() < 2 || filledColumns() < 2) {
            throw new InputException(test + " needs people in two rows and two columns at least; they are in "
                    + filledRows() + " x " + filledColumns());
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CrossTable that && Arrays.deepEquals(counts, that.counts);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(counts);
    }

    /** The counts with their margins; the first line is a title. */
    @Override
    public String toString() {
        return CrossTableText.of(this);
    }
}
