package cohortkit.stats.table;

import cohortkit.core.Estimate;
import cohortkit.core.Measure;
import cohortkit.stats.Proportion;
import cohortkit.stats.ProportionInterval;
import cohortkit.stats.StandardNormal;
import cohortkit.stats.TestResult;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Every measure and test of one table as rows. */
final class Measures {

    private static final String TEST = "association";

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
            add(table.riskRatio(method, level), () -> method.statistic(table));
        }
        for (OddsRatioInterval method : OddsRatioInterval.values()) {
            Estimate estimate = table.oddsRatio(method, level);
            boolean known = !Double.isNaN(estimate.value());
            add(estimate, known ? method.statistic(table) : Double.NaN, known ? method.pValue(table) : Double.NaN);
        }
        for (RiskDifferenceInterval method : RiskDifferenceInterval.values()) {
            add(table.riskDifference(method, level), () -> method.statistic(table));
        }
        RiskDifferenceInterval difference = RiskDifferenceInterval.NEWCOMBE;
        add(table.numberNeededToTreat(difference, level), () -> difference.statistic(table));
        RiskRatioInterval ratio = RiskRatioInterval.KATZ_LOG;
        add(table.attributableFractionExposed(ratio, level), () -> ratio.statistic(table));
        add(table.attributableFractionPopulation(level), () -> Impact.populationStatistic(table));
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
    private void add(Estimate estimate, Supplier<Double> statistic) {
        double z = Double.isNaN(estimate.value()) ? Double.NaN : statistic.get();
        add(estimate, z, StandardNormal.pValue(z));
    }

    private void add(Estimate estimate, double statistic, double pValue) {
        rows.add(row(estimate.measure().label(), estimate, statistic, pValue));
    }

    static TableRow row(String name, Estimate estimate, double statistic, double pValue) {
        String method = estimate.convention().interval();
        if (Double.isNaN(estimate.value())) {
            method += " (" + estimate.convention().zeroCells() + ")";
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
        return new TableRow(TEST, test.method(), Double.NaN, Double.NaN, Double.NaN, test.statistic(), test.pValue());
    }
}
