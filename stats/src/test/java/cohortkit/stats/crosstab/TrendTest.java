package cohortkit.stats.crosstab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cohortkit.core.InputException;
import cohortkit.stats.table.ChiSquare;
import cohortkit.stats.table.FisherExact;
import cohortkit.stats.table.TwoByTwo;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TrendTest {

    private static final CrossTable DOSES = CrossTable.fromCounts(new long[][] {{2, 18}, {4, 16}, {9, 11}});

    static Stream<CrossTable> tables() {
        return RandomCross.of(40, 4);
    }

    @ParameterizedTest
    @MethodSource("tables")
    void the_exact_trend_agrees_with_whole_number_arithmetic(CrossTable table) {
        Enumeration all = new Enumeration(table);
        long observed = products(table.counts());
        // n times the expected sum is a whole number.
        long mean = 0;
        for (int i = 0; i < table.rows().levels().size(); i++) {
            for (int j = 0; j < table.columns().levels().size(); j++) {
                mean += (long) i * j * table.rowTotal(i) * table.columnTotal(j);
            }
        }
        long center = mean;
        long n = table.n();
        double rising = all.share(cells -> products(cells) >= observed);
        double falling = all.share(cells -> products(cells) <= observed);
        double either = all.share(cells -> Math.abs(n * products(cells) - center) >= Math.abs(n * observed - center));
        assertThat(Trend.EXACT.test(table).pValue()).isCloseTo(either, within(1e-13));
        assertThat(Trend.EXACT.test(table, Direction.RISING).pValue()).isCloseTo(rising, within(1e-13));
        assertThat(Trend.EXACT.test(table, Direction.FALLING).pValue()).isCloseTo(falling, within(1e-13));
    }

    private static long products(long[][] cells) {
        long sum = 0;
        for (int i = 0; i < cells.length; i++) {
            for (int j = 0; j < cells[i].length; j++) {
                sum += (long) i * j * cells[i][j];
            }
        }
        return sum;
    }

    /** U / sqrt(I) with U the slope's derivative of the log likelihood at slope 0, I its information there. */
    @Test
    void cochran_armitage_is_the_score_test_of_a_logistic_slope() {
        double people = 0;
        double events = 0;
        double product = 0;
        double first = 0;
        double second = 0;
        for (int i = 0; i < 3; i++) {
            people += DOSES.rowTotal(i);
            events += DOSES.count(i, 0);
            product += i * DOSES.count(i, 0);
            first += i * DOSES.rowTotal(i);
            second += (double) i * i * DOSES.rowTotal(i);
        }
        double risk = events / people;
        double score = product - risk * first;
        double information = risk * (1 - risk) * (second - first * first / people);
        assertThat(Trend.COCHRAN_ARMITAGE.test(DOSES).statistic())
                .isCloseTo(score * score / information, within(1e-13));
    }

    @Test
    void in_two_by_two_it_is_the_chi_square_and_fisher_s_test() {
        TwoByTwo table = new TwoByTwo(12, 55, 16, 125);
        CrossTable same = CrossTable.fromCounts(new long[][] {{12, 55}, {16, 125}});
        assertThat(Trend.COCHRAN_ARMITAGE.test(same).statistic())
                .isCloseTo(ChiSquare.test(table).statistic(), within(1e-13));
        TwoByTwo even = new TwoByTwo(3, 7, 6, 4);
        assertThat(Trend.EXACT
                        .test(CrossTable.fromCounts(new long[][] {{3, 7}, {6, 4}}))
                        .pValue())
                .isCloseTo(FisherExact.test(even).pValue(), within(1e-13));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void turning_both_orders_or_the_table_changes_nothing(CrossTable table) {
        double z = Trend.LINEAR_BY_LINEAR.test(table, Direction.RISING).statistic();
        assertThat(Trend.LINEAR_BY_LINEAR
                        .test(table.transposed(), Direction.RISING)
                        .statistic())
                .isCloseTo(z, within(1e-12));
        CrossTable reversed = RandomCross.reversedRows(table);
        assertThat(Trend.LINEAR_BY_LINEAR.test(reversed, Direction.RISING).statistic())
                .isCloseTo(-z, within(1e-12));
        assertThat(Trend.EXACT.test(reversed, Direction.FALLING).pValue())
                .isCloseTo(Trend.EXACT.test(table, Direction.RISING).pValue(), within(1e-12));
        assertThat(Trend.LINEAR_BY_LINEAR.test(table).statistic()).isCloseTo(z * z, within(1e-12));
        Scores shifted = Scores.of(
                java.util.stream.IntStream.range(0, table.rows().levels().size())
                        .mapToDouble(i -> 1e6 + 3 * i)
                        .toArray());
        assertThat(Trend.LINEAR_BY_LINEAR
                        .test(table, shifted, Scores.positions())
                        .statistic())
                .isCloseTo(z * z, within(1e-9));
        assertThat(Trend.EXACT.test(table, shifted, Scores.positions()).pValue())
                .isCloseTo(Trend.EXACT.test(table).pValue(), within(1e-12));
    }

    @Test
    void one_sided_tests_halve_the_two_sided_one() {
        assertThat(Trend.COCHRAN_ARMITAGE.test(DOSES, Direction.FALLING))
                .hasToString("Cochran-Armitage trend, falling: -2.56, p = 0.0053");
        assertThat(Trend.COCHRAN_ARMITAGE.test(DOSES, Direction.FALLING).pValue() * 2)
                .isCloseTo(Trend.COCHRAN_ARMITAGE.test(DOSES).pValue(), within(1e-15));
        assertThat(Trend.COCHRAN_ARMITAGE.test(DOSES, Direction.RISING).pValue())
                .isCloseTo(1 - Trend.COCHRAN_ARMITAGE.test(DOSES).pValue() / 2, within(1e-15));
    }

    @Test
    void what_the_trend_leaves_is_its_departure() {
        double chiSquare = Independence.PEARSON.test(DOSES).statistic();
        double linear = Trend.COCHRAN_ARMITAGE.test(DOSES).statistic();
        assertThat(Trend.departure(DOSES, Scores.positions(), Scores.positions())
                        .statistic())
                .isCloseTo(chiSquare - linear, within(1e-13));
        assertThat(Trend.departure(DOSES, Scores.positions(), Scores.positions())
                        .df())
                .isEqualTo(1);
        assertThatThrownBy(() -> Trend.departure(
                        CrossTable.fromCounts(new long[][] {{1, 2}, {3, 4}}), Scores.positions(), Scores.positions()))
                .isInstanceOf(InputException.class)
                .hasMessage("departure from a trend needs people in three levels and an outcome of two; they are in"
                        + " 2 x 2");
    }

    @Test
    void midranks_give_wilcoxon_s_test() {
        // 1..3 against 2..4 people in four levels: rank sums by hand.
        CrossTable groups = CrossTable.fromCounts(new long[][] {{2, 1, 1, 0}, {0, 1, 2, 3}});
        double[] ranks = {1.5, 3.5, 6, 9};
        double sum = 2 * ranks[0] + ranks[1] + ranks[2];
        double squares = 0;
        for (int j = 0; j < 4; j++) {
            squares += groups.columnTotal(j) * (ranks[j] - 5.5) * (ranks[j] - 5.5);
        }
        double variance = 4.0 * 6 / (10 * 9) * squares;
        double expected = (sum - 4 * 5.5) * (sum - 4 * 5.5) / variance;
        assertThat(Trend.LINEAR_BY_LINEAR
                        .test(groups, Scores.positions(), Scores.midranks())
                        .statistic())
                .isCloseTo(expected, within(1e-13));
    }

    @Test
    void mistakes_are_named() {
        CrossTable three = CrossTable.fromCounts(new long[][] {{1, 2, 3}, {4, 5, 6}, {7, 8, 10}});
        assertThatThrownBy(() -> Trend.COCHRAN_ARMITAGE.test(three))
                .isInstanceOf(InputException.class)
                .hasMessage("Cochran-Armitage trend needs an outcome of two levels; people are in 3 rows and 3 columns:"
                        + " take LINEAR_BY_LINEAR");
        assertThatThrownBy(() -> Trend.LINEAR_BY_LINEAR.test(CrossTable.fromCounts(new long[][] {{1, 2}})))
                .hasMessage("linear-by-linear needs people in two rows and two columns at least; they are in 1 x 2");
        assertThatThrownBy(() -> Trend.LINEAR_BY_LINEAR.test(DOSES, Scores.of(1, 2), Scores.positions()))
                .hasMessage("there are 2 scores for 3 levels; give one a level, empty levels included");
        assertThatThrownBy(() -> Scores.of(1, 1))
                .hasMessage("scores are finite numbers, not all the same; were [1.0, 1.0]");
        CrossTable ends = CrossTable.fromCounts(new long[][] {{1, 2}, {0, 0}, {3, 4}});
        assertThatThrownBy(() -> Trend.LINEAR_BY_LINEAR.test(ends, Scores.of(1, 2, 1), Scores.positions()))
                .hasMessage("linear-by-linear needs people with two different scores, in rows and in columns");
        CrossTable large = CrossTable.fromCounts(new long[][] {{4000, 5000}, {4100, 5200}, {3900, 5300}});
        assertThatThrownBy(() -> Trend.EXACT.test(large))
                .hasMessage("the exact trend would take more than 50 million steps for this table of 27500 people:"
                        + " take LINEAR_BY_LINEAR");
        assertThat(Scores.of(0, 5)).hasToString("[0.0, 5.0]");
        assertThat(Scores.midranks()).hasToString("midranks");
    }

    @Test
    void a_row_for_each_test_that_can_be_made() {
        assertThat(DOSES.trends())
                .extracting(row -> row.measure() + ", " + row.method())
                .containsExactly(
                        "trend, Cochran-Armitage trend",
                        "trend, linear-by-linear",
                        "trend, exact trend",
                        "departure, departure from a linear trend");
        assertThat(DOSES.trends().get(2).pValue())
                .isEqualTo(Trend.EXACT.test(DOSES).pValue());
        CrossTable square = CrossTable.fromCounts(new long[][] {{2, 5, 1}, {4, 3, 2}, {1, 1, 6}});
        assertThat(square.trends())
                .extracting(cohortkit.stats.table.TableRow::method)
                .containsExactly("linear-by-linear", "exact trend");
        CrossTable large = CrossTable.fromCounts(
                new long[][] {{900_000_000_000L, 100_000_000, 700_000_000}, {800_000_000, 300_000_000, 110_000_000}});
        assertThat(large.trends())
                .extracting(cohortkit.stats.table.TableRow::method)
                .contains("exact trend (beyond 50 million steps)");
        CrossTable one = CrossTable.fromCounts(new long[][] {{2, 5}, {0, 0}});
        assertThatThrownBy(one::trends)
                .isInstanceOf(InputException.class)
                .hasMessage("a trend needs people in two rows and two columns at least; they are in 1 x 2");
    }
}
