package cohortkit.stats.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cohortkit.core.Cohort;
import cohortkit.core.InputException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FirthTest {

    private static Cohort table(double a, double b, double c, double d) {
        return DataSet.of("y x n", new double[] {1, 0, 1, 0}, new double[] {1, 1, 0, 0}, new double[] {a, b, c, d});
    }

    private static FirthFit fit(double a, double b, double c, double d) {
        return Model.LOGISTIC.of("y ~ x").with(Weights.frequency("n")).firth(table(a, b, c, d));
    }

    /** In a saturated model each cell gets half a person more (Firth 1993). */
    @ParameterizedTest
    @CsvSource({"5,3,2,9", "5,0,2,9", "7,0,0,8", "1,0,0,1", "1,0,6,100000"})
    void of_a_table_is_a_half_in_each_cell(double a, double b, double c, double d) {
        FirthFit fit = fit(a, b, c, d);
        double expected = (a + 0.5) * (d + 0.5) / ((b + 0.5) * (c + 0.5));
        double n1 = a + b;
        double n0 = c + d;
        double p1 = (a + 0.5) / (n1 + 1);
        double p0 = (c + 0.5) / (n0 + 1);

        assertThat(fit.oddsRatio("x").value()).isCloseTo(expected, within(1e-10 * expected));
        assertThat(fit.tidy().get(0).estimate()).isCloseTo(Math.log((c + 0.5) / (d + 0.5)), within(1e-10));
        assertThat(fit.tidy().get(1).stdError())
                .isCloseTo(Math.sqrt(1 / (n1 * p1 * (1 - p1)) + 1 / (n0 * p0 * (1 - p0))), within(1e-8));
    }

    /** The profile of a saturated model: the other parameter is free, so both cells' odds follow one equation. */
    @ParameterizedTest
    @CsvSource({"5,3,2,9", "5,0,2,9", "7,0,0,8"})
    void a_limit_loses_half_a_quantile_of_chi_square(double a, double b, double c, double d) {
        FirthFit fit = fit(a, b, c, d);
        for (double limit :
                new double[] {fit.tidy().get(1).confLow(), fit.tidy().get(1).confHigh()}) {
            double best = Double.NEGATIVE_INFINITY;
            double from = -15;
            double to = 15;
            for (int i = 0; i < 200; i++) {
                double left = from + (to - from) / 3;
                double right = to - (to - from) / 3;
                if (penalized(a, b, c, d, left, limit) < penalized(a, b, c, d, right, limit)) {
                    from = left;
                } else {
                    to = right;
                }
                best = Math.max(best, penalized(a, b, c, d, left, limit));
            }
            assertThat(fit.penalizedLogLik() - best).isCloseTo(3.841458820694124 / 2, within(1e-9));
        }
    }

    private static double penalized(double a, double b, double c, double d, double intercept, double slope) {
        double p1 = 1 / (1 + Math.exp(-intercept - slope));
        double p0 = 1 / (1 + Math.exp(-intercept));
        double information = (a + b) * p1 * (1 - p1) * (c + d) * p0 * (1 - p0);
        return a * Math.log(p1)
                + b * Math.log1p(-p1)
                + c * Math.log(p0)
                + d * Math.log1p(-p0)
                + Math.log(information) / 2;
    }

    @ParameterizedTest
    @EnumSource(FirthCorrection.class)
    void corrected_risks_have_the_observed_mean(FirthCorrection correction) {
        Random random = new Random(11);
        int n = 60;
        double[] x = random.doubles(n).map(u -> Math.floor(5 * u)).toArray();
        double[] y = random.doubles(n).map(u -> u < 0.1 ? 1 : 0).toArray();
        double[] w = random.doubles(n).map(u -> Math.floor(4 * u)).toArray();
        double[] o = random.doubles(n).toArray();
        y[0] = 1;
        w[0] = 2;
        Cohort cohort = DataSet.of("y x w o", y, x, w, o);
        FirthRisks risks = Model.LOGISTIC
                .of("y ~ x + offset(o)")
                .with(Weights.frequency("w"))
                .firth(cohort)
                .risks(correction);

        double events = 0;
        double people = 0;
        for (int i = 0; i < n; i++) {
            events += w[i] * y[i];
            people += w[i];
        }
        assertThat(risks.mean()).isCloseTo(events / people, within(1e-12));
        assertThat(risks.risks())
                .hasSize((int) Arrays.stream(w).filter(v -> v > 0).count());
        assertThat(Arrays.stream(risks.risks())).allMatch(risk -> risk > 0 && risk < 1);
        assertThat(risks.correction()).isEqualTo(correction);
        assertThat(risks)
                .hasToString(correction + ": " + risks.risks().length + " risks, mean "
                        + cohortkit.core.DisplayNumber.percent(events / people, 1) + " %");
    }

    @Test
    void repeated_rows_are_weights() {
        double[] y = {1, 1, 0, 0, 0, 1};
        double[] x = {2, 2, 1, 1, 0, 3};
        FirthFit rows = Logistic.firth("y ~ x", DataSet.of("y x", y, x));
        FirthFit counts = Model.LOGISTIC
                .of("y ~ x")
                .with(Weights.frequency("n"))
                .firth(DataSet.of(
                        "y x n", new double[] {1, 0, 0, 1}, new double[] {2, 1, 0, 3}, new double[] {2, 2, 1, 1}));

        assertThat(counts.tidy().get(1).estimate()).isCloseTo(rows.tidy().get(1).estimate(), within(1e-12));
        assertThat(counts.tidy().get(1).confLow()).isCloseTo(rows.tidy().get(1).confLow(), within(1e-9));
        assertThat(counts.tidy().get(1).pValue()).isCloseTo(rows.tidy().get(1).pValue(), within(1e-12));
        assertThat(counts.observations()).isEqualTo(6);
        assertThat(counts.glance().deviance())
                .isCloseTo(rows.glance().deviance(), within(1e-12))
                .isLessThan(counts.glance().nullDeviance());
        assertThat(counts.glance().nullDeviance()).isCloseTo(12 * Math.log(2), within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-6, 1, 1e9})
    void units_do_not_matter(double unit) {
        double[] y = {1, 1, 0, 0, 0, 1, 0};
        double[] x = {2, 2.5, 1, 1, 0, 3, 2};
        FirthFit plain = Logistic.firth("y ~ x", DataSet.of("y x", y, x));
        FirthFit scaled = Logistic.firth(
                "y ~ x",
                DataSet.of("y x", y, Arrays.stream(x).map(v -> v * unit + unit).toArray()));

        assertThat(scaled.tidy().get(1).estimate() * unit)
                .isCloseTo(plain.tidy().get(1).estimate(), within(1e-9));
        assertThat(scaled.tidy().get(1).confHigh() * unit)
                .isCloseTo(plain.tidy().get(1).confHigh(), within(1e-8));
        assertThat(scaled.tidy().get(1).pValue()).isCloseTo(plain.tidy().get(1).pValue(), within(1e-9));
    }

    /** One search from the estimate gives -34.70 for the lower limit of b, where another peak has lost 2.92 only. */
    @Test
    void limits_are_those_of_the_highest_of_several_peaks() {
        FirthFit fit = Logistic.firth("combination ~ x + a + b", DataSet.named("separation"));

        assertThat(Reference.rows("firth-peaks")).hasSize(8).allSatisfy(row -> {
            cohortkit.core.Interval interval = fit.estimate(row.text("term")).interval();
            row.check("limit", row.text("side").equals("lower") ? interval.lower() : interval.upper());
        });
    }

    /** Counts of 10^12 end the steps of one term's profile in rounding; the other term has its limits. */
    @Test
    void a_limit_that_is_not_found_is_missing_by_name_and_stops_no_other() {
        Cohort cohort =
                DataSet.of("y x n", new double[] {0, 1, 0}, new double[] {0, 0, 1}, new double[] {1e12, 5e11, 1e12});
        FirthFit fit = Model.LOGISTIC.of("y ~ x").with(Weights.frequency("n")).firth(cohort);

        assertThat(fit.notes())
                .hasSize(2)
                .allMatch(note -> note.matches("\\(Intercept\\) has no (lower|upper) limit by the penalized"
                        + " likelihood: the iterations came to no maximum in \\d+ steps"));
        assertThat(fit.tidy().get(0).confLow()).isNaN();
        assertThat(fit.oddsRatio("x").interval().upper()).isCloseTo(6.75e-12, within(0.005e-12));
        assertThat(fit.with(CoefficientInterval.WALD).notes()).isEmpty();
    }

    @Test
    void aliased_terms_are_left_out_and_a_profile_agrees_with_its_test() {
        double[] y = {1, 1, 1, 0, 0, 0, 0, 1};
        double[] x = {1, 1, 1, 0, 0, 1, 0, 1};
        double[] twice = Arrays.stream(x).map(v -> 2 * v).toArray();
        FirthFit fit = Logistic.firth("y ~ x + twice", DataSet.of("y x twice", y, x, twice));

        assertThat(fit.terms()).containsExactly("(Intercept)", "x");
        assertThat(fit.aliased()).containsExactly("twice");
        double p = fit.tidy().get(1).pValue();
        assertThat(fit.withLevel(1 - p).tidy().get(1).confLow()).isCloseTo(0, within(1e-6));
        assertThat(fit).asString().contains("Firth logistic regression of y, n = 8", "twice", "aliased");
    }

    @Test
    void other_models_and_unknown_terms_are_refused() {
        Cohort cohort = table(3, 2, 1, 4);
        assertThatThrownBy(() -> Model.POISSON.of("y ~ x").firth(cohort))
                .isInstanceOf(InputException.class)
                .hasMessage("Firth's penalized likelihood is there for logistic models; this one is poisson");
        assertThatThrownBy(() -> fit(3, 2, 1, 4).oddsRatio("z"))
                .isInstanceOf(InputException.class)
                .hasMessage("no term 'z'; there are (Intercept), x");
        assertThatThrownBy(() -> fit(3, 2, 1, 4).risks(FirthCorrection.FLIC).coefficient("z"))
                .isInstanceOf(InputException.class);
        assertThatThrownBy(() -> Logistic.firth("y ~ x - 1", cohort).risks(FirthCorrection.FLAC))
                .isInstanceOf(InputException.class)
                .hasMessage("FLAC needs a model with an intercept");
    }
}
