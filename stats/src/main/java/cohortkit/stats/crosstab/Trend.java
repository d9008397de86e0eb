package cohortkit.stats.crosstab;

import cohortkit.core.InputException;
import cohortkit.stats.TestResult;
import java.util.OptionalDouble;

/**
 * Tests of a trend between ordered rows and columns. All look at the correlation r of the scores: the first two differ by
 * the variance, the last takes the exact distribution of the sum of products given the margins.
 *
 * <pre>{@code
 * var doses = CrossTable.fromCounts(new long[][] {{2, 18}, {4, 16}, {9, 11}});
 * Trend.COCHRAN_ARMITAGE.test(doses)   // Cochran-Armitage trend: 6.53, df 1, p = 0.011
 * Trend.LINEAR_BY_LINEAR.test(doses)   // linear-by-linear: 6.42, df 1, p = 0.011
 * Trend.EXACT.test(doses)              // exact trend: p = 0.017
 * }</pre>
 */
public enum Trend {
    /**
     * {@code n r²}: the score test of a logistic slope, for two rows or two columns. As R's {@code prop.trend.test} and
     * SAS {@code TREND}. Cochran 1954, Biometrics 10:417; Armitage 1955, Biometrics 11:375.
     */
    COCHRAN_ARMITAGE("Cochran-Armitage trend"),
    /** {@code (n - 1) r²}: the permutation variance. Mantel 1963, J Am Stat Assoc 58:690. As SAS {@code MHCHI}. */
    LINEAR_BY_LINEAR("linear-by-linear"),
    /**
     * All tables with the observed margins whose sum of products is as far from its mean as the observed one, or further;
     * with a direction, as high or as low. At most 50 million steps (seconds).
     */
    EXACT("exact trend");

    private final String label;

    Trend(String label) {
        this.label = label;
    }

    /** The name in print, such as "linear-by-linear". */
    public String label() {
        return label;
    }

    /** Two-sided, with the scores 0, 1, 2, ... */
    public TestResult test(CrossTable table) {
        return test(table, Direction.EITHER);
    }

    /** With the scores 0, 1, 2, ... */
    public TestResult test(CrossTable table, Direction direction) {
        return test(table, Scores.positions(), Scores.positions(), direction);
    }

    /** Two-sided, with scores of choice. */
    public TestResult test(CrossTable table, Scores rows, Scores columns) {
        return test(table, rows, columns, Direction.EITHER);
    }

    /**
     * The test. Two-sided its statistic is the chi-square with one degree of freedom, one-sided the z.
     *
     * @throws InputException if people are in fewer than two rows or two columns, or have one score only; if
     *     Cochran-Armitage is asked of more than two rows and columns; if the exact test would take too long
     */
    public TestResult test(CrossTable table, Scores rows, Scores columns, Direction direction) {
        table.requireTwoByTwo(label);
        if (this == COCHRAN_ARMITAGE && table.filledRows() > 2 && table.filledColumns() > 2) {
            throw new InputException(label + " needs an outcome of two levels; people are in " + table.filledRows()
                    + " rows and " + table.filledColumns() + " columns: take LINEAR_BY_LINEAR");
        }
        String name = label + direction.suffix();
        if (this == EXACT) {
            return new TestResult(name, Double.NaN, Double.NaN, exact(table, rows, columns, direction));
        }
        ScoreSums sums = new ScoreSums(table, rows, columns);
        if (sums.variance() == 0) {
            throw new InputException(label + " needs people with two different scores, in rows and in columns");
        }
        double inflation = this == COCHRAN_ARMITAGE ? Math.sqrt(table.n() / (table.n() - 1.0)) : 1;
        double z = sums.excess() / Math.sqrt(sums.variance()) * inflation;
        return direction == Direction.EITHER
                ? new TestResult(name, z * z, 1, direction.pValue(z))
                : new TestResult(name, z, Double.NaN, direction.pValue(z));
    }

    private static double exact(CrossTable table, Scores rows, Scores columns, Direction direction) {
        OptionalDouble p = exactOrEmpty(table, rows, columns, direction);
        return p.orElseThrow(() -> new InputException("the exact trend would take more than 50 million steps for this"
                + " table of " + table.n() + " people: take LINEAR_BY_LINEAR"));
    }

    static OptionalDouble exactOrEmpty(CrossTable table, Scores rows, Scores columns, Direction direction) {
        return new ExactTrend(table, rows.rows(table), columns.columns(table)).pValue(direction);
    }

    /**
     * What the trend leaves of Pearson's chi-square in a table of two columns (or rows): {@code chi-square - n r²}, with
     * r - 2 degrees of freedom. Armitage 1955, Biometrics 11:375.
     *
     * @throws InputException if people are in fewer than three rows, or in other than two columns
     */
    public static TestResult departure(CrossTable table, Scores rows, Scores columns) {
        double df = (table.filledRows() - 1.0) * (table.filledColumns() - 1.0) - 1;
        if (Math.min(table.filledRows(), table.filledColumns()) != 2 || df < 1) {
            throw new InputException("departure from a trend needs people in three levels and an outcome of two; they"
                    + " are in " + table.filledRows() + " x " + table.filledColumns());
        }
        double linear = COCHRAN_ARMITAGE.test(table, rows, columns).statistic();
        double rest = Math.max(0, Independence.PEARSON.statistic(table) - linear);
        return Independence.chiSquare("departure from a linear trend", rest, df);
    }
}
