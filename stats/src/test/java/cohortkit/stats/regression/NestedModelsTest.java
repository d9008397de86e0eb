package cohortkit.stats.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cohortkit.core.Cohort;
import cohortkit.core.InputException;
import cohortkit.stats.TestResult;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NestedModelsTest {

    private static final Cohort BIRTHS = DataSet.named("low-birth-weight");
    private static final List<String> TERMS = List.of("smoke", "smoke + factor(race)", "smoke * factor(race) + lwt");

    private static NestedModels models(Model model, String outcome) {
        return NestedModels.of(
                BIRTHS,
                TERMS.stream().map(terms -> model.of(outcome + " ~ " + terms)).toArray(Regression[]::new));
    }

    private static void add(Map<String, TestResult> found, String kind, NestedModels models) {
        found.put(kind + " 2", models.tests().get(0));
        found.put(kind + " 3", models.tests().get(1));
    }

    @Test
    void tests_agree_with_anova_and_with_car() {
        Map<String, TestResult> found = new HashMap<>();
        NestedModels linear = models(Model.LINEAR, "bwt");
        add(found, "linear", linear);
        add(found, "logistic", models(Model.LOGISTIC, "low"));
        TermTest.typeTwo(linear.fits().get(2))
                .forEach(test -> found.put("type II " + test.term().replace("factor(race)", "race"), test.test()));

        assertThat(Reference.rows("nested-models")).hasSize(8).allSatisfy(row -> {
            TestResult test = found.get(row.text("model"));
            assertThat(test.df()).isEqualTo(row.number("df"));
            row.check("statistic", test.statistic());
            row.check("p", test.pValue());
        });
        assertThat(found.get("type II lwt").method()).isEqualTo("F test on 1 and 182 degrees of freedom, type II");
    }

    @Test
    void one_term_more_of_a_linear_model_is_its_t_test() {
        NestedModels models =
                NestedModels.of(BIRTHS, Model.LINEAR.of("bwt ~ smoke"), Model.LINEAR.of("bwt ~ smoke + lwt"));
        double t = models.fits().get(1).tidy().get(2).statistic();

        assertThat(models.tests().get(0).statistic()).isCloseTo(t * t, within(1e-9));
        assertThat(models.tests().get(0).pValue())
                .isCloseTo(models.fits().get(1).tidy().get(2).pValue(), within(1e-12));
        assertThat(models.added(0)).isEmpty();
    }

    @Test
    void models_are_fitted_to_the_rows_that_are_complete_in_all() {
        double none = Double.NaN;
        Cohort cohort = DataSet.of(
                "y x z",
                new double[] {0, 1, 0, 1, 0, 1, 0, 1, 1, 0},
                new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9, none},
                new double[] {5, 3, none, 1, 2, 4, 4, 2, 5, 1});

        NestedModels models = NestedModels.of(cohort, Model.LINEAR.of("y ~ x"), Model.LINEAR.of("y ~ x + z"));

        assertThat(models.fits()).allMatch(fit -> fit.observations() == 8);
        assertThatThrownBy(() -> NestedModels.of(
                        Model.LINEAR.of("y ~ x").fit(cohort),
                        Model.LINEAR.of("y ~ x + z").fit(cohort)))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("do not rest on the same rows");
        assertThat(models.toString())
                .startsWith("2 nested models of y, n = 8\nmodel      residual df  deviance")
                .contains(
                        "F tests of each model against the one before, with the residual variance of the\n  largest",
                        "8 of 10");
    }

    @Test
    void what_is_not_nested_is_refused() {
        Regression smoke = Model.LOGISTIC.of("low ~ smoke");

        assertThatThrownBy(() -> NestedModels.of(BIRTHS, smoke, Model.LOGISTIC.of("low ~ lwt + age")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("not nested");
        assertThatThrownBy(() -> NestedModels.of(BIRTHS, smoke, Model.LINEAR.of("low ~ smoke + age")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("one is logistic, the other linear");
        assertThatThrownBy(() -> NestedModels.of(BIRTHS, smoke, smoke))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("there is nothing to test");
        assertThatThrownBy(() -> NestedModels.of(Logistic.fit("low ~ smoke", BIRTHS)))
                .hasMessage("nested models are two or more; there is one");
        assertThatThrownBy(() ->
                        TermTest.typeTwo(Logistic.fit("low ~ smoke", BIRTHS).with(StandardErrors.HC0)))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("HC0 errors do not; ask for Wald.test");
    }
}
