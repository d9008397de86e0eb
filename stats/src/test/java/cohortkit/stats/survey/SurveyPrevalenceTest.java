package cohortkit.stats.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cohortkit.core.Cohort;
import cohortkit.core.Estimate;
import cohortkit.core.Interval;
import cohortkit.core.Missing;
import cohortkit.core.Variable;
import cohortkit.stats.Prevalence;
import cohortkit.stats.ProportionInterval;
import cohortkit.stats.table.Tables;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SurveyPrevalenceTest {

    static final SurveyDesign DESIGN =
            SurveyDesign.weighted("w").withStrata("s").withPsu("u");

    static final Cohort SMALL = Tables.cohort(
            "s,u,w,n,g,y",
            "a,1,2,9,x,1",
            "a,1,3,9,x,0",
            "a,2,2,9,x,0",
            "a,2,1,9,z,1",
            "b,1,4,8,x,1",
            "b,1,1,8,x,",
            "b,2,2,8,x,0",
            "b,2,0,8,x,1");

    /** Weights 7 of 14 have it, so that a score is half the weight; t with 2 degrees of freedom is 4.3027. */
    @Test
    void a_small_sample_agrees_with_the_formula() {
        SurveyPrevalence prevalence = SurveyPrevalence.of(SMALL, "y", DESIGN);
        double a1 = (2 - 3) * 0.5 / 14;
        double a2 = (1 - 2) * 0.5 / 14;
        double b1 = 4 * 0.5 / 14;
        double b2 = -2 * 0.5 / 14;
        double variance = Math.pow(a1 - a2, 2) + Math.pow(b1 - b2, 2);

        assertThat(prevalence.proportion().value()).isEqualTo(0.5);
        assertThat(prevalence.proportion().standardError()).isCloseTo(Math.sqrt(variance), within(1e-15));
        assertThat(prevalence.proportion().degreesOfFreedom()).isEqualTo(2);
        assertThat(prevalence.events()).isEqualTo(3);
        assertThat(prevalence.missing()).containsExactly(java.util.Map.entry(Missing.BLANK, 1));
        assertThat(prevalence.missingCount()).isEqualTo(1);
        assertThat(prevalence).hasToString("3/6, weighted 50.0 % (95 % CI 2.4 to 97.6; logit)");
        assertThat(prevalence.estimate().convention())
                .hasToString("design-weighted proportion, Taylor linearization; interval logit; n: 6 of 8 rows in 4"
                        + " units of 2 strata; weight 0: 1; missing: 1 blank");
        assertThat(DESIGN.withPopulation("n")).hasToString("weights w; strata s; units u; population n");
        assertThat(SurveyDesign.simple()).hasToString("no weights");
    }

    @Test
    void a_group_keeps_the_units_of_the_whole_design() {
        SurveyPrevalence one = SurveyPrevalence.by(SMALL, "y", "g", DESIGN).get(0);

        assertThat(one.group()).isEqualTo("g = x");
        assertThat(one.proportion().degreesOfFreedom()).isEqualTo(2);
        assertThat(one.toString()).startsWith("g = x: 2/5, weighted 46.2 %");
        assertThat(SurveyPrevalence.of(SMALL, "g", "z", DESIGN, SurveyInterval.LINEAR, 0.9)
                        .variable())
                .isEqualTo("g = z");
    }

    /** A group in one unit has no degrees of freedom: that is no interval without width. */
    @ParameterizedTest
    @EnumSource(SurveyInterval.class)
    void without_degrees_of_freedom_anything_may_be(SurveyInterval method) {
        SurveyPrevalence alone =
                SurveyPrevalence.by(SMALL, "y", "g", DESIGN, method, 0.95).get(1);

        assertThat(alone.estimate().interval()).isEqualTo(new Interval(0, 1, 0.95));
        assertThat(alone.estimate().convention().zeroCells())
                .isEqualTo("each stratum has one unit: no degrees of freedom, 0 to 1");
    }

    @ParameterizedTest
    @EnumSource(SurveyInterval.class)
    void where_everybody_or_nobody_has_it_the_convention_says_so(SurveyInterval method) {
        Cohort none = Tables.cohort("w,y", "1,0", "2,0", "3,0", "1,0").derive(Variable.binary("no", ""), r -> false);
        Cohort all = none.derive(Variable.binary("all", ""), r -> true);
        Estimate nobody = SurveyPrevalence.of(all, "no", SurveyDesign.weighted("w"), method, 0.95)
                .estimate();
        Estimate everybody = SurveyPrevalence.of(all, "all", SurveyDesign.weighted("w"), method, 0.95)
                .estimate();

        assertThat(nobody.value()).isZero();
        assertThat(nobody.interval().lower()).isZero();
        assertThat(everybody.interval().lower()).isCloseTo(1 - nobody.interval().upper(), within(1e-14));
        assertThat(everybody.interval().upper()).isEqualTo(1);
        assertThat(nobody.convention().zeroCells())
                .isEqualTo(
                        switch (method) {
                            case LOGIT -> "at 0 and 1 the formula has no limits: 0 to 1";
                            case LINEAR -> "the design shows no variance: the interval has no width";
                            default -> "the design shows no variance: the limits are those of n people";
                        });
        if (method.name().startsWith("KORN")) {
            assertThat(nobody.interval())
                    .isEqualTo(new cohortkit.stats.Proportion(0, 4)
                            .estimate(ProportionInterval.CLOPPER_PEARSON, 0.95)
                            .interval());
        }
    }

    @ParameterizedTest
    @EnumSource(SurveyInterval.class)
    void units_that_are_all_alike_show_no_variance(SurveyInterval method) {
        Cohort alike = Tables.cohort("u,y", "1,1", "1,0", "1,0", "2,1", "2,0", "2,0", "3,1", "3,0", "3,0");
        Estimate estimate = SurveyPrevalence.of(
                        alike, "y", SurveyDesign.simple().withPsu("u"), method, 0.95)
                .estimate();
        boolean truncated = method.name().contains("TRUNCATED");

        assertThat(estimate.interval().upper() - estimate.interval().lower() > 1e-15)
                .isEqualTo(truncated);
        assertThat(estimate.convention().zeroCells()).startsWith("the design shows no variance");
    }

    @Test
    void a_sample_of_the_whole_population_has_no_variance() {
        Cohort cohort = Tables.cohort("u,n,y", "1,2,1", "1,2,0", "2,2,0", "2,2,0", "2,2,1");
        SurveyDesign design = SurveyDesign.simple().withPsu("u").withPopulation("n");

        assertThat(SurveyPrevalence.of(cohort, "y", design).proportion().standardError())
                .isZero();
    }

    /** One row a unit and no weights: Var = pq / (n - 1), and the effective size is n - 1. */
    @Test
    void a_simple_sample_has_a_design_effect_of_one() {
        Cohort cohort = Tables.cohort("y", "1", "0", "0", "1", "0", "0", "0");
        DesignProportion proportion =
                SurveyPrevalence.of(cohort, "y", SurveyDesign.simple()).proportion();

        assertThat(proportion.value())
                .isEqualTo(Prevalence.of(cohort, "y").proportion().value());
        assertThat(proportion.designEffect()).isCloseTo(1, within(1e-14));
        assertThat(proportion.effectiveSize()).isCloseTo(6, within(1e-13));
        assertThat(new DesignProportion(0, 1, 0, 5, 5, 1).designEffect()).isNaN();
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-300, 1e-12, 1e12, 1e305})
    void the_unit_of_the_weights_does_not_matter(double unit) {
        Cohort scaled = SMALL.derive(Variable.number("v", ""), row -> row.number("w") * unit);
        DesignProportion proportion =
                SurveyPrevalence.of(scaled, "y", DESIGN.withWeights("v")).proportion();
        DesignProportion plain = SurveyPrevalence.of(SMALL, "y", DESIGN).proportion();

        assertThat(proportion.value()).isCloseTo(plain.value(), within(1e-14));
        assertThat(proportion.standardError()).isCloseTo(plain.standardError(), within(1e-14));
    }

    @Test
    void one_weight_above_all_leaves_its_person_alone() {
        Cohort cohort = Tables.cohort("w,y", "1e300,1", "1,0", "1,0", "1e-300,1");
        DesignProportion proportion =
                SurveyPrevalence.of(cohort, "y", SurveyDesign.weighted("w")).proportion();

        assertThat(proportion.value()).isEqualTo(1);
        assertThat(proportion.complement() / 2e-300).isCloseTo(1, within(1e-14));
    }

    static Stream<Cohort> random() {
        Random random = new Random(20_240_607);
        return IntStream.range(0, 40).mapToObj(i -> {
            Stream<String> rows = IntStream.range(0, 12 + random.nextInt(60))
                    .mapToObj(row -> (char) ('a' + row % 3) + "," + (row / 3) % 4 + "," + (1 + random.nextInt(9)) + ","
                            + (row < 4 ? row % 2 : random.nextInt(2)));
            return Tables.cohort(Stream.concat(Stream.of("s,u,w,y"), rows).toArray(String[]::new));
        });
    }

    @ParameterizedTest
    @MethodSource("random")
    void the_complement_has_the_complementary_limits_and_higher_levels_are_wider(Cohort cohort) {
        Cohort both = cohort.derive(Variable.binary("no", ""), row -> row.number("y") == 0);
        for (SurveyInterval method : SurveyInterval.values()) {
            Interval yes = SurveyPrevalence.of(both, "y", DESIGN, method, 0.95)
                    .estimate()
                    .interval();
            Interval no = SurveyPrevalence.of(both, "no", DESIGN, method, 0.95)
                    .estimate()
                    .interval();
            Interval wide = SurveyPrevalence.of(both, "y", DESIGN, method, 1 - 1e-12)
                    .estimate()
                    .interval();

            assertThat(no.lower()).isCloseTo(1 - yes.upper(), within(1e-12));
            assertThat(no.upper()).isCloseTo(1 - yes.lower(), within(1e-12));
            assertThat(wide.lower()).isLessThanOrEqualTo(yes.lower());
            assertThat(wide.upper()).isGreaterThanOrEqualTo(yes.upper());
        }
    }

    @ParameterizedTest
    @MethodSource("random")
    void truncated_limits_hold_the_untruncated_ones(Cohort cohort) {
        Interval[] nested = Stream.of(
                        SurveyInterval.KORN_GRAUBARD,
                        SurveyInterval.KORN_GRAUBARD_TRUNCATED,
                        SurveyInterval.KORN_GRAUBARD_TRUNCATED_FIRST)
                .map(method -> SurveyPrevalence.of(cohort, "y", DESIGN, method, 0.95)
                        .estimate()
                        .interval())
                .toArray(Interval[]::new);

        for (int i = 1; i < nested.length; i++) {
            assertThat(nested[i].lower()).isLessThanOrEqualTo(nested[i - 1].lower() + 1e-15);
            assertThat(nested[i].upper()).isGreaterThanOrEqualTo(nested[i - 1].upper() - 1e-15);
        }
    }
}
