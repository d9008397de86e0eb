package cohortkit.stats.diagnostic;

import cohortkit.core.Estimate;
import cohortkit.core.Measure;
import cohortkit.stats.ProportionInterval;
import cohortkit.stats.table.OddsRatioInterval;
import cohortkit.stats.table.RiskDifferenceInterval;
import cohortkit.stats.table.RiskRatioInterval;
import cohortkit.stats.table.TableRow;
import cohortkit.stats.table.TwoByTwo;
import java.util.ArrayList;
import java.util.List;

/** Every measure of a test's accuracy as rows. */
final class DiagnosticMeasures {

    private final DiagnosticTable table;
    private final double level;
    private final List<TableRow> rows = new ArrayList<>();

    DiagnosticMeasures(DiagnosticTable table, double level) {
        this.table = table;
        this.level = level;
    }

    List<TableRow> rows() {
        for (ProportionInterval method : List.of(ProportionInterval.WILSON, ProportionInterval.CLOPPER_PEARSON)) {
            add(table.sensitivity(method, level));
            add(table.specificity(method, level));
            add(table.positivePredictiveValue(method, level));
            add(table.negativePredictiveValue(method, level));
        }
        ratio(LikelihoodRatios.positive(table));
        ratio(LikelihoodRatios.negative(table));
        for (OddsRatioInterval method : OddsRatioInterval.values()) {
            Estimate estimate = table.diagnosticOddsRatio(method, level);
            add(estimate, table.byTruth(), Measure.ODDS_RATIO, method.label());
        }
        for (RiskDifferenceInterval method : List.of(RiskDifferenceInterval.NEWCOMBE, RiskDifferenceInterval.WALD)) {
            add(table.youden(method, level), table.byTruth(), Measure.RISK_DIFFERENCE, method.label());
        }
        return List.copyOf(rows);
    }

    private void ratio(LikelihoodRatios ratio) {
        add(ratio.estimate(level), ratio.risks(), Measure.RISK_RATIO, RiskRatioInterval.KATZ_LOG.label());
    }

    /** With the statistic and p-value of the same measure and method of a 2x2 table. */
    private void add(Estimate estimate, TwoByTwo same, Measure measure, String method) {
        same.measures(level).stream()
                .filter(row ->
                        row.measure().equals(measure.label()) && row.method().startsWith(method))
                .findFirst()
                .ifPresent(row -> rows.add(TableRow.of(estimate, row.statistic(), row.pValue())));
    }

    private void add(Estimate estimate) {
        rows.add(TableRow.of(estimate, Double.NaN, Double.NaN));
    }
}
