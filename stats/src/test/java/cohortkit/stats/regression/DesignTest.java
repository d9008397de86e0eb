package cohortkit.stats.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cohortkit.core.Codebook;
import cohortkit.core.Cohort;
import cohortkit.core.InputException;
import cohortkit.core.Level;
import cohortkit.core.Variable;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class DesignTest {

    private static final Cohort BIRTHS = DataSet.named("low-birth-weight");

    /** Columns as R's model.matrix names them for the same formulas, in our spelling. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        low ~ smoke * factor(race)             | (Intercept) smoke race[2] race[3] smoke:race[2] smoke:race[3]
        low ~ factor(race) - 1                 | race[1] race[2] race[3]
        low ~ age + factor(race) - 1           | age race[1] race[2] race[3]
        low ~ factor(race) + factor(smoke) - 1 | race[1] race[2] race[3] smoke[1]
        low ~ age:factor(race)                 | (Intercept) age:race[1] age:race[2] age:race[3]
        low ~ factor(smoke):factor(race) - 1   | smoke[0]:race[1] smoke[1]:race[1] smoke[0]:race[2] smoke[1]:race[2] smoke[0]:race[3] smoke[1]:race[3]
        low ~ factor(smoke) + factor(smoke):factor(race) | (Intercept) smoke[1] smoke[0]:race[2] smoke[1]:race[2] smoke[0]:race[3] smoke[1]:race[3]
        low ~ factor(race, ref = 2.0)          | (Intercept) race[1] race[3]
        low ~ age - 1                          | age
        """)
    void codes_terms_by_the_rule_of_r(String formula, String terms) {
        assertThat(Logistic.fit(formula, BIRTHS).terms()).containsExactly(terms.split(" ", -1));
    }

    @Test
    void equal_models_in_other_coding_have_equal_likelihoods() {
        double deviance = Logistic.fit("low ~ smoke * factor(race)", BIRTHS).deviance();

        assertThat(Logistic.fit("low ~ factor(smoke):factor(race) - 1", BIRTHS).deviance())
                .isCloseTo(deviance, within(1e-11));
        assertThat(Logistic.fit("low ~ factor(race) + factor(race):smoke", BIRTHS)
                        .deviance())
                .isCloseTo(deviance, within(1e-11));
    }

    @Test
    void dummies_without_intercept_are_log_odds_by_level() {
        Fit fit = Logistic.fit("low ~ factor(smoke) - 1", BIRTHS);

        assertThat(fit.estimate("smoke[1]").value()).isCloseTo(Math.log(30 / 44.0), within(1e-14));
        assertThat(fit.estimate("smoke[0]").value()).isCloseTo(Math.log(29 / 86.0), within(1e-14));
        assertThat(fit.glance().nullDeviance()).isCloseTo(189 * 2 * Math.log(2), within(1e-11));
        assertThat(fit.estimate("smoke[1]").convention().reference()).isEmpty();
    }

    @Test
    void a_codebook_decides_levels_reference_and_event() {
        Cohort cohort = category("b a b c c a b a", "yes no yes yes no yes no no");
        Fit fit = Logistic.fit("y ~ g", cohort);

        assertThat(fit.terms()).containsExactly("(Intercept)", "g[a]", "g[c]");
        assertThat(fit.estimate("g[a]").value()).isCloseTo(Math.log(1 / 2.0 / (2 / 1.0)), within(1e-14));
        assertThat(fit.oddsRatio("g[a]").convention().reference()).isEqualTo("g = b");
        assertThat(Logistic.fit("y ~ factor(g, ref = c)", cohort).terms())
                .containsExactly("(Intercept)", "g[b]", "g[a]");
        assertThat(fit.notes()).containsExactly("g[d] has no row in the analysis and is left out");
    }

    @Test
    void a_reference_level_without_rows_gives_way_to_the_next_and_says_so() {
        Fit fit = Logistic.fit("y ~ g", category("a c c a a a c c", "yes no yes yes no yes no no"));

        assertThat(fit.terms()).containsExactly("(Intercept)", "g[c]");
        assertThat(fit.notes())
                .containsExactly(
                        "g[b] has no row in the analysis and is left out; the reference is a",
                        "g[d] has no row in the analysis and is left out");
    }

    private static Cohort category(String g, String y) {
        Table table = Table.create(
                "t", StringColumn.create("y", y.split(" ", -1)), StringColumn.create("g", g.split(" ", -1)));
        return Cohort.of(
                table,
                Codebook.of(
                        Variable.binary("y", ""),
                        Variable.category("g", "", Level.of("b"), Level.of("a"), Level.of("c"), Level.of("d"))));
    }

    @Test
    void names_aliased_terms_and_leaves_them_out() {
        Cohort cohort = DataSet.of(
                "y a b c k",
                new double[] {0, 1, 1, 0, 1, 0},
                new double[] {1, 2, 3, 4, 5, 7},
                new double[] {2, 1, 1, 2, 3, 1},
                new double[] {3, 3, 4, 6, 8, 8},
                new double[] {7, 7, 7, 7, 7, 7});
        Fit fit = Logistic.fit("y ~ k + a + b + c", cohort);
        Fit without = Logistic.fit("y ~ a + b", cohort);

        assertThat(fit.terms()).containsExactly("(Intercept)", "a", "b");
        assertThat(fit.aliased()).containsExactly("k", "c");
        assertThat(fit.coefficients()).isEqualTo(without.coefficients());
        assertThat(fit.notes())
                .containsExactly(
                        "k is aliased: the same in every row; left out",
                        "c is aliased: a linear combination of the terms before it; left out");
        assertThat(fit.toString()).contains("\nk            aliased\n");
        assertThatThrownBy(() -> fit.oddsRatio("c")).hasMessage("term 'c' is aliased, see notes(); it has no estimate");
    }

    @Test
    void an_empty_cell_of_an_interaction_is_aliased() {
        Cohort cohort =
                DataSet.of("y a b", new double[] {0, 1, 1, 0, 1, 0}, new double[] {0, 0, 0, 0, 1, 1}, new double[] {
                    0, 0, 1, 1, 0, 0
                });

        assertThat(Logistic.fit("y ~ factor(a) * factor(b)", cohort).aliased()).containsExactly("a[1]:b[1]");
    }

    @Test
    void refuses_what_a_model_cannot_use() {
        Cohort cohort = Cohort.of(Table.create(
                "t",
                DoubleColumn.create("y", 0, 1, 1),
                DoubleColumn.create("x", 1, 2, Double.POSITIVE_INFINITY),
                StringColumn.create("g", "a", "a", "a"),
                DoubleColumn.create("one", 1, 1, 1),
                DoubleColumn.create("half", 0.5, 1, 2),
                DateColumn.create("day", LocalDate.EPOCH, LocalDate.EPOCH, LocalDate.EPOCH)));

        refuses("y ~ age", cohort, "no variable 'age'; there are y, x, g, one, half, day");
        refuses("y ~ x", cohort, "variable 'x' is infinite in row 3; correct it or make it missing");
        refuses("y ~ g", cohort, "variable 'g' has one level only in the 3 analyzed rows (a); leave it out");
        refuses("y ~ y", cohort, "'y' stands on both sides of the formula y ~ y");
        refuses("y ~ factor(half, ref = 3)", cohort, "'3' is not a level of 'half'; there are 0.5, 1, 2");
        refuses("y ~ factor(half, ref = low)", cohort, "'low' is not a level of 'half'; there are 0.5, 1, 2");
        refuses("y ~ factor(g, ref = z)", cohort, "'z' is not a level of 'g'; there are a");
        refuses(
                "one ~ half",
                cohort,
                "all 3 analyzed rows have one = 1; there is nothing to model until the outcome varies");
        refuses("y ~ 0", cohort, "the model y ~ 0 has nothing to estimate; give it a term that varies or an intercept");
        refuses(
                "y ~ half + factor(half) + one",
                cohort,
                "the model has 5 coefficients and only 3 rows to estimate them from; leave terms out");
        refuses(
                "y ~ day",
                cohort,
                "variable 'day' is a date; a model takes numbers and categories. Derive one of them from it");
        refuses(
                "half ~ one",
                cohort,
                "variable 'half' is not binary: it is a number, and row 1 holds 0.5; derive a variable with two"
                        + " levels");
    }

    @Test
    void refuses_outcomes_and_offsets_of_the_wrong_kind() {
        Cohort cohort = DataSet.of("y x z", new double[] {0, 1.5}, new double[] {0, 1}, new double[] {2, 2});

        assertThatThrownBy(() -> Model.POISSON.of("y ~ x").fit(cohort))
                .isInstanceOf(InputException.class)
                .hasMessage("outcome 'y' is 1.5 in row 2; a Poisson model needs counts 0, 1, 2, ...");
        assertThatThrownBy(() -> Model.POISSON.of("z ~ offset(log(x))").fit(cohort))
                .isInstanceOf(InputException.class)
                .hasMessage(
                        "offset(log(x)) needs positive values; 'x' is 0 in row 1. Shift it, leave such rows out, or "
                                + "take another form of the term");
        assertThatThrownBy(() -> Model.LINEAR.of("z ~ 1").fit(cohort))
                .hasMessage("all 2 analyzed rows have z = 2; there is nothing to model until the outcome varies");
        assertThatThrownBy(() -> Model.LINEAR.of("y ~ x").fit(cohort))
                .hasMessage("the model has as many coefficients (2) as observations (2);"
                        + " nothing is left to estimate the residual variance from. Leave terms out");
        assertThatThrownBy(() -> Logistic.fit("y ~ 1", DataSet.of("y", new double[] {1})))
                .hasMessage("the only analyzed row has y = 1; there is nothing to model until the outcome varies");
        assertThatThrownBy(() -> Model.LINEAR.of("x ~ z + y").fit(DataSet.of("x y z", new double[][] {{1}, {2}, {3}})))
                .hasMessage("the only analyzed row has x = 1; there is nothing to model until the outcome varies");
        assertThatThrownBy(() -> Model.POISSON.of("x ~ y").fit(DataSet.of("x y", new double[][] {{1}, {2}})))
                .hasMessage("the model has 2 coefficients and only 1 row to estimate them from; leave terms out");
    }

    private static void refuses(String formula, Cohort cohort, String message) {
        assertThatThrownBy(() -> Logistic.fit(formula, cohort))
                .isInstanceOf(InputException.class)
                .hasMessage(message);
    }
}
