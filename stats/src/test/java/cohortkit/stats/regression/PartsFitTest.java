package cohortkit.stats.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cohortkit.core.Codebook;
import cohortkit.core.Cohort;
import cohortkit.core.CohortParts;
import cohortkit.core.InputException;
import cohortkit.stats.Tidy;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fits of parts agree with fits in memory. */
class PartsFitTest {

    private record Slices(Cohort whole, int size) implements CohortParts {
        @Override
        public Codebook codebook() {
            return whole.codebook();
        }

        @Override
        public void forEach(Consumer<Cohort> reader) {
            for (int from = 0; from < whole.size(); from += size) {
                int first = from;
                AtomicInteger next = new AtomicInteger();
                reader.accept(whole.where("slice", row -> {
                    int at = next.getAndIncrement();
                    return at >= first && at < first + size;
                }));
            }
        }
    }

    /** In the order of time: the year is the same in each part, and the last level of g comes late; some are missing. */
    private static Cohort cohort() {
        SplittableRandom random = new SplittableRandom(3);
        int rows = 3000;
        double[][] columns = new double[6][rows];
        for (int i = 0; i < rows; i++) {
            columns[1][i] = 2000 + i / 500;
            columns[2][i] = i < 2000 ? random.nextInt(3) : random.nextInt(4);
            columns[3][i] = random.nextInt(50) == 0 ? Double.NaN : 170 + 10 * random.nextDouble();
            columns[4][i] = 2 * columns[1][i] - 1;
            columns[5][i] = i < 700 ? 1 : random.nextDouble() * 1e6;
            double eta = (columns[1][i] - 2003) / 4 + columns[2][i] / 3 + columns[5][i] / 1e6;
            columns[0][i] = i % 97 == 5 ? Double.NaN : random.nextDouble() < Link.LOGIT.mean(eta - 0.6) ? 1 : 0;
        }
        return DataSet.of("y year g height twice income", columns);
    }

    @ParameterizedTest
    @ValueSource(ints = {250, 1000, 3000})
    void parts_of_any_size_give_the_digits_of_the_whole(int size) {
        for (String formula : List.of(
                "y ~ year + factor(g) + height + twice + income",
                "y ~ year * factor(g, ref = 2)",
                "y ~ factor(g) + income - 1",
                "y ~ height - 1")) {
            Fit whole = Logistic.fit(formula, cohort());
            PartsFit parts = Logistic.fit(formula, new Slices(cohort(), size));

            assertThat(parts.terms()).isEqualTo(whole.terms());
            assertThat(parts.aliased()).isEqualTo(whole.aliased());
            for (int j = 0; j < whole.tidy().size(); j++) {
                Tidy expected = whole.tidy().get(j);
                Tidy found = parts.tidy().get(j);
                double error = expected.stdError();
                assertThat(found.estimate()).isCloseTo(expected.estimate(), within(1e-10 * error));
                assertThat(found.stdError()).isCloseTo(error, within(1e-11 * error));
                assertThat(found.pValue()).isCloseTo(expected.pValue(), within(1e-9));
                assertThat(found.confLow()).isCloseTo(expected.confLow(), within(1e-10 * error));
                assertThat(found.confHigh()).isCloseTo(expected.confHigh(), within(1e-10 * error));
            }
            assertThat(parts.glance().nobs()).isEqualTo(whole.glance().nobs());
            assertThat(parts.glance().dfResidual()).isEqualTo(whole.glance().dfResidual());
            assertThat(parts.glance().deviance()).isCloseTo(whole.deviance(), within(1e-9));
            assertThat(parts.glance().nullDeviance()).isCloseTo(whole.glance().nullDeviance(), within(1e-9));
            assertThat(parts.glance().bic()).isCloseTo(whole.glance().bic(), within(1e-9));
        }
    }

    @Test
    void an_odds_ratio_says_which_rows_it_rests_on() {
        PartsFit fit = Logistic.fit("y ~ height", new Slices(cohort(), 700));

        assertThat(fit.oddsRatio("height").convention().denominator())
                .contains(Logistic.fit("y ~ height", cohort()).completeCases().complete() + " of 3000 rows");
        assertThat(fit.toString())
                .startsWith("Logistic regression of y in parts, n = ")
                .contains("\nterm         ", "\nheight       ", "\nWald intervals and Wald tests\ncomplete cases: 29");
        assertThatThrownBy(() -> fit.oddsRatio("weight"))
                .isInstanceOf(InputException.class)
                .hasMessage("no term 'weight'; there are (Intercept), height");
    }

    @Test
    void what_cannot_be_fitted_is_refused() {
        double[] zero = new double[8];
        double[] x = {1, 2, 3, 4, 5, 6, 7, 8};
        double[] y = {0, 0, 0, 0, 1, 1, 1, 1};
        double[] missing = {Double.NaN, Double.NaN, Double.NaN, Double.NaN, 1, 1, 1, 1};
        Slices parts = new Slices(DataSet.of("zero x y missing", zero, x, y, missing), 3);

        assertThatThrownBy(() -> Logistic.fit("y ~ x", parts))
                .isInstanceOf(ConvergenceException.class)
                .hasMessageContaining(
                        "; if terms separate the outcome, a fit of some of the rows in memory tells which do");
        assertThatThrownBy(() -> Logistic.fit("zero ~ x", parts))
                .isInstanceOf(InputException.class)
                .hasMessage("outcome 'zero' is the same in all 8 complete rows; there is nothing to model until the"
                        + " outcome varies");
        assertThatThrownBy(() -> Logistic.fit("y ~ missing", parts)).isInstanceOf(InputException.class);
        assertThatThrownBy(() -> Logistic.fit("y ~ offset(x)", parts))
                .isInstanceOf(InputException.class)
                .hasMessage("a fit of parts has no offsets; fit y ~ offset(x) in memory");
        assertThatThrownBy(() -> Logistic.fit("y ~ zero - 1", parts))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("has nothing to estimate");
        assertThat(Logistic.fit("y ~ zero", parts).aliased()).containsExactly("zero");
    }

    @Test
    void frequency_weights_and_levels_are_those_of_a_fit_in_memory() {
        Regression model = Model.LOGISTIC.of("y ~ factor(g) + height").with(Weights.frequency("g"));
        Fit whole = model.fit(cohort()).withLevel(0.9);
        PartsFit parts = model.fit(new Slices(cohort(), 700)).withLevel(0.9);

        assertThat(parts.glance().nobs()).isEqualTo(whole.glance().nobs());
        assertThat(parts.completeCases()).isEqualTo(whole.completeCases());
        for (int j = 0; j < whole.tidy().size(); j++) {
            double error = whole.tidy().get(j).stdError();
            assertThat(parts.tidy().get(j).confLow())
                    .isCloseTo(whole.tidy().get(j).confLow(), within(1e-9 * error));
        }
        assertThat(parts.toString()).contains("90 % CI", "reference: g = 1", "frequency weights g");
    }

    @Test
    void what_only_a_fit_in_memory_does_is_refused() {
        Slices parts = new Slices(cohort(), 700);
        Regression logistic = Model.LOGISTIC.of("y ~ height");

        assertThatThrownBy(() -> Model.POISSON.of("y ~ height").fit(parts))
                .isInstanceOf(InputException.class)
                .hasMessage("a fit of parts is logistic; fit the poisson model y ~ height in memory");
        assertThatThrownBy(() -> logistic.with(Weights.probability("g")).fit(parts))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("a fit of parts takes frequency weights");
        assertThatThrownBy(() -> Logistic.fit("y ~ height", parts).withLevel(1)).isInstanceOf(InputException.class);
    }

    /** The same part a hundred times: estimates are its own, a hundred people for one. */
    @Test
    void ten_million_rows_are_the_fit_of_their_hundredth() {
        int rows = 100_000;
        SplittableRandom random = new SplittableRandom(7);
        double[][] columns = new double[3][rows];
        for (int i = 0; i < rows; i++) {
            columns[1][i] = random.nextDouble() * 4 - 2;
            columns[2][i] = random.nextInt(3);
            columns[0][i] = random.nextDouble() < Link.LOGIT.mean(columns[1][i] / 2 + columns[2][i] / 3 - 1) ? 1 : 0;
        }
        Cohort part = DataSet.of("y x g", columns);
        Fit hundredth = Logistic.fit("y ~ x + factor(g)", part);
        PartsFit all = Logistic.fit("y ~ x + factor(g)", new CohortParts() {
            @Override
            public Codebook codebook() {
                return part.codebook();
            }

            @Override
            public void forEach(Consumer<Cohort> reader) {
                for (int i = 0; i < 100; i++) {
                    reader.accept(part);
                }
            }
        });

        assertThat(all.glance().nobs()).isEqualTo(10_000_000);
        for (int j = 0; j < 4; j++) {
            Tidy found = all.tidy().get(j);
            Tidy expected = hundredth.tidy().get(j);
            assertThat(found.estimate()).isCloseTo(expected.estimate(), within(1e-10 * Math.abs(expected.estimate())));
            assertThat(found.stdError()).isCloseTo(expected.stdError() / 10, within(1e-9 * expected.stdError()));
        }
        assertThat(all.glance().deviance())
                .isCloseTo(100 * hundredth.deviance(), within(1e-10 * 100 * hundredth.deviance()));
    }
}
