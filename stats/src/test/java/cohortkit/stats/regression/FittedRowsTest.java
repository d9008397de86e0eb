package cohortkit.stats.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cohortkit.core.Cohort;
import cohortkit.core.InputException;
import cohortkit.core.Level;
import cohortkit.core.Missing;
import cohortkit.core.Variable;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Residuals, leverage, influence and predictions of rows: R's, those of a fit without the row, and edges. */
class FittedRowsTest {

    private static final Cohort BIRTHS = DataSet.named("low-birth-weight", "race=1|2|3;smoke=0|1");

    @Test
    void rows_agree_with_R() {
        assertThat(Reference.rows("fitted-rows")).hasSize(96).allSatisfy(row -> {
            Fit fit = FittedModels.fit(row);
            Cohort augmented = fit.augment();
            int at = (int) row.number("row") - 1;
            row.check("fitted", augmented.numbers(".fitted")[at]);
            row.check("se_fit", augmented.numbers(".se.fit")[at]);
            row.check("deviance", augmented.numbers(".resid")[at]);
            row.check("hat", augmented.numbers(".hat")[at]);
            row.check("cooksd", augmented.numbers(".cooksd")[at]);
            row.check("std_deviance", augmented.numbers(".std.resid")[at]);
            Influence influence = fit.influence();
            int place = Arrays.binarySearch(influence.rows().positions(), at);
            row.check("response", influence.residuals(Residual.RESPONSE)[place]);
            row.check("pearson", influence.residuals(Residual.PEARSON)[place]);
            row.check("std_pearson", influence.residuals(Residual.STANDARDIZED_PEARSON)[place]);
            row.check("dfbeta_first", influence.dfbeta().get(0)[place]);
            row.check("dfbeta_last", influence.dfbeta().get(fit.terms().size() - 1)[place]);
        });
    }

    @Test
    void predictions_agree_with_R() {
        assertThat(Reference.rows("fitted-rows")).allSatisfy(row -> {
            Predictions predictions = FittedModels.fit(row).predict(FittedModels.cohort(row));
            int at = (int) row.number("row") - 1;
            row.check("fitted", predictions.value(at));
            row.check("se_fit", predictions.standardError(at));
            row.check("lower", predictions.interval(at).lower());
            row.check("upper", predictions.interval(at).upper());
        });
    }

    @Test
    void dfbeta_of_a_linear_model_is_the_fit_less_the_one_without_the_row() {
        Fit all = Model.LINEAR.of("bwt ~ lwt + smoke").fit(BIRTHS);
        int[] next = {0};
        Cohort without = BIRTHS.exclude("row 11", row -> next[0]++ == 10);
        Fit less = Model.LINEAR.of("bwt ~ lwt + smoke").fit(without);
        for (int j = 0; j < 3; j++) {
            double moved = all.coefficients().get(j).estimate()
                    - less.coefficients().get(j).estimate();
            assertThat(all.influence().dfbeta().get(j)[10]).isCloseTo(moved, within(1e-10 * Math.abs(moved)));
        }
    }

    @Test
    void leverages_add_up_to_the_number_of_coefficients() {
        Fit weighted = Logistic.fit(
                "insomnia_symptom ~ leg_jerks + sex", DataSet.named("sleep-survey-grouped"), Weights.frequency("n"));
        double[] leverage = weighted.influence().leverage();
        double[] weights = weighted.rows().weights();
        double sum = IntStream.range(0, leverage.length)
                .mapToDouble(i -> weights[i] * leverage[i])
                .sum();
        assertThat(sum).isCloseTo(weighted.terms().size(), within(1e-10));
    }

    @Test
    void predictors_around_1e8_keep_their_digits() {
        double[] y = BIRTHS.numbers("bwt");
        double[] x = BIRTHS.numbers("lwt");
        Fit near = Model.LINEAR.of("y ~ x").fit(DataSet.of("y x", y, x));
        double[] shifted = Arrays.stream(x).map(v -> v + 1e8).toArray();
        Fit far = Model.LINEAR.of("y ~ x").fit(DataSet.of("y x", y, shifted));
        double[] expected = near.rows().standardErrors();
        double[] found = far.rows().standardErrors();
        for (int i = 0; i < found.length; i++) {
            assertThat(found[i]).isCloseTo(expected[i], within(1e-9 * expected[i]));
        }
    }

    @Test
    void a_level_that_the_fit_did_not_see_is_named() {
        Fit fit = Logistic.fit("low ~ smoke + race", BIRTHS.where(row -> !row.is("race", "3")));
        assertThatThrownBy(() -> fit.predict(BIRTHS))
                .isInstanceOf(InputException.class)
                .hasMessage("variable 'race' is 3 in 67 rows (first in row 2); the fit saw only 1, 2. "
                        + "Leave such rows out, or fit with them");
    }

    @Test
    void codes_that_are_numbers_in_new_data_are_the_levels_of_the_fit() {
        Fit fit = Logistic.fit("low ~ age + race", BIRTHS);
        Cohort plain = DataSet.named("low-birth-weight");
        assertThat(fit.predict(plain).value(7)).isEqualTo(fit.predict(BIRTHS).value(7));
    }

    @Test
    void a_missing_predictor_keeps_its_reason_and_a_missing_outcome_does_no_harm() {
        Cohort cohort = BIRTHS.derive(
                        Variable.number("age2", ""),
                        row -> row.number("age") > 40 ? new Missing("refused") : (Object) row.number("age"))
                .derive(
                        Variable.category("sick", "", Level.of("no"), Level.of("yes")),
                        row -> row.number("age") == 19 ? Missing.BLANK : row.number("low") == 1 ? "yes" : "no");
        Fit fit = Logistic.fit("sick ~ age2", cohort);
        int old = IntStream.range(0, 189)
                .filter(i -> BIRTHS.numbers("age")[i] > 40)
                .findFirst()
                .orElseThrow();
        Predictions predictions = fit.predict(cohort);
        assertThat(predictions.missing(old)).contains(new Missing("refused"));
        assertThat(predictions.value(old)).isNaN();
        assertThat(predictions.interval(old).exists()).isFalse();
        assertThat(predictions.estimate(old)).hasToString("NA (refused)");
        assertThat(predictions.cohort().missing(old, ".fitted")).contains(new Missing("refused"));
        assertThat(predictions.missing(0)).isEmpty();
        assertThat(predictions.value(0)).isBetween(0.0, 1.0);
        assertThat(fit.augment().missing(0, ".fitted")).contains(Missing.BLANK);
        assertThat(fit.augment().size()).isEqualTo(189);
        assertThat(predictions).hasToString("predictions for 188 of 189 rows");
    }

    @Test
    void a_risk_above_1_is_no_prediction() {
        Fit fit = Model.LOG_BINOMIAL.of("low ~ lwt").fit(BIRTHS);
        Predictions light = fit.predict(DataSet.of("lwt", new double[] {-500, 130}));
        assertThat(light.missing(0)).contains(new Missing("the model gives an impossible mean"));
        assertThat(light.interval(1).upper()).isLessThan(1);
        assertThatThrownBy(() ->
                        fit.rows(DataSet.of("lwt", new double[] {-500, 130})).meanOutcome())
                .isInstanceOf(InputException.class)
                .hasMessageContaining("impossible mean")
                .hasMessageContaining("in row 1; use a logistic model");
    }

    @Test
    void a_row_that_fits_itself_has_leverage_1_and_no_standardized_residual() {
        Fit fit = Model.LINEAR
                .of("y ~ only + x")
                .fit(DataSet.of("y only x", new double[] {1, 2, 4, 4, 7}, new double[] {1, 0, 0, 0, 0}, new double[] {
                    0, 1, 2, 3, 4
                }));
        Influence influence = fit.influence();
        assertThat(influence.leverage()[0]).isEqualTo(1);
        assertThat(influence.residuals(Residual.STANDARDIZED_DEVIANCE)[0]).isNaN();
        assertThat(influence.cooksDistance()[0]).isNaN();
        assertThat(influence.dfbeta().get(1)[0]).isNaN();
        assertThat(fit.augment().missing(0, ".std.resid")).contains(Missing.UNDERIVED);
    }

    @Test
    void other_values_of_a_variable() {
        Fit fit = Logistic.fit("low ~ smoke * race + age", BIRTHS);
        ModelRows smoking = fit.rows().with("smoke", "1");
        Cohort changed = BIRTHS.where(row -> row.is("smoke", "1"));
        double[] direct = fit.rows(changed).means();
        int[] smokers = fit.rows(changed).positions();
        assertThat(smoking.levels("race")).containsExactly("1", "2", "3");
        assertThat(smokers).hasSize(74);
        int[] all = IntStream.range(0, 189)
                .filter(i -> BIRTHS.levels("smoke")[i] == 1)
                .toArray();
        for (int i = 0; i < all.length; i++) {
            assertThat(smoking.mean(all[i])).isEqualTo(direct[i]);
        }
        ModelRows older = fit.rows().with("age", age -> age + 1);
        assertThat(older.linearPredictor(3) - fit.rows().linearPredictor(3))
                .isCloseTo(fit.estimate("age").value(), within(1e-12));
        assertThatThrownBy(() -> fit.rows().with("smoke", "2"))
                .hasMessage("'2' is not a level of 'smoke' in the fit; there are 0, 1");
        assertThatThrownBy(() -> fit.rows().with("age", "old"))
                .hasMessage("'old' is not a number, and 'age' is one in the model");
        assertThatThrownBy(() -> fit.rows().with("lwt", "1"))
                .hasMessage("'lwt' is not among the terms of low ~ smoke + race + age + smoke:race");
        assertThatThrownBy(() -> fit.rows().numbers("race"))
                .hasMessage("'race' is a category in the model; a number is needed here");
    }
}
