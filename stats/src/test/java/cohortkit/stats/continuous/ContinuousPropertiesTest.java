package cohortkit.stats.continuous;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cohortkit.core.Interval;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ContinuousPropertiesTest {

    /** Two groups, of whole numbers in each second case, so that values are tied. */
    static final class Case {

        private final double[] x;
        private final double[] y;

        Case(double[] x, double[] y) {
            this.x = x;
            this.y = y;
        }

        double[] x() {
            return x.clone();
        }

        double[] y() {
            return y.clone();
        }

        @Override
        public String toString() {
            return Arrays.toString(x) + " and " + Arrays.toString(y);
        }

        GroupedValues groups() {
            return GroupedValues.of(Sample.of(x), Sample.of(y));
        }

        GroupedValues swapped() {
            return GroupedValues.of(Sample.of(y), Sample.of(x));
        }

        Case times(double factor, double shift) {
            return new Case(
                    Arrays.stream(x).map(v -> v * factor + shift).toArray(),
                    Arrays.stream(y).map(v -> v * factor + shift).toArray());
        }
    }

    static Stream<Case> cases() {
        SplittableRandom random = new SplittableRandom(19080301);
        return Stream.iterate(0, i -> i + 1).limit(60).map(i -> {
            int unit = i % 2 == 0 ? 1 : 1 << 20;
            return new Case(values(random, 2 + random.nextInt(8), unit), values(random, 2 + random.nextInt(8), unit));
        });
    }

    /** Quarters, or finer: sums and differences are exact. Never all equal. */
    private static double[] values(SplittableRandom random, int n, int unit) {
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = random.nextInt(-5 * unit, 6 * unit) / (4.0 * unit);
        }
        values[0] = values[n - 1] + 0.25;
        return values;
    }

    private static Offset<Double> near(double x) {
        return within(1e-11 * Math.max(1, Math.abs(x)));
    }

    private static void assertNear(double actual, double expected) {
        if (Double.isInfinite(expected)) {
            assertThat(actual).isEqualTo(expected);
        } else {
            assertThat(actual).isCloseTo(expected, near(expected));
        }
    }

    private static void assertNear(Interval actual, double lower, double upper) {
        assertNear(actual.lower(), lower);
        assertNear(actual.upper(), upper);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void scale_and_shift_move_differences_alike(Case sample) {
        Case moved = sample.times(8, 3);
        for (MeanDifferenceMethod method : MeanDifferenceMethod.values()) {
            Comparison one = sample.groups().meanDifference(method, 0.95);
            Comparison other = moved.groups().meanDifference(method, 0.95);
            assertNear(other.estimate().value(), 8 * one.estimate().value());
            assertNear(
                    other.estimate().interval(),
                    8 * one.estimate().interval().lower(),
                    8 * one.estimate().interval().upper());
            assertNear(other.test().pValue(), one.test().pValue());
        }
        for (RankMethod method : RankMethod.values()) {
            Comparison one = sample.groups().locationShift(method, 0.9);
            Comparison other = moved.groups().locationShift(method, 0.9);
            assertNear(other.estimate().value(), 8 * one.estimate().value());
            assertNear(
                    other.estimate().interval(),
                    8 * one.estimate().interval().lower(),
                    8 * one.estimate().interval().upper());
            assertThat(other.test()).isEqualTo(one.test());
        }
        for (StandardizedDifference method : StandardizedDifference.values()) {
            Comparison one = sample.groups().standardizedDifference(method, 0.95);
            Comparison other = moved.groups().standardizedDifference(method, 0.95);
            assertNear(other.estimate().value(), one.estimate().value());
            assertNear(
                    other.estimate().interval(),
                    one.estimate().interval().lower(),
                    one.estimate().interval().upper());
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void extreme_scales_change_no_p_value(Case sample) {
        for (int exponent : new int[] {-1000, 1000}) {
            Case scaled = sample.times(Math.scalb(1.0, exponent), 0);
            Comparison mean = scaled.groups().meanDifference();
            Comparison plain = sample.groups().meanDifference();
            assertNear(mean.test().pValue(), plain.test().pValue());
            assertNear(
                    Math.scalb(mean.estimate().value(), -exponent),
                    plain.estimate().value());
            assertNear(
                    Math.scalb(mean.estimate().interval().upper(), -exponent),
                    plain.estimate().interval().upper());
            for (GroupTest test : new GroupTest[] {GroupTest.ANOVA, GroupTest.WELCH_ANOVA, GroupTest.LEVENE}) {
                assertNear(
                        scaled.groups().test(test).pValue(),
                        sample.groups().test(test).pValue());
            }
        }
    }

    /** Quarters near 1e15 are exact, so that nothing may change. */
    @ParameterizedTest
    @MethodSource("cases")
    void a_huge_offset_changes_no_comparison(Case sample) {
        Case quarters = new Case(
                Arrays.stream(sample.x()).map(v -> Math.rint(4 * v) / 4).toArray(),
                Arrays.stream(sample.y()).map(v -> Math.rint(4 * v) / 4).toArray());
        Case moved = quarters.times(1, 0x1p50);
        for (GroupTest test : GroupTest.values()) {
            if (test != GroupTest.JONCKHEERE_TERPSTRA_EXACT) {
                assertNear(
                        moved.groups().test(test).pValue(),
                        quarters.groups().test(test).pValue());
            }
        }
        for (MeanDifferenceMethod method : MeanDifferenceMethod.values()) {
            assertSame(
                    moved.groups().meanDifference(method, 0.95),
                    quarters.groups().meanDifference(method, 0.95));
        }
        for (StandardizedDifference method : StandardizedDifference.values()) {
            assertSame(
                    moved.groups().standardizedDifference(method, 0.95),
                    quarters.groups().standardizedDifference(method, 0.95));
        }
        for (RankMethod method : RankMethod.values()) {
            assertSame(
                    moved.groups().locationShift(method, 0.95),
                    quarters.groups().locationShift(method, 0.95));
        }
        if (quarters.x().length > 2) {
            assertNear(
                    ShapiroWilk.test(Sample.of(moved.x())).pValue(),
                    ShapiroWilk.test(Sample.of(quarters.x())).pValue());
        }
    }

    private static void assertSame(Comparison one, Comparison other) {
        assertNear(one.estimate().value(), other.estimate().value());
        assertNear(
                one.estimate().interval(),
                other.estimate().interval().lower(),
                other.estimate().interval().upper());
        assertNear(one.test().pValue(), other.test().pValue());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void swapping_the_groups_turns_the_sign(Case sample) {
        for (MeanDifferenceMethod method : MeanDifferenceMethod.values()) {
            assertMirrored(
                    sample.groups().meanDifference(method, 0.95),
                    sample.swapped().meanDifference(method, 0.95));
        }
        for (RankMethod method : RankMethod.values()) {
            assertMirrored(
                    sample.groups().locationShift(method, 0.95),
                    sample.swapped().locationShift(method, 0.95));
        }
        for (StandardizedDifference method : StandardizedDifference.values()) {
            assertMirrored(
                    sample.groups().standardizedDifference(method, 0.95),
                    sample.swapped().standardizedDifference(method, 0.95));
        }
    }

    private static void assertMirrored(Comparison one, Comparison other) {
        assertNear(other.estimate().value(), -one.estimate().value());
        assertNear(
                other.estimate().interval(),
                -one.estimate().interval().upper(),
                -one.estimate().interval().lower());
        assertNear(other.test().pValue(), one.test().pValue());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void two_groups_are_the_simplest_anova(Case sample) {
        GroupedValues groups = sample.groups();
        double pooled =
                groups.meanDifference(MeanDifferenceMethod.POOLED, 0.95).test().pValue();
        double welch = groups.meanDifference().test().pValue();
        double ranks = groups.locationShift(RankMethod.NORMAL, 0.95).test().pValue();
        assertNear(groups.test(GroupTest.ANOVA).pValue(), pooled);
        assertNear(groups.test(GroupTest.WELCH_ANOVA).pValue(), welch);
        assertNear(groups.test(GroupTest.KRUSKAL_WALLIS).pValue(), ranks);
        assertNear(groups.test(GroupTest.JONCKHEERE_TERPSTRA).pValue(), ranks);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void u_counts_the_pairs_that_the_second_group_wins(Case sample) {
        double wins = 0;
        for (double x : sample.x()) {
            for (double y : sample.y()) {
                wins += y > x ? 1 : y == x ? 0.5 : 0;
            }
        }
        assertThat(sample.groups().locationShift(RankMethod.EXACT, 0.95).test().statistic())
                .isEqualTo(wins);
    }

    /** A shift inside the interval is not rejected, one outside is. */
    @ParameterizedTest
    @MethodSource("cases")
    void intervals_of_ranks_hold_the_shifts_that_are_not_rejected(Case sample) {
        for (RankMethod method : RankMethod.values()) {
            Interval shifts =
                    sample.groups().locationShift(method, 0.9).estimate().interval();
            Sample differences = PairedValues.of(trimmed(sample.x(), sample.y()), trimmed(sample.y(), sample.x()))
                    .differences();
            Interval centers = differences
                    .testPseudomedian(0, method, ZeroHandling.WILCOXON, 0.9)
                    .estimate()
                    .interval();
            // Odd 1024ths: no difference of quarters, nor a mean of two of them; of the fine values none is near.
            for (double shift = -4 + 1 / 1024.0; shift < 4; shift += 1 / 16.0 + 1 / 512.0) {
                double by = shift;
                double[] moved = Arrays.stream(sample.y()).map(v -> v - by).toArray();
                double p = new Case(sample.x(), moved)
                        .groups()
                        .locationShift(method, 0.9)
                        .test()
                        .pValue();
                assertThat(p >= 0.1 * (1 - 1e-12)).as("%s at %s", method, shift).isEqualTo(shifts.contains(shift));
                double q = differences
                        .testPseudomedian(shift, method, ZeroHandling.WILCOXON, 0.9)
                        .test()
                        .pValue();
                assertThat(q >= 0.1 * (1 - 1e-12)).as("%s at %s", method, shift).isEqualTo(centers.contains(shift));
            }
        }
    }

    private static double[] trimmed(double[] values, double[] other) {
        return Arrays.copyOf(values, Math.min(values.length, other.length));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void intervals_of_means_end_where_p_is_one_minus_the_level(Case sample) {
        for (MeanDifferenceMethod method : MeanDifferenceMethod.values()) {
            double limit = sample.groups()
                    .meanDifference(method, 0.9)
                    .estimate()
                    .interval()
                    .lower();
            double[] moved = Arrays.stream(sample.y()).map(v -> v - limit).toArray();
            double p = new Case(sample.x(), moved)
                    .groups()
                    .meanDifference(method, 0.9)
                    .test()
                    .pValue();
            assertThat(p).isCloseTo(0.1, within(1e-12));
        }
        Comparison cohen = sample.groups().standardizedDifference(StandardizedDifference.COHEN, 0.9);
        double weight = Math.sqrt(1.0 / sample.x().length + 1.0 / sample.y().length);
        NoncentralT t = new NoncentralT(cohen.test().df());
        double statistic = cohen.test().statistic();
        assertThat(t.atLeast(statistic, cohen.estimate().interval().lower() / weight))
                .isCloseTo(0.05, within(1e-13));
        assertThat(t.atMost(statistic, cohen.estimate().interval().upper() / weight))
                .isCloseTo(0.05, within(1e-13));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void correlations_do_not_ask_who_is_first_and_turn_with_the_sign(Case sample) {
        int n = Math.min(sample.x().length, sample.y().length);
        if (n < 3) {
            return;
        }
        double[] x = trimmed(sample.x(), sample.y());
        double[] y = trimmed(sample.y(), sample.x());
        x[0] = x[1] + 1;
        y[0] = y[1] - 1;
        double[] minus = Arrays.stream(y).map(v -> -v).toArray();
        for (CorrelationMethod method : CorrelationMethod.values()) {
            if (method.name().endsWith("_EXACT") && (PairRanks.tied(x) || PairRanks.tied(y))) {
                continue;
            }
            Comparison one = PairedValues.of(x, y).correlation(method, 0.95);
            Comparison turned = PairedValues.of(y, x).correlation(method, 0.95);
            assertNear(turned.estimate().value(), one.estimate().value());
            assertNear(turned.test().pValue(), one.test().pValue());
            assertMirrored(one, PairedValues.of(x, minus).correlation(method, 0.95));
            assertThat(one.estimate().interval().contains(one.estimate().value()))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(PValueAdjustment.class)
    void adjusted_p_values_keep_their_order_and_do_not_shrink(PValueAdjustment method) {
        SplittableRandom random = new SplittableRandom(1979);
        for (int i = 0; i < 50; i++) {
            double[] p = random.doubles(1 + random.nextInt(12))
                    .map(u -> u * u)
                    .sorted()
                    .toArray();
            double[] adjusted = method.adjust(p);
            double[] sorted = adjusted.clone();
            Arrays.sort(sorted);
            assertThat(adjusted).isEqualTo(sorted);
            double[] bonferroni = PValueAdjustment.BONFERRONI.adjust(p);
            for (int k = 0; k < p.length; k++) {
                assertThat(adjusted[k]).isBetween(p[k], 1.0);
                if (method != PValueAdjustment.BENJAMINI_YEKUTIELI) {
                    assertThat(adjusted[k]).isLessThanOrEqualTo(bonferroni[k] * (1 + 1e-15));
                }
            }
        }
    }

    @Test
    void the_noncentral_t_has_the_central_one_and_two_tails() {
        for (double df : new double[] {1, 2, 3, 10, 1e3, 1e6}) {
            NoncentralT distribution = new NoncentralT(df);
            for (double t : new double[] {-6, -0.3, 0, 1.5, 12}) {
                assertThat(2 * distribution.atLeast(Math.abs(t), 0)).isCloseTo(StudentT.pValue(t, df), near(1e-3));
                for (double delta : new double[] {-3, 0.1, 5}) {
                    assertThat(distribution.atLeast(t, delta) + distribution.atMost(t, delta))
                            .isCloseTo(1, within(1e-12));
                }
            }
        }
    }
}
