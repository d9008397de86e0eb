package cohortkit.stats.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cohortkit.core.Cohort;
import cohortkit.core.InputException;
import cohortkit.core.Measure;
import cohortkit.core.Variable;
import cohortkit.stats.Glance;
import cohortkit.stats.Tidy;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StandardErrorsTest {

    private static final Cohort BIRTHS = DataSet.named("low-birth-weight")
            .derive(Variable.number("w", "Weight / 100"), row -> row.number("lwt") / 100);

    private static final String CLUSTER = "cluster:age:";

    private static StandardErrors errors(String text) {
        if (text.startsWith(CLUSTER)) {
            return StandardErrors.cluster("age", ClusterFactor.valueOf(text.substring(CLUSTER.length())));
        }
        return StandardErrors.Robust.valueOf(text);
    }

    private static Weights weights(String text) {
        return switch (text) {
            case "" -> Weights.none();
            case "probability:w" -> Weights.probability("w");
            default -> Weights.precision("w");
        };
    }

    @Test
    void errors_weights_and_models_agree_with_sandwich_and_survey() {
        assertThat(Reference.rows("models")).hasSize(69).allSatisfy(row -> {
            Fit fit = Model.parse(row.text("model"))
                    .of(row.text("formula"))
                    .with(weights(row.text("weights")))
                    .fit(BIRTHS)
                    .with(errors(row.text("errors")));
            Tidy tidy = fit.tidy().get(fit.position(row.text("term")));
            row.check("estimate", tidy.estimate());
            row.check("std_error", tidy.stdError());
            row.check("lower", tidy.confLow());
            row.check("upper", tidy.confHigh());
            row.check("p", tidy.pValue());
        });
    }

    @Test
    void robust_errors_agree_at_200_bits() {
        assertThat(Reference.rows("robust")).hasSizeGreaterThan(40).allSatisfy(row -> {
            String formula = row.text("formula").replace("race", "factor(race)");
            Fit fit = Model.parse(row.text("family").equals("binomial") ? "logistic" : "poisson")
                    .of(formula)
                    .fit(BIRTHS)
                    .with(errors(row.text("type")));
            row.check(
                    "std_error", fit.tidy().get(fit.position(row.text("term"))).stdError());
        });
    }

    @Test
    void a_linear_model_with_precision_weights_is_summed_up_as_in_r() {
        Reference row = Reference.rows("precision").findFirst().orElseThrow();
        Glance glance = Model.LINEAR
                .of("bwt ~ smoke + lwt")
                .with(Weights.precision("w"))
                .fit(BIRTHS)
                .glance();
        row.check("nobs", (double) glance.nobs());
        row.check("deviance", glance.deviance());
        row.check("logLik", glance.logLik());
        row.check("AIC", glance.aic());
        row.check("BIC", glance.bic());
    }

    @Test
    void frequencies_have_the_robust_errors_of_the_rows_repeated() {
        double[] y = {0, 1, 1, 0, 1, 0, 0, 1};
        double[] x = {1, 2, 3, 4, 5, 6, 2, 1};
        double[] n = {2, 1, 3, 2, 1, 2, 4, 1};
        int[] repeated = IntStream.range(0, y.length)
                .flatMap(i -> IntStream.generate(() -> i).limit((long) n[i]))
                .toArray();
        Cohort folded = DataSet.of("y x n", y, x, n);
        Cohort unfolded = DataSet.of(
                "y x",
                IntStream.of(repeated).mapToDouble(i -> y[i]).toArray(),
                IntStream.of(repeated).mapToDouble(i -> x[i]).toArray());
        for (StandardErrors errors : StandardErrors.Robust.values()) {
            double expected = Logistic.fit("y ~ x", unfolded)
                    .with(errors)
                    .coefficients()
                    .get(1)
                    .standardError();
            assertThat(Logistic.fit("y ~ x", folded, Weights.frequency("n"))
                            .with(errors)
                            .coefficients()
                            .get(1)
                            .standardError())
                    .as(errors.toString())
                    .isCloseTo(expected, within(1e-12 * expected));
        }
    }

    @Test
    void each_row_its_own_cluster_is_hc0() {
        double[] id = IntStream.range(0, 8).mapToDouble(i -> i * 1.5).toArray();
        Cohort cohort =
                DataSet.of("y x id", new double[] {0, 1, 1, 0, 1, 0, 0, 1}, new double[] {1, 2, 3, 4, 5, 6, 2, 1}, id);
        Fit fit = Logistic.fit("y ~ x", cohort);

        assertThat(fit.with(StandardErrors.cluster("id", ClusterFactor.NONE)).covariance()[1][1])
                .isCloseTo(fit.with(StandardErrors.HC0).covariance()[1][1], within(1e-15));
    }

    @Test
    void what_does_not_go_together_is_refused() {
        Fit fit = Logistic.fit("low ~ smoke", BIRTHS);
        Fit robust = fit.with(StandardErrors.HC3);

        assertThatThrownBy(() -> robust.with(CoefficientInterval.PROFILE))
                .isInstanceOf(InputException.class)
                .hasMessage("profile-likelihood limits rest on the model's likelihood, HC3 errors do not;"
                        + " robust errors go with Wald intervals");
        assertThatThrownBy(() -> fit.with(CoefficientInterval.PROFILE).with(StandardErrors.HC0))
                .hasMessageContaining("HC0 errors do not");
        assertThatThrownBy(() -> LikelihoodRatio.test(fit, robust)).hasMessageContaining("ask for Wald.test");
        Fit modified = Model.POISSON_ROBUST.of("low ~ smoke").fit(BIRTHS);
        assertThatThrownBy(() -> modified.with(StandardErrors.MODEL))
                .hasMessage("the likelihood of a poisson-robust model is not that of the data,"
                        + " and its errors mean nothing; ask for robust ones");
        Fit sampled = Logistic.fit("low ~ smoke", BIRTHS, Weights.probability("w"));
        assertThatThrownBy(() -> sampled.with(StandardErrors.MODEL))
                .hasMessageStartingWith("the likelihood of probability weights w is not that of the data");
        assertThatThrownBy(() -> Logistic.fit("low ~ smoke", BIRTHS, Weights.precision("w")))
                .hasMessageContaining("a logistic model has none to divide");
    }

    @Test
    void a_separated_working_likelihood_has_no_limits_to_print() {
        Cohort cohort = DataSet.of(
                "y x w none",
                new double[] {0, 0, 1, 1, 1},
                new double[] {0, 0, 0, 1, 1},
                new double[] {1, 2, 1.5, 1, 2},
                new double[] {0, 1, 0, 0, 0});

        assertThat(Logistic.fit("y ~ x", cohort).separation()).isPresent();
        assertThatThrownBy(() -> Logistic.fit("y ~ x", cohort, Weights.probability("w")))
                .isInstanceOf(SeparationException.class)
                .hasMessage(
                        "the robust errors of probability weights w need finite estimates; quasi-complete separation:"
                                + " there is no finite maximum likelihood estimate; x to +infinity: all 2 rows with x"
                                + " above 0 have y = 1. Merge levels or leave a term out");
        assertThatThrownBy(() -> Model.POISSON_ROBUST.of("none ~ x").fit(cohort))
                .isInstanceOf(SeparationException.class)
                .hasMessageStartingWith("the robust errors of a poisson-robust model need finite estimates; quasi-")
                .hasMessageEndingWith(". Merge levels or leave a term out");
        Fit fit = Logistic.fit("y ~ x", cohort);
        assertThatThrownBy(() -> fit.with(StandardErrors.HC0))
                .isInstanceOf(SeparationException.class)
                .hasMessageStartingWith("HC0 errors need finite estimates; quasi-complete separation");
        assertThatThrownBy(() -> fit.with(StandardErrors.cluster("w")))
                .isInstanceOf(SeparationException.class)
                .hasMessageStartingWith("clusters of w errors need finite estimates; quasi-complete separation");
        assertThat(fit.with(StandardErrors.MODEL).tidy()).isEqualTo(fit.tidy());
        assertThatThrownBy(() -> Model.LOGISTIC
                        .of("y ~ x")
                        .with(Weights.probability("w"))
                        .firth(cohort))
                .hasMessageContaining("fit without them or without the penalty");
        assertThatThrownBy(() -> Model.LOGISTIC
                        .of("y ~ x")
                        .with(Weights.probability("w"))
                        .exact(cohort, "x"))
                .hasMessage("exact inference counts people; probability weights w are no counts");
    }

    @Test
    void clusters_must_be_known_and_several() {
        Cohort cohort = DataSet.of(
                "y x one id",
                new double[] {0, 1, 1, 0},
                new double[] {1, 2, 1, 2},
                new double[] {1, 1, 1, 1},
                new double[] {1, 2, Double.NaN, 2});
        Fit fit = Logistic.fit("y ~ x", cohort);

        assertThatThrownBy(() -> fit.with(StandardErrors.cluster("one")))
                .hasMessage("all 4 analyzed rows are of one cluster of 'one'; errors by cluster need at least two");
        assertThatThrownBy(() -> fit.with(StandardErrors.cluster("id")))
                .hasMessage("cluster 'id' is missing in row 3; exclude the rows without a cluster, or make each a"
                        + " cluster of its own");
        assertThatThrownBy(() -> fit.with(StandardErrors.cluster("site"))).hasMessageContaining("site");
    }

    @Test
    void fewer_clusters_than_coefficients_are_said_not_tested() {
        Fit fit = Logistic.fit("low ~ smoke + lwt + ht + ui", BIRTHS).with(StandardErrors.cluster("race"));

        assertThatThrownBy(() -> Wald.test(fit, "smoke", "lwt", "ht", "ui"))
                .hasMessageContaining("has the rank 2 only, as with fewer clusters than coefficients");
        assertThat(Wald.test(fit, "smoke").pValue()).isBetween(0.0, 1.0);
    }

    @Test
    void a_coefficient_of_its_own_has_no_hc3() {
        Cohort cohort = DataSet.of(
                "y x one", new double[] {1, 2, 4, 3, 9}, new double[] {1, 2, 3, 4, 5}, new double[] {0, 0, 0, 0, 1});
        Fit fit = Model.LINEAR.of("y ~ x + one").fit(cohort);

        assertThatThrownBy(() -> fit.with(StandardErrors.HC3))
                .hasMessage("HC3 errors are not defined: the row 5 has leverage 1, that is, a coefficient of its own;"
                        + " ask for HC1 or leave that term out");
        assertThat(fit.with(StandardErrors.HC1).covariance()[1][1]).isPositive();
    }

    @Test
    void the_convention_names_the_errors() {
        Fit fit = Model.POISSON_ROBUST.of("low ~ smoke").fit(BIRTHS);

        assertThat(fit.ratio("smoke").measure()).isEqualTo(Measure.RISK_RATIO);
        assertThat(fit.ratio("smoke").convention().interval()).isEqualTo("Wald, HC0");
        assertThat(fit.toString())
                .startsWith("Modified Poisson regression of low, n = 189\nterm")
                .contains("Wald intervals and Wald tests, standard errors: HC0");
        assertThat(fit.with(StandardErrors.cluster("age", ClusterFactor.NONE))
                        .estimate("smoke")
                        .convention()
                        .interval())
                .isEqualTo("Wald, clusters of age, factor NONE");
    }
}
