package cohortkit.stats.paired;

import cohortkit.core.Estimate;
import cohortkit.stats.StandardNormal;
import cohortkit.stats.TestResult;
import cohortkit.stats.table.TableRow;
import java.util.ArrayList;
import java.util.List;

/** Every measure and test of one table of pairs as rows. */
final class PairedMeasures {

    static final String TEST = "association";

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
            rows.add(TableRow.of(TEST, new TestResult(undefined, Double.NaN, Double.NaN, Double.NaN)));
        } else {
            rows.add(TableRow.of(TEST, McNemar.test(table, method)));
        }
    }

    private void add(Estimate estimate, double statistic, double pValue) {
        rows.add(TableRow.of(estimate, statistic, pValue));
    }
}
