package cohortkit.stats.crosstab;

import cohortkit.core.Estimate;
import cohortkit.stats.TestResult;
import cohortkit.stats.table.TableRow;
import java.util.ArrayList;
import java.util.List;

/** Every measure and test of a table without order, as rows. */
final class CrossMeasures {

    private static final String TEST = "association";

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
