package cohortkit.stats.paired;

import cohortkit.core.Estimate;
import cohortkit.stats.StandardNormal;
import cohortkit.stats.TestResult;
import cohortkit.stats.table.TableRow;
import java.util.ArrayList;
import java.util.List;

/** Every measure and test of one table of pairs as rows. */
final class PairedMeasures {

    private static final String TEST = "association";

    private final PairedTable table;
    private final double level;
    private final List<TableRow> rows = new ArrayList<>();

    PairedMeasures(PairedTable table, double level) {
        this.table = table;
        this.level = level;
    }

    List<TableRow> rows() {
        for (PairedOddsRatioInterval method : PairedOddsRatioInterval.values()) {
            Estimate estimate = table.oddsRatio(method, level);
            boolean known = !Double.isNaN(estimate.value());
            add(estimate, known ? method.statistic(table) : Double.NaN, known ? method.pValue(table) : Double.NaN);
        }
        for (PairedDifferenceInterval method : PairedDifferenceInterval.values()) {
            Estimate estimate = table.difference(method, level);
            double z = Double.isNaN(estimate.value()) ? Double.NaN : method.statistic(table);
            add(estimate, z, StandardNormal.pValue(z));
        }
        for (McNemarMethod method : McNemarMethod.values()) {
            add(method);
        }
        rows.addAll(table.agreement().measures(level));
        return List.copyOf(rows);
    }

    private void add(McNemarMethod method) {
        if (method.isChiSquare() && table.discordant() == 0) {
            String undefined = method.label() + " (undefined: no discordant pair)";
            rows.add(row(new TestResult(undefined, Double.NaN, Double.NaN, Double.NaN)));
        } else {
            rows.add(row(McNemar.test(table, method)));
        }
    }

    private void add(Estimate estimate, double statistic, double pValue) {
        rows.add(row(estimate, statistic, pValue));
    }

    static TableRow row(TestResult test) {
        return new TableRow(TEST, test.method(), Double.NaN, Double.NaN, Double.NaN, test.statistic(), test.pValue());
    }

    static TableRow row(Estimate estimate, double statistic, double pValue) {
        String method = estimate.convention().interval();
        boolean undefined = Double.isNaN(estimate.value());
        return new TableRow(
                estimate.measure().label(),
                undefined ? method + " (" + estimate.convention().zeroCells() + ")" : method,
                estimate.value(),
                estimate.interval().lower(),
                estimate.interval().upper(),
                statistic,
                pValue);
    }
}
