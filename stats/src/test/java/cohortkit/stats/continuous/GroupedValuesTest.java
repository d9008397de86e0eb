package cohortkit.stats.continuous;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cohortkit.core.Codebook;
import cohortkit.core.Cohort;
import cohortkit.core.InputException;
import cohortkit.core.Level;
import cohortkit.core.Variable;
import cohortkit.stats.table.TableRow;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class GroupedValuesTest {

    private static final Sample FIRST = Sample.named("a", 1.1, 2.7, 3.05, 4.9, 7.3);
    private static final Sample SECOND = Sample.named("b", 2.2, 5.5, 6.1, 8.8, 9.4, 12.25);
    private static final GroupedValues GROUPS = GroupedValues.of(FIRST, SECOND);

    private static Cohort cohort() {
        Double[] ages = {30.0, null, 41.0, 52.0, 36.0, 77.0, 60.0, 9999.0};
        String[] sleep = {"no", "no", "yes", "no", "yes", "", "yes", "no"};
        Codebook codebook = Codebook.of(
                Variable.number("age", "Age").withMissing("9999", "refused"),
                Variable.category("sleep", "Sleeps badly", Level.of("no"), Level.of("yes"), Level.of("unsure")));
        return Cohort.of(Table.create(DoubleColumn.create("age", ages), StringColumn.create("sleep", sleep)), codebook);
    }

    static void assertRefused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(InputException.class).hasMessage(message);
    }

    @Test
    void a_cohort_is_grouped_and_its_missing_values_are_told() {
        GroupedValues ages = GroupedValues.of(cohort(), "age", "sleep");

        assertThat(ages.groups()).extracting(Sample::name).containsExactly("sleep = no", "sleep = yes");
        assertThat(ages.groups().get(0).n()).isEqualTo(2);
        assertThat(ages.groups().get(0).missing()).hasToString("{blank=1, refused=1}");
        assertThat(ages.groups().get(1).missing()).isEmpty();
        assertThat(ages.ungrouped()).isEqualTo(1);
        assertThat(ages.n()).isEqualTo(5);
        assertThat(ages.meanDifference().estimate().convention().reference()).isEqualTo("sleep = no");
        assertThat(ages.meanDifference().estimate().convention().denominator()).isEqualTo("5 of 8 rows");
        assertThat(ages.toString().lines())
                .containsExactly(
                        "age by sleep: 5 values in 2 groups, 1 in none",
                        "                           n  missing     mean       SD  median      Q1      Q3",
                        "sleep = no                 2        2    41.00    15.56   41.00   35.50   46.50",
                        "sleep = yes                3        0    45.67    12.66   41.00   38.50   50.50");
        assertThat(Sample.of(cohort(), "age")).hasToString("age: n 6 (2 missing), mean 49.3, SD 17.4, median 46.5");
    }

    @Test
    void pairs_are_counted_and_described() {
        Cohort cohort = Cohort.of(Table.create(
                DoubleColumn.create("before", new Double[] {10.0, 12.0, null, 9.0}),
                DoubleColumn.create("after", new Double[] {11.0, 15.0, 4.0, 11.0})));
        PairedValues pairs = PairedValues.of(cohort, "before", "after");

        assertThat(pairs.n()).isEqualTo(3);
        assertThat(pairs.leftOut()).isEqualTo(1);
        assertThat(pairs.toString().lines().findFirst()).contains("before and after: 3 pairs, 1 left out");
        assertThat(pairs.meanDifference()).hasToString("2.00 (95 % CI -0.48 to 4.48; paired t), p = 0.074");
        assertThat(pairs.meanDifference().estimate().convention().denominator()).isEqualTo("3 of 4 pairs");
        assertThat(pairs.pseudomedian().test().pValue()).isEqualTo(0.25);
        assertThat(pairs.correlation(CorrelationMethod.KENDALL, 0.95)
                        .estimate()
                        .convention()
                        .denominator())
                .isEqualTo("3 of 4 rows");
    }

    @Test
    void answers_read_like_a_paper() {
        assertThat(GROUPS.meanDifference()).hasToString("3.57 (95 % CI -0.49 to 7.62; Welch t), p = 0.078");
        assertThat(GROUPS.locationShift()).hasToString("3.65 (95 % CI -1.20 to 8.30; Mann-Whitney exact), p = 0.126");
        assertThat(FIRST.median()).hasToString("3.05 (95 % CI -Inf to Inf; order statistics)");
        assertThat(FIRST.median().convention().zeroCells()).isEqualTo("5 values are too few for limits: -Inf to Inf");
        assertThat(FIRST.mean().convention().denominator()).isEqualTo("5 of 5 rows");
        assertThat(new Comparison(FIRST.mean(), FIRST.testMean(-1e9, 0.95).test()).toString())
                .endsWith("; t), p < 0.0001");
        assertThat(GROUPS.test(GroupTest.WELCH_ANOVA).method())
                .isEqualTo("Welch ANOVA, F on 1 and 8.7 degrees of freedom");
    }

    @Test
    void few_values_have_no_limits() {
        Sample one = Sample.of(7);
        assertThat(one.mean()).hasToString("7.00 (95 % CI -Inf to Inf; t)");
        assertThat(one.mean().convention().zeroCells()).isEqualTo("one value has no limits: -Inf to Inf");
        assertThat(one.geometricMean(0.95)).hasToString("7.00 (95 % CI 0 to Inf; t of the logarithms)");
        assertThat(one.standardDeviation()).isNaN();
        Sample none = Sample.of();
        assertThat(none.mean()).hasToString("NA (undefined: there is no value)");
        assertThat(none.median()).hasToString("NA (undefined: there is no value)");
        assertThat(none.geometricMean(0.95)).hasToString("NA (undefined: there is no value)");
        assertThat(none.max()).isNaN();
        assertThat(Sample.of(-1, 0, 3).geometricMean(0.95)).hasToString("NA (undefined: 2 not positive)");
        GroupedValues single = GroupedValues.of(one, Sample.of(9));
        assertThat(single.locationShift().estimate().interval().lower()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(single.locationShift().test().pValue()).isEqualTo(1);
    }

    @Test
    void what_cannot_be_tested_says_why() {
        GroupedValues equal = GroupedValues.of(Sample.of(5, 5), Sample.of(6, 6));
        assertRefused(
                equal::meanDifference, "a t test needs values that differ within a group; there are only 5 and 6");
        assertRefused(
                () -> equal.standardizedDifference(StandardizedDifference.AVERAGE_VARIANCE, 0.95),
                "a standardized difference needs values that differ within a group");
        assertRefused(
                () -> equal.test(GroupTest.ANOVA),
                "ANOVA needs a group whose values differ; within groups all are equal");
        assertRefused(() -> equal.test(GroupTest.WELCH_ANOVA), "Welch ANOVA needs values that differ in each group");
        GroupedValues single = GroupedValues.of(Sample.of(5), Sample.of(6));
        assertRefused(
                single::meanDifference,
                "a t test of two groups needs at least two values in each group; there are 1 and 1");
        assertRefused(
                () -> single.meanDifference(MeanDifferenceMethod.POOLED, 0.95),
                "a t test of two groups needs at least three values; there are 1 and 1");
        assertRefused(
                () -> single.standardizedDifference(StandardizedDifference.AVERAGE_VARIANCE, 0.95),
                "the average variance needs two values in each group; there are 1 and 1");
        assertRefused(
                () -> GroupedValues.of(FIRST).meanDifference(), "a difference needs two groups; values has 1: [a]");
        assertRefused(
                () -> GroupedValues.of(FIRST).test(GroupTest.ANOVA), "a test of groups needs two; values has one, a");
        assertRefused(() -> GroupedValues.of(FIRST, Sample.named("c")), "the group 'c' has no value; leave it out");
        assertRefused(GroupedValues::of, "groups are wanted; there is none");
        assertRefused(() -> Sample.of(1).testMean(0, 0.95), "a t test needs two values that differ; 'values' has 1");
        assertRefused(
                () -> Sample.of(2, 2).testMean(0, 0.95),
                "a t test needs two values that differ; 'values' has 2, all of them 2");
        assertRefused(() -> Sample.of(1, Double.NaN), "'values' holds NaN at position 2; a value must be finite");
        assertRefused(
                () -> Sample.of(1).testPseudomedian(Double.POSITIVE_INFINITY),
                "'center' holds Infinity under the null hypothesis; a value must be finite");
        assertRefused(() -> Sample.of().testPseudomedian(0), "the signed-rank test needs a value; 'values' has none");
        assertRefused(() -> FIRST.quantile(1.5), "a quantile needs a share in [0, 1], such as 0.25; was 1.5");
        assertRefused(() -> FIRST.mean(1), "level must be in (0, 1), such as 0.95; was 1.0");
        double[] far = {-1.7e308, -1.6e308};
        assertRefused(
                () -> GroupedValues.of(Sample.of(far), Sample.of(1.7e308, 1.6e308))
                        .meanDifference(),
                "the values are too large for a difference of their means: divide them first");
        assertRefused(() -> PValueAdjustment.HOLM.adjust(0.5, 1.5), "a p-value must be in [0, 1]; was 1.5");
    }

    @Test
    void pairs_and_cohorts_that_do_not_fit_are_refused() {
        assertRefused(
                () -> PairedValues.of(new double[2], new double[3]),
                "pairs need as many first as second values; there are 2 and 3");
        PairedValues flat = PairedValues.of(new double[] {1, 1, 1}, new double[] {1, 2, 3});
        assertRefused(
                () -> flat.correlation(CorrelationMethod.PEARSON, 0.95),
                "a correlation needs values that differ; those of 'first' are all equal");
        PairedValues two = PairedValues.of(new double[] {1, 2}, new double[] {1, 2});
        assertRefused(
                () -> two.correlation(CorrelationMethod.PEARSON, 0.95), "a correlation needs three pairs; there are 2");
        PairedValues tied = PairedValues.of(new double[] {1, 1, 3}, new double[] {1, 2, 3});
        assertRefused(
                () -> tied.correlation(CorrelationMethod.KENDALL_EXACT, 0.95),
                "an exact correlation test needs values that all differ; some are tied");
        double[] many = java.util.stream.IntStream.range(0, 13).asDoubleStream().toArray();
        assertRefused(
                () -> PairedValues.of(many, many).correlation(CorrelationMethod.SPEARMAN_EXACT, 0.95),
                "this exact correlation test takes up to 12 pairs; there are 13");
        Cohort infinite = Cohort.of(Table.create(DoubleColumn.create("x", 1, Double.NEGATIVE_INFINITY)));
        assertRefused(() -> Sample.of(infinite, "x"), "'x' holds -Infinity in row 2; a value must be finite");
        Cohort nobody = Cohort.of(
                Table.create(DoubleColumn.create("x", new Double[] {null, 1.0}), StringColumn.create("g", "a", "")));
        assertRefused(() -> GroupedValues.of(nobody, "x", "g"), "nobody has both a value of 'x' and of 'g'");
    }

    @Test
    void every_measure_is_a_row() {
        List<TableRow> rows = GROUPS.measures(0.95);
        assertThat(rows)
                .extracting(TableRow::method)
                .startsWith("Welch t", "pooled t", "Cohen's d, noncentral t")
                .contains("Mann-Whitney exact", "Shapiro-Wilk");
        assertThat(rows).hasSize(14);
        assertThat(rows.get(0).pValue())
                .isEqualTo(GROUPS.meanDifference().test().pValue());
        List<TableRow> three =
                GroupedValues.of(FIRST, SECOND, Sample.named("c", 4, 4)).measures(0.95);
        assertThat(three)
                .extracting(TableRow::measure)
                .contains("equal means", "trend over the groups", "normal distribution, c");
        assertThat(three.get(1).method())
                .isEqualTo("Welch ANOVA (undefined: Welch ANOVA needs values that differ in each group)");
        assertThat(three.get(1).pValue()).isNaN();
        assertThat(GROUPS.summaries(0.95)).hasSize(26);
        assertThat(GROUPS.summaries(0.95).get(2).measure()).isEqualTo("mean, a");
        PairedValues pairs = PairedValues.of(new double[] {1, 2, 3, 4}, new double[] {1, 3, 2, 9});
        assertThat(pairs.measures(0.95)).hasSize(8);
        assertThat(pairs.correlations(0.95)).hasSize(7);
        assertThat(pairs.summaries(0.95)).hasSize(39);
        assertThat(PairedValues.of(new double[] {1, 2, 3}, new double[] {2, 4, 8})
                        .measures(0.95))
                .hasSize(5);
    }

    @Test
    void labels_say_what_was_done() {
        assertThat(RankMethod.NORMAL.label()).isEqualTo("normal");
        assertThat(PValueAdjustment.HOMMEL.label()).isEqualTo("Hommel");
        assertThat(StandardizedDifference.COHEN.label()).isEqualTo("Cohen's d, noncentral t");
        assertThat(QuantileMethod.TYPE_2.label()).isEqualTo("type 2");
        Comparison dropped = Sample.of(0, 1, 2, 4).testPseudomedian(0);
        assertThat(dropped.test().method()).isEqualTo("signed-rank exact, 1 zeros dropped");
    }
}
