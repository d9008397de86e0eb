package cohortkit.stats.continuous;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cohortkit.core.Estimate;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Comparisons at their bounds: ties, huge and extreme samples, exact tests out of reach. */
class BoundsOfComparisonsTest {

    @Test
    void exact_tests_have_bounds() {
        double[] many = new SplittableRandom(5).doubles(501).toArray();
        Sample sample = Sample.of(many);
        GroupedValuesTest.assertRefused(
                () -> GroupedValues.of(sample, sample).locationShift(RankMethod.EXACT, 0.95),
                "the exact Mann-Whitney test takes groups of up to 100 and 100 values; there are 501 and 501; "
                        + "take the normal approximation");
        GroupedValuesTest.assertRefused(
                () -> sample.testPseudomedian(0, RankMethod.EXACT, ZeroHandling.WILCOXON, 0.95),
                "the exact signed-rank test takes up to 500 values; 'values' has 501; take the normal approximation");
        GroupedValuesTest.assertRefused(
                () -> GroupedValues.of(Sample.of(1, 2), Sample.of(2, 3)).test(GroupTest.JONCKHEERE_TERPSTRA_EXACT),
                "Jonckheere-Terpstra exact needs values that all differ. Use GroupTest.JONCKHEERE_TERPSTRA");
        double[] others = new SplittableRandom(6).doubles(501).toArray();
        GroupedValuesTest.assertRefused(
                () -> GroupedValues.of(sample, Sample.of(others)).test(GroupTest.JONCKHEERE_TERPSTRA_EXACT),
                "Jonckheere-Terpstra exact takes up to 10,000 pairs of values from different groups; there are 251001."
                        + " Use GroupTest.JONCKHEERE_TERPSTRA");
        GroupedValuesTest.assertRefused(
                () -> ShapiroWilk.test(Sample.of(1, 2)), "Shapiro-Wilk takes 3 to 5000 values; 'values' has 2");
        GroupedValuesTest.assertRefused(
                () -> ShapiroWilk.test(Sample.of(2, 2, 2)),
                "Shapiro-Wilk needs values that differ; those of 'values' are equal");
        double[] far = new double[8];
        java.util.Arrays.setAll(far, i -> i % 2 == 0 ? 1.7e308 : -1.7e308);
        GroupedValuesTest.assertRefused(
                () -> ShapiroWilk.test(Sample.of(far)),
                "the values of 'values' are too large for Shapiro-Wilk: divide them first");
        assertThat(sample.testPseudomedian(0).test().method())
                .isEqualTo("signed-rank normal with continuity correction");
    }

    @Test
    void ranks_that_are_all_tied_say_nothing_against_equality() {
        GroupedValues equal = GroupedValues.of(Sample.of(5, 5, 5), Sample.of(5, 5));
        for (RankMethod method : RankMethod.values()) {
            assertThat(equal.locationShift(method, 0.95).test().pValue()).isEqualTo(1);
            assertThat(equal.locationShift(method, 0.95).estimate().value()).isZero();
        }
        assertThat(equal.test(GroupTest.KRUSKAL_WALLIS).pValue()).isEqualTo(1);
        assertThat(equal.test(GroupTest.JONCKHEERE_TERPSTRA).pValue()).isEqualTo(1);
        Sample zeros = Sample.of(0, 0, 0);
        for (ZeroHandling handling : ZeroHandling.values()) {
            assertThat(zeros.testPseudomedian(0, RankMethod.EXACT, handling, 0.95)
                            .test()
                            .pValue())
                    .isEqualTo(1);
            assertThat(zeros.testPseudomedian(0, RankMethod.NORMAL, handling, 0.95)
                            .test()
                            .pValue())
                    .isEqualTo(1);
        }
    }

    @Test
    void perfect_correlations_have_no_width() {
        double[] x = {1, 2, 3, 4, 5};
        double[] y = {3, 5, 7, 9, 11};
        Comparison r = PairedValues.of(x, y).correlation(CorrelationMethod.PEARSON, 0.95);
        assertThat(r.estimate().value()).isEqualTo(1);
        assertThat(r.estimate().interval().lower()).isEqualTo(1);
        assertThat(r.test().pValue()).isZero();
        assertThat(PairedValues.of(x, y)
                        .correlation(CorrelationMethod.PEARSON_FISHER, 0.95)
                        .test()
                        .pValue())
                .isZero();
        Estimate three = PairedValues.of(new double[] {1, 2, 3}, new double[] {2, 4, 6})
                .correlation(CorrelationMethod.PEARSON, 0.95)
                .estimate();
        assertThat(three.interval().lower()).isEqualTo(-1);
        assertThat(three.interval().upper()).isEqualTo(1);
    }

    @Test
    void a_million_values_take_seconds() {
        double[] values = new SplittableRandom(20260101).doubles(1_000_000).toArray();
        double[] shifted = java.util.Arrays.stream(values).map(v -> v + 0.125).toArray();
        Comparison shift =
                GroupedValues.of(Sample.of(values), Sample.of(shifted)).locationShift();
        assertThat(shift.estimate().value()).isCloseTo(0.125, within(1e-12));
        assertThat(shift.test().pValue()).isZero();
        Comparison mean =
                GroupedValues.of(Sample.of(values), Sample.of(shifted)).meanDifference();
        assertThat(mean.estimate().value()).isCloseTo(0.125, within(1e-15));
    }

    @Test
    void tails_are_not_cut_at_the_rounding_of_one() {
        double[] low =
                java.util.stream.IntStream.range(0, 500).mapToDouble(i -> i).toArray();
        double[] high = java.util.Arrays.stream(low).map(v -> v + 1e4).toArray();
        double p = Sample.of(high)
                .testPseudomedian(0, RankMethod.EXACT, ZeroHandling.WILCOXON, 0.95)
                .test()
                .pValue();
        assertThat(p).isCloseTo(Math.scalb(1.0, -499), within(Math.scalb(1e-10, -499)));
        assertThat(GroupedValues.of(Sample.of(low), Sample.of(high))
                        .meanDifference()
                        .test()
                        .pValue())
                .isBetween(0.0, 1e-290);
    }
}
