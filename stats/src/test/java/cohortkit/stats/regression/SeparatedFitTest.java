package cohortkit.stats.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cohortkit.core.Cohort;
import cohortkit.core.Interval;
import cohortkit.stats.TestResult;
import cohortkit.stats.Tidy;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What else is asked of a separated fit: comparisons, aliased terms, risk ratios, and its text. */
class SeparatedFitTest {

    private static final double QUANTILE = ChiSquaredDistribution.of(1).inverseCumulativeProbability(0.95);

    private static Tidy row(Fit fit, String term) {
        return fit.tidy().get(fit.terms().indexOf(term));
    }

    /** The limit of the likelihood is that of the rows that are not predicted: 1 of 4. */
    @Test
    void is_compared_with_a_smaller_model_by_the_limit_of_its_likelihood() {
        Cohort cohort = DataSet.of("y x", new double[] {1, 1, 1, 0, 0, 1, 0}, new double[] {1, 1, 1, 0, 0, 0, 0});
        double smaller = 4 * Math.log(4 / 7.0) + 3 * Math.log(3 / 7.0);
        double larger = Math.log(0.25) + 3 * Math.log(0.75);

        Fit fit = Logistic.fit("y ~ x", cohort);
        TestResult test = LikelihoodRatio.test(Logistic.fit("y ~ 1", cohort), fit);
        assertThat(fit.logLik()).isCloseTo(larger, within(1e-12));
        assertThat(test.statistic()).isCloseTo(2 * (larger - smaller), within(1e-10));
        assertThat(test.df()).isEqualTo(1);
        assertThat(row(fit, "x").statistic()).isCloseTo(test.statistic(), within(1e-8));
        assertThat(row(fit, "x").pValue()).isCloseTo(test.pValue(), within(1e-8));
    }

    /** separation.csv has the deviance of each of the two, and the likelihood-ratio chi-square of x. */
    @Test
    void is_compared_with_another_separated_fit() {
        Cohort cohort = DataSet.named("separation");
        Fit smaller = Logistic.fit("interaction ~ a * b", cohort);
        Fit larger = Logistic.fit("interaction ~ a * b + x", cohort);

        TestResult test = LikelihoodRatio.test(smaller, larger);
        assertThat(smaller.separation()).isPresent();
        assertThat(larger.separation()).isPresent();
        assertThat(test.statistic())
                .isCloseTo(deviance("interaction ~ a * b") - deviance("interaction ~ a * b + x"), within(1e-8))
                .isCloseTo(reference("interaction ~ a * b + x", "x").number("ml_lr"), within(1e-6));
        assertThat(test.df()).isEqualTo(1);
    }

    private static double deviance(String model) {
        return reference(model, "(Intercept)").number("ml_deviance");
    }

    private static Reference reference(String model, String term) {
        return Reference.rows("separation")
                .filter(row ->
                        row.text("model").equals(model) && row.text("term").equals(term))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void leaves_aliased_terms_out_whether_they_are_infinite_or_not() {
        double[] y = {1, 1, 1, 0, 0, 1, 0, 1, 0};
        double[] x = {1, 1, 1, 0, 0, 0, 0, 0, 0};
        double[] z = {0, 1, 2, 0, 1, 2, 1, 1, 0};
        double[] twice = Arrays.stream(x).map(v -> 2 * v).toArray();
        double[] moved = Arrays.stream(z).map(v -> v - 3).toArray();
        Cohort cohort = DataSet.of("y x z twice moved", y, x, z, twice, moved);

        Fit fit = Logistic.fit("y ~ x + z + twice + moved", cohort);
        Fit plain = Logistic.fit("y ~ x + z", cohort);
        assertThat(fit.aliased()).containsExactly("twice", "moved");
        assertThat(fit.terms()).containsExactly("(Intercept)", "x", "z");
        assertThat(fit.separation()).isEqualTo(plain.separation()).isPresent();
        assertThat(row(fit, "x").estimate()).isPositive().isInfinite();
        assertThat(fit.tidy()).isEqualTo(plain.tidy());
        assertThat(fit.notes()).anyMatch(note -> note.contains("twice")).anyMatch(note -> note.contains("separation"));
        assertThat(fit.toString().lines().filter(line -> line.matches("(twice|moved) +aliased.*")))
                .hasSize(2);
    }

    /**
     * None of m unexposed has the event, a of n exposed have. With a risk ratio of 1/r, the likelihood is largest where
     * r (n + m) p^2 - (n + a r + m r) p + a = 0 of the exposed risk p: the equation of the score interval.
     */
    @ParameterizedTest
    @CsvSource({"3, 10, 12", "1, 5, 5", "40, 41, 7", "2, 2000, 3000"})
    void a_risk_ratio_without_bound_has_the_lower_limit_of_its_profile(int a, int n, int m) {
        Cohort cohort = DataSet.of("y x n", new double[] {1, 0, 0}, new double[] {1, 1, 0}, new double[] {a, n - a, m});
        Fit fit = Model.LOG_BINOMIAL.of("y ~ x").with(Weights.frequency("n")).fit(cohort);

        Interval interval = fit.ratio("x").interval();
        double r = 1 / interval.lower();
        double b = n + a * r + m * r;
        double p = (b - Math.sqrt(b * b - 4 * a * r * (n + m))) / (2 * r * (n + m));
        double held = a * Math.log(p) + (n - a) * Math.log1p(-p) + m * Math.log1p(-r * p);
        double best = a * Math.log(a / (double) n) + (n - a) * Math.log1p(-a / (double) n);
        assertThat(2 * (best - held)).isCloseTo(QUANTILE, within(1e-8));
        assertThat(fit.ratio("x").value()).isPositive().isInfinite();
        assertThat(interval.upper()).isPositive().isInfinite();
        assertThat(row(fit, "(Intercept)").estimate()).isNegative().isInfinite();
        assertThat(fit.logLik()).isCloseTo(best, within(1e-9));
        assertThatThrownBy(fit::covariance)
                .isInstanceOf(SeparationException.class)
                .hasMessageEndingWith(" lacks y = 1. Merge levels or leave a term out");
    }

    /** The rows without the separated level are a table of their own, with Katz's standard error. */
    @Test
    void other_risk_ratios_stay_what_they_are() {
        Cohort cohort = DataSet.of(
                "y x rare n",
                new double[] {1, 0, 1, 0, 0},
                new double[] {1, 1, 0, 0, 0},
                new double[] {0, 0, 0, 0, 1},
                new double[] {9, 11, 4, 26, 5});
        Fit fit = Model.LOG_BINOMIAL
                .of("y ~ x + rare")
                .with(Weights.frequency("n"))
                .fit(cohort);

        assertThat(fit.ratio("x").value()).isCloseTo((9 / 20.0) / (4 / 30.0), within(1e-9));
        assertThat(row(fit, "x").stdError())
                .isCloseTo(Math.sqrt(1 / 9.0 - 1 / 20.0 + 1 / 4.0 - 1 / 30.0), within(1e-8));
        assertThat(fit.ratio("rare").value()).isZero();
        assertThat(fit.ratio("rare").interval().lower()).isZero();
        assertThat(fit.ratio("rare").interval().upper()).isFinite().isGreaterThan(1);
        assertThat(fit)
                .asString()
                .contains("Log-binomial regression of y, n = 55", "< ")
                .doesNotContain("Firth");
    }

    @Test
    void what_needs_finite_estimates_is_refused() {
        Fit fit = Logistic.fit("y ~ rare + x", many(200));

        assertThatThrownBy(() -> Bootstrap.of(fit, 100, 1)).isInstanceOf(SeparationException.class);
        assertThatThrownBy(() -> Wald.test(fit, "x")).isInstanceOf(SeparationException.class);
        assertThatThrownBy(fit::influence).isInstanceOf(SeparationException.class);
        assertThatThrownBy(fit::augment).isInstanceOf(SeparationException.class);
    }

    @Test
    void of_many_rows_is_printed_without_firth_and_says_so() {
        Fit large = Logistic.fit("y ~ rare + x", many(40_000));
        assertThat(large.besides()).isEmpty();
        assertThat(large.toString().replaceAll("\\s+", " "))
                .contains("rare Inf", "Firth's penalized likelihood is left out: it would take long of so many")
                .doesNotContain("Firth OR");

        Fit small = Logistic.fit("y ~ rare + x", many(400));
        assertThat(small.besides()).isPresent();
        assertThat(small).asString().contains("Firth OR").doesNotContain("left out");
    }

    /** Counts of 10^12, of which steps end in rounding. */
    @Test
    void is_printed_beside_limits_of_firth_that_are_missing() {
        Cohort cohort =
                DataSet.of("y x n", new double[] {0, 1, 0}, new double[] {0, 0, 1}, new double[] {1e12, 5e11, 1e12});
        assertThat(Logistic.fit("y ~ x", cohort, Weights.frequency("n")))
                .asString()
                .contains(
                        "Logistic regression of y",
                        "(Intercept)      0.50              NA to NA  <0.0001",
                        "x            1.00E-12  7.95E-15 to 6.75E-12  <0.0001",
                        "(Intercept) has no lower limit by the penalized likelihood: the iterations came");
    }

    /** Nearly as many terms as people, and several peaks of the penalized likelihood. */
    @Test
    void of_nearly_as_many_terms_as_rows_is_printed_or_says_what_is_left_out() {
        int separated = 0;
        for (int seed = 0; seed < 12; seed++) {
            Random random = new Random(seed);
            double[][] columns = new double[9][12];
            for (int i = 0; i < 12; i++) {
                columns[0][i] = i % 2;
                for (int j = 1; j < 9; j++) {
                    columns[j][i] = random.nextGaussian();
                }
            }
            Fit fit = Logistic.fit("y ~ a + b + c + d + e + f + g + h", DataSet.of("y a b c d e f g h", columns));
            if (fit.separation().isPresent()) {
                assertThat(fit).asString().containsPattern("Firth OR|left out: the ");
                separated++;
            }
        }
        assertThat(separated).isGreaterThan(6);
    }

    private static Cohort many(int n) {
        Random random = new Random(5);
        double[] x = random.doubles(n).toArray();
        double[] rare = IntStream.range(0, n).mapToDouble(i -> i < 5 ? 1 : 0).toArray();
        double[] y = IntStream.range(0, n)
                .mapToDouble(i -> i < 5 || random.nextDouble() < 0.2 + 0.3 * x[i] ? 1 : 0)
                .toArray();
        return DataSet.of("y rare x", y, rare, x);
    }
}
