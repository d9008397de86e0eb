package cohortkit.stats.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cohortkit.core.Cohort;
import cohortkit.core.InputException;
import cohortkit.core.Variable;
import cohortkit.stats.table.Tables;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Designs that are refused, or need a rule. */
class SurveyDesignTest {

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
        assertThatThrownBy(() -> SurveyPrevalence.of(
                        SurveyPrevalenceTest.SMALL, "g", "q", SurveyPrevalenceTest.DESIGN, SurveyInterval.LOGIT, 0.95))
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
                "the population 'n' is 1, but 2 of its primary sampling units are in the data; it is the number of"
                        + " units in the population",
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
        Cohort cohort = SurveyPrevalenceTest.SMALL
                .derive(Variable.text("t", ""), row -> "unit " + row.number("u"))
                .derive(Variable.date("d", ""), row -> java.time.LocalDate.of(2020, 1, (int) row.number("u")));
        List<SurveyDesign> designs = List.of(SurveyPrevalenceTest.DESIGN, SurveyPrevalenceTest.DESIGN.withPsu("t"));

        assertThat(SurveyPrevalence.of(cohort, "y", designs.get(0)).proportion())
                .isEqualTo(SurveyPrevalence.of(cohort, "y", designs.get(1)).proportion());
        assertThatThrownBy(() -> SurveyPrevalence.of(cohort, "y", SurveyPrevalenceTest.DESIGN.withPsu("d")))
                .isInstanceOf(InputException.class)
                .hasMessage("the primary sampling unit 'd' is a date; it is a category, a number, a text or an"
                        + " identifier");
    }
}
