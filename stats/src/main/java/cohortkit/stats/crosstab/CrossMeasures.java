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
        rows.add(row(table.cramersV(level), Double.NaN));
        if (table.filledRows() < 2 || table.filledColumns() < 2) {
            return List.copyOf(rows);
        }
        for (Independence test : Independence.values()) {
            rows.add(row(test.test(table)));
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
            rows.add(row(TREND, Trend.COCHRAN_ARMITAGE.test(table)));
        }
        rows.add(row(TREND, Trend.LINEAR_BY_LINEAR.test(table)));
        OptionalDouble exact = Trend.exactOrEmpty(table, Scores.positions(), Scores.positions(), Direction.EITHER);
        String label = Trend.EXACT.label() + (exact.isPresent() ? "" : " (beyond 50 million steps)");
        rows.add(row(TREND, new TestResult(label, Double.NaN, Double.NaN, exact.orElse(Double.NaN))));
        if (binary && Math.max(table.filledRows(), table.filledColumns()) > 2) {
            rows.add(row("departure", Trend.departure(table, Scores.positions(), Scores.positions())));
        }
        return List.copyOf(rows);
    }

    static TableRow row(TestResult test) {
        return row(TEST, test);
    }

    static TableRow row(String what, TestResult test) {
        return new TableRow(what, test.method(), Double.NaN, Double.NaN, Double.NaN, test.statistic(), test.pValue());
    }

    /** A p-value that may be simulated: the interval in its convention is not one of the association. */
    static TableRow row(Estimate pValue) {
        return new TableRow(
                TEST, pValue.convention().estimator(), Double.NaN, Double.NaN, Double.NaN, Double.NaN, pValue.value());
    }

    static TableRow row(Estimate estimate, double pValue) {
        String method = estimate.convention().interval();
        boolean undefined = Double.isNaN(estimate.value());
        return new TableRow(
                estimate.measure().label(),
                undefined ? method + " (" + estimate.convention().zeroCells() + ")" : method,
                estimate.value(),
                estimate.interval().lower(),
                estimate.interval().upper(),
                Double.NaN,
                pValue);
    }
}
