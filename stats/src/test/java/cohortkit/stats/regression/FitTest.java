package cohortkit.stats.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cohortkit.core.Cohort;
import cohortkit.core.Convention;
import cohortkit.core.Estimate;
import cohortkit.core.Formula;
import cohortkit.core.InputException;
import cohortkit.core.Measure;
import cohortkit.stats.Glance;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.junit.jupiter.api.Test;

class FitTest {

    private static final Cohort BIRTHS = DataSet.named("low-birth-weight");

    /** Smoking and low birth weight: 30 of 74 smokers, 29 of 115 others; counts of the shipped rows. */
    private static final double A = 30;

    private static final double B = 44;

    private static final double C = 29;

    private static final double D = 86;

    @Test
    void reproduces_what_hosmer_and_lemeshow_print() {
        // Applied Logistic Regression, 2nd edition 2000, table 2.2.
        Fit fit = Logistic.fit("low ~ age + lwt + factor(race) + ftv", BIRTHS);

        assertPrinted(fit, "age", "-0.024", "0.0337");
        assertPrinted(fit, "lwt", "-0.014", "0.0065");
        assertPrinted(fit, "race[2]", "1.004", "0.4979");
        assertPrinted(fit, "race[3]", "0.433", "0.3622");
        assertPrinted(fit, "ftv", "-0.049", "0.1672");
        assertPrinted(fit, "(Intercept)", "1.295", "1.0714");
        assertThat(rounded(fit.logLik(), 3)).isEqualTo("-111.286");
    }

    private static void assertPrinted(Fit fit, String term, String estimate, String error) {
        Coefficient coefficient = fit.coefficients().get(fit.terms().indexOf(term));
        assertThat(rounded(coefficient.estimate(), 3)).as(term).isEqualTo(estimate);
        assertThat(rounded(coefficient.standardError(), 4)).as(term).isEqualTo(error);
    }

    private static String rounded(double x, int decimals) {
        return BigDecimal.valueOf(x).setScale(decimals, RoundingMode.HALF_UP).toPlainString();
    }

    @Test
    void one_binary_term_gives_the_odds_ratio_of_the_table_and_its_woolf_interval() {
        Estimate ratio = Logistic.fit("low ~ smoke", BIRTHS).oddsRatio("smoke");

        double log = Math.log(A * D / (B * C));
        double error = Math.sqrt(1 / A + 1 / B + 1 / C + 1 / D);
        assertThat(ratio.measure()).isEqualTo(Measure.ODDS_RATIO);
        assertThat(ratio.value()).isCloseTo(Math.exp(log), relative(1e-13, Math.exp(log)));
        assertThat(Math.log(ratio.interval().lower())).isCloseTo(log - 1.959963984540054 * error, within(1e-13));
        assertThat(Math.log(ratio.interval().upper())).isCloseTo(log + 1.959963984540054 * error, within(1e-13));
        assertThat(ratio.convention())
                .isEqualTo(Convention.of("maximum likelihood, logistic", "Wald").withDenominator("189 rows"));
    }

    @Test
    void the_log_link_gives_the_risk_ratio_of_the_table_and_its_katz_interval() {
        Estimate ratio =
                Model.LOGISTIC.of("low ~ smoke").with(Link.LOG).fit(BIRTHS).ratio("smoke");

        double log = Math.log(A / (A + B) / (C / (C + D)));
        double error = Math.sqrt(1 / A - 1 / (A + B) + 1 / C - 1 / (C + D));
        assertThat(ratio.measure()).isEqualTo(Measure.RISK_RATIO);
        assertThat(Math.log(ratio.value())).isCloseTo(log, within(1e-13));
        assertThat(Math.log(ratio.interval().upper())).isCloseTo(log + 1.959963984540054 * error, within(1e-12));
    }

    @Test
    void poisson_gives_the_rate_ratio_of_counts_over_person_time() {
        Cohort deaths =
                DataSet.of("deaths exposed years", new double[] {15, 27, 4}, new double[] {1, 0, 0}, new double[] {
                    1900.5, 4010.25, 600
                });
        Fit fit = Model.POISSON.of("deaths ~ exposed + offset(log(years))").fit(deaths);

        double log = Math.log(15 / 1900.5 / (31 / 4610.25));
        assertThat(fit.estimate("exposed").value()).isCloseTo(log, within(1e-13));
        assertThat(fit.coefficients().get(1).standardError()).isCloseTo(Math.sqrt(1 / 15.0 + 1 / 31.0), within(1e-13));
        assertThat(fit.ratio("exposed").measure()).isEqualTo(Measure.RATE_RATIO);
        double rate = 46 / 6510.75;
        double nullDeviance = 2
                * (15 * Math.log(15 / (rate * 1900.5))
                        + 27 * Math.log(27 / (rate * 4010.25))
                        + 4 * Math.log(4 / (rate * 600)));
        assertThat(fit.glance().nullDeviance()).isCloseTo(nullDeviance, within(1e-12));
    }

    @Test
    void a_linear_model_of_one_binary_term_is_the_t_test_with_pooled_variance() {
        Cohort two = DataSet.of("y g", new double[] {1, 2, 3, 5, 9}, new double[] {0, 0, 0, 1, 1});
        Fit fit = Model.LINEAR.of("y ~ g").fit(two);

        double pooled = (2.0 + 8.0) / 3;
        assertThat(fit.estimate("g").value()).isCloseTo(5, within(1e-13));
        assertThat(fit.dispersion()).isCloseTo(pooled, within(1e-13));
        assertThat(fit.coefficients().get(1).standardError())
                .isCloseTo(Math.sqrt(pooled * (1 / 3.0 + 1 / 2.0)), within(1e-13));
        // Quantile of t on 3 degrees of freedom, from its closed-form distribution.
        double t = fit.estimate("g").interval().upper() - 5;
        double x = t / fit.coefficients().get(1).standardError() / Math.sqrt(3);
        assertThat(0.5 + (x / (1 + x * x) + Math.atan(x)) / Math.PI).isCloseTo(0.975, within(1e-14));
        assertThat(fit.tidy(CoefficientInterval.PROFILE, 0.95)).isEqualTo(fit.tidy());
        assertThat(fit.tidy()).extracting(row -> row.method()).containsOnly("t");
    }

    @Test
    void summary_numbers_follow_their_definitions() {
        Fit fit = Logistic.fit("low ~ smoke", BIRTHS);
        Glance glance = fit.glance();

        double logLik = A * Math.log(A / (A + B))
                + B * Math.log(B / (A + B))
                + C * Math.log(C / (C + D))
                + D * Math.log(D / (C + D));
        assertThat(glance.nobs()).isEqualTo(189);
        assertThat(glance.dfResidual()).isEqualTo(187);
        assertThat(glance.logLik()).isCloseTo(logLik, within(1e-11));
        assertThat(glance.deviance()).isCloseTo(-2 * logLik, within(1e-11));
        assertThat(glance.nullDeviance())
                .isCloseTo(-2 * (59 * Math.log(59 / 189.0) + 130 * Math.log(130 / 189.0)), within(1e-11));
        assertThat(glance.aic()).isCloseTo(4 - 2 * logLik, within(1e-11));
        assertThat(glance.bic()).isCloseTo(2 * Math.log(189) - 2 * logLik, within(1e-11));
        assertThat(fit.covariance()[1][1]).isCloseTo(1 / A + 1 / B + 1 / C + 1 / D, within(1e-13));
        assertThat(fit.covariance()[0][1]).isCloseTo(-1 / C - 1 / D, within(1e-13));
        fit.covariance()[0][0] = 0;
        assertThat(fit.covariance()[0][0]).isPositive();
    }

    @Test
    void another_level_changes_the_interval_alone() {
        Fit fit = Logistic.fit("low ~ smoke", BIRTHS);
        Fit narrower = fit.withLevel(0.5);

        assertThat(narrower.coefficients()).isEqualTo(fit.coefficients());
        assertThat(narrower.oddsRatio("smoke").interval().level()).isEqualTo(0.5);
        assertThat(narrower.with(CoefficientInterval.PROFILE)
                        .oddsRatio("smoke")
                        .interval()
                        .level())
                .isEqualTo(0.5);
        assertThat(fit.tidy(CoefficientInterval.WALD, 0.5)).isEqualTo(narrower.tidy());
        assertThatThrownBy(() -> fit.withLevel(95))
                .isInstanceOf(InputException.class)
                .hasMessage("level must be in (0, 1), such as 0.95; was 95.0");
    }

    @Test
    void prints_a_title_and_an_aligned_table() {
        Fit fit = Logistic.fit("low ~ age + factor(race, ref = 3) + smoke", BIRTHS);

        assertThat(fit).hasToString("""
            Logistic regression of low, n = 189
            term           OR       95 % CI       p
            (Intercept)  1.05  0.22 to 4.95   0.950
            age          0.97  0.90 to 1.03   0.296
            race[1]      0.35  0.16 to 0.77  0.0092
            race[2]      0.96  0.37 to 2.50   0.926
            smoke        3.01  1.45 to 6.23  0.0031
            Wald intervals and Wald tests
            reference: race = 3
            complete cases: 189 of 189\
            """);
        assertThat(fit.with(CoefficientInterval.PROFILE).toString())
                .contains("profile-likelihood intervals and likelihood-ratio tests");
    }

    @Test
    void prints_long_names_and_sentences_within_eighty_columns() {
        String name = "a_variable_whose_name_is_much_longer_than_a_column_of_a_table";
        Cohort cohort = DataSet.of(
                "y " + name + " n", new double[] {0, 1, 0, 1, 1}, new double[] {1, 2, 3, 4, Double.NaN}, new double[] {
                    1, 2, 3, Double.NaN, Double.NaN
                });
        Fit fit = Model.LINEAR.of(name + " ~ y").with(Weights.frequency("n")).fit(cohort);

        assertThat(fit).hasToString("""
            Linear regression, n = 6
            term             b        95 % CI       p
            (Intercept)   2.50   1.30 to 3.70  0.0045
            y            -0.50  -2.58 to 1.58   0.541
            t intervals and t tests
            frequency weights n
            complete cases: 3 of 5;
              a_variable_whose_name_is_much_longer_than_a_column_of_a_table missing 1
              (blank), n missing 2 (blank)\
            """);
    }

    @Test
    void a_category_is_no_count_and_no_offset() {
        Cohort births = DataSet.named("low-birth-weight", "race=1|2|3");

        assertThatThrownBy(() -> Model.POISSON.of("race ~ age").fit(births))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("a number is needed here");
        assertThatThrownBy(() -> Logistic.fit("low ~ age + offset(race)", births))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("a number is needed here");
        assertThatThrownBy(() -> Model.POISSON.of("smoke ~ age").fit(DataSet.named("low-birth-weight", "smoke=0|1")))
                .isInstanceOf(InputException.class)
                .hasMessage("outcome 'smoke' is a category of 2 levels; a Poisson regression needs a number. For one"
                        + " level against the other use a logistic, log-binomial, poisson-robust or risk-difference"
                        + " model");
    }

    @Test
    void names_the_terms_there_are() {
        Fit fit = Logistic.fit("low ~ smoke", BIRTHS);

        assertThatThrownBy(() -> fit.oddsRatio("rls[yes]"))
                .isInstanceOf(InputException.class)
                .hasMessage("no term 'rls[yes]'; there are (Intercept), smoke");
    }

    @Test
    void refuses_a_ratio_that_the_model_does_not_have() {
        Fit linear = Model.LINEAR.of("bwt ~ smoke").fit(BIRTHS);
        Fit poisson = Model.POISSON.of("ftv ~ smoke").fit(BIRTHS);

        assertThatThrownBy(() -> linear.ratio("smoke"))
                .hasMessage("the coefficients of a linear model are differences, not ratios;"
                        + " ask for estimate(\"smoke\")");
        assertThatThrownBy(() -> linear.oddsRatio("smoke"))
                .hasMessage("a linear model has no odds ratios; ask for estimate(\"smoke\")");
        assertThatThrownBy(() -> poisson.oddsRatio("smoke"))
                .hasMessage("a poisson model has no odds ratios; its ratio(\"smoke\") is a rate ratio");
    }

    @Test
    void a_model_is_found_by_its_name_and_refuses_a_link_of_another_family() {
        assertThat(Model.parse("Log-Binomial")).isEqualTo(Model.LOG_BINOMIAL);
        assertThat(List.of(Model.values()))
                .extracting(Model::toString)
                .containsExactly("logistic", "log-binomial", "poisson-robust", "poisson", "linear", "risk-difference");
        assertThat(Family.BINOMIAL.links()).containsExactly(Link.LOGIT, Link.LOG, Link.IDENTITY);
        assertThatThrownBy(() -> Model.parse("probit"))
                .isInstanceOf(InputException.class)
                .hasMessage("no model 'probit'; there are logistic, log-binomial, poisson-robust, poisson, linear,"
                        + " risk-difference");
        Regression linear = Regression.of(Formula.parse("y ~ x"), Family.GAUSSIAN);
        assertThat(linear.model()).isEqualTo(Model.LINEAR);
        assertThatThrownBy(() -> linear.with(Link.LOGIT))
                .isInstanceOf(InputException.class)
                .hasMessage("family GAUSSIAN does not go with link LOGIT; it goes with IDENTITY");
    }

    static org.assertj.core.data.Offset<Double> relative(double share, double value) {
        return within(Math.abs(share * value));
    }
}
