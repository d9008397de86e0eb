package cohortkit.stats.continuous;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cohortkit.core.Interval;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** How methods stand to each other, and intervals to their tests. */
class MethodRelationsTest {

    @ParameterizedTest
    @MethodSource("cohortkit.stats.continuous.ContinuousPropertiesTest#cases")
    void two_groups_are_the_simplest_anova(ContinuousPropertiesTest.Case sample) {
        GroupedValues groups = sample.groups();
        double pooled =
                groups.meanDifference(MeanDifferenceMethod.POOLED, 0.95).test().pValue();
        double welch = groups.meanDifference().test().pValue();
        double ranks = groups.locationShift(RankMethod.NORMAL, 0.95).test().pValue();
        ContinuousPropertiesTest.assertNear(groups.test(GroupTest.ANOVA).pValue(), pooled);
        ContinuousPropertiesTest.assertNear(groups.test(GroupTest.WELCH_ANOVA).pValue(), welch);
        ContinuousPropertiesTest.assertNear(
                groups.test(GroupTest.KRUSKAL_WALLIS).pValue(), ranks);
        ContinuousPropertiesTest.assertNear(
                groups.test(GroupTest.JONCKHEERE_TERPSTRA).pValue(), ranks);
    }

    @ParameterizedTest
    @MethodSource("cohortkit.stats.continuous.ContinuousPropertiesTest#cases")
    void u_counts_the_pairs_that_the_second_group_wins(ContinuousPropertiesTest.Case sample) {
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
    @MethodSource("cohortkit.stats.continuous.ContinuousPropertiesTest#cases")
    void intervals_of_ranks_hold_the_shifts_that_are_not_rejected(ContinuousPropertiesTest.Case sample) {
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
                double p = new ContinuousPropertiesTest.Case(sample.x(), moved)
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
    @MethodSource("cohortkit.stats.continuous.ContinuousPropertiesTest#cases")
    void intervals_of_means_end_where_p_is_one_minus_the_level(ContinuousPropertiesTest.Case sample) {
        for (MeanDifferenceMethod method : MeanDifferenceMethod.values()) {
            double limit = sample.groups()
                    .meanDifference(method, 0.9)
                    .estimate()
                    .interval()
                    .lower();
            double[] moved = Arrays.stream(sample.y()).map(v -> v - limit).toArray();
            double p = new ContinuousPropertiesTest.Case(sample.x(), moved)
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
    @MethodSource("cohortkit.stats.continuous.ContinuousPropertiesTest#cases")
    void correlations_do_not_ask_who_is_first_and_turn_with_the_sign(ContinuousPropertiesTest.Case sample) {
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
            ContinuousPropertiesTest.assertNear(
                    turned.estimate().value(), one.estimate().value());
            ContinuousPropertiesTest.assertNear(
                    turned.test().pValue(), one.test().pValue());
            ContinuousPropertiesTest.assertMirrored(
                    one, PairedValues.of(x, minus).correlation(method, 0.95));
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
                assertThat(2 * distribution.atLeast(Math.abs(t), 0))
                        .isCloseTo(StudentT.pValue(t, df), ContinuousPropertiesTest.near(1e-3));
                for (double delta : new double[] {-3, 0.1, 5}) {
                    assertThat(distribution.atLeast(t, delta) + distribution.atMost(t, delta))
                            .isCloseTo(1, within(1e-12));
                }
            }
        }
    }
}
