package cohortkit.report;

import cohortkit.core.Estimate;
import cohortkit.stats.TestResult;
import cohortkit.stats.crosstab.CrossTable;
import cohortkit.stats.crosstab.FisherFreemanHalton;
import cohortkit.stats.crosstab.Independence;
import cohortkit.stats.crosstab.MonteCarlo;

/**
 * The test of a category by group: Pearson's chi-square without correction where no count below 5 is expected, else the exact
 * test, simulated by seed where it is out of reach.
 */
final class CategoryTest {

    private static final double SMALL = 5;

    private CategoryTest() {}

    static TestResult of(CrossTable table) {
        TestResult pearson = Independence.PEARSON.test(table);
        if (!isSparse(table)) {
            return new TestResult(
                    pearson.method() + ", uncorrected", pearson.statistic(), pearson.df(), pearson.pValue());
        }
        Estimate exact = FisherFreemanHalton.pValue(table, MonteCarlo.DEFAULT);
        boolean simulated = exact.interval().exists();
        String method = filled(table) == 2
                ? "Fisher exact"
                : simulated ? "Fisher-Freeman-Halton, " + MonteCarlo.DEFAULT : "Fisher-Freeman-Halton exact";
        return new TestResult(method, Double.NaN, Double.NaN, exact.value());
    }

    private static boolean isSparse(CrossTable table) {
        for (int i = 0; i < table.rows().levels().size(); i++) {
            for (int j = 0; j < table.columns().levels().size(); j++) {
                boolean takesPart = table.rowTotal(i) > 0 && table.columnTotal(j) > 0;
                if (takesPart && table.expected(i, j) < SMALL) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The larger of the numbers of rows and columns that hold people. */
    private static int filled(CrossTable table) {
        int rows = 0;
        int columns = 0;
        for (int i = 0; i < table.rows().levels().size(); i++) {
            rows += table.rowTotal(i) > 0 ? 1 : 0;
        }
        for (int j = 0; j < table.columns().levels().size(); j++) {
            columns += table.columnTotal(j) > 0 ? 1 : 0;
        }
        return Math.max(rows, columns);
    }
}
