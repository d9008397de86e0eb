package cohortkit.stats.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cohortkit.core.Cohort;
import cohortkit.stats.Tidy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RegressionPropertyTest {

    /** Rows of y, a (continuous), g (three levels), n (a weight). */
    private static List<double[]> rows(int seed) {
        Random random = new Random(seed);
        List<double[]> rows = new ArrayList<>();
        for (int i = 0; i < 150 + random.nextInt(400); i++) {
            double a = random.nextGaussian();
            double g = random.nextInt(3);
            double y = random.nextDouble() < Link.LOGIT.mean(0.4 * a + 0.5 * g - 0.6) ? 1 : 0;
            rows.add(new double[] {y, a, g, random.nextInt(4)});
        }
        return rows;
    }

    private static Cohort cohort(List<double[]> rows) {
        double[][] columns = IntStream.range(0, 4)
                .mapToObj(j -> rows.stream().mapToDouble(row -> row[j]).toArray())
                .toArray(double[][]::new);
        return DataSet.of("y a g n", columns);
    }

    static IntStream seeds() {
        return IntStream.range(0, 25);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_order_of_rows_does_not_matter(int seed) {
        List<double[]> rows = rows(seed);
        Fit fit = Logistic.fit("y ~ a * factor(g)", cohort(rows));
        Collections.shuffle(rows, new Random(seed));

        assertSame(fit.tidy(), Logistic.fit("y ~ a * factor(g)", cohort(rows)).tidy(), 1e-11);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_weight_is_a_number_of_equal_rows(int seed) {
        List<double[]> rows = rows(seed);
        List<double[]> repeated = new ArrayList<>();
        rows.forEach(row -> repeated.addAll(Collections.nCopies((int) row[3], row)));
        for (Model model : Model.values()) {
            String formula = model == Model.LINEAR ? "a ~ y + factor(g)" : "y ~ factor(g)";
            Fit weighted = model.of(formula).with(Weights.frequency("n")).fit(cohort(rows));
            Fit plain = model.of(formula).fit(cohort(repeated));

            assertSame(plain.tidy(), weighted.tidy(), 1e-10);
            assertThat(weighted.glance().nobs()).isEqualTo(plain.glance().nobs());
            assertThat(weighted.glance().dfResidual()).isEqualTo(plain.glance().dfResidual());
            assertThat(weighted.glance().bic()).isCloseTo(plain.glance().bic(), within(1e-8));
            assertThat(weighted.glance().logLik()).isCloseTo(plain.glance().logLik(), within(1e-8));
            assertThat(weighted.glance().nullDeviance())
                    .isCloseTo(plain.glance().nullDeviance(), within(1e-8));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void another_reference_changes_the_contrasts_by_subtraction(int seed) {
        Cohort cohort = cohort(rows(seed));
        Fit first = Logistic.fit("y ~ a + factor(g)", cohort);
        Fit third = Logistic.fit("y ~ a + factor(g, ref = 2)", cohort);

        assertThat(third.deviance()).isCloseTo(first.deviance(), within(1e-10));
        assertThat(third.estimate("g[0]").value())
                .isCloseTo(-first.estimate("g[2]").value(), within(1e-11));
        assertThat(third.estimate("g[1]").value())
                .isCloseTo(
                        first.estimate("g[1]").value() - first.estimate("g[2]").value(), within(1e-11));
        assertThat(third.estimate("a").value()).isCloseTo(first.estimate("a").value(), within(1e-11));
        assertThat(third.oddsRatio("g[0]").convention().reference()).isEqualTo("g = 2");
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_column_in_another_unit_divides_its_coefficient(int seed) {
        List<double[]> rows = rows(seed);
        Tidy one = Logistic.fit("y ~ a + g", cohort(rows))
                .tidy(CoefficientInterval.PROFILE, 0.9)
                .get(1);
        rows.forEach(row -> row[1] = row[1] * 1024 + 4096);
        Tidy other = Logistic.fit("y ~ a + g", cohort(rows))
                .tidy(CoefficientInterval.PROFILE, 0.9)
                .get(1);

        assertClose(other.estimate() * 1024, one.estimate(), 1e-11);
        assertClose(other.stdError() * 1024, one.stdError(), 1e-11);
        assertClose(other.confLow() * 1024, one.confLow(), 1e-9);
        assertClose(other.confHigh() * 1024, one.confHigh(), 1e-9);
        assertClose(other.pValue(), one.pValue(), 1e-9);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_complement_of_the_outcome_turns_the_signs(int seed) {
        List<double[]> rows = rows(seed);
        List<Tidy> tidy = Logistic.fit("y ~ a + factor(g)", cohort(rows)).tidy();
        rows.forEach(row -> row[0] = 1 - row[0]);
        List<Tidy> turned = Logistic.fit("y ~ a + factor(g)", cohort(rows)).tidy();

        for (int j = 0; j < tidy.size(); j++) {
            assertClose(turned.get(j).estimate(), -tidy.get(j).estimate(), 1e-11);
            assertClose(turned.get(j).stdError(), tidy.get(j).stdError(), 1e-11);
        }
    }

    @Test
    void columns_a_hundred_million_apart_cost_no_digits() {
        double[] grid =
                IntStream.range(0, 400).mapToDouble(i -> (i * 37 % 401) / 64.0).toArray();
        double[] far = Arrays.stream(grid).map(x -> x + 1e8).toArray();
        double[] small = Arrays.stream(grid).map(x -> x * 0x1p-27).toArray();
        double[] b =
                IntStream.range(0, 400).mapToDouble(i -> (i * 53 % 97) * 0x1p20).toArray();
        double[] y = IntStream.range(0, 400)
                .mapToDouble(i -> (i * i % 7 + grid[i] > 5) ? 1 : 0)
                .toArray();
        Cohort cohort = DataSet.of("y near far small b", y, grid, far, small, b);
        Tidy near = Logistic.fit("y ~ near + b", cohort).tidy().get(1);
        Tidy shifted = Logistic.fit("y ~ far + b", cohort).tidy().get(1);
        Tidy scaled = Logistic.fit("y ~ small + b", cohort).tidy().get(1);

        assertClose(shifted.estimate(), near.estimate(), 1e-12);
        assertClose(shifted.stdError(), near.stdError(), 1e-12);
        assertClose(scaled.estimate() * 0x1p-27, near.estimate(), 1e-12);
        assertClose(scaled.stdError() * 0x1p-27, near.stdError(), 1e-12);
    }

    /** a and a + d / 2^17 differ in the sixth digit; the grid makes both exact. */
    @Test
    void nearly_collinear_columns_keep_ten_digits() {
        Random random = new Random(5);
        int n = 500;
        double[] a = random.ints(n, -4096, 4096).mapToDouble(i -> i / 1024.0).toArray();
        double[] d = random.ints(n, -4096, 4096).mapToDouble(i -> i / 1024.0).toArray();
        double[] c =
                IntStream.range(0, n).mapToDouble(i -> a[i] + d[i] * 0x1p-17).toArray();
        double[] y = IntStream.range(0, n)
                .mapToDouble(i -> random.nextDouble() < Link.LOGIT.mean(0.3 * a[i] - 0.2 * d[i]) ? 1 : 0)
                .toArray();
        Cohort cohort = DataSet.of("y a d c", y, a, d, c);
        List<Tidy> apart = Logistic.fit("y ~ a + d", cohort).tidy();
        List<Tidy> close = Logistic.fit("y ~ a + c", cohort).tidy();

        assertClose(close.get(2).estimate() * 0x1p-17, apart.get(2).estimate(), 1e-10);
        assertClose(close.get(2).stdError() * 0x1p-17, apart.get(2).stdError(), 1e-10);
        assertClose(
                close.get(1).estimate() + close.get(2).estimate(), apart.get(1).estimate(), 1e-9);
    }

    @Test
    void a_fit_is_the_same_bits_each_time() {
        Cohort cohort = cohort(rows(99));

        assertThat(Logistic.fit("y ~ a * factor(g)", cohort).tidy())
                .isEqualTo(Logistic.fit("y ~ a * factor(g)", cohort).tidy());
    }

    @Test
    void a_perfect_linear_fit_says_that_its_errors_mean_nothing() {
        Cohort line = DataSet.of("y x", new double[] {1, 2, 3, 4}, new double[] {3, 5, 7, 9});

        assertThat(Model.LINEAR.of("y ~ x").fit(line).notes())
                .containsExactly("the fit is perfect to rounding; standard errors and p-values mean nothing");
    }

    private static void assertSame(List<Tidy> expected, List<Tidy> found, double tolerance) {
        assertThat(found).hasSameSizeAs(expected);
        for (int j = 0; j < expected.size(); j++) {
            Tidy row = expected.get(j);
            assertThat(found.get(j).term()).isEqualTo(row.term());
            assertThat(found.get(j).estimate()).isCloseTo(row.estimate(), within(tolerance * row.stdError()));
            assertClose(found.get(j).stdError(), row.stdError(), tolerance);
            assertThat(found.get(j).confLow()).isCloseTo(row.confLow(), within(10 * tolerance * row.stdError()));
        }
    }

    private static void assertClose(double found, double expected, double share) {
        assertThat(found).isCloseTo(expected, within(share * Math.abs(expected)));
    }
}
