package cohortkit.stats.crosstab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cohortkit.core.Cohort;
import cohortkit.core.InputException;
import cohortkit.stats.table.CochranMantelHaenszel;
import cohortkit.stats.table.Strata;
import cohortkit.stats.table.TableRow;
import cohortkit.stats.table.Tables;
import cohortkit.stats.table.TwoByTwo;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GeneralizedMantelHaenszelTest {

    @ParameterizedTest
    @EnumSource(GeneralizedMantelHaenszel.class)
    void of_two_by_two_tables_all_three_are_cochran_mantel_haenszel(GeneralizedMantelHaenszel test) {
        SplittableRandom random = new SplittableRandom(1959);
        for (int i = 0; i < 30; i++) {
            CrossTable[] tables = new CrossTable[1 + i % 4];
            TwoByTwo[] same = new TwoByTwo[tables.length];
            for (int k = 0; k < tables.length; k++) {
                tables[k] = RandomCross.table(random, 2, 2, 12);
                long[][] c = tables[k].counts();
                same[k] = new TwoByTwo(c[0][0], c[0][1], c[1][0], c[1][1]);
            }
            CrossStrata strata = CrossStrata.of(tables);
            if (test.isPossible(strata)) {
                assertThat(test.test(strata).statistic())
                        .isCloseTo(CochranMantelHaenszel.test(Strata.of(same)).statistic(), within(1e-11));
            }
        }
    }

    @Test
    void of_one_stratum_they_are_the_plain_tests_with_n_less_one() {
        RandomCross.of(30, 9).forEach(t -> {
            CrossStrata one = CrossStrata.of(t);
            double factor = (t.n() - 1.0) / t.n();
            assertThat(GeneralizedMantelHaenszel.GENERAL_ASSOCIATION.test(one).statistic())
                    .isCloseTo(Independence.PEARSON.test(t).statistic() * factor, within(1e-10));
            assertThat(GeneralizedMantelHaenszel.GENERAL_ASSOCIATION.test(one).df())
                    .isEqualTo(Independence.PEARSON.test(t).df());
            assertThat(GeneralizedMantelHaenszel.CORRELATION.test(one).statistic())
                    .isCloseTo(Trend.LINEAR_BY_LINEAR.test(t).statistic(), within(1e-12));
        });
    }

    /** Kruskal-Wallis with ties: H / (1 - sum(t³ - t) / (n³ - n)). */
    @Test
    void midranks_of_one_stratum_give_kruskal_wallis() {
        RandomCross.of(20, 6).forEach(t -> {
            double n = t.n();
            double below = 0;
            double ties = 0;
            double[] sums = new double[t.rows().levels().size()];
            for (int j = 0; j < t.columns().levels().size(); j++) {
                double size = t.columnTotal(j);
                double rank = below + (size + 1) / 2;
                below += size;
                ties += size * size * size - size;
                for (int i = 0; i < sums.length; i++) {
                    sums[i] += rank * t.count(i, j);
                }
            }
            double h = -3 * (n + 1);
            for (int i = 0; i < sums.length; i++) {
                h += t.rowTotal(i) == 0 ? 0 : 12 / (n * (n + 1)) * sums[i] * sums[i] / t.rowTotal(i);
            }
            double expected = h / (1 - ties / (n * n * n - n));
            assertThat(GeneralizedMantelHaenszel.ROW_MEAN_SCORES
                            .test(CrossStrata.of(t), Scores.positions(), Scores.midranks())
                            .statistic())
                    .isCloseTo(expected, within(1e-10));
        });
    }

    @Test
    void empty_strata_and_strata_of_one_row_say_nothing() {
        CrossTable t = CrossTable.fromCounts(new long[][] {{3, 1, 2}, {4, 5, 6}});
        CrossTable empty = CrossTable.fromCounts(new long[2][3]);
        CrossTable oneRow = CrossTable.fromCounts(new long[][] {{3, 4, 5}, {0, 0, 0}});
        for (GeneralizedMantelHaenszel test : GeneralizedMantelHaenszel.values()) {
            assertThat(test.test(CrossStrata.of(t, empty, oneRow))).isEqualTo(test.test(CrossStrata.of(t)));
            assertThatThrownBy(() -> test.test(CrossStrata.of(empty, oneRow)))
                    .isInstanceOf(InputException.class)
                    .hasMessage(test.label() + " needs a stratum with people in two rows and two columns, with two"
                            + " different scores");
        }
        assertThat(CrossStrata.of(empty, oneRow).measures(0.95, MonteCarlo.DEFAULT))
                .extracting(TableRow::measure)
                .containsExactly("crude Cramer's V");
    }

    @Test
    void strata_are_read_from_rows_and_count_who_is_left_out() {
        Cohort cohort = Tables.cohort(
                "x,y,g,n", "a,no,m,3", "b,no,m,1", "c,yes,m,4", "a,yes,f,2", "c,no,f,5", ",no,f,7", "a,yes,,9");
        CrossStrata strata = CrossStrata.of(cohort, "x", "y", "g", "n");
        assertThat(strata.leftOut()).isEqualTo(16);
        assertThat(strata.crude().leftOut()).isEqualTo(16);
        assertThat(strata.crude().n()).isEqualTo(15);
        assertThat(strata).hasToString("""
                        2 strata of g, n = 15

                        g = f, x x y: n = 7, 7 left out
                                  no    yes  total
                        a          0      2      2
                        b          0      0      0
                        c          5      0      5
                        total      5      2      7

                        g = m, x x y: n = 8
                                  no    yes  total
                        a          3      0      3
                        b          1      0      1
                        c          0      4      4
                        total      4      4      8""");
        assertThat(CrossStrata.of(cohort, "x", "y", "g").crude().n()).isEqualTo(5);
        assertThat(strata.measures(0.95, MonteCarlo.DEFAULT))
                .extracting(TableRow::measure)
                .containsExactly(
                        "crude Cramer's V",
                        "crude association",
                        "crude association",
                        "crude association",
                        "adjusted association",
                        "adjusted association",
                        "adjusted association");
    }

    @Test
    void strata_that_do_not_fit_are_refused() {
        CrossTable t = CrossTable.fromCounts(new long[][] {{3, 1, 2}, {4, 5, 6}});
        assertThatThrownBy(() -> CrossStrata.of(t, t.transposed()))
                .isInstanceOf(InputException.class)
                .hasMessage("all strata need as many rows and columns; there are 2 x 3, 3 x 2");
        assertThatThrownBy(() -> new CrossStrata("", Map.of(), 0))
                .hasMessage("a stratified analysis needs at least one stratum; there is none");
        Cohort nobody = Tables.cohort("x,y,g", "a,,m", "b,no,", ",yes,m");
        assertThatThrownBy(() -> CrossStrata.of(nobody, "x", "y", "g"))
                .hasMessage("no row has both categories and 'g' at once; there is no stratum");
    }
}
