package cohortkit.claims.feasible;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cohortkit.claims.PrintedRange;
import cohortkit.claims.Rounding;
import cohortkit.core.InputException;
import cohortkit.stats.crosstab.Independence;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CountTablesTest {

    private static final TableShape TWO = TableShape.of(2, 2);

    static Stream<SplittableRandom> seeds() {
        return IntStream.range(0, 60).mapToObj(SplittableRandom::new);
    }

    private static long[] table(SplittableRandom random, int cells, int most) {
        return IntStream.range(0, cells)
                .mapToLong(i -> random.nextInt(most + 1))
                .toArray();
    }

    private static String percent(long part, long whole, int decimals, RoundingMode mode) {
        return BigDecimal.valueOf(100 * part)
                        .divide(BigDecimal.valueOf(whole), decimals, mode)
                        .toPlainString() + "%";
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void any_table_printed_by_any_rule_is_in_its_own_feasible_set(SplittableRandom random) {
        TableShape shape = new TableShape(1 + random.nextInt(3), 2 + random.nextInt(2), 1 + random.nextInt(2));
        long[] table = table(random, shape.size(), 6);
        table[0]++;
        long n = shape.all().sum(table);
        for (Rounding rule : Rounding.values()) {
            RoundingMode mode = switch (rule) {
                case HALF_EITHER -> random.nextBoolean() ? RoundingMode.HALF_UP : RoundingMode.HALF_DOWN;
                case HALF_UP, HALF_AWAY -> RoundingMode.HALF_UP;
                case HALF_EVEN -> RoundingMode.HALF_EVEN;
                case TRUNCATED, ANY -> RoundingMode.DOWN;
            };
            int decimals = random.nextInt(3);
            CountTables tables = CountTables.of(shape).roundedBy(rule).sum(shape.all(), Long.toString(n));
            for (int cell = 0; cell < shape.size() - 1; cell++) {
                CellSet one = new CellSet(shape, cell);
                tables = tables.share(one, shape.all(), percent(one.sum(table), n, decimals, mode));
            }
            assertThat(tables.counts()).anyMatch(found -> Arrays.equals(found, table));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void pruning_finds_what_brute_force_finds_and_bounds_are_attained(SplittableRandom random) {
        long[] table = table(random, 4, 7);
        table[0]++;
        table[3]++;
        long n = TWO.all().sum(table);
        long exposed = TWO.row(1).sum(table);
        String share = percent(exposed, n, 0, RoundingMode.HALF_UP);
        String risk = percent(table[0], exposed, 0, RoundingMode.HALF_EVEN);
        CountTables tables = CountTables.of(TWO)
                .sum(TWO.all(), Long.toString(n))
                .share(TWO.row(1), TWO.all(), share)
                .share(TWO.cell(1, 1), TWO.row(1), risk);
        List<long[]> brute = bruteForce(n, share, risk);
        assertThat(tables.counts()).hasSize(brute.size());
        assertThat(tables.counts())
                .allSatisfy(found -> assertThat(brute).anyMatch(other -> Arrays.equals(found, other)));
        for (CountMeasure measure : List.of(
                CountMeasure.share(TWO.column(1), TWO.all()),
                CountMeasure.riskRatio(TWO.cell(1, 1), TWO.row(1), TWO.cell(2, 1), TWO.row(2)),
                CountMeasure.oddsRatio(TWO.cell(1, 1), TWO.row(1), TWO.cell(2, 1), TWO.row(2)),
                CountMeasure.riskDifference(TWO.cell(1, 1), TWO.row(1), TWO.cell(2, 1), TWO.row(2)))) {
            double[] values = brute.stream()
                    .mapToDouble(measure::value)
                    .filter(x -> !Double.isNaN(x))
                    .sorted()
                    .toArray();
            PrintedRange range = tables.range(measure);
            assertThat(range.lower()).isEqualTo(values[0]);
            assertThat(range.upper()).isEqualTo(values[values.length - 1]);
        }
    }

    private static List<long[]> bruteForce(long n, String share, String risk) {
        var ofAll = cohortkit.claims.Printed.parse(share);
        var ofExposed = cohortkit.claims.Printed.parse(risk);
        List<long[]> found = new java.util.ArrayList<>();
        for (long a = 0; a <= n; a++) {
            for (long b = 0; a + b <= n; b++) {
                for (long c = 0; a + b + c <= n; c++) {
                    if (a + b > 0 && ofAll.admits(a + b, n) && ofExposed.admits(a, a + b)) {
                        found.add(new long[] {a, b, c, n - a - b - c});
                    }
                }
            }
        }
        return found;
    }

    @Test
    void billions_of_tables_are_left_out_and_not_counted_through() {
        TableShape shape = TableShape.of(3, 3);
        CountTables tables = CountTables.of(shape).sum(shape.all(), "3000");
        for (int i = 1; i <= 3; i++) {
            tables = tables.sum(shape.row(i), "1000").sum(shape.column(i), "1000");
        }
        // Four free cells of 0 to 1000: about 10^11 tables with these margins.
        CountSearch search = tables.search();
        CountMeasure ratio = CountMeasure.riskRatio(shape.cell(1, 1), shape.row(1), shape.cell(2, 1), shape.row(2));
        PrintedRange range = search.range(ratio).orElseThrow();
        assertThat(range.lower()).isZero();
        assertThat(range.upper()).isInfinite();
        CountTables narrower =
                tables.share(shape.cell(1, 1), shape.row(1), "40.0%").share(shape.cell(2, 1), shape.row(2), "20.0%");
        CountSearch second = narrower.search();
        assertThat(second.range(ratio).orElseThrow()).isEqualTo(new PrintedRange(2, 2));
        assertThat(search.steps() + second.steps()).isLessThan(20_000);
    }

    @Test
    void strata_have_their_own_sums_and_shares() {
        TableShape shape = TWO.withStrata(2);
        CellSet women = shape.stratum(1);
        CellSet exposedWomen = shape.row(1).and(women);
        CountTables tables = CountTables.of(shape)
                .sum(shape.all(), "20")
                .sum(women, "8")
                .share(exposedWomen, women, "50%")
                .share(shape.cell(1, 1).and(women), exposedWomen, "75%")
                .share(shape.row(1), shape.all(), "40%");
        assertThat(tables.recovered(shape.cell(1, 1).and(women))).isEqualTo(OptionalLong.of(3));
        assertThat(tables.recovered(shape.row(1).and(shape.stratum(2)))).isEqualTo(OptionalLong.of(4));
        assertThat(tables.recovered(shape.cell(1, 1))).isEmpty();
        assertThat(tables.size()).isEqualTo(5 * 5 * 9);
        assertThatThrownBy(() -> tables.agreeing(table -> true)).hasMessageContaining("this one has 2 strata");
    }

    @Test
    void a_condition_is_asked_of_whole_tables() {
        CountTables tables = CountTables.of(TWO)
                .sum(TWO.row(1), "182")
                .sum(TWO.row(2), "108")
                .sum(TWO.cell(1, 1), "39")
                .agreeing(table -> Math.abs(Independence.PEARSON.test(table).pValue() - 0.0075) < 0.00005);
        assertThat(tables.recovered(TWO.cell(2, 1))).isEqualTo(OptionalLong.of(10));
    }

    @Test
    void what_cannot_be_is_empty_and_what_is_not_bounded_is_refused() {
        CountTables none = CountTables.of(TWO).sum(TWO.all(), "203").share(TWO.row(1), TWO.all(), "67.4%");
        assertThat(none.size()).isZero();
        assertThat(none.recovered(TWO.all())).isEmpty();
        CountMeasure share = CountMeasure.share(TWO.row(1), TWO.all());
        assertThat(none.bounds(share)).isEmpty();
        assertThatThrownBy(() -> none.range(share))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("no table agrees with the printed figures, or the share is 0/0");
        CountTables open = CountTables.of(TWO).share(TWO.row(1), TWO.all(), "50%");
        assertThatThrownBy(open::size).hasMessageContaining("add a printed total");
        assertThatThrownBy(() -> open.share(TWO.row(1), TWO.all(), "67.4")).hasMessageContaining("is a % missing?");
        assertThatThrownBy(() -> open.sum(TableShape.of(3, 2).all(), "1")).hasMessageContaining("of another table");
        assertThatThrownBy(() -> TWO.row(1).and(TableShape.of(3, 2).row(1))).hasMessageContaining("different tables");
        assertThatThrownBy(() -> TWO.row(3)).hasMessage("there is no row 3; there are 1 to 2");
        assertThatThrownBy(() -> TableShape.of(0, 2)).hasMessageStartingWith("a table has 1 to 1000 cells");
        assertThatThrownBy(() -> CountMeasure.share(TWO.row(1), TWO.row(2))).hasMessageContaining("must be among");
        assertThat(TWO.row(1)).hasToString("2 cells");
        assertThat(share).hasToString("share");
    }
}
