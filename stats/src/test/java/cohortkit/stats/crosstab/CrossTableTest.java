package cohortkit.stats.crosstab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cohortkit.core.Cohort;
import cohortkit.core.Estimate;
import cohortkit.core.InputException;
import cohortkit.stats.table.ChiSquare;
import cohortkit.stats.table.LikelihoodRatioChiSquare;
import cohortkit.stats.table.TableRow;
import cohortkit.stats.table.Tables;
import cohortkit.stats.table.TwoByTwo;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CrossTableTest {

    private static final CrossTable JOBS = CrossTable.fromCounts(
            new Axis("income", List.of("low", "middle", "high")),
            new Axis("satisfied", List.of("no", "partly", "yes")),
            new long[][] {{10, 4, 1}, {0, 0, 0}, {3, 7, 9}});

    static Stream<CrossTable> tables() {
        return RandomCross.of(40, 30);
    }

    @Test
    void it_counts_rows_and_who_is_left_out() {
        Cohort cohort = Tables.cohort("x,y,n", "a,0,2", "b,1,3", "b,0,1", "c,1,5", ",1,4", "a,,6");
        CrossTable table = CrossTable.of(cohort, "x", "y");
        assertThat(table.counts()).isDeepEqualTo(new long[][] {{1, 0}, {1, 1}, {0, 1}});
        assertThat(table.leftOut()).isEqualTo(2);
        assertThat(table.cramersV().convention().denominator()).isEqualTo("4 of 6 people, complete in x and y");
        assertThat(CrossTable.of(cohort, "x", "y", "n"))
                .hasToString("x x y: n = 11, 10 left out\n"
                        + "           0      1  total\n"
                        + "a          2      0      2\n"
                        + "b          1      3      4\n"
                        + "c          0      5      5\n"
                        + "total      3      8     11");
        assertThat(CrossTable.of(cohort, "x", "y", "n").columns().levels()).containsExactly("0", "1");
    }

    @ParameterizedTest
    @MethodSource("tables")
    void of_two_rows_and_columns_the_tests_are_those_of_a_two_by_two(CrossTable t) {
        long[][] c = t.filled();
        if (c.length == 2 && c[0].length == 2) {
            TwoByTwo same = new TwoByTwo(c[0][0], c[0][1], c[1][0], c[1][1]);
            assertThat(Independence.PEARSON.test(t).statistic())
                    .isCloseTo(ChiSquare.test(same).statistic(), within(1e-11));
            assertThat(Independence.LIKELIHOOD_RATIO.test(t).statistic())
                    .isCloseTo(LikelihoodRatioChiSquare.test(same).statistic(), within(1e-11));
            assertThat(t.cramersV().value()).isCloseTo(Math.abs(same.phi().value()), within(1e-12));
        }
    }

    @ParameterizedTest
    @MethodSource("tables")
    void turning_the_table_changes_no_bit_of_the_chi_squares(CrossTable t) {
        for (Independence test : Independence.values()) {
            assertThat(test.test(t.transposed())).isEqualTo(test.test(t));
            assertThat(test.test(RandomCross.reversedRows(t))).isEqualTo(test.test(t));
        }
    }

    @ParameterizedTest
    @MethodSource("tables")
    void the_interval_of_cramers_v_inverts_the_tails_and_widens_with_the_level(CrossTable t) {
        Estimate v = t.cramersV(0.9);
        assertThat(v.interval().lower() > 0)
                .isEqualTo(Independence.PEARSON.test(t).pValue() < 0.05);
        Estimate wider = t.cramersV(0.999);
        assertThat(wider.interval().lower()).isLessThanOrEqualTo(v.interval().lower());
        assertThat(wider.interval().upper()).isGreaterThanOrEqualTo(v.interval().upper());
    }

    @ParameterizedTest
    @MethodSource("tables")
    void residuals_of_a_row_add_up_as_they_must(CrossTable t) {
        double sum = 0;
        for (int i = 0; i < t.rows().levels().size(); i++) {
            for (int j = 0; j < t.columns().levels().size(); j++) {
                if (t.expected(i, j) > 0) {
                    double share = (1 - (double) t.rowTotal(i) / t.n()) * (1 - (double) t.columnTotal(j) / t.n());
                    sum += t.adjustedResidual(i, j) * t.adjustedResidual(i, j) * share;
                }
            }
        }
        assertThat(sum).isCloseTo(Independence.PEARSON.test(t).statistic(), within(1e-10));
    }

    @Test
    void a_table_says_what_it_left_out() {
        assertThat(JOBS.dropped()).containsExactly("income = middle");
        assertThat(JOBS.cramersV().convention().zeroCells()).isEqualTo("without income = middle");
        assertThat(Independence.PEARSON.test(JOBS).df()).isEqualTo(2);
        assertThat(JOBS.transposed().dropped()).containsExactly("income = middle");
        assertThat(JOBS.adjustedResidual(1, 0)).isNaN();
        assertThat(JOBS)
                .isEqualTo(JOBS.transposed().transposed())
                .hasSameHashCodeAs(JOBS.transposed().transposed());
        assertThat(JOBS.measures(0.95, MonteCarlo.DEFAULT))
                .extracting(TableRow::method)
                .containsExactly(
                        "noncentral chi-square",
                        "Pearson chi-square",
                        "likelihood-ratio chi-square",
                        "Fisher-Freeman-Halton, exact");
    }

    @Test
    void one_row_or_nobody_is_explained() {
        CrossTable one = CrossTable.fromCounts(new long[][] {{3, 4, 5}});
        assertThat(one.cramersV()).hasToString("NA (undefined: people are in 1 x 3 cells)");
        assertThatThrownBy(() -> Independence.PEARSON.test(one))
                .isInstanceOf(InputException.class)
                .hasMessage("Pearson chi-square needs people in two rows and two columns at least; they are in 1 x 3");
        assertThat(one.measures(0.95, MonteCarlo.DEFAULT))
                .singleElement()
                .satisfies(row -> assertThat(row.method())
                        .isEqualTo("noncentral chi-square (undefined: people are in 1 x 3 cells)"));
        CrossTable nobody = CrossTable.fromCounts(new long[2][2]);
        assertThat(nobody.cramersV()).hasToString("NA (undefined: people are in 0 x 0 cells)");
        assertThat(nobody.dropped()).containsExactly("row 1", "row 2", "column 1", "column 2");
        assertThat(nobody.expected(0, 0)).isNaN();
    }

    @Test
    void cramers_v_of_huge_and_of_perfect_tables_stays_within_0_and_1() {
        CrossTable perfect = CrossTable.fromCounts(new long[][] {{50, 0}, {0, 50}});
        assertThat(perfect.cramersV().value()).isEqualTo(1);
        assertThat(perfect.cramersV().interval().upper()).isEqualTo(1);
        CrossTable huge = CrossTable.fromCounts(
                new long[][] {{400_000_000_000L, 100_000_000_000L, 1}, {100_000_000_000L, 400_000_000_000L, 9}});
        assertThat(huge.cramersV().value()).isCloseTo(0.6, within(1e-9));
        // The limits are about 1.96 / sqrt(n) away.
        assertThat(huge.cramersV().interval().lower()).isCloseTo(0.6 - 1.96e-6, within(1e-8));
        assertThat(huge.cramersV().interval().upper()).isCloseTo(0.6 + 1.96e-6, within(1e-8));
        CrossTable even = CrossTable.fromCounts(new long[][] {{5, 5}, {5, 5}});
        assertThat(even.cramersV()).hasToString("0 (95 % CI 0 to 0; noncentral chi-square)");
    }

    @Test
    void a_wide_table_is_printed_in_blocks_within_80_columns() {
        CrossTable wide = CrossTable.fromCounts(new long[][] {new long[30], new long[30]});
        assertThat(wide.toString().lines())
                .hasSize(1 + 6 * 4)
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        assertThat(wide.toString()).startsWith("2 x 30 table of 0 people");
    }

    @Test
    void counts_that_make_no_table_are_refused() {
        assertThatThrownBy(() -> CrossTable.fromCounts(new long[][] {{1, 2}, {3}}))
                .isInstanceOf(InputException.class)
                .hasMessage("a table of 2 rows and 2 columns needs as many counts; the rows hold [2, 1]");
        assertThatThrownBy(() -> CrossTable.fromCounts(new long[][] {}))
                .hasMessage("a table needs at least one row and one column; there is none");
        assertThatThrownBy(() -> CrossTable.fromCounts(new long[][] {{1, -2}}))
                .hasMessage("a table holds counts of 0 or more; was -2");
        assertThatThrownBy(() -> CrossTable.fromCounts(new long[][] {{Long.MAX_VALUE, 1}}))
                .hasMessage("the counts add up to more than 2^63 - 1");
        String[] lines = Stream.concat(
                        Stream.of("x,y,n"),
                        Stream.generate(() -> "a,b,9007199254740992").limit(1025))
                .toArray(String[]::new);
        assertThatThrownBy(() -> CrossTable.of(Tables.cohort(lines), "x", "y", "n"))
                .hasMessage("the frequencies add up to more than 2^63 - 1");
        assertThatThrownBy(() -> CrossTable.of(Tables.cohort("x,y", "a,2.5", "b,1"), "x", "y"))
                .hasMessage("variable 'y' is not binary: it is a number, and row 1 holds 2.5; derive a variable with"
                        + " two levels");
        assertThat(Arrays.asList(Independence.values()))
                .extracting(Independence::label)
                .containsExactly("Pearson chi-square", "likelihood-ratio chi-square");
    }
}
