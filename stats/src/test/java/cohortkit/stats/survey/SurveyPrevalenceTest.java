package cohortkit.stats.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cohortkit.core.Cohort;
import cohortkit.core.Estimate;
import cohortkit.core.InputException;
import cohortkit.core.Interval;
import cohortkit.core.Missing;
import cohortkit.core.Variable;
import cohortkit.stats.Prevalence;
import cohortkit.stats.ProportionInterval;
import cohortkit.stats.table.Tables;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SurveyPrevalenceTest {

    private static final SurveyDesign DESIGN =
            SurveyDesign.weighted("w").withStrata("s").withPsu("u");

    private static final Cohort SMALL = Tables.cohort(
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

    private static void assertRefused(String message, SurveyDesign design, String... lines) {
        Cohort cohort = Tables.cohort(lines);
        assertThatThrownBy(() -> SurveyPrevalence.of(cohort, "y", design))
                .isInstanceOf(InputException.class)
                .hasMessage(message);
    }

    @Test
    void a_stratum_of_one_unit_needs_a_rule() {
        String[] one = {"s,u,y", "a,1,1", "a,2,0", "b,1,1", "b,1,0", "c,1,0", "c,2,0"};
        SurveyDesign design = SurveyDesign.simple().withStrata("s").withPsu("u");
        String advice = " one primary sampling unit, which shows no variance; join strata that are alike, or choose"
                + " SinglePsu.CENTERED (more variance than there is) or SinglePsu.CERTAINTY (none)";
        assertRefused("stratum 'b' has" + advice, design, one);
        assertRefused(
                "2 strata ('a', 'b') have" + advice, design, "s,u,y", "a,1,1", "a,1,0", "b,1,0", "c,1,0", "c,2,1");
        assertRefused("the sample has" + advice, SurveyDesign.simple().withPsu("u"), "u,y", "1,0", "1,1");
        assertRefused(
                "6 strata ('a', 'b', 'c', 'd', 'e', ...) have" + advice,
                SurveyDesign.simple().withStrata("s"),
                "s,y",
                "a,1",
                "b,0",
                "c,1",
                "d,0",
                "e,1",
                "f,0");

        Cohort cohort = Tables.cohort(one);
        double centered = SurveyPrevalence.of(cohort, "y", design.with(SinglePsu.CENTERED))
                .proportion()
                .standardError();
        double certain = SurveyPrevalence.of(cohort, "y", design.with(SinglePsu.CERTAINTY))
                .proportion()
                .standardError();
        assertThat(centered).isGreaterThan(certain);
    }

    @Test
    void what_is_no_design_is_refused() {
        SurveyDesign weighted = SurveyDesign.weighted("w");
        assertRefused(
                "the weight 'w' is missing, first in row 2 ({blank=1}); every row needs one: leave such rows out by"
                        + " name, if they are no part of the sample",
                weighted,
                "w,y",
                "1,1",
                ",0");
        assertRefused("the weight 'w' is -1 in row 1; it is a number from 0", weighted, "w,y", "-1,1", "2,0");
        assertRefused(
                "nobody with a weight above 0 has a value of 'y': 3 rows, missing {blank=1}; there is no prevalence",
                weighted,
                "w,y",
                "0,1",
                "0,0",
                "1,");
        assertRefused(
                "the stratum 's' is missing, first in row 1 ({blank=1}); every row needs one: leave such rows out by"
                        + " name, if they are no part of the sample",
                SurveyDesign.simple().withStrata("s"),
                "s,y",
                ",1",
                "a,0");
        assertThatThrownBy(() -> SurveyPrevalence.of(SMALL, "g", "q", DESIGN, SurveyInterval.LOGIT, 0.95))
                .isInstanceOf(InputException.class)
                .hasMessage("'q' is not a level of 'g'; there are x, z");
    }

    @Test
    void a_population_is_one_number_a_stratum_and_not_below_the_sample() {
        SurveyDesign design = SurveyDesign.simple().withStrata("s").withPopulation("n");
        assertRefused(
                "the population 'n' of stratum 'a' is 9 and 8; a stratum has one number of units",
                design,
                "s,n,y",
                "a,9,1",
                "a,8,0");
        assertRefused(
                "the population 'n' of stratum 'a' is 1, but 2 of its primary sampling units are in the data; it is the"
                        + " number of units in the population",
                design,
                "s,n,y",
                "a,1,1",
                "a,1,0");
        assertRefused(
                "the population 'n' is 1, but 2 of its primary sampling units are in the data; it is the number of units"
                        + " in the population",
                SurveyDesign.simple().withPopulation("n"),
                "n,y",
                "1,1",
                "1,0");
        Cohort certain = Tables.cohort("s,n,y", "a,1,1", "b,4,1", "b,4,0");
        assertThat(SurveyPrevalence.of(certain, "y", design).proportion().standardError())
                .isPositive();
    }

    @Test
    void units_are_those_of_their_stratum_and_of_any_type_but_time() {
        Cohort cohort = SMALL.derive(Variable.text("t", ""), row -> "unit " + row.number("u"))
                .derive(Variable.date("d", ""), row -> java.time.LocalDate.of(2020, 1, (int) row.number("u")));
        List<SurveyDesign> designs = List.of(DESIGN, DESIGN.withPsu("t"));

        assertThat(SurveyPrevalence.of(cohort, "y", designs.get(0)).proportion())
                .isEqualTo(SurveyPrevalence.of(cohort, "y", designs.get(1)).proportion());
        assertThatThrownBy(() -> SurveyPrevalence.of(cohort, "y", DESIGN.withPsu("d")))
                .isInstanceOf(InputException.class)
                .hasMessage("the primary sampling unit 'd' is a date; it is a category, a number, a text or an"
                        + " identifier");
    }
}
