package cohortkit.stats.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import cohortkit.core.Cohort;
import cohortkit.core.InputException;
import cohortkit.stats.Tidy;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Data at the edge of what a model can be fitted to: a right number, or an error that explains. */
class EdgesOfFitsTest {

    private static double[] fill(int n, java.util.function.IntToDoubleFunction value) {
        return IntStream.range(0, n).mapToDouble(value).toArray();
    }

    @Test
    void one_event_gives_its_log_odds_and_their_error() {
        Fit fit = Logistic.fit("y ~ 1", DataSet.of("y", fill(50, i -> i == 17 ? 1 : 0)));

        assertThat(fit.coefficients().get(0).estimate()).isCloseTo(Math.log(1 / 49.0), within(1e-13));
        assertThat(fit.coefficients().get(0).standardError()).isCloseTo(Math.sqrt(1 + 1 / 49.0), within(1e-13));
    }

    @Test
    void one_event_amid_a_number_is_not_separated_and_solves_the_score_equations() {
        double[] x = fill(50, i -> i * i / 100.0);
        Fit fit = Logistic.fit("y ~ x", DataSet.of("y x", fill(50, i -> i == 17 ? 1 : 0), x));

        double a = fit.coefficients().get(0).estimate();
        double b = fit.coefficients().get(1).estimate();
        double events = 0;
        double moment = 0;
        for (double value : x) {
            double risk = 1 / (1 + Math.exp(-a - b * value));
            events += risk;
            moment += risk * value;
        }
        assertThat(fit.separation()).isEmpty();
        assertThat(events).isCloseTo(1, within(1e-12));
        assertThat(moment).isCloseTo(x[17], within(1e-11));
    }

    @ParameterizedTest
    @EnumSource(
            value = Model.class,
            names = {"LINEAR"},
            mode = EnumSource.Mode.EXCLUDE)
    void without_an_event_there_is_nothing_to_model(Model model) {
        Cohort none = DataSet.of("death age", new double[4], new double[] {50, 61, 72, 83});

        assertThatThrownBy(() -> model.of("death ~ age").fit(none))
                .isInstanceOf(InputException.class)
                .hasMessage("all 4 analyzed rows have death = 0; there is nothing to model until the outcome varies");
    }

    /** What varies stands in rows that do not count: one of weight 0, one without a predictor. */
    @Test
    void an_outcome_that_varies_only_in_rows_left_out_is_named() {
        Cohort cohort = DataSet.of(
                "death age n", new double[] {1, 1, 1, 0, 0}, new double[] {50, 61, 72, 83, Double.NaN}, new double[] {
                    2, 3, 4, 0, 1
                });

        assertThatThrownBy(() -> Logistic.fit("death ~ age", cohort, Weights.frequency("n")))
                .isInstanceOf(InputException.class)
                .hasMessage("all 3 analyzed rows have death = 1; there is nothing to model until the outcome varies");
    }

    @Test
    void a_column_that_varies_only_in_rows_left_out_is_aliased() {
        Cohort cohort = DataSet.of(
                "y x k n",
                new double[] {0, 1, 1, 0, 1, 0},
                new double[] {1, 2, 3, 4, 5, 6},
                new double[] {7, 7, 7, 7, 7, 8},
                new double[] {1, 2, 1, 2, 1, 0});
        Fit fit = Logistic.fit("y ~ x + k", cohort, Weights.frequency("n"));

        assertThat(fit.aliased()).containsExactly("k");
        assertThat(fit.notes()).containsExactly("k is aliased: the same in every row; left out");
    }

    @Test
    void more_columns_than_rows_are_refused_by_every_model() {
        Cohort cohort = DataSet.of(
                "y a b c", new double[] {0, 1, 1}, new double[] {1, 2, 4}, new double[] {3, 1, 1}, new double[] {5, 6, 9
                });

        for (Model model : Model.values()) {
            assertThatThrownBy(() -> model.of("y ~ a + b + c").fit(cohort))
                    .as("%s", model)
                    .isInstanceOf(InputException.class)
                    .hasMessage("the model has 4 coefficients and only 3 rows to estimate them from; leave terms out");
        }
    }

    @ParameterizedTest
    @EnumSource(Weights.Kind.class)
    void rows_of_weight_zero_do_not_exist(Weights.Kind kind) {
        SplittableRandom random = new SplittableRandom(3);
        double[] x = fill(80, i -> random.nextDouble());
        double[] y = fill(80, i -> random.nextInt(2));
        double[] n = fill(80, i -> i < 60 ? 1 + random.nextInt(3) : 0);
        Weights weights = new Weights(kind, java.util.Optional.of("n"));
        Regression model = (kind == Weights.Kind.PRECISION ? Model.LINEAR : Model.LOGISTIC)
                .of("y ~ x")
                .with(weights);
        Fit all = model.fit(DataSet.of("y x n", y, x, n));
        Fit positive = model.fit(DataSet.of("y x n", Arrays.copyOf(y, 60), Arrays.copyOf(x, 60), Arrays.copyOf(n, 60)));

        assertThat(all.tidy()).isEqualTo(positive.tidy());
        assertThat(all.glance()).isEqualTo(positive.glance());
    }

    @ParameterizedTest
    @CsvSource({"LOGISTIC", "POISSON", "POISSON_ROBUST", "LINEAR"})
    void columns_a_hundred_million_apart_keep_their_digits_in_every_model(Model model) {
        SplittableRandom random = new SplittableRandom(12);
        double[] a = fill(300, i -> random.nextInt(1 << 20) * 0x1p-20);
        double[] b = fill(300, i -> random.nextInt(1 << 20) * 0x1p-20);
        double[] y = fill(300, i -> random.nextDouble() < 0.2 + 0.3 * a[i] + 0.2 * b[i] ? 1 : 0);
        List<Tidy> near =
                model.of("y ~ a + b").fit(DataSet.of("y a b", y, a, b)).tidy();
        List<Tidy> apart = model.of("y ~ a + b")
                .fit(DataSet.of("y a b", y, fill(300, i -> a[i] * 0x1p-27), fill(300, i -> b[i] * 0x1p27)))
                .tidy();

        double[] unit = {1, 0x1p27, 0x1p-27};
        for (int j = 0; j < unit.length; j++) {
            assertThat(apart.get(j).estimate()).isCloseTo(near.get(j).estimate() * unit[j], withinPercentage(1e-10));
            assertThat(apart.get(j).stdError()).isCloseTo(near.get(j).stdError() * unit[j], withinPercentage(1e-10));
        }
    }

    /** 50,000 values four times each, in an order that keeps equal ones apart, against two counts a value. */
    @Test
    void two_hundred_thousand_rows_are_the_fit_of_their_counts() {
        int values = 50_000;
        int copies = 4;
        SplittableRandom random = new SplittableRandom(21);
        double[] x = fill(values, i -> random.nextDouble() * 8 - 4);
        double[] y = fill(values * copies, i -> random.nextDouble() < Link.LOGIT.mean(0.7 * x[i % values] - 1) ? 1 : 0);
        double[] events = new double[values];
        for (int i = 0; i < y.length; i++) {
            events[i % values] += y[i];
        }
        Fit rows = Logistic.fit("y ~ x", DataSet.of("y x", y, fill(y.length, i -> x[i % values])));
        Fit counts = Logistic.fit(
                "y ~ x",
                DataSet.of(
                        "y x n",
                        fill(2 * values, i -> i < values ? 1 : 0),
                        fill(2 * values, i -> x[i % values]),
                        fill(2 * values, i -> i < values ? events[i] : copies - events[i - values])),
                Weights.frequency("n"));

        assertThat(rows.observations()).isEqualTo(200_000);
        assertThat(counts.observations()).isEqualTo(200_000);
        for (int j = 0; j < 2; j++) {
            Coefficient row = rows.coefficients().get(j);
            Coefficient count = counts.coefficients().get(j);
            assertThat(row.estimate()).isCloseTo(count.estimate(), within(1e-10 * count.standardError()));
            assertThat(row.standardError()).isCloseTo(count.standardError(), withinPercentage(1e-9));
        }
        assertThat(rows.deviance()).isCloseTo(counts.deviance(), withinPercentage(1e-10));
    }

    /** Counts of 2^31 to 2^40 people, by the closed form of the table. */
    @Test
    void counts_past_two_to_the_thirty_first_are_weights_as_others() {
        double[] n = {0x1p31 + 1, 0x1p33 + 7, 0x1p32 + 3, 0x1p40 + 5};
        Fit fit = Logistic.fit(
                "y ~ x",
                DataSet.of("y x n", new double[] {1, 0, 1, 0}, new double[] {1, 1, 0, 0}, n),
                Weights.frequency("n"));

        assertThat(fit.observations()).isEqualTo((long) Arrays.stream(n).sum()).isGreaterThan(1L << 40);
        assertThat(fit.coefficients().get(0).estimate()).isCloseTo(Math.log(n[2] / n[3]), within(1e-12));
        assertThat(fit.coefficients().get(1).estimate())
                .isCloseTo(Math.log(n[0]) - Math.log(n[1]) - Math.log(n[2]) + Math.log(n[3]), within(1e-12));
        assertThat(fit.coefficients().get(1).standardError())
                .isCloseTo(Math.sqrt(Arrays.stream(n).map(count -> 1 / count).sum()), withinPercentage(1e-9));
        assertThat(fit.glance().dfResidual()).isEqualTo((long) Arrays.stream(n).sum() - 2);
    }
}
