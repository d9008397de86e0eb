package cohortkit.stats.rate;

import cohortkit.core.Estimate;
import cohortkit.stats.StandardNormal;
import cohortkit.stats.table.TableRow;
import java.util.ArrayList;
import java.util.List;

/** The measures of person-time as rows. */
final class RateMeasures {

    private final double level;
    private final List<TableRow> rows = new ArrayList<>();

    RateMeasures(double level) {
        this.level = level;
    }

    List<TableRow> of(RateTable table) {
        for (RateInterval method : List.of(RateInterval.EXACT, RateInterval.MID_P, RateInterval.BYAR)) {
            add("rate, exposed", table.rates().get(0).estimate(method, level), Double.NaN, Double.NaN);
            add("rate, unexposed", table.rates().get(1).estimate(method, level), Double.NaN, Double.NaN);
        }
        boolean empty = table.events() == 0;
        for (RateRatioInterval method : RateRatioInterval.values()) {
            double p = empty ? Double.NaN : method.pValue(table);
            double z = Double.isNaN(p) ? Double.NaN : method.statistic(table);
            add("rate ratio", table.rateRatio(method, level), z, p);
        }
        for (RateDifferenceInterval method : RateDifferenceInterval.values()) {
            double z = empty ? Double.NaN : method.statistic(table);
            add("rate difference", table.rateDifference(method, level), z, StandardNormal.pValue(z));
        }
        return List.copyOf(rows);
    }

    List<TableRow> of(RateStrata strata) {
        RateTable crude = strata.crude();
        RateRatioInterval wald = RateRatioInterval.LOG_WALD;
        double p = crude.events() == 0 ? Double.NaN : wald.pValue(crude);
        add("crude rate ratio", crude.rateRatio(wald, level), Double.isNaN(p) ? p : wald.statistic(crude), p);
        double z = strata.ratio().statistic();
        add("adjusted rate ratio", strata.rateRatio(level), z, StandardNormal.pValue(z));
        RateDifferenceInterval plain = RateDifferenceInterval.WALD;
        double crudeZ = crude.events() == 0 ? Double.NaN : plain.statistic(crude);
        add("crude rate difference", crude.rateDifference(plain, level), crudeZ, StandardNormal.pValue(crudeZ));
        double adjustedZ = strata.difference().statistic();
        add("adjusted rate difference", strata.rateDifference(level), adjustedZ, StandardNormal.pValue(adjustedZ));
        if (crude.events() > 0) {
            strata.tests()
                    .forEach(test -> rows.add(TableRow.of(
                            test.method().startsWith("Breslow-Day") ? "homogeneity of rate ratios" : "association",
                            test)));
        }
        return List.copyOf(rows);
    }

    private void add(String measure, Estimate estimate, double statistic, double pValue) {
        String zeroCells = estimate.convention().zeroCells();
        String method = estimate.convention().interval();
        rows.add(new TableRow(
                measure,
                zeroCells.isEmpty() ? method : method + " (" + zeroCells + ")",
                estimate.value(),
                estimate.interval().lower(),
                estimate.interval().upper(),
                statistic,
                pValue));
    }
}
