package cohortkit.stats.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cohortkit.core.Cohort;
import cohortkit.stats.Tidy;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Limits of separated likelihoods and penalized ones, against glm.fit, brglm2 and roots found in R. */
class SeparationReferenceTest {

    private static final Map<String, Fit> FITS = new ConcurrentHashMap<>();

    private static final Map<String, FirthFit> FIRTH = new ConcurrentHashMap<>();

    private static Regression model(Reference row) {
        Family family = Family.valueOf(row.text("family").toUpperCase(Locale.ROOT));
        Regression model = Regression.of(cohortkit.core.Formula.parse(row.text("model")), family);
        return row.text("weights").isEmpty() ? model : model.with(Weights.frequency(row.text("weights")));
    }

    private static Cohort cohort(Reference row) {
        return DataSet.named(row.text("data"));
    }

    private static String key(Reference row) {
        return row.text("data") + row.text("model") + row.text("family");
    }

    @Test
    void the_file_is_whole() {
        assertThat(Reference.rows("separation")).hasSize(52);
        assertThat(Reference.rows("separation").filter(row -> !Double.isFinite(row.number("ml"))))
                .hasSizeGreaterThan(15);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void maximum_likelihood_agrees(Reference row) {
        Fit fit = FITS.computeIfAbsent(key(row), key -> model(row).fit(cohort(row)));
        Tidy profile =
                fit.tidy(CoefficientInterval.PROFILE, 0.95).get(fit.terms().indexOf(row.text("term")));
        Tidy wald = fit.tidy().get(fit.terms().indexOf(row.text("term")));

        assertThat(fit.deviance()).isCloseTo(row.number("ml_deviance"), within(1e-8));
        check(row, "ml", profile.estimate());
        check(row, "ml", wald.estimate());
        check(row, "ml_lower", profile.confLow());
        check(row, "ml_upper", profile.confHigh());
        check(row, "ml_lr", profile.statistic());
        assertThat(profile.pValue())
                .isCloseTo(ChiSquaredDistribution.of(1).survivalProbability(row.number("ml_lr")), within(1e-7));
        if (Double.isFinite(row.number("ml"))) {
            check(row, "ml_se", wald.stdError());
            assertThat(wald.method()).isEqualTo("Wald");
        } else {
            assertThat(wald).isEqualTo(profile);
            assertThat(wald.stdError()).isNaN();
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void firth_agrees(Reference row) {
        if (!row.text("family").equals("binomial")) {
            return;
        }
        FirthFit fit = FIRTH.computeIfAbsent(key(row), key -> model(row).firth(cohort(row)));
        Tidy profile = fit.tidy().get(fit.terms().indexOf(row.text("term")));
        Tidy wald = fit.with(CoefficientInterval.WALD).tidy().get(fit.terms().indexOf(row.text("term")));

        check(row, "firth", profile.estimate());
        check(row, "firth_se", profile.stdError());
        check(row, "firth_lower", profile.confLow());
        check(row, "firth_upper", profile.confHigh());
        check(row, "firth_lr", profile.statistic());
        for (FirthCorrection correction : FirthCorrection.values()) {
            FirthRisks risks = fit.risks(correction);
            check(row, correction.name().toLowerCase(Locale.ROOT), risks.coefficient(row.text("term")));
        }
        assertThat(fit.penalizedLogLik()).isCloseTo(row.number("firth_penalized"), within(1e-8));
        assertThat(wald.confHigh() - wald.confLow()).isCloseTo(2 * 1.959963984540054 * wald.stdError(), within(1e-9));
    }

    private static void check(Reference row, String column, double found) {
        double expected = row.number(column);
        if (Double.isFinite(expected)) {
            assertThat(found)
                    .as("%s of %s", column, row)
                    .isCloseTo(
                            expected, within(Math.pow(10, -row.number("digits")) * Math.max(0.1, Math.abs(expected))));
        } else {
            assertThat(found).as("%s of %s", column, row).isEqualTo(expected);
        }
    }

    static Stream<Reference> rows() {
        return Reference.rows("separation");
    }
}
