package cohortkit.stats.table;

import cohortkit.core.Estimate;
import cohortkit.core.Interval;
import cohortkit.stats.Software;
import cohortkit.stats.TestResult;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;

/**
 * A 2x2 table as a package prints it by default: see {@link TableDefaults}. Lists are empty where it prints nothing of
 * the kind, and hold several where it prints several.
 *
 * <pre>{@code
 * table.as(Software.STATA).riskRatio()    // [2.17 (95 % CI 1.35 to 3.49; log Wald)]
 * table.as(Software.R).chiSquare()        // [Pearson chi-square with continuity correction: 8.01, df 1, p = 0.0047]
 * }</pre>
 *
 * @param table the counts
 * @param software whose defaults
 * @param level coverage in (0, 1), for example 0.95
 */
public record SoftwareTable(TwoByTwo table, Software software, double level) {

    public SoftwareTable {
        Interval.requireLevel(level);
    }

    /** The risk ratio. */
    public List<Estimate> riskRatio() {
        return defaults().riskRatio().stream().map(this::riskRatio).toList();
    }

    private Estimate riskRatio(RiskRatioInterval method) {
        return method == RiskRatioInterval.KATZ_LOG
                ? defaults().zeroCells().riskRatio(table, level)
                : table.riskRatio(method, level);
    }

    /** The odds ratio. */
    public List<Estimate> oddsRatio() {
        return defaults().oddsRatio().stream().map(this::oddsRatio).toList();
    }

    private Estimate oddsRatio(OddsRatioInterval method) {
        return method == OddsRatioInterval.WOOLF
                ? defaults().zeroCells().oddsRatio(table, level)
                : table.oddsRatio(method, level);
    }

    /** The risk difference. */
    public List<Estimate> riskDifference() {
        return defaults().riskDifference().stream()
                .map(method -> table.riskDifference(method, level))
                .toList();
    }

    /** Pearson's chi-square; none where a margin is empty. */
    public List<TestResult> chiSquare() {
        return table.emptyMargin().isPresent()
                ? List.of()
                : defaults().chiSquare().stream()
                        .map(correction -> ChiSquare.test(table, correction))
                        .toList();
    }

    /** Fisher's exact test. */
    public List<TestResult> fisher() {
        return defaults().fisher().stream()
                .map(method -> FisherExact.test(table, method))
                .toList();
    }

    /** All of it as rows. The p-value of an estimate is that of its own method; NaN after a shift of empty cells. */
    public List<TableRow> rows() {
        List<TableRow> rows = new ArrayList<>();
        TableDefaults defaults = defaults();
        for (RiskRatioInterval method : defaults.riskRatio()) {
            rows.add(row(riskRatio(method), () -> method.statistic(table), () -> method.pValue(table)));
        }
        for (OddsRatioInterval method : defaults.oddsRatio()) {
            rows.add(row(oddsRatio(method), () -> method.statistic(table), () -> method.pValue(table)));
        }
        for (RiskDifferenceInterval method : defaults.riskDifference()) {
            Estimate difference = table.riskDifference(method, level);
            rows.add(row(difference, () -> method.statistic(table), () -> method.pValue(table)));
        }
        chiSquare().forEach(test -> rows.add(Measures.row(test)));
        fisher().forEach(test -> rows.add(Measures.row(test)));
        return List.copyOf(rows);
    }

    /** A measure that is undefined has no statistic, and is not asked for one. */
    private static TableRow row(Estimate estimate, DoubleSupplier statistic, DoubleSupplier pValue) {
        boolean exists = !Double.isNaN(estimate.value());
        return Measures.row(
                estimate.measure().label(),
                estimate,
                exists ? statistic.getAsDouble() : Double.NaN,
                exists ? pValue.getAsDouble() : Double.NaN);
    }

    private TableDefaults defaults() {
        return TableDefaults.of(software);
    }

    /** Every estimate and test, a line each; the first line is a title. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("2x2 table as " + software.label());
        riskRatio().forEach(estimate -> text.append("\nRR  ").append(estimate));
        oddsRatio().forEach(estimate -> text.append("\nOR  ").append(estimate));
        riskDifference().forEach(estimate -> text.append("\nRD  ").append(estimate));
        chiSquare().forEach(test -> text.append('\n').append(test));
        fisher().forEach(test -> text.append('\n').append(test));
        return text.toString();
    }
}
