package cohortkit.stats.crosstab;

import cohortkit.core.Estimate;
import cohortkit.stats.TestResult;
import cohortkit.stats.table.TableRow;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Every measure and test of a table without order, as rows. */
final class CrossMeasures {

    private static final String TEST = "association";
    private static final String TREND = "trend";

    private CrossMeasures() {}

    static List<TableRow> rows(CrossTable table, double level, MonteCarlo sampling) {
        List<TableRow> rows = new ArrayList<>();
        // Its interval and the chi-square test are of two kinds: the test has a row of its own.
        rows.add(TableRow.of(table.cramersV(level), Double.NaN, Double.NaN));
        if (table.filledRows() < 2 || table.filledColumns() < 2) {
            return List.copyOf(rows);
        }
        for (Independence test : Independence.values()) {
            rows.add(TableRow.of(TEST, test.test(table)));
        }
        rows.add(row(FisherFreemanHalton.pValue(table, sampling)));
        return List.copyOf(rows);
    }

    /** The tests of a trend that can be made. */
    static List<TableRow> trends(CrossTable table) {
        table.requireTwoByTwo("a trend");
        List<TableRow> rows = new ArrayList<>();
        boolean binary = Math.min(table.filledRows(), table.filledColumns()) == 2;
        if (binary) {
            rows.add(TableRow.of(TREND, Trend.COCHRAN_ARMITAGE.test(table)));
        }
        rows.add(TableRow.of(TREND, Trend.LINEAR_BY_LINEAR.test(table)));
        OptionalDouble exact = Trend.exactOrEmpty(table, Scores.positions(), Scores.positions(), Direction.EITHER);
        String label = Trend.EXACT.label() + (exact.isPresent() ? "" : " (beyond 50 million steps)");
        rows.add(TableRow.of(TREND, new TestResult(label, Double.NaN, Double.NaN, exact.orElse(Double.NaN))));
        if (binary && Math.max(table.filledRows(), table.filledColumns()) > 2) {
            rows.add(TableRow.of("departure", Trend.departure(table, Scores.positions(), Scores.positions())));
        }
        return List.copyOf(rows);
    }

    /** A p-value that may be simulated: the interval in its convention is not one of the association. */
    private static TableRow row(Estimate pValue) {
        return new TableRow(
                TEST, pValue.convention().estimator(), Double.NaN, Double.NaN, Double.NaN, Double.NaN, pValue.value());
    }
}
