package cohortkit.stats.table;

import cohortkit.core.Estimate;
import cohortkit.core.Measure;
import cohortkit.stats.Proportion;
import cohortkit.stats.ProportionInterval;
import cohortkit.stats.StandardNormal;
import cohortkit.stats.TestResult;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;

/** Every measure and test of one table as rows. */
final class Measures {

    private static final String TEST = "association";
    private static final int LISTED = 50;

    private final TwoByTwo table;
    private final double level;
    private final List<TableRow> rows = new ArrayList<>();

    Measures(TwoByTwo table, double level) {
        this.table = table;
        this.level = level;
    }

    List<TableRow> rows() {
        risk("risk, exposed", table.a(), table.exposed());
        risk("risk, unexposed", table.c(), table.unexposed());
        for (RiskRatioInterval method : RiskRatioInterval.values()) {
            if (method != RiskRatioInterval.EXACT_UNCONDITIONAL || isSmall()) {
                add(table.riskRatio(method, level), () -> method.statistic(table), () -> method.pValue(table));
            }
        }
        for (OddsRatioInterval method : OddsRatioInterval.values()) {
            add(table.oddsRatio(method, level), () -> method.statistic(table), () -> method.pValue(table));
        }
        for (RiskDifferenceInterval method : RiskDifferenceInterval.values()) {
            if (method != RiskDifferenceInterval.EXACT_UNCONDITIONAL || isSmall()) {
                add(table.riskDifference(method, level), () -> method.statistic(table), () -> method.pValue(table));
            }
        }
        RiskDifferenceInterval difference = RiskDifferenceInterval.NEWCOMBE;
        add(table.numberNeededToTreat(difference, level), () -> difference.statistic(table));
        RiskRatioInterval ratio = RiskRatioInterval.KATZ_LOG;
        add(table.attributableFractionExposed(ratio, level), () -> ratio.statistic(table));
        add(table.attributableFractionPopulation(level), () -> Impact.populationStatistic(table));
        OddsRatioInterval odds = OddsRatioInterval.WOOLF;
        add(table.yulesQ(odds, level), () -> odds.statistic(table));
        add(table.eValue(ratio, level), () -> ratio.statistic(table));
        tests();
        return List.copyOf(rows);
    }

    private void tests() {
        double phi = table.phi().value();
        if (table.emptyMargin().isPresent()) {
            String reason = "undefined: " + table.emptyMargin().get();
            rows.add(new TableRow(Measure.PHI.label(), reason, phi, Double.NaN, Double.NaN, Double.NaN, Double.NaN));
            rows.add(new TableRow(TEST, reason, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN));
            return;
        }
        TestResult pearson = ChiSquare.test(table);
        rows.add(new TableRow(
                Measure.PHI.label(),
                pearson.method(),
                phi,
                Double.NaN,
                Double.NaN,
                pearson.statistic(),
                pearson.pValue()));
        add(pearson);
        add(ChiSquare.test(table, Correction.YATES));
        add(LikelihoodRatioChiSquare.test(table));
        for (TwoSided method : TwoSided.values()) {
            add(FisherExact.test(table, method));
        }
        if (isSmall()) {
            add(BarnardExact.test(table));
            add(BoschlooExact.test(table));
        }
    }

    private void risk(String name, long events, long people) {
        if (people == 0) {
            rows.add(new TableRow(name, "undefined: nobody", Double.NaN, 0, 1, Double.NaN, Double.NaN));
            return;
        }
        Estimate risk = new Proportion(events, people).estimate(ProportionInterval.WILSON, level);
        rows.add(row(name, risk, Double.NaN, Double.NaN));
    }

    /** The statistic is asked for only where the estimate exists. */
    private void add(Estimate estimate, DoubleSupplier statistic) {
        add(estimate, statistic, () -> StandardNormal.pValue(statistic.getAsDouble()));
    }

    private void add(Estimate estimate, DoubleSupplier statistic, DoubleSupplier pValue) {
        boolean exists = !Double.isNaN(estimate.value());
        rows.add(row(
                estimate.measure().label(),
                estimate,
                exists ? statistic.getAsDouble() : Double.NaN,
                exists ? pValue.getAsDouble() : Double.NaN));
    }

    /** Exact unconditional rows stand in the list only where they take no time that is noticed. */
    private boolean isSmall() {
        return table.n() <= LISTED;
    }

    static TableRow row(String name, Estimate estimate, double statistic, double pValue) {
        String method = estimate.convention().interval();
        String reason = estimate.convention().zeroCells();
        if (Double.isNaN(estimate.value()) || (Double.isNaN(pValue) && !reason.isEmpty())) {
            method += " (" + reason + ")";
        }
        return new TableRow(
                name,
                method,
                estimate.value(),
                estimate.interval().lower(),
                estimate.interval().upper(),
                statistic,
                pValue);
    }

    private void add(TestResult test) {
        rows.add(row(test));
    }

    static TableRow row(TestResult test) {
        return TableRow.of(TEST, test);
    }
}
