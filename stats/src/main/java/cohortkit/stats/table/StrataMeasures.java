package cohortkit.stats.table;

import cohortkit.core.Estimate;
import cohortkit.stats.StandardNormal;
import java.util.ArrayList;
import java.util.List;

/** Crude and adjusted measures of strata, and their tests, as rows. */
final class StrataMeasures {

    private StrataMeasures() {}

    static List<TableRow> rows(Strata strata, double level) {
        List<TableRow> rows = new ArrayList<>();
        TwoByTwo crude = strata.crude();
        Estimate crudeRatio = crude.riskRatio(RiskRatioInterval.KATZ_LOG, level);
        rows.add(row("crude ", crudeRatio, RiskRatioInterval.KATZ_LOG.statistic(crude)));
        MantelHaenszel.Ratio risk = MantelHaenszel.riskRatio(strata);
        rows.add(row("adjusted ", strata.riskRatio(level), LogWald.z(Math.log(risk.value()), risk.standardError())));
        Estimate crudeOdds = crude.oddsRatio(OddsRatioInterval.WOOLF, level);
        rows.add(row("crude ", crudeOdds, OddsRatioInterval.WOOLF.statistic(crude)));
        MantelHaenszel.Ratio odds = MantelHaenszel.oddsRatio(strata);
        rows.add(row("adjusted ", strata.oddsRatio(level), LogWald.z(Math.log(odds.value()), odds.standardError())));
        Estimate crudeDifference = crude.riskDifference(RiskDifferenceInterval.WALD, level);
        rows.add(row("crude ", crudeDifference, RiskDifferenceInterval.WALD.statistic(crude)));
        CommonRiskDifference variance = CommonRiskDifference.SATO;
        double difference = MantelHaenszel.riskDifferenceValue(strata);
        double z = difference == 0 ? 0 : difference / variance.standardError(strata);
        rows.add(row("adjusted ", strata.riskDifference(variance, level), z));
        long informative = Homogeneity.informative(strata);
        if (informative > 0) {
            rows.add(Measures.row(CochranMantelHaenszel.test(strata)));
            rows.add(Measures.row(CochranMantelHaenszel.test(strata, Correction.YATES)));
        }
        if (informative > 1 && odds.value() > 0 && Double.isFinite(odds.value())) {
            for (Homogeneity test : Homogeneity.values()) {
                TableRow row = Measures.row(test.test(strata));
                rows.add(new TableRow(
                        "homogeneity of odds ratios",
                        row.method(),
                        Double.NaN,
                        Double.NaN,
                        Double.NaN,
                        row.statistic(),
                        row.pValue()));
            }
        }
        return List.copyOf(rows);
    }

    private static TableRow row(String prefix, Estimate estimate, double z) {
        double statistic = Double.isNaN(estimate.value()) ? Double.NaN : z;
        return Measures.row(prefix + estimate.measure().label(), estimate, statistic, StandardNormal.pValue(statistic));
    }
}
