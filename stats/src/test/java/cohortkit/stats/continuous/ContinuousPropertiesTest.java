package cohortkit.stats.continuous;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cohortkit.core.Interval;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
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

    static Offset<Double> near(double x) {
        return within(1e-11 * Math.max(1, Math.abs(x)));
    }

    static void assertNear(double actual, double expected) {
        if (Double.isInfinite(expected)) {
            assertThat(actual).isEqualTo(expected);
        } else {
            assertThat(actual).isCloseTo(expected, near(expected));
        }
    }

    static void assertNear(Interval actual, double lower, double upper) {
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

    static void assertMirrored(Comparison one, Comparison other) {
        assertNear(other.estimate().value(), -one.estimate().value());
        assertNear(
                other.estimate().interval(),
                -one.estimate().interval().upper(),
                -one.estimate().interval().lower());
        assertNear(other.test().pValue(), one.test().pValue());
    }
}
