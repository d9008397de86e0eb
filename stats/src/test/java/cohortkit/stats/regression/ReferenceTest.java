package cohortkit.stats.regression;

import static org.assertj.core.api.Assertions.assertThat;

import cohortkit.core.Cohort;
import cohortkit.stats.Glance;
import cohortkit.stats.TestResult;
import cohortkit.stats.Tidy;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Agreement with fits at 200 bits, to all digits that these files trust. */
class ReferenceTest {

    private static final Map<String, Fit> FITS = new ConcurrentHashMap<>();

    private static Fit fit(Model model, Reference row, String formula) {
        String weights = row.text("weights") == null ? "" : row.text("weights");
        String key = model + row.text("data") + row.text("factors") + weights + row.text(formula);
        return FITS.computeIfAbsent(key, k -> {
            Cohort cohort = DataSet.named(row.text("data"), row.text("factors"));
            Regression regression = model.of(row.text(formula));
            return (weights.isEmpty() ? regression : regression.with(Weights.frequency(weights))).fit(cohort);
        });
    }

    private static Fit fitOf(Model model, String id) {
        return Reference.rows(model.toString())
                .filter(row -> row.text("model").equals(id))
                .map(row -> fit(model, row, "formula"))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"LOGISTIC, 34", "POISSON, 3", "LOG_BINOMIAL, 2"})
    void terms_agree(Model model, int count) {
        assertThat(Reference.rows(model.toString())).hasSize(count).allSatisfy(row -> {
            Fit fit = fit(model, row, "formula");
            int at = fit.terms().indexOf(row.text("term"));
            Tidy wald = fit.tidy().get(at);
            row.check("estimate", wald.estimate());
            row.check("std_error", wald.stdError());
            row.check("wald_lower", wald.confLow());
            row.check("wald_upper", wald.confHigh());
            row.check("p_wald", wald.pValue());
            Tidy profile = fit.tidy(CoefficientInterval.PROFILE, 0.95).get(at);
            row.check("profile_lower", profile.confLow());
            row.check("profile_upper", profile.confHigh());
        });
    }

    @Test
    void every_term_of_a_fit_is_in_the_reference() {
        Map<String, Long> terms = new java.util.TreeMap<>();
        Reference.rows("logistic").forEach(row -> terms.merge(row.text("model"), 1L, Long::sum));

        terms.forEach((id, count) ->
                assertThat(fitOf(Model.LOGISTIC, id).terms()).as(id).hasSize(count.intValue()));
    }

    @ParameterizedTest
    @CsvSource({"LOGISTIC, 11", "POISSON, 1", "LOG_BINOMIAL, 1"})
    void summaries_agree(Model model, int count) {
        assertThat(Reference.rows(model + "-glance")).hasSize(count).allSatisfy(row -> {
            String id = row.text("model").replace("-expanded", "");
            Fit fit = fitOf(model, id);
            Glance glance = fit.glance();
            row.check("null_deviance", glance.nullDeviance());
            row.check("deviance", glance.deviance());
            row.check("logLik", glance.logLik());
            row.check("AIC", glance.aic());
            boolean asR = !id.equals(row.text("model"))
                    || fit.model().weights().variable().isEmpty();
            if (asR) {
                row.check("nobs", (double) glance.nobs());
                row.check("df_residual", (double) glance.dfResidual());
                row.check("BIC", glance.bic());
            } else {
                // glm counts lines of the file of counts, not people.
                assertThat(row.number("nobs")).isEqualTo(fit.completeCases().analyzed());
                assertThat(glance.bic()).isGreaterThan(row.number("BIC"));
            }
        });
    }

    @Test
    void likelihood_ratio_tests_agree() {
        assertThat(Reference.rows("lrt")).hasSize(7).allSatisfy(row -> {
            TestResult test =
                    LikelihoodRatio.test(fit(Model.LOGISTIC, row, "model0"), fit(Model.LOGISTIC, row, "model1"));
            row.check("statistic", test.statistic());
            row.check("df", test.df());
            row.check("p", test.pValue());
        });
    }

    @ParameterizedTest
    @MethodSource
    void linear_terms_agree(Reference row) {
        Tidy tidy = fit(Model.LINEAR, row, "formula").tidy().stream()
                .filter(t -> t.term().equals(row.text("term")))
                .findFirst()
                .orElseThrow();
        row.check("estimate", tidy.estimate());
        row.check("std_error", tidy.stdError());
        row.check("statistic", tidy.statistic());
        row.check("lower", tidy.confLow());
        row.check("upper", tidy.confHigh());
        row.check("p", tidy.pValue());
    }

    static Stream<Reference> linear_terms_agree() {
        assertThat(Reference.rows("linear")).hasSize(7);
        return Reference.rows("linear");
    }

    @Test
    void linear_summaries_agree() {
        assertThat(Reference.rows("linear-glance")).hasSize(2).allSatisfy(row -> {
            Fit fit = fitOf(Model.LINEAR, row.text("model"));
            Glance glance = fit.glance();
            row.check("nobs", (double) glance.nobs());
            row.check("df_residual", (double) glance.dfResidual());
            row.check("null_deviance", glance.nullDeviance());
            row.check("deviance", glance.deviance());
            row.check("sigma", Math.sqrt(fit.dispersion()));
            row.check("r_squared", 1 - glance.deviance() / glance.nullDeviance());
            row.check("logLik", glance.logLik());
            row.check("AIC", glance.aic());
            row.check("BIC", glance.bic());
        });
    }
}
