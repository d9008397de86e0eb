package cohortkit.stats.continuous;

import cohortkit.core.Measure;
import cohortkit.stats.table.TableRow;
import java.util.List;

/** Every comparison and test of some groups. */
final class GroupRows {

    private final GroupedValues values;
    private final double level;
    private final ResultRows rows = new ResultRows();

    GroupRows(GroupedValues values, double level) {
        this.values = values;
        this.level = level;
    }

    List<TableRow> rows() {
        int groups = values.groups().size();
        if (groups == 2) {
            addDifferences();
        } else if (groups > 2) {
            add("equal means", GroupTest.ANOVA);
            add("equal means", GroupTest.WELCH_ANOVA);
            add("equal distributions", GroupTest.KRUSKAL_WALLIS);
            add("trend over the groups", GroupTest.JONCKHEERE_TERPSTRA);
        }
        if (groups > 1) {
            add("equal variances", GroupTest.LEVENE);
            add("equal variances", GroupTest.BROWN_FORSYTHE);
        }
        for (Sample group : values.groups()) {
            rows.add("normal distribution, " + group.name(), "Shapiro-Wilk", () -> ShapiroWilk.test(group));
        }
        return rows.rows();
    }

    private void add(String what, GroupTest test) {
        rows.add(what, test.label(), () -> values.test(test));
    }

    private void addDifferences() {
        for (MeanDifferenceMethod method : MeanDifferenceMethod.values()) {
            rows.add(Measure.MEAN_DIFFERENCE, method.label(), () -> values.meanDifference(method, level));
        }
        for (StandardizedDifference method : StandardizedDifference.values()) {
            rows.add(
                    Measure.STANDARDIZED_MEAN_DIFFERENCE,
                    method.label(),
                    () -> values.standardizedDifference(method, level));
        }
        for (RankMethod method : RankMethod.values()) {
            rows.add(
                    Measure.LOCATION_SHIFT,
                    "Mann-Whitney " + method.label(),
                    () -> values.locationShift(method, level));
        }
    }
}
