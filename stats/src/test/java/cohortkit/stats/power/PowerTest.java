package cohortkit.stats.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cohortkit.core.InputException;
import cohortkit.stats.Reference;
import cohortkit.stats.StandardNormal;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class PowerTest {

    static List<Reference> references() {
        return Reference.rows("power.csv");
    }

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    @Test
    void every_reference_row_is_read() {
        assertThat(references()).hasSize(360);
    }

    @ParameterizedTest
    @MethodSource("references")
    void two_proportions_agree_with_references(Reference row) {
        PowerMethod method = PowerMethod.valueOf(row.text("method"));
        TwoProportions design = new TwoProportions(
                row.number("p1"), row.number("p0"), row.number("ratio"), row.number("level"), 1, method);
        double given = row.number("given");
        if (row.text("asked").equals("n")) {
            double z = StandardNormal.quantile(row.number("level"));
            row.assertClose(method.people(design, z, PowerMethod.quantile(given)), row.number("value"));
            long n = design.sampleSize(given).first();
            assertThat(n).isEqualTo((long) Math.ceil(row.number("value")));
        } else {
            row.assertClose(design.power((long) given), row.number("value"));
        }
    }

    /** R 4.2.2: power.prop.test(p1 = .35, p2 = .16, power = .8), n = 81.41994. */
    @Test
    void a_sample_size_is_rounded_up_and_says_the_power_that_it_has() {
        SampleSize size = new TwoProportions(0.35, 0.16).sampleSize(0.8);
        assertThat(size).hasToString("82 + 82 = 164 people, power 80.3 %");
        assertThat(size.total()).isEqualTo(164);
        assertThat(new TwoProportions(0.35, 0.16).withRatio(3).sampleSize(0.8).second())
                .isEqualTo(154); // R: 3 x 51.00453
        assertThat(new SampleSize(514, 0, Double.NaN)).hasToString("514 people");
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void sizes_and_powers_invert_each_other_and_rise_with_the_people(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double p1 = random.nextDouble(0.02, 0.98);
        double p0 = p1 > 0.5 ? p1 - random.nextDouble(0.05, 0.4) : p1 + random.nextDouble(0.05, 0.4);
        double power = random.nextDouble(0.5, 0.99);
        for (PowerMethod method : PowerMethod.values()) {
            TwoProportions design = new TwoProportions(p1, p0)
                    .withRatio(random.nextDouble(0.2, 5))
                    .withLevel(random.nextDouble(0.8, 0.999))
                    .withMethod(method);
            SampleSize size = design.sampleSize(power);
            assertThat(size.power()).isGreaterThanOrEqualTo(power - 1e-12);
            if (size.first() > 1) {
                assertThat(design.power(size.first() - 1)).isLessThan(power + 1e-12);
            }
            assertThat(design.power(size.first() + 1)).isGreaterThanOrEqualTo(size.power());
            double swapped = new TwoProportions(p0, p1, 1 / design.ratio(), design.level(), design.inflation(), method)
                    .power(1000);
            assertThat(swapped).isCloseTo(rescaled(design).power(1000), within(1e-9));
        }
    }

    /** The same design with 1000 people in what was the second group. */
    private static TwoProportions rescaled(TwoProportions design) {
        return new TwoProportions(
                design.exposed(), design.unexposed(), design.ratio(), design.level(), design.ratio(), design.method());
    }

    @ParameterizedTest
    @EnumSource(PowerMethod.class)
    void clusters_multiply_people_by_the_design_effect(PowerMethod method) {
        TwoProportions plain = new TwoProportions(0.3, 0.2).withMethod(method);
        TwoProportions clustered = plain.withClusters(21, 0.05);
        assertThat(clustered.inflation()).isCloseTo(2, within(1e-15));
        assertThat(clustered.power(1000)).isCloseTo(plain.power(500), within(1e-15));
        assertThat(method.label()).isNotBlank();
    }

    @Test
    void ratios_name_the_other_proportion() {
        assertThat(TwoProportions.ofRiskRatio(0.16, 2).exposed()).isEqualTo(0.32);
        assertThat(TwoProportions.ofOddsRatio(0.1, 3.5).exposed()).isCloseTo(0.28, within(1e-15));
        assertThat(TwoProportions.ofRiskRatio(0.5, 2).sampleSize(0.8).first()).isPositive();
    }

    /** Closed forms: z² p (1 - p) / w² = 513.9..., and R's arithmetic for the test, 484.0229. */
    @Test
    void one_proportion_is_precise_or_compared() {
        OneProportion design = new OneProportion(0.14);
        assertThat(design.sampleSizeForPrecision(0.03)).hasToString("514 people");
        assertThat(design.sampleSizeForPrecision(0.03, 1000).first()).isEqualTo(340);
        assertThat(design.sampleSizeForPrecision(0.03, 1).first()).isEqualTo(1);
        assertThat(design.withDesignEffect(2).sampleSizeForPrecision(0.03).first())
                .isEqualTo(1028);
        assertThat(design.sampleSizeAgainst(0.10, 0.8).first()).isEqualTo(485);
        assertThat(design.powerAgainst(0.10, 484)).isLessThan(0.8).isCloseTo(0.8, within(1e-4));
        assertThat(design.withLevel(0.9).powerAgainst(0.10, 484)).isGreaterThan(0.8);
    }

    /** R's arithmetic of the formula: 596.8902 people. */
    @Test
    void a_trend_needs_its_people() {
        TrendDesign design = TrendDesign.of(0.10, 0.15, 0.20);
        assertThat(design.sampleSize(0.8)).hasToString("597 people, power 80.0 %");
        assertThat(design.power(596)).isLessThan(0.8);
        TrendDesign falling = TrendDesign.of(0.20, 0.15, 0.10);
        assertThat(falling.power(300)).isCloseTo(design.power(300), within(1e-14));
        TrendDesign two = new TrendDesign(List.of(0.35, 0.16), List.of(0.0, 1.0), List.of(1.0, 3.0), 0.95);
        assertThat(two.power(400))
                .isCloseTo(new TwoProportions(0.35, 0.16).withRatio(3).power(100), within(1e-13));
    }

    @Test
    void what_makes_no_study_is_told() {
        assertProblem("both proportions are 0.2; there is no difference to find", () -> new TwoProportions(0.2, 0.2));
        assertProblem(
                "the first proportion must be in [0, 1], such as 0.14 for 14 %; was 14.0",
                () -> new TwoProportions(14, 0.2));
        assertProblem(
                "the ratio of the groups must be above 0; was 0.0", () -> new TwoProportions(0.1, 0.2).withRatio(0));
        assertProblem(
                "a risk ratio of 4.0 of 0.3 is a risk of 1.20; it can be 1 at most",
                () -> TwoProportions.ofRiskRatio(0.3, 4));
        assertProblem(
                "the second proportion must be in (0, 1), such as 0.8 for 80 %; was 1.0",
                () -> TwoProportions.ofOddsRatio(1, 4));
        assertProblem(
                "a cluster holds 1 person or more; was 0.5", () -> new TwoProportions(0.1, 0.2).withClusters(0.5, 0.1));
        assertProblem(
                "power must be in (0, 1), such as 0.8 for 80 %; was 1.0",
                () -> new TwoProportions(0.1, 0.2).sampleSize(1));
        assertProblem("a group holds 1 person or more; was 0", () -> new TwoProportions(0.1, 0.2).power(0));
        assertProblem(
                "this would take more than 10^15 people; look for a larger difference",
                () -> new TwoProportions(0.1, 0.1 + 1e-12).sampleSize(0.8));
        assertProblem(
                "a population holds 1 person or more; was 0",
                () -> new OneProportion(0.1).sampleSizeForPrecision(0.1, 0));
        assertProblem(
                "both proportions are 0.1; there is no difference to find",
                () -> new OneProportion(0.1).sampleSizeAgainst(0.1, 0.8));
        assertProblem("a group holds 1 person or more; was 0", () -> new OneProportion(0.1).powerAgainst(0.2, 0));
        assertProblem(
                "a trend needs two groups or more, each with a proportion, a score and a share; there are 1 proportions, 1"
                        + " scores and 1 shares",
                () -> TrendDesign.of(0.1));
        assertProblem(
                "the scores of a trend must be numbers; were [0.0, NaN]",
                () -> new TrendDesign(List.of(0.1, 0.2), List.of(0.0, Double.NaN), List.of(1.0, 1.0), 0.95));
        assertProblem(
                "the proportions [0.1, 0.1] have no trend over the scores [0.0, 1.0]; there is nothing to find",
                () -> TrendDesign.of(0.1, 0.1).sampleSize(0.8));
        assertProblem(
                "a study holds 1 person or more; was 0",
                () -> TrendDesign.of(0.1, 0.2).power(0));
    }

    private static void assertProblem(String message, ThrowingCallable what) {
        assertThatThrownBy(what).isInstanceOf(InputException.class).hasMessage(message);
    }
}
