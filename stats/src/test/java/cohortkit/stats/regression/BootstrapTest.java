package cohortkit.stats.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cohortkit.core.Cohort;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BootstrapTest {

    private static final Cohort BIRTHS = DataSet.named("low-birth-weight");

    @Test
    void limits_of_given_replicates_agree_with_boot() {
        double[] replicates = Reference.rows("bootstrap-replicates")
                .mapToDouble(row -> row.number("mean"))
                .toArray();
        double[] weights = IntStream.range(0, 25)
                .mapToDouble(row -> BIRTHS.numbers("bwt")[row])
                .toArray();
        double mean =
                IntStream.range(0, 25).mapToDouble(i -> weights[i]).average().orElseThrow();
        double[] influence =
                IntStream.range(0, 25).mapToDouble(i -> weights[i] - mean).toArray();

        assertThat(replicates).hasSize(999);
        assertThat(Reference.rows("bootstrap-limits")).hasSize(2).allSatisfy(row -> {
            BootstrapLimits limits = new BootstrapLimits(replicates);
            double[] percentile = limits.percentile(row.number("level"));
            double[] accelerated = limits.accelerated(mean, influence, row.number("level"));
            row.check("percentile_lower", percentile[0]);
            row.check("percentile_upper", percentile[1]);
            row.check("bca_lower", accelerated[0]);
            row.check("bca_upper", accelerated[1]);
        });
        assertThat(new BootstrapLimits(new double[] {1, 2, 3}).percentile(0.95)).containsOnly(Double.NaN);
    }

    @Test
    void the_mean_has_the_standard_error_of_the_plug_in_variance() {
        double[] y = IntStream.range(0, 40).mapToDouble(i -> i * i % 17).toArray();
        Fit fit = Model.LINEAR.of("y ~ 1").fit(DataSet.of("y", y));
        double exact = Math.sqrt(fit.deviance() / 40 / 40);

        // The standard deviation of 4,000 replicates varies by 1.1 % of itself.
        assertThat(Bootstrap.of(fit, 4000, 7).standardError("(Intercept)")).isCloseTo(exact, within(0.05 * exact));
    }

    /** A replicate that shares its draws with the one before would be correlated with it. */
    @Test
    void replicates_are_independent_of_each_other() {
        Fit fit = Logistic.fit("low ~ smoke + age", BIRTHS);
        int n = 2000;
        double[] values = Bootstrap.of(fit, n, 1).values("smoke");
        double mean = Arrays.stream(values).average().orElseThrow();
        double variance =
                Arrays.stream(values).map(t -> (t - mean) * (t - mean)).sum();

        for (int lag : new int[] {1, 2, 10}) {
            double together = IntStream.range(lag, values.length)
                    .mapToDouble(i -> (values[i] - mean) * (values[i - lag] - mean))
                    .sum();
            assertThat(Math.abs(together / variance)).isLessThan(4 / Math.sqrt(n));
        }
        // The model's own error is 0.322; replicates vary more, and not much.
        assertThat(Math.sqrt(variance / (n - 1))).isBetween(0.30, 0.37);
    }

    @Test
    void the_text_has_ratios_limits_and_no_p_values() {
        List<Integer> heard = Collections.synchronizedList(new ArrayList<>());
        Bootstrap bootstrap = Bootstrap.of(Logistic.fit("low ~ smoke", BIRTHS), 200, 1, heard::add);

        assertThat(heard).hasSize(200).contains(1, 200);
        assertThat(bootstrap.toText(BootstrapInterval.BCA))
                .startsWith("Logistic regression of low, n = 189\nterm           OR       95 % CI\n")
                .contains("\nsmoke        2.02  ")
                .contains("\nbootstrap BCa intervals, without p-values: 200 bootstrap replicates of rows,\n  seed 1\n")
                .doesNotContain("NA");
    }

    @Test
    void replicates_are_the_same_bits_for_any_number_of_threads() throws Exception {
        Fit fit = Logistic.fit("low ~ smoke + lwt", BIRTHS);
        double[] one = new ForkJoinPool(1)
                .submit(() -> Bootstrap.of(fit, 100, 3).values("lwt"))
                .get();
        double[] eight = new ForkJoinPool(8)
                .submit(() -> Bootstrap.of(fit, 100, 3).values("lwt"))
                .get();

        assertThat(eight).containsExactly(one);
        assertThat(Bootstrap.of(fit, 100, 4).values("lwt")).isNotEqualTo(one);
    }

    @Test
    void intervals_name_method_replicates_and_seed_and_have_no_p_value() {
        Fit fit = Logistic.fit("low ~ smoke", BIRTHS);
        Bootstrap bootstrap = Bootstrap.of(fit, 200, 1);

        assertThat(bootstrap
                        .ratio("smoke", BootstrapInterval.PERCENTILE)
                        .convention()
                        .interval())
                .isEqualTo("bootstrap percentile of 200 replicates of rows, seed 1");
        assertThat(bootstrap.tidy(BootstrapInterval.BCA).get(1).pValue()).isNaN();
        assertThat(bootstrap.estimate("smoke", BootstrapInterval.BCA).interval().lower())
                .isBetween(-0.5, 0.7);
        assertThat(Bootstrap.ofClusters(fit, "age", 200, 1))
                .hasToString("200 bootstrap replicates of clusters of age, seed 1");
        assertThat(bootstrap.seed()).isEqualTo(1);
        assertThat(bootstrap.replicates()).isEqualTo(200);
    }

    @Test
    void what_cannot_be_drawn_is_said() {
        Fit weighted = Logistic.fit("low ~ smoke", BIRTHS, Weights.frequency("lwt"));
        Fit fit = Logistic.fit("low ~ smoke", BIRTHS);

        assertThatThrownBy(() -> Bootstrap.of(weighted, 200, 1)).hasMessageContaining("repeat the rows, one a person");
        assertThatThrownBy(() -> Bootstrap.of(fit, 10, 1))
                .hasMessage("10 bootstrap replicates say nothing of limits; ask for 100 or more");
        Cohort rare = DataSet.of(
                "y x", new double[] {0, 0, 0, 0, 0, 0, 0, 1, 0, 1}, new double[] {0, 0, 0, 0, 0, 0, 1, 1, 1, 0});
        assertThatThrownBy(() -> Bootstrap.of(Logistic.fit("y ~ x", rare), 100, 1))
                .hasMessageContaining("have no finite estimate");
    }
}
