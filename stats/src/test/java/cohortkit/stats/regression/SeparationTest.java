package cohortkit.stats.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cohortkit.core.Cohort;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SeparationTest {

    private static final String ADVICE = ". Ask for firth(), merge levels or leave a term out";

    private static final double[] G = {1, 1, 1, 2, 2, 3, 3, 2, 2, 3};

    @Test
    void complete_separation_by_a_number_names_the_threshold() {
        Cohort cohort = DataSet.of("y x", new double[] {0, 0, 0, 0, 1, 1, 1}, new double[] {1, 2, 3, 4, 5, 6, 7});

        SeparationException e = separation("y ~ x", cohort);
        assertThat(e)
                .hasMessage("complete separation: there is no finite maximum likelihood estimate;"
                        + " (Intercept) to -infinity, x to +infinity: all 3 rows with x above 4 have y = 1"
                        + " and all 4 rows with x below 5 lack y = 1" + ADVICE);
        assertThat(e.isComplete()).isTrue();
        assertThat(e.terms())
                .containsExactly(
                        new SeparationException.Infinite("(Intercept)", Double.NEGATIVE_INFINITY),
                        new SeparationException.Infinite("x", Double.POSITIVE_INFINITY));
    }

    @Test
    void quasi_complete_separation_by_a_number_falls_the_other_way() {
        Cohort cohort = DataSet.of("y x", new double[] {1, 1, 1, 0, 1, 0, 0}, new double[] {1, 2, 3, 4, 4, 6, 7});

        SeparationException e = separation("y ~ x", cohort);
        assertThat(e)
                .hasMessage("quasi-complete separation: there is no finite maximum likelihood estimate;"
                        + " (Intercept) to +infinity, x to -infinity: all 2 rows with x above 4 lack y = 1"
                        + " and all 3 rows with x below 4 have y = 1" + ADVICE);
        assertThat(e.isComplete()).isFalse();
    }

    @Test
    void a_level_in_which_all_have_the_event_is_named() {
        Cohort cohort = DataSet.of("y g", new double[] {0, 0, 1, 1, 0, 1, 1, 1, 1, 1}, G);

        assertThat(separation("y ~ factor(g)", cohort))
                .hasMessage("quasi-complete separation: there is no finite maximum likelihood estimate;"
                        + " g[3] to +infinity: all 3 rows of g[3] have y = 1" + ADVICE);
    }

    @Test
    void a_level_of_one_row_is_named_in_the_singular() {
        double[] y = {0, 1, 0, 1, 0, 1, 1};
        double[] g = {1, 1, 1, 2, 2, 2, 3};
        assertThat(separation("y ~ factor(g)", DataSet.of("y g", y, g))
                        .finding()
                        .reasons())
                .containsExactly("the only row of g[3] has y = 1");
        y[6] = 0;
        assertThat(separation("y ~ factor(g)", DataSet.of("y g", y, g))
                        .finding()
                        .reasons())
                .containsExactly("the only row of g[3] lacks y = 1");
        assertThat(separation("y ~ x", DataSet.of("y x", new double[] {0, 0, 0, 1}, new double[] {1, 2, 3, 4}))
                        .finding()
                        .reasons())
                .containsExactly("the only row with x above 3 has y = 1 and all 3 rows with x below 4 lack y = 1");
    }

    @Test
    void a_reference_level_without_events_is_named() {
        Cohort cohort = DataSet.of("y g", new double[] {0, 0, 0, 1, 0, 1, 1, 1, 1, 0}, G);

        assertThat(separation("y ~ factor(g)", cohort))
                .hasMessage("quasi-complete separation: there is no finite maximum likelihood estimate;"
                        + " (Intercept) to -infinity, g[2] to +infinity, g[3] to +infinity:"
                        + " none of the 3 rows of g[1] has y = 1" + ADVICE);
        assertThat(Model.LOG_BINOMIAL.of("y ~ factor(g)").fit(cohort).separation())
                .isPresent();
        assertThat(Model.POISSON.of("y ~ factor(g)").fit(cohort).separation().orElseThrow())
                .hasToString("quasi-complete separation: there is no finite maximum likelihood estimate;"
                        + " (Intercept) to -infinity, g[2] to +infinity, g[3] to +infinity:"
                        + " none of the 3 rows of g[1] has a count above 0");
    }

    @Test
    void two_terms_that_separate_together_are_both_named() {
        double[] a = {0, 0, 1, 1, 2, 2};
        double[] b = {0, 1, 0, 2, 1, 2};
        double[] y = {0, 0, 0, 1, 1, 1};

        SeparationException e = separation("y ~ a + b", DataSet.of("y a b", y, a, b));
        assertThat(e.isComplete()).isTrue();
        assertThat(e.terms())
                .extracting(SeparationException.Infinite::toString)
                .containsExactly("(Intercept) to -infinity", "a to +infinity", "b to +infinity");
    }

    @Test
    void a_separated_level_among_many_rows_is_found() {
        int n = 60_000;
        Random random = new Random(7);
        double[] x = random.doubles(n).toArray();
        double[] rare = IntStream.range(0, n).mapToDouble(i -> i < 5 ? 1 : 0).toArray();
        double[] y = IntStream.range(0, n)
                .mapToDouble(i -> i < 5 || random.nextDouble() < 0.2 + 0.3 * x[i] ? 1 : 0)
                .toArray();

        assertThat(separation("y ~ x + rare", DataSet.of("y x rare", y, x, rare)))
                .hasMessage("quasi-complete separation: there is no finite maximum likelihood estimate;"
                        + " rare to +infinity: all 5 rows with rare above 0 have y = 1" + ADVICE);
    }

    /** Small designs, of which about half are separated; the program over all rows at once is the judge. */
    @ParameterizedTest
    @MethodSource("seeds")
    void agrees_with_the_whole_linear_program(int seed) {
        Random random = new Random(seed);
        int n = 12 + random.nextInt(12);
        double[] y = random.doubles(n).map(u -> u < 0.4 ? 1 : 0).toArray();
        double[] a = random.doubles(n).map(u -> u < 0.3 ? 1 : 0).toArray();
        double[] b = random.doubles(n).map(u -> Math.floor(3 * u)).toArray();
        double[] c = random.doubles(n).map(u -> Math.floor(9 * u)).toArray();
        y[0] = 0;
        y[1] = 1;
        Cohort cohort = DataSet.of("y a b c", y, a, b, c);

        boolean expected = WholeProgram.separates(y, a, b, c);
        if (expected) {
            assertThat(Logistic.fit("y ~ a + b + c", cohort).separation()).isPresent();
        } else {
            Fit fit = Logistic.fit("y ~ a + b + c", cohort);
            assertThat(fit.coefficients())
                    .allSatisfy(k -> assertThat(k.standardError()).isLessThan(1000));
        }
    }

    static IntStream seeds() {
        return IntStream.range(0, 200);
    }

    private static SeparationException separation(String formula, Cohort cohort) {
        return catchThrowableOfType(
                SeparationException.class, () -> Logistic.fit(formula, cohort).covariance());
    }
}
