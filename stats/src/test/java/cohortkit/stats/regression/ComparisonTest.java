package cohortkit.stats.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cohortkit.core.Cohort;
import cohortkit.core.InputException;
import cohortkit.core.Variable;
import cohortkit.stats.TestResult;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static final Cohort BIRTHS = DataSet.named("low-birth-weight");

    private static Fit logistic(String formula) {
        return Logistic.fit(formula, BIRTHS);
    }

    @Test
    void the_likelihood_ratio_is_the_fall_in_deviance() {
        Fit smaller = logistic("low ~ age");
        Fit larger = logistic("low ~ age + factor(race)");
        TestResult test = LikelihoodRatio.test(smaller, larger);

        double fall = smaller.deviance() - larger.deviance();
        assertThat(test.method()).isEqualTo("likelihood-ratio test");
        assertThat(test.statistic()).isCloseTo(fall, within(1e-12));
        assertThat(test.df()).isEqualTo(2);
        assertThat(test.pValue()).isCloseTo(Math.exp(-fall / 2), within(1e-14));
    }

    @Test
    void nested_is_a_matter_of_columns_not_of_names() {
        Fit smaller = logistic("low ~ factor(race, ref = 3)");
        Fit larger = logistic("low ~ factor(race) * smoke");

        assertThat(LikelihoodRatio.test(smaller, larger).df()).isEqualTo(3);
    }

    @Test
    void in_a_linear_model_the_residual_variance_is_part_of_the_likelihood() {
        Fit smaller = Model.LINEAR.of("bwt ~ age").fit(BIRTHS);
        Fit larger = Model.LINEAR.of("bwt ~ age + smoke").fit(BIRTHS);

        assertThat(LikelihoodRatio.test(smaller, larger).statistic())
                .isCloseTo(189 * Math.log(smaller.deviance() / larger.deviance()), within(1e-10));
    }

    @Test
    void refuses_fits_that_cannot_be_compared() {
        Fit fit = logistic("low ~ age + smoke");
        Cohort smokers = BIRTHS.where(row -> row.number("smoke") == 1);

        refuses(
                logistic("low ~ lwt"),
                fit,
                "the models are not nested: low ~ lwt has terms that low ~ age + smoke does not have");
        refuses(fit, fit, "both models have the same 3 coefficients in effect; there is nothing to test");
        refuses(logistic("ht ~ age"), fit, "the two fits cannot be compared: their outcomes are ht and low");
        refuses(
                Model.LOG_BINOMIAL.of("low ~ smoke").fit(BIRTHS),
                fit,
                "the two fits cannot be compared: one is log-binomial, the other logistic");
        refuses(
                Logistic.fit("low ~ age", BIRTHS, Weights.frequency("race")),
                fit,
                "the two fits cannot be compared: one has frequency weights race, the other no weights");
        refuses(logistic("low ~ smoke + offset(ftv)"), fit, "the two fits cannot be compared: their offsets differ");
        refuses(
                Logistic.fit("low ~ age", smokers),
                fit,
                "the two fits do not rest on the same rows (complete cases: 74 of 74 against complete cases: 189 of"
                        + " 189); keep the rows that are complete in both, then fit both");
        Cohort other = BIRTHS.derive(Variable.number("x", ""), row -> row.number("age"))
                .derive(Variable.number("copy", ""), row -> row.number("low"));
        assertThat(LikelihoodRatio.test(Logistic.fit("low ~ x", other), fit).df())
                .isEqualTo(1);
    }

    private static void refuses(Fit smaller, Fit larger, String message) {
        assertThatThrownBy(() -> LikelihoodRatio.test(smaller, larger))
                .isInstanceOf(InputException.class)
                .hasMessage(message);
    }

    @Test
    void the_wald_test_of_one_term_is_its_z_squared() {
        Fit fit = logistic("low ~ age + smoke");
        TestResult test = Wald.test(fit, "smoke");

        assertThat(test.statistic()).isCloseTo(Math.pow(fit.tidy().get(2).statistic(), 2), within(1e-12));
        assertThat(test.pValue()).isCloseTo(fit.tidy().get(2).pValue(), within(1e-14));
        assertThat(test.df()).isEqualTo(1);
    }

    @Test
    void the_wald_test_of_a_category_does_not_depend_on_its_reference() {
        TestResult one = Wald.test(logistic("low ~ age + factor(race)"), "race[2]", "race[3]");
        TestResult other = Wald.test(logistic("low ~ age + factor(race, ref = 2)"), "race[1]", "race[3]");

        assertThat(one.df()).isEqualTo(2);
        assertThat(other.statistic()).isCloseTo(one.statistic(), within(1e-12));
    }

    @Test
    void in_a_linear_model_the_wald_test_is_the_f_test_of_the_sums_of_squares() {
        Fit smaller = Model.LINEAR.of("bwt ~ age").fit(BIRTHS);
        Fit larger = Model.LINEAR.of("bwt ~ age + factor(race)").fit(BIRTHS);
        TestResult test = Wald.test(larger, "race[2]", "race[3]");

        double f = (smaller.deviance() - larger.deviance()) / 2 / larger.dispersion();
        assertThat(test.method()).isEqualTo("Wald F test on 2 and 185 degrees of freedom");
        assertThat(test.statistic()).isCloseTo(f, within(1e-11));
        // The survival function of F with 2 degrees of freedom above has a closed form.
        assertThat(test.pValue()).isCloseTo(Math.pow(1 + 2 * f / 185, -185 / 2.0), within(1e-14));
    }

    @Test
    void the_wald_test_wants_terms() {
        assertThatThrownBy(() -> Wald.test(logistic("low ~ age")))
                .isInstanceOf(InputException.class)
                .hasMessage("name the terms to test; there are (Intercept), age");
    }
}
