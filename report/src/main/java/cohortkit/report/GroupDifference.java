package cohortkit.report;

import cohortkit.core.InputException;
import cohortkit.core.Interval;
import cohortkit.stats.continuous.GroupedValues;
import cohortkit.stats.continuous.Sample;
import cohortkit.stats.continuous.StandardizedDifference;
import cohortkit.stats.crosstab.CategoricalDifference;
import cohortkit.stats.crosstab.CrossTable;
import java.util.List;

/**
 * The largest absolute standardized difference between two of several groups.
 *
 * @param value 0 or more; NaN where it cannot be made
 * @param problem why not; empty where it can
 */
record GroupDifference(double value, String problem) {

    /** The difference of two groups. */
    private interface Pair {
        double difference(int first, int second);
    }

    static GroupDifference ofNumbers(List<Sample> samples) {
        return largest(
                samples.size(),
                (a, b) -> samples.get(a).n() == 0 || samples.get(b).n() == 0
                        ? Double.NaN
                        : GroupedValues.of(samples.get(a), samples.get(b))
                                .standardizedDifference(StandardizedDifference.AVERAGE_VARIANCE, Interval.DEFAULT_LEVEL)
                                .estimate()
                                .value());
    }

    static GroupDifference ofCategories(CrossTable table) {
        return largest(
                table.rows().levels().size(),
                (a, b) -> table.rowTotal(a) == 0 || table.rowTotal(b) == 0
                        ? Double.NaN
                        : CategoricalDifference.of(table, a, b, Interval.DEFAULT_LEVEL)
                                .value());
    }

    private static GroupDifference largest(int groups, Pair pair) {
        double largest = Double.NaN;
        String problem = groups < 2 ? "No difference: there is one group only." : "No two groups have a known value.";
        for (int a = 0; a < groups; a++) {
            for (int b = a + 1; b < groups; b++) {
                try {
                    double size = Math.abs(pair.difference(a, b));
                    largest = size >= largest || Double.isNaN(largest) ? size : largest;
                } catch (InputException e) {
                    problem = Words.sentence(String.valueOf(e.getMessage()));
                }
            }
        }
        return new GroupDifference(largest, Double.isNaN(largest) ? problem : "");
    }
}
