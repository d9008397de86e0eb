package cohortkit.stats.continuous;

import static org.assertj.core.api.Assertions.assertThat;

import cohortkit.core.Estimate;
import cohortkit.stats.Reference;
import cohortkit.stats.TestResult;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ContinuousReferenceTest {

    static List<Reference> comparisons() {
        return Reference.rows("continuous.csv");
    }

    static List<Reference> normality() {
        return Reference.rows("shapiro.csv");
    }

    static List<Reference> adjustments() {
        return Reference.rows("adjusted.csv");
    }

    @Test
    void every_reference_row_is_read() {
        assertThat(comparisons()).hasSize(414);
        assertThat(normality()).hasSize(17);
        assertThat(adjustments()).hasSize(42);
    }

    @ParameterizedTest
    @MethodSource("comparisons")
    void comparisons_agree_with_references(Reference row) {
        Sample[] groups = Arrays.stream(row.text("values").split(" \\| ", -1))
                .map(values -> Sample.of(numbers(values)))
                .toArray(Sample[]::new);
        double level = row.number("level");
        String method = row.text("method");
        switch (row.text("measure")) {
            case "MEAN" -> assertRow(row, groups[0].testMean(0, level));
            case "SD" -> {
                row.assertClose(groups[0].standardDeviation(), row.number("estimate"));
                row.assertClose(groups[0].standardError(), row.number("statistic"));
            }
            case "MEDIAN" -> assertEstimate(row, groups[0].median(level));
            case "QUANTILE" ->
                row.assertClose(groups[0].quantile(level, QuantileMethod.valueOf(method)), row.number("estimate"));
            case "GEOMETRIC_MEAN" -> assertEstimate(row, groups[0].geometricMean(level));
            case "MEAN_DIFFERENCE" ->
                assertRow(row, GroupedValues.of(groups).meanDifference(MeanDifferenceMethod.valueOf(method), level));
            case "STANDARDIZED_MEAN_DIFFERENCE" ->
                assertRow(
                        row,
                        GroupedValues.of(groups).standardizedDifference(StandardizedDifference.valueOf(method), level));
            case "LOCATION_SHIFT" ->
                assertRow(row, GroupedValues.of(groups).locationShift(RankMethod.valueOf(method), level));
            case "PSEUDOMEDIAN_WILCOXON" ->
                assertRow(row, groups[0].testPseudomedian(0, RankMethod.valueOf(method), ZeroHandling.WILCOXON, level));
            case "PSEUDOMEDIAN_PRATT" ->
                assertRow(row, groups[0].testPseudomedian(0, RankMethod.valueOf(method), ZeroHandling.PRATT, level));
            case "CORRELATION", "RANK_CORRELATION", "KENDALL_TAU" -> {
                String[] pairs = row.text("values").split(" \\| ", -1);
                PairedValues values = PairedValues.of(numbers(pairs[0]), numbers(pairs[1]));
                assertThat(CorrelationMethod.valueOf(method).measure().name()).isEqualTo(row.text("measure"));
                assertRow(row, values.correlation(CorrelationMethod.valueOf(method), level));
            }
            case "TEST" -> assertTest(row, GroupedValues.of(groups).test(GroupTest.valueOf(method)));
            default -> throw new AssertionError(row);
        }
    }

    private static void assertRow(Reference row, Comparison comparison) {
        assertEstimate(row, comparison.estimate());
        assertTest(row, comparison.test());
    }

    private static void assertEstimate(Reference row, Estimate estimate) {
        row.assertClose(estimate.value(), row.number("estimate"));
        row.assertClose(estimate.interval().lower(), row.number("lower"));
        row.assertClose(estimate.interval().upper(), row.number("upper"));
    }

    private static void assertTest(Reference row, TestResult test) {
        row.assertClose(test.statistic(), row.number("statistic"));
        row.assertClose(test.df(), row.number("df"));
        row.assertClose(test.pValue(), row.number("p"));
        double p = row.number("p");
        assertThat(test.pValue()).isBetween(p * (1 - 1e-9), p * (1 + 1e-9));
    }

    @ParameterizedTest
    @MethodSource("normality")
    void normality_agrees_with_references(Reference row) {
        TestResult test = ShapiroWilk.test(Sample.of(numbers(row.text("values"))));
        row.assertClose(test.statistic(), row.number("w"));
        row.assertClose(test.pValue(), row.number("p"));
    }

    @ParameterizedTest
    @MethodSource("adjustments")
    void adjusted_p_values_agree_with_references(Reference row) {
        double[] adjusted = PValueAdjustment.valueOf(row.text("method")).adjust(numbers(row.text("values")));
        double[] expected = numbers(row.text("adjusted"));
        assertThat(adjusted).hasSameSizeAs(expected);
        for (int i = 0; i < expected.length; i++) {
            row.assertClose(adjusted[i], expected[i]);
        }
    }

    private static double[] numbers(String text) {
        return Arrays.stream(text.strip().split(" ", -1))
                .mapToDouble(word -> word.equals("NA") ? Double.NaN : Double.parseDouble(word))
                .toArray();
    }
}
