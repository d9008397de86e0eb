package cohortkit.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cohortkit.core.Cohort;
import cohortkit.core.InputException;
import cohortkit.core.Missing;
import cohortkit.stats.table.Tables;
import org.junit.jupiter.api.Test;

class PrevalenceTest {

    private static final Cohort PATIENTS = Tables.cohort(
            "rls,sex,stage", "yes,f,1", "no,f,2", "no,f,1", ",f,3", "yes,m,1", "yes,m,2", "no,,3", "yes,,");

    @Test
    void reads_like_a_paper() {
        StringBuilder csv = new StringBuilder("rls");
        for (int i = 0; i < 333; i++) {
            csv.append(i < 46 ? "\nyes" : "\nno");
        }
        assertThat(Prevalence.of(Tables.cohort(csv.toString()), "rls"))
                .hasToString("46/333 = 13.8 % (95 % CI 10.5 to 17.9; Wilson)");
    }

    @Test
    void missing_rows_are_counted_and_not_in_the_denominator() {
        Prevalence prevalence = Prevalence.of(PATIENTS, "rls");
        assertThat(prevalence.proportion()).isEqualTo(new Proportion(4, 7));
        assertThat(prevalence.missing()).containsExactly(java.util.Map.entry(Missing.BLANK, 1));
        assertThat(prevalence.missingCount()).isEqualTo(1);
        assertThat(prevalence.estimate().convention().denominator()).isEqualTo("7 of 8 rows; missing: 1 blank");
    }

    @Test
    void the_interval_is_of_choice() {
        assertThat(Prevalence.of(PATIENTS, "rls", ProportionInterval.CLOPPER_PEARSON, 0.9)
                        .estimate()
                        .interval())
                .isEqualTo(new Proportion(4, 7)
                        .estimate(ProportionInterval.CLOPPER_PEARSON, 0.9)
                        .interval());
    }

    @Test
    void groups_are_those_of_a_category() {
        assertThat(Prevalence.by(PATIENTS, "rls", "sex"))
                .hasToString("[sex = f: 1/3 = 33.3 % (95 % CI 6.1 to 79.2; Wilson),"
                        + " sex = m: 2/2 = 100.0 % (95 % CI 34.2 to 100.0; Wilson)]");
        assertThat(Prevalence.by(PATIENTS, "rls", "sex"))
                .extracting(p -> p.estimate().convention().denominator())
                .containsExactly("3 of 4 rows with sex = f; missing: 1 blank", "2 of 2 rows with sex = m");
    }

    @Test
    void groups_without_a_known_value_are_left_out() {
        Cohort cohort = Tables.cohort("x,g", "yes,a", ",b", "no,a");
        assertThat(Prevalence.by(cohort, "x", "g")).hasSize(1);
    }

    @Test
    void a_level_of_several_has_a_prevalence() {
        Cohort cohort = Tables.cohort("kind", "a", "b", "c", "b", "");
        assertThat(Prevalence.of(cohort, "kind", "b"))
                .hasToString("2/4 = 50.0 % (95 % CI 15.0 to 85.0; Wilson)")
                .extracting(Prevalence::variable)
                .isEqualTo("kind = b");
        assertThatThrownBy(() -> Prevalence.of(cohort, "kind", "d"))
                .isInstanceOf(InputException.class)
                .hasMessage("'d' is not a level of 'kind'; there are a, b, c");
    }

    @Test
    void nothing_known_is_no_prevalence() {
        Cohort cohort = Tables.cohort("x,y", "yes,1", "no,2", ",3").where(row -> row.number("y") > 2);
        assertThatThrownBy(() -> Prevalence.of(cohort, "x"))
                .isInstanceOf(InputException.class)
                .hasMessage("nobody has a value of 'x': 1 row, missing {blank=1}; there is no prevalence");
    }

    @Test
    void only_binary_variables_have_an_event() {
        assertThatThrownBy(() -> Prevalence.of(PATIENTS, "stage"))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("variable 'stage' is not binary: it is a number, and row 2 holds 2");
    }
}
