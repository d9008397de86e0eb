package cohortkit.stats.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cohortkit.core.Cohort;
import cohortkit.core.InputException;
import cohortkit.stats.Tidy;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Maxima where a fitted risk is 1 or 0, and profiles that come there. */
class BoundaryTest {

    private static final Cohort BIRTHS = DataSet.named("low-birth-weight");

    private static final double Z = 1.959963984540054;

    static java.util.stream.Stream<Reference> fits() {
        return Reference.rows("boundary");
    }

    @ParameterizedTest
    @MethodSource("fits")
    void estimates_limits_and_tests_agree_with_a_barrier_in_r(Reference row) {
        Fit fit = Model.parse(row.text("model"))
                .of("low ~ " + row.text("formula"))
                .fit(BIRTHS);
        Tidy term = fit.with(CoefficientInterval.PROFILE).tidy().stream()
                .filter(line -> line.term().equals(row.text("term")))
                .findFirst()
                .orElseThrow();

        row.check("estimate", term.estimate());
        row.check("deviance", fit.deviance());
        if (!Double.isNaN(row.number("lower"))) {
            row.check("lower", term.confLow());
            row.check("upper", term.confHigh());
            row.check("chi.square", term.statistic());
        }
    }

    /** a of a + b exposed and c of c + d unexposed have the event. */
    private static Cohort table(int a, int b, int c, int d) {
        return DataSet.of("y x n", new double[] {1, 0, 1, 0}, new double[] {1, 1, 0, 0}, new double[] {a, b, c, d});
    }

    private static Fit fit(Model model, int a, int b, int c, int d) {
        return model.of("y ~ x").with(Weights.frequency("n")).fit(table(a, b, c, d));
    }

    private static double root(DoubleUnaryOperator function, double low, double high) {
        return new BrentSolver(1e-15, 1e-15).solve(1000, function::applyAsDouble, low, high);
    }

    /** All of 5 exposed and 2 of 9 unexposed: below a ratio of 4.5 the risks are 1 and 1 / ratio, from a ratio of 2 on. */
    @Test
    void an_exposed_risk_of_one_has_the_closed_ratio_and_profile() {
        Fit fit = fit(Model.LOG_BINOMIAL, 5, 0, 2, 7);
        Tidy ratio = fit.tidy().get(1);
        double most = 2 * (2 * Math.log(2 / 9.0) + 7 * Math.log(7 / 9.0));
        DoubleUnaryOperator loss =
                b -> b < Math.log(2) ? most - 10 * b + 28 * Math.log(2) : most + 4 * b - 14 * Math.log1p(-Math.exp(-b));

        assertThat(fit.ratio("x").value()).isCloseTo(4.5, within(1e-12));
        assertThat(fit.tidy().get(0).estimate()).isCloseTo(Math.log(2 / 9.0), within(1e-12));
        assertThat(fit.deviance()).isCloseTo(-2 * (2 * Math.log(2 / 9.0) + 7 * Math.log(7 / 9.0)), within(1e-12));
        assertThat(ratio.stdError()).isNaN();
        assertThat(ratio.confLow())
                .isCloseTo(root(b -> loss.applyAsDouble(b) - Z * Z, 0, Math.log(4.5)), within(1e-10));
        assertThat(ratio.confHigh())
                .isCloseTo(root(b -> loss.applyAsDouble(b) - Z * Z, Math.log(4.5), 9), within(1e-10));
        // Where the likelihood is a straight line, the pull is bisected
        assertThat(ratio.statistic()).isCloseTo(loss.applyAsDouble(0), within(1e-9));
        assertThat(ratio.method()).isEqualTo("profile likelihood");
        assertThat(fit.estimate("x").convention().estimator())
                .isEqualTo("maximum likelihood, log-binomial, maximum on the boundary");
        assertThat(fit.notes())
                .containsExactly("the maximum lies on the boundary of what the model allows, 5 with a fitted risk of"
                        + " 1. Standard errors have no meaning there; limits and tests are those of the"
                        + " profile likelihood, and a limit may be the last value that is possible");
    }

    /** The upper limit of an unexposed risk of 1 is 1, as it is of n/n; the lower loses all that n events weigh. */
    @ParameterizedTest
    @EnumSource(
            value = Model.class,
            names = {"LOG_BINOMIAL", "RISK_DIFFERENCE"})
    void a_reference_risk_of_one_has_a_limit_on_one_side(Model model) {
        Tidy constant = fit(model, 3, 4, 6, 0).tidy().get(0);
        double one = model.link().eta(1);

        assertThat(constant.estimate()).isCloseTo(one, within(1e-14));
        assertThat(constant.confHigh()).isCloseTo(one, within(1e-14));
        double risk = Math.exp(-Z * Z / 12);
        assertThat(constant.confLow()).isCloseTo(model.link().eta(risk), within(1e-9));
        assertThat(constant.statistic()).isEqualTo(model == Model.LOG_BINOMIAL ? 0 : Double.POSITIVE_INFINITY);
    }

    /** Risks of 1 and 0 both: the difference is 1 and can be no larger. */
    @Test
    void a_difference_of_one_has_a_lower_limit() {
        Fit fit = fit(Model.RISK_DIFFERENCE, 4, 0, 0, 6);
        Tidy difference = fit.tidy().get(1);
        // At a difference of d the unexposed have the risk p, the exposed p + d <= 1.
        DoubleUnaryOperator loss = d -> {
            double p = Math.max(0, Math.min(1 - d, (4 - 6 * d) / 10));
            return -8 * Math.log(p + d) - 12 * Math.log1p(-p);
        };

        assertThat(difference.estimate()).isCloseTo(1, within(1e-14));
        assertThat(difference.confHigh()).isCloseTo(1, within(1e-14));
        assertThat(difference.confLow()).isCloseTo(root(d -> loss.applyAsDouble(d) - Z * Z, 1e-9, 1), within(1e-10));
        assertThat(difference.statistic()).isCloseTo(loss.applyAsDouble(0), within(1e-10));
        assertThat(fit.deviance()).isCloseTo(0, within(1e-12));
        assertThat(fit.notes().get(0)).contains("6 with a fitted risk of 0 and 4 with a fitted risk of 1");
    }

    /** No point around it that the data allow is more likely. */
    @ParameterizedTest
    @CsvSource({"LOG_BINOMIAL, 40", "RISK_DIFFERENCE, 40"})
    void nothing_near_a_maximum_is_more_likely(Model model, int designs) {
        SplittableRandom random = new SplittableRandom(77);
        int onBoundary = 0;
        for (int design = 0; design < designs; design++) {
            int n = 30;
            double[] a = random.doubles(n).map(u -> Math.floor(4 * u)).toArray();
            double[] b = random.doubles(n).map(u -> Math.floor(8 * u) / 4).toArray();
            double[] y = new double[n];
            Arrays.setAll(y, i -> random.nextDouble() < 0.1 + 0.22 * a[i] + 0.12 * b[i] ? 1 : 0);
            Fit fit = model.of("y ~ a + b").fit(DataSet.of("y a b", y, a, b));
            onBoundary += fit.tidy().stream().anyMatch(row -> Double.isNaN(row.stdError())) ? 1 : 0;
            double[] at = fit.tidy().stream().mapToDouble(Tidy::estimate).toArray();
            assertThat(fit.deviance()).isCloseTo(deviance(model.link(), at, y, a, b), within(1e-7));
            for (int i = 0; i < 300; i++) {
                double size = Math.pow(10, -4 * random.nextDouble());
                double[] near = Arrays.stream(at)
                        .map(value -> value + size * (random.nextDouble() - 0.5))
                        .toArray();
                assertThat(deviance(model.link(), near, y, a, b)).isGreaterThan(fit.deviance() - 1e-9);
            }
        }
        assertThat(onBoundary).isBetween(designs / 4, designs);
    }

    /** Infinite where a risk is impossible; the fit's own may be beyond 0 or 1 by rounding. */
    private static double deviance(Link link, double[] at, double[] y, double[]... x) {
        double sum = 0;
        for (int i = 0; i < y.length; i++) {
            double eta = at[0] + at[1] * x[0][i] + at[2] * x[1][i];
            double risk = link.mean(eta);
            if (risk < -1e-12 || risk > 1 + 1e-12) {
                return Double.POSITIVE_INFINITY;
            }
            sum -= 2 * Math.log(y[i] == 1 ? Math.min(1, risk) : 1 - Math.max(0, risk));
        }
        return sum;
    }

    @Test
    void what_needs_standard_errors_says_why_there_are_none() {
        Fit fit = fit(Model.LOG_BINOMIAL, 5, 0, 2, 7);
        String why = " need a maximum inside what the model allows; that of the log-binomial model of y lies where a"
                + " fitted risk is 1. Take its profile limits, or fit a poisson-robust or logistic model";

        assertThatThrownBy(fit::covariance).isInstanceOf(InputException.class).hasMessage("covariances" + why);
        assertThatThrownBy(() -> fit.with(StandardErrors.HC0))
                .isInstanceOf(InputException.class)
                .hasMessage("HC0 errors" + why);
        assertThatThrownBy(fit::influence).isInstanceOf(InputException.class).hasMessage("standard errors" + why);
        assertThatThrownBy(() -> fit.predict(table(5, 0, 2, 7)).toString())
                .isInstanceOf(InputException.class)
                .hasMessageContaining("has no standard errors; take the profile limits");
        assertThat(fit.rows().mean(0)).isCloseTo(1, within(1e-12));
    }

    @Test
    void probability_weights_need_robust_errors_which_modified_poisson_has() {
        Regression model = Model.LOG_BINOMIAL.of("y ~ x").with(Weights.probability("n"));
        Cohort cohort = table(5, 0, 2, 7).where("weighted", row -> row.number("n") > 0);

        assertThatThrownBy(() -> model.fit(cohort))
                .isInstanceOf(ConvergenceException.class)
                .hasMessageStartingWith("the robust errors of probability weights n need a maximum inside");
        Fit rescued = LogBinomial.fit("y ~ x", cohort, Weights.probability("n"));
        assertThat(rescued.model().model()).isEqualTo(Model.POISSON_ROBUST);
        assertThat(rescued.estimate("x").convention().estimator())
                .isEqualTo("maximum likelihood, modified Poisson, in place of log-binomial");
    }

    @Test
    void nested_models_are_compared_on_the_boundary_too() {
        Fit smaller = Model.LOG_BINOMIAL.of("low ~ bwt").fit(BIRTHS);
        Fit larger = Model.LOG_BINOMIAL.of("low ~ bwt + smoke").fit(BIRTHS);

        assertThat(LikelihoodRatio.test(smaller, larger).statistic())
                .isCloseTo(larger.tidy().get(2).statistic(), within(1e-8));
        assertThat(TermTest.typeTwo(larger).get(1).test().statistic())
                .isCloseTo(larger.tidy().get(2).statistic(), within(1e-8));
    }

    /** Events at x = -1 and 1 alone: any slope that keeps their risks possible makes up for itself. */
    @Test
    void a_maximum_that_is_not_one_point_is_an_error() {
        Cohort cohort = DataSet.of("y x", new double[] {1, 1, 0, 0, 1}, new double[] {-1, 1, 0, 0, 0});

        assertThatThrownBy(() -> Model.LOG_BINOMIAL.of("y ~ x").fit(cohort))
                .isInstanceOf(ConvergenceException.class)
                .hasMessageContaining("more than one set of coefficients has the highest likelihood");
    }

    /** No event in one level, nothing but events in another: a ratio of 0 beside a risk of 1. */
    @Test
    void separation_beside_the_boundary_is_an_error_that_names_both() {
        Cohort cohort = DataSet.of(
                "y g", new double[] {1, 1, 0, 0, 0, 0, 0, 0, 1, 1, 1}, new double[] {1, 1, 1, 1, 1, 2, 2, 2, 3, 3, 3});

        assertThatThrownBy(() -> Model.LOG_BINOMIAL.of("y ~ factor(g)").fit(cohort))
                .isInstanceOf(ConvergenceException.class)
                .hasMessageContaining(
                        "the outcome is separated, and the rows that this leaves have their maximum on the boundary as"
                                + " well; quasi-complete separation: there is no finite maximum likelihood estimate; g[2]"
                                + " to -infinity");
    }

    @Test
    void a_model_without_intercept_finds_a_start() {
        Cohort cohort = DataSet.of(
                "y x", new double[] {0, 0, 0, 1, 0, 1, 1, 1, 1, 1}, new double[] {1, 1, 1, 2, 2, 3, 3, 2, 2, 3});
        Fit fit = Model.LOG_BINOMIAL.of("y ~ x - 1").fit(cohort);

        double slope = fit.tidy().get(0).estimate();
        // 15 = 3 e / (1 - e) + 2 e^2 / (1 - e^2), with e = exp(slope): the score equation
        double e = Math.exp(slope);
        assertThat(3 * e / (1 - e) + 2 * e * e / (1 - e * e)).isCloseTo(15, within(1e-9));
    }
}
