package cohortkit.stats.table;

import cohortkit.core.Estimate;
import cohortkit.core.InputException;
import cohortkit.core.Measure;
import cohortkit.stats.StandardNormal;
import java.util.ArrayList;
import java.util.List;

/** Stratum-specific, crude and adjusted measures of strata, and their tests, as rows. */
final class StrataMeasures {

    private final Strata strata;
    private final double level;
    private final List<TableRow> rows = new ArrayList<>();

    private StrataMeasures(Strata strata, double level) {
        this.strata = strata;
        this.level = level;
    }

    static List<TableRow> rows(Strata strata, double level) {
        StrataMeasures measures = new StrataMeasures(strata, level);
        for (Stratum stratum : strata.strata()) {
            measures.specific(stratum);
        }
        measures.riskRatios();
        measures.oddsRatios();
        measures.riskDifferences();
        measures.tests();
        if (strata.strata().size() == 2) {
            for (InteractionScale scale : InteractionScale.values()) {
                measures.rows.addAll(Interaction.of(strata, scale).measures(level));
            }
        }
        return List.copyOf(measures.rows);
    }

    private void specific(Stratum stratum) {
        TwoByTwo t = stratum.table();
        String where =
                ", " + (strata.variable().isEmpty() ? "stratum" : strata.variable() + " =") + " " + stratum.label();
        Estimate risks = t.riskRatio(RiskRatioInterval.KATZ_LOG, level);
        add("", risks, where, z(risks, RiskRatioInterval.KATZ_LOG.statistic(t)));
        Estimate odds = t.oddsRatio(OddsRatioInterval.WOOLF, level);
        add("", odds, where, z(odds, OddsRatioInterval.WOOLF.statistic(t)));
    }

    private void riskRatios() {
        TwoByTwo crude = strata.crude();
        Estimate crudeRatio = crude.riskRatio(RiskRatioInterval.KATZ_LOG, level);
        add("crude ", crudeRatio, "", z(crudeRatio, RiskRatioInterval.KATZ_LOG.statistic(crude)));
        MantelHaenszel.Ratio ratio = MantelHaenszel.riskRatio(strata);
        Estimate adjusted = strata.riskRatio(level);
        add("adjusted ", adjusted, "", z(adjusted, LogWald.z(Math.log(ratio.value()), ratio.standardError())));
    }

    private void oddsRatios() {
        TwoByTwo crude = strata.crude();
        Estimate crudeRatio = crude.oddsRatio(OddsRatioInterval.WOOLF, level);
        add("crude ", crudeRatio, "", z(crudeRatio, OddsRatioInterval.WOOLF.statistic(crude)));
        MantelHaenszel.Ratio ratio = MantelHaenszel.oddsRatio(strata);
        Estimate adjusted = strata.oddsRatio(level);
        add("adjusted ", adjusted, "", z(adjusted, LogWald.z(Math.log(ratio.value()), ratio.standardError())));
        exact(CommonOddsRatio.EXACT, TwoSided.CENTRAL);
        exact(CommonOddsRatio.MID_P, TwoSided.MID_P);
    }

    private void exact(CommonOddsRatio method, TwoSided test) {
        String name = "adjusted " + Measure.ODDS_RATIO.label();
        try {
            Estimate estimate = strata.oddsRatio(method, level);
            double p = Double.isNaN(estimate.value())
                    ? Double.NaN
                    : StratifiedFisher.test(strata, test).pValue();
            rows.add(Measures.row(name, estimate, Double.NaN, p));
        } catch (InputException e) {
            String reason = method.label() + " (beyond 10^9 steps)";
            rows.add(new TableRow(name, reason, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN));
        }
    }

    private void riskDifferences() {
        TwoByTwo crude = strata.crude();
        Estimate crudeDifference = crude.riskDifference(RiskDifferenceInterval.WALD, level);
        add("crude ", crudeDifference, "", z(crudeDifference, RiskDifferenceInterval.WALD.statistic(crude)));
        CommonRiskDifference variance = CommonRiskDifference.SATO;
        double difference = MantelHaenszel.riskDifferenceValue(strata);
        double z = difference == 0 ? 0 : difference / variance.standardError(strata);
        Estimate adjusted = strata.riskDifference(variance, level);
        add("adjusted ", adjusted, "", z(adjusted, z));
    }

    private void tests() {
        if (!Homogeneity.BRESLOW_DAY.counted(strata).isEmpty()) {
            rows.add(Measures.row(CochranMantelHaenszel.test(strata)));
            rows.add(Measures.row(CochranMantelHaenszel.test(strata, Correction.YATES)));
        }
        for (Homogeneity test : Homogeneity.values()) {
            if (test.isPossible(strata)) {
                TableRow row = Measures.row(test.test(strata));
                rows.add(new TableRow(
                        "homogeneity of " + test.measure().label() + "s",
                        row.method(),
                        Double.NaN,
                        Double.NaN,
                        Double.NaN,
                        row.statistic(),
                        row.pValue()));
            }
        }
    }

    private static double z(Estimate estimate, double z) {
        return Double.isNaN(estimate.value()) ? Double.NaN : z;
    }

    private void add(String prefix, Estimate estimate, String suffix, double z) {
        rows.add(Measures.row(prefix + estimate.measure().label() + suffix, estimate, z, StandardNormal.pValue(z)));
    }
}
