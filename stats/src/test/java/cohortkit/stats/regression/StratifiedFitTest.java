package cohortkit.stats.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cohortkit.core.Cohort;
import cohortkit.core.InputException;
import cohortkit.core.Variable;
import cohortkit.stats.Tidy;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StratifiedFitTest {

    private static final double NONE = Double.NaN;

    /** 12 strata of 50 rows with risks between 0.2 and 0.6. */
    private static Cohort twelve() {
        Random random = new Random(7);
        double[][] columns = new double[4][600];
        for (int i = 0; i < 600; i++) {
            columns[2][i] = i % 12;
            columns[1][i] = random.nextInt(2);
            columns[3][i] = random.nextGaussian();
            columns[0][i] = random.nextDouble() < 0.2 + 0.02 * (i % 12) + 0.1 * columns[1][i] ? 1 : 0;
        }
        return DataSet.of("y x site z", columns);
    }

    /** Informative strata 1 and 2; 3 has no event, 4 nothing but events; one row lacks its stratum. */
    private static Cohort uneven() {
        return DataSet.of(
                "y x site",
                new double[] {1, 1, 0, 0, 1, 0, 1, 0, 1, 0, 0, 1, 0, 0, 0, 1, 1, 1, 1},
                new double[] {1, 1, 1, 0, 0, 0, 1, 1, 1, 0, 0, 0, 0, 1, 1, 0, 1, 1, 1},
                new double[] {1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 3, 3, 3, 4, 4, 4, NONE});
    }

    private static void same(Tidy row, Tidy expected) {
        assertThat(row.term()).isEqualTo(expected.term());
        assertThat(row.estimate()).isCloseTo(expected.estimate(), within(1e-10));
        assertThat(row.stdError()).isCloseTo(expected.stdError(), within(1e-10));
        assertThat(row.pValue()).isCloseTo(expected.pValue(), within(1e-10));
        assertThat(row.confLow()).isCloseTo(expected.confLow(), within(1e-8));
        assertThat(row.confHigh()).isCloseTo(expected.confHigh(), within(1e-8));
        assertThat(row.method()).isEqualTo(expected.method());
    }

    private static void same(StratifiedFit within, Fit whole) {
        for (Tidy row : within.tidy()) {
            same(row, whole.tidy().get(whole.terms().indexOf(row.term())));
        }
    }

    @ParameterizedTest
    @EnumSource(Model.class)
    void terms_are_those_beside_a_factor(Model model) {
        Cohort cohort = twelve();
        Fit whole = model == Model.LOG_BINOMIAL
                ? LogBinomial.fit("y ~ x + z + factor(site)", cohort)
                : model.of("y ~ x + z + factor(site)").fit(cohort);
        StratifiedFit within = StratifiedFit.of(model.of("y ~ x + z"), "site", cohort);

        assertThat(within.terms()).containsExactly("x", "z");
        same(within, whole);
        same(
                within.with(StandardErrors.HC0).withLevel(0.9),
                whole.with(StandardErrors.HC0).withLevel(0.9));
        assertThat(within.estimate("x").value()).isCloseTo(whole.estimate("x").value(), within(1e-10));
        assertThat(within.glance().deviance()).isCloseTo(whole.glance().deviance(), within(1e-8));
        assertThat(within.strata()).isEqualTo(12);
        assertThat(within.notes()).contains("12 strata of site, an intercept each");
        assertThat(within.toString()).contains("12 strata of site").doesNotContain("site[", "(Intercept)", "site = ");
    }

    @Test
    void profile_limits_are_those_beside_a_factor() {
        Cohort cohort = twelve();
        Fit whole = Logistic.fit("y ~ x + factor(site)", cohort).with(CoefficientInterval.PROFILE);
        StratifiedFit within = StratifiedFit.of(Model.LOGISTIC.of("y ~ x"), "site", cohort);
        same(within.with(CoefficientInterval.PROFILE).withLevel(0.95), whole);
        assertThat(within.with(CoefficientInterval.PROFILE)
                        .ratio("x")
                        .convention()
                        .toString())
                .contains("profile likelihood");
        assertThat(within.whole().predict(cohort).toString()).isNotEmpty();
    }

    @Test
    void strata_without_information_are_counted_and_left_out() {
        StratifiedFit fit = StratifiedFit.of(Model.LOGISTIC.of("y ~ x"), "site", uneven());
        Fit two = Logistic.fit("y ~ x + factor(site)", uneven().where(row -> row.number("site") < 3));

        same(fit, two);
        assertThat(fit.strata()).isEqualTo(2);
        assertThat(fit.completeCases().toString()).isEqualTo("complete cases: 18 of 19; site missing 1 (blank)");
        assertThat(fit.notes())
                .containsExactly(
                        "2 strata of site, an intercept each",
                        "2 strata of site (6 rows) without information, as y does not vary there; left out",
                        "only 12 observations in 2 strata: so many intercepts take odds ratios away from 1; the exact"
                                + " conditional method (cohort fit --exact) or Mantel-Haenszel (cohort table --strata)"
                                + " does not");
        assertThat(fit.whole().observations()).isEqualTo(12);
    }

    /** No risk is above 1, so a stratum of events only speaks of a risk ratio; one without events does not. */
    @Test
    void with_the_log_link_only_strata_without_events_are_left_out() {
        StratifiedFit risk = StratifiedFit.of(Model.POISSON_ROBUST.of("y ~ x"), "site", uneven());
        assertThat(risk.strata()).isEqualTo(3);
        assertThat(risk.notes())
                .contains("1 stratum of site (3 rows) without information, as y has no event there; left out");
        assertThat(StratifiedFit.of(Model.LINEAR.of("y ~ x"), "site", uneven()).strata())
                .isEqualTo(4);
    }

    /** The intercepts of pairs take the odds ratio to its square: 4 pairs one way, 2 the other. */
    @Test
    void pairs_are_biased_and_said_to_be() {
        double[][] columns = new double[3][12];
        for (int pair = 0; pair < 6; pair++) {
            columns[0][2 * pair] = 1;
            columns[1][2 * pair] = pair < 4 ? 1 : 0;
            columns[1][2 * pair + 1] = pair < 4 ? 0 : 1;
            columns[2][2 * pair] = pair;
            columns[2][2 * pair + 1] = pair;
        }
        StratifiedFit fit = StratifiedFit.of(Model.LOGISTIC.of("y ~ x"), "pair", DataSet.of("y x pair", columns));
        assertThat(fit.ratio("x").value()).isCloseTo(4, within(1e-9));
        assertThat(fit.notes().get(1)).startsWith("only 12 observations in 6 strata");
    }

    /** 5 times each row is 60 people in 2 strata. */
    @Test
    void frequency_weights_count_as_people() {
        Cohort cohort = uneven().derive(Variable.number("n", ""), row -> 5);
        Regression model = Model.LOGISTIC.of("y ~ x").with(Weights.frequency("n"));
        StratifiedFit fit = StratifiedFit.of(model, "site", cohort);
        assertThat(fit.whole().observations()).isEqualTo(60);
        assertThat(fit.notes()).hasSize(2);
    }

    @Test
    void what_is_the_same_within_strata_is_aliased() {
        Cohort cohort = twelve().derive(Variable.number("big", ""), row -> row.number("site") > 5 ? 1 : 0);
        StratifiedFit fit = StratifiedFit.of(Model.LOGISTIC.of("y ~ big + x"), "site", cohort);
        assertThat(fit.terms()).containsExactly("x");
        assertThat(fit.aliased()).containsExactly("big");
        assertThatThrownBy(() -> fit.ratio("big")).hasMessageContaining("aliased");
        assertThatThrownBy(() -> fit.ratio("site[2]"))
                .isInstanceOf(InputException.class)
                .hasMessage("no term 'site[2]' beside the strata of 'site'; there are x");
    }

    @Test
    void one_stratum_left_has_the_intercept() {
        Cohort cohort = uneven().where(row -> !row.isMissing("site") && row.number("site") != 2);
        StratifiedFit fit = StratifiedFit.of(Model.LOGISTIC.of("y ~ x"), "site", cohort);
        assertThat(fit.terms()).containsExactly("x");
        assertThat(fit.ratio("x").value()).isCloseTo(4, within(1e-9));
        assertThat(fit.notes().get(0)).isEqualTo("1 stratum of site, with an intercept");
    }

    @Test
    void what_cannot_go_with_strata_is_refused_by_name() {
        Cohort cohort = uneven();
        assertThatThrownBy(() -> StratifiedFit.of(Model.LOGISTIC.of("y ~ x * site"), "site", cohort))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("'site' is in the formula");
        assertThatThrownBy(() -> StratifiedFit.of(Model.LOGISTIC.of("y ~ x - 1"), "site", cohort))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("has no intercept");
        Cohort apart = cohort.where(row -> !row.isMissing("site") && row.number("site") > 2);
        assertThatThrownBy(() -> StratifiedFit.of(Model.LOGISTIC.of("y ~ x"), "site", apart))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("in none of the 2 strata of 'site' does y vary");
        assertThatThrownBy(() -> StratifiedFit.of(Model.LOGISTIC.of("y ~ x"), "ward", cohort))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("ward");
    }

    @Test
    void rows_of_strata_without_an_intercept_have_no_prediction() {
        Predictions predictions =
                StratifiedFit.of(Model.LOGISTIC.of("y ~ x"), "site", uneven()).predict(uneven());

        assertThat(predictions.missing(0)).isEmpty();
        assertThat(predictions.missing(12).orElseThrow().reason()).isEqualTo("a stratum without information");
        assertThat(predictions.missing(18).orElseThrow().reason()).isEqualTo("blank");
        assertThat(predictions).hasToString("predictions for 12 of 19 rows");
        // In each stratum the events that are expected are those that there are.
        double expected = 0;
        for (int row = 0; row < 6; row++) {
            expected += predictions.value(row);
        }
        assertThat(expected).isCloseTo(3, within(1e-9));
    }
}
