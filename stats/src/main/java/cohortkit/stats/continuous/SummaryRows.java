package cohortkit.stats.continuous;

import cohortkit.core.Estimate;
import cohortkit.stats.table.TableRow;
import java.util.ArrayList;
import java.util.List;

/** What describes a sample, as rows. */
final class SummaryRows {

    private final List<TableRow> rows = new ArrayList<>();

    private SummaryRows() {}

    static List<TableRow> of(List<Sample> samples, double level) {
        SummaryRows all = new SummaryRows();
        samples.forEach(sample -> all.add(sample, level));
        return List.copyOf(all.rows);
    }

    private void add(Sample sample, double level) {
        add(sample, "n", "count", sample.n());
        add(sample, "missing", "count", sample.missingCount());
        add(sample, sample.mean(level));
        add(sample, "SD", "divisor n - 1", sample.standardDeviation());
        add(sample, "SE of the mean", "SD / sqrt(n)", sample.standardError());
        add(sample, sample.median(level));
        for (QuantileMethod method : QuantileMethod.values()) {
            add(sample, "lower quartile", method.label(), sample.quantile(0.25, method));
            add(sample, "upper quartile", method.label(), sample.quantile(0.75, method));
        }
        add(sample, "minimum", "observed", sample.min());
        add(sample, "maximum", "observed", sample.max());
        add(sample, sample.geometricMean(level));
    }

    private void add(Sample sample, String measure, String method, double value) {
        rows.add(new TableRow(
                measure + ", " + sample.name(), method, value, Double.NaN, Double.NaN, Double.NaN, Double.NaN));
    }

    private void add(Sample sample, Estimate estimate) {
        String method = estimate.convention().interval();
        boolean undefined = Double.isNaN(estimate.value());
        rows.add(new TableRow(
                estimate.measure().label() + ", " + sample.name(),
                undefined ? method + " (" + estimate.convention().zeroCells() + ")" : method,
                estimate.value(),
                estimate.interval().lower(),
                estimate.interval().upper(),
                Double.NaN,
                Double.NaN));
    }
}
