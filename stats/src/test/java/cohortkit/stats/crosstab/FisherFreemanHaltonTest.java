package cohortkit.stats.crosstab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cohortkit.core.Estimate;
import cohortkit.core.InputException;
import cohortkit.stats.table.FisherExact;
import cohortkit.stats.table.TwoByTwo;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FisherFreemanHaltonTest {

    private static final CrossTable SMOKING = CrossTable.fromCounts(new long[][] {{3, 10, 4}, {7, 5, 9}});
    private static final long[][] WIDE = {
        {8, 9, 10, 6, 7}, {5, 6, 9, 12, 8}, {11, 7, 6, 8, 8}, {9, 9, 9, 5, 8}, {7, 9, 6, 9, 9}
    };

    static Stream<CrossTable> tables() {
        return RandomCross.of(40, 4);
    }

    @ParameterizedTest
    @MethodSource("tables")
    void the_exact_p_agrees_with_whole_number_arithmetic(CrossTable table) {
        Enumeration all = new Enumeration(table);
        assertThat(FisherFreemanHalton.test(table).pValue()).isCloseTo(all.share(all::isNoLikelier), within(1e-13));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void turning_the_table_or_its_rows_changes_nothing(CrossTable table) {
        double p = FisherFreemanHalton.test(table).pValue();
        assertThat(FisherFreemanHalton.test(table.transposed()).pValue()).isCloseTo(p, within(1e-13));
        assertThat(FisherFreemanHalton.test(RandomCross.reversedRows(table)).pValue())
                .isCloseTo(p, within(1e-13));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void all_tables_together_have_probability_1(CrossTable table) {
        assertThat(new Network(table.filled()).pValue(1e6).orElseThrow()).isEqualTo(1);
        long[][] counts = table.filled();
        assertThat(new Network(counts).pValue(500).orElseThrow()).isCloseTo(1, within(1e-13));
    }

    @Test
    void the_network_of_two_by_two_is_fisher_s_test() {
        RandomCross.of(400, 60)
                .filter(t -> t.filled().length == 2 && t.filled()[0].length == 2)
                .forEach(t -> {
                    long[][] c = t.filled();
                    double fisher = FisherExact.test(new TwoByTwo(c[0][0], c[0][1], c[1][0], c[1][1]))
                            .pValue();
                    assertThat(new Network(c).pValue(Math.log1p(1e-7)).orElseThrow() / fisher)
                            .isCloseTo(1, within(1e-11));
                    assertThat(FisherFreemanHalton.test(t).pValue()).isEqualTo(fisher);
                });
    }

    @Test
    void simulation_finds_the_exact_p_within_its_interval() {
        RandomCross.of(20, 12).forEach(table -> {
            double exact = FisherFreemanHalton.test(table).pValue();
            Estimate simulated = FisherFreemanHalton.simulate(table, new MonteCarlo(2_000, 7));
            double error = Math.sqrt(exact * (1 - exact) / 2_000);
            assertThat(simulated.value()).isCloseTo(exact, within(4 * error + 1e-3));
            assertThat(simulated.interval().contains(simulated.value())).isTrue();
        });
    }

    @Test
    void random_tables_have_the_margins_and_the_chances_of_the_hypergeometric() {
        RandomTable random = new RandomTable(new long[][] {{3, 4}, {2, 6}}, 11);
        double[] seen = new double[6];
        for (int i = 0; i < 60_000; i++) {
            long[][] table = random.next();
            assertThat(table[0][0] + table[0][1]).isEqualTo(7);
            assertThat(table[0][0] + table[1][0]).isEqualTo(5);
            seen[(int) table[0][0]]++;
        }
        double statistic = 0;
        for (int x = 0; x < 6; x++) {
            double expected = 60_000 * Math.exp(Saddle.logHypergeometric(x, 7, 15, 5));
            statistic += (seen[x] - expected) * (seen[x] - expected) / expected;
        }
        assertThat(statistic).isLessThan(20.5);
    }

    @Test
    void beyond_the_bound_it_is_simulated_and_says_so() {
        CrossTable wide = CrossTable.fromCounts(WIDE);
        assertThatThrownBy(() -> FisherFreemanHalton.test(wide))
                .isInstanceOf(InputException.class)
                .hasMessage("Fisher-Freeman-Halton would take more than 50 million steps for this table of 200 people;"
                        + " simulate it, such as FisherFreemanHalton.pValue(table, MonteCarlo.DEFAULT)");
        Estimate p = FisherFreemanHalton.pValue(wide, new MonteCarlo(1_000, 5));
        assertThat(p.convention().estimator())
                .startsWith("Fisher-Freeman-Halton, Monte Carlo, 1000 tables, seed 5, standard error 0.00");
        assertThat(p.interval().level()).isEqualTo(0.99);
        assertThat(FisherFreemanHalton.pValue(wide, new MonteCarlo(1_000, 5))).isEqualTo(p);
        assertThat(FisherFreemanHalton.pValue(SMOKING, MonteCarlo.DEFAULT)
                        .interval()
                        .exists())
                .isFalse();
    }

    @Test
    void tables_of_a_million_million_are_exact_where_few_are_possible_and_simulated_elsewhere() {
        CrossTable few = CrossTable.fromCounts(
                new long[][] {{500_000_000_000L, 2}, {499_999_999_999L, 1}, {300_000_000_000L, 7}});
        double p = FisherFreemanHalton.test(few).pValue();
        assertThat(FisherFreemanHalton.simulate(few, MonteCarlo.DEFAULT)
                        .interval()
                        .contains(p))
                .isTrue();
        CrossTable many = CrossTable.fromCounts(new long[][] {
            {400_000_000_000L, 399_999_000_000L, 300_000_000_000L},
            {400_000_000_001L, 400_000_500_000L, 300_000_100_000L}
        });
        double chiSquare = Independence.PEARSON.test(many).pValue();
        assertThat(FisherFreemanHalton.pValue(many, MonteCarlo.DEFAULT)
                        .interval()
                        .contains(chiSquare))
                .isTrue();
        assertThatThrownBy(() -> FisherFreemanHalton.simulate(
                        CrossTable.fromCounts(new long[][] {{1L << 60, 1, 1}, {1, 1, 1}}), MonteCarlo.DEFAULT))
                .hasMessage("exact methods take tables of up to 10^15 people; this one has 1152921504606846981");
    }

    @Test
    void small_p_values_keep_their_digits() {
        CrossTable strong = CrossTable.fromCounts(new long[][] {{60, 0, 0}, {0, 60, 0}, {0, 0, 60}});
        // Six tables are as unlikely as this one; each has the chance 60!^6 / (180! 60!^3).
        double logChance = 3 * logFactorial(60) - logFactorial(180);
        assertThat(FisherFreemanHalton.test(strong).pValue() / (6 * Math.exp(logChance)))
                .isCloseTo(1, within(1e-11));
    }

    private static double logFactorial(int n) {
        double sum = 0;
        for (int i = 2; i <= n; i++) {
            sum += Math.log(i);
        }
        return sum;
    }

    @Test
    void a_table_with_one_row_is_the_only_one() {
        CrossTable one = CrossTable.fromCounts(new long[][] {{3, 4, 5}, {0, 0, 0}});
        assertThat(FisherFreemanHalton.test(one)).hasToString("Fisher-Freeman-Halton: p = 1.000");
        assertThat(FisherFreemanHalton.simulate(one, MonteCarlo.DEFAULT).value())
                .isEqualTo(1);
        assertThat(FisherFreemanHalton.test(CrossTable.fromCounts(new long[][] {{0, 0}, {0, 0}}))
                        .pValue())
                .isEqualTo(1);
    }

    @Test
    void empty_rows_and_columns_make_no_difference() {
        CrossTable padded = CrossTable.fromCounts(new long[][] {{3, 0, 10, 4}, {0, 0, 0, 0}, {7, 0, 5, 9}});
        assertThat(FisherFreemanHalton.test(padded)).isEqualTo(FisherFreemanHalton.test(SMOKING));
        assertThat(Arrays.deepEquals(padded.filled(), SMOKING.filled())).isTrue();
    }

    @Test
    void a_simulation_needs_tables() {
        assertThatThrownBy(() -> new MonteCarlo(0, 1))
                .isInstanceOf(InputException.class)
                .hasMessage("a simulation needs 1 to 10^9 tables; was 0");
        assertThat(MonteCarlo.DEFAULT).hasToString("10000 tables, seed 1");
    }
}
