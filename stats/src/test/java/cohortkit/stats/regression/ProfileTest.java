package cohortkit.stats.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cohortkit.core.Cohort;
import cohortkit.core.Variable;
import cohortkit.stats.Tidy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileTest {

    private static final Cohort BIRTHS = DataSet.named("low-birth-weight");

    private static final double CHI_SQUARE = 1.959963984540054 * 1.959963984540054;

    /** A limit is right if the model with that value as an offset loses exactly the chi-square quantile. */
    @ParameterizedTest
    @CsvSource({"LOGISTIC, low", "LOG_BINOMIAL, low", "POISSON, ftv"})
    void at_a_limit_the_deviance_has_risen_by_the_quantile(Model model, String outcome) {
        Fit fit = model.of(outcome + " ~ age + lwt + smoke").fit(BIRTHS);
        for (Tidy row : fit.tidy(CoefficientInterval.PROFILE, 0.95)) {
            if (row.term().equals("(Intercept)")) {
                continue;
            }
            for (double limit : new double[] {row.confLow(), row.confHigh()}) {
                assertThat(lossAt(fit, outcome, row.term(), limit)).isCloseTo(CHI_SQUARE, within(1e-9));
            }
            assertThat(lossAt(fit, outcome, row.term(), 0)).isCloseTo(row.statistic(), within(1e-9));
        }
    }

    private static double lossAt(Fit fit, String outcome, String term, double value) {
        Cohort shifted = BIRTHS.derive(Variable.number("held", ""), row -> value * row.number(term));
        String rest = " ~ age + lwt + smoke"
                .replace(" " + term, " 0")
                .replace("0 + ", "")
                .replace(" + 0", "");
        return fit.model()
                        .model()
                        .of(outcome + rest + " + offset(held)")
                        .fit(shifted)
                        .deviance()
                - fit.deviance();
    }

    @Test
    void the_limits_of_one_proportion_solve_its_likelihood() {
        double[] y = {1, 0, 0, 0, 0, 0, 0, 1, 0, 0};
        Tidy row = Logistic.fit("y ~ 1", DataSet.of("y", y))
                .tidy(CoefficientInterval.PROFILE, 0.95)
                .get(0);

        for (double limit : new double[] {row.confLow(), row.confHigh()}) {
            double p = Link.LOGIT.mean(limit);
            double loss = 2 * (2 * Math.log(0.2 / p) + 8 * Math.log(0.8 / (1 - p)));
            assertThat(loss).isCloseTo(CHI_SQUARE, within(1e-12));
        }
        assertThat(row.statistic()).isCloseTo(2 * (2 * Math.log(0.4) + 8 * Math.log(1.6)), within(1e-12));
    }

    @Test
    void limits_and_p_value_agree_at_every_level() {
        Fit fit = Logistic.fit("low ~ age + lwt + factor(race) + smoke + ptl + ht + ui + ftv", BIRTHS);
        for (double level : new double[] {0.5, 0.9, 0.95, 0.999}) {
            for (Tidy row :
                    fit.withLevel(level).with(CoefficientInterval.PROFILE).tidy()) {
                boolean excludesZero = row.confLow() > 0 || row.confHigh() < 0;
                assertThat(excludesZero).as(row.toString()).isEqualTo(row.pValue() < 1 - level);
            }
        }
    }

    @Test
    void a_likelihood_ratio_of_thousands_keeps_its_p_value() {
        int n = 4000;
        double[] x = new double[n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = i < n / 2 ? 0 : 1;
            y[i] = (i % 20 == 0) == (x[i] == 0) ? 1 : 0;
        }
        Tidy row = Logistic.fit("y ~ x", DataSet.of("y x", y, x))
                .tidy(CoefficientInterval.PROFILE, 0.95)
                .get(1);

        double entropy = -0.05 * Math.log(0.05) - 0.95 * Math.log(0.95);
        assertThat(row.statistic()).isCloseTo(2 * n * (Math.log(2) - entropy), within(1e-8));
        assertThat(row.pValue()).isZero();
        assertThat(row.estimate()).isCloseTo(2 * Math.log(19), within(1e-12));
    }

    @Test
    void a_value_that_the_model_does_not_allow_has_an_infinite_statistic() {
        Tidy intercept = Model.LOG_BINOMIAL
                .of("low ~ smoke")
                .fit(BIRTHS)
                .tidy(CoefficientInterval.PROFILE, 0.95)
                .get(0);

        assertThat(intercept.statistic()).isInfinite();
        assertThat(intercept.pValue()).isZero();
    }
}
