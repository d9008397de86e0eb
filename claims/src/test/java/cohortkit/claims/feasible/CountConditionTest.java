package cohortkit.claims.feasible;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cohortkit.claims.Printed;
import cohortkit.core.DisplayNumber;
import cohortkit.core.Interval;
import cohortkit.stats.table.TwoByTwo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Printed ratios, limits and p-values of tables of any size: what is left out would not have agreed. */
class CountConditionTest {

    private static final TableShape TWO = TableShape.of(2, 2);
    private static final CountMeasure RISK_RATIO =
            CountMeasure.riskRatio(TWO.cell(1, 1), TWO.row(1), TWO.cell(2, 1), TWO.row(2));
    private static final CountMeasure ODDS_RATIO =
            CountMeasure.oddsRatio(TWO.cell(1, 1), TWO.row(1), TWO.cell(2, 1), TWO.row(2));

    static Stream<SplittableRandom> seeds() {
        return IntStream.range(0, 12).mapToObj(SplittableRandom::new);
    }

    private static void all(long[] counts, int cell, long left, List<long[]> found) {
        if (cell == counts.length - 1) {
            counts[cell] = left;
            found.add(counts.clone());
            return;
        }
        for (long x = 0; x <= left; x++) {
            counts[cell] = x;
            all(counts, cell + 1, left - x, found);
        }
    }

    private static void assertSame(CountTables tables, TableShape shape, long n, Predicate<long[]> agrees) {
        List<long[]> everything = new ArrayList<>();
        all(new long[shape.size()], 0, n, everything);
        List<String> expected =
                everything.stream().filter(agrees).map(Arrays::toString).toList();
        List<String> found = tables.sum(shape.all(), Long.toString(n)).counts().stream()
                .map(Arrays::toString)
                .toList();
        assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
    }

    private static long[] table(SplittableRandom random, int cells, int n) {
        long[] counts = new long[cells];
        for (int i = 0; i < n; i++) {
            counts[random.nextInt(cells)]++;
        }
        return counts;
    }

    private static TwoByTwo twoByTwo(long[] t) {
        return new TwoByTwo(t[0], t[1], t[2], t[3]);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void ratios_with_limits_find_what_brute_force_finds(SplittableRandom random) {
        long[] table = table(random, 4, 24);
        if (Arrays.stream(table).anyMatch(x -> x == 0)) {
            return;
        }
        int digits = random.nextInt(3);
        for (CountMeasure ratio : List.of(RISK_RATIO, ODDS_RATIO)) {
            boolean isRisk = ratio == RISK_RATIO;
            Interval interval = interval(table, isRisk);
            Printed value = printed(ratio.value(table), digits);
            Printed lower = printed(interval.lower(), digits);
            Printed upper = printed(interval.upper(), digits);
            CountTables tables = CountTables.of(TWO)
                    .measure(ratio, value.toString())
                    .lowerLimit(ratio, lower.toString())
                    .upperLimit(ratio, upper.toString());
            assertSame(tables, TWO, 24, t -> {
                boolean hasLimits = t[0] * t[2] > 0 && (isRisk || t[1] * t[3] > 0);
                return hasLimits
                        && value.admits(ratio.value(t))
                        && lower.admits(interval(t, isRisk).lower())
                        && upper.admits(interval(t, isRisk).upper());
            });
        }
    }

    private static Interval interval(long[] t, boolean isRisk) {
        return (isRisk ? twoByTwo(t).riskRatio() : twoByTwo(t).oddsRatio()).interval();
    }

    private static Printed printed(double x, int digits) {
        return Printed.parse(DisplayNumber.fixed(x, digits));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void p_values_of_an_unnamed_test_find_what_brute_force_finds(SplittableRandom random) {
        TableShape shape = random.nextBoolean() ? TableShape.of(3, 2) : TableShape.of(2, 3);
        long[] table = table(random, 6, 11);
        CountTest test = CountTest.of(shape).get(random.nextInt(3));
        double p = test.p(shape, table);
        if (Double.isNaN(p)) {
            return;
        }
        Printed printed = printed(p, 3);
        assertSame(
                CountTables.of(shape).pValue(printed.toString(), test),
                shape,
                11,
                t -> printed.admits(test.p(shape, t)));
        assertSame(
                CountTables.of(shape).pValue(printed.toString()),
                shape,
                11,
                t -> CountTest.of(shape).stream().anyMatch(any -> printed.admits(any.p(shape, t))));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void p_values_over_strata_find_what_brute_force_finds(SplittableRandom random) {
        TableShape shape = TWO.withStrata(2);
        long[] table = table(random, 8, 9);
        for (CountTest test : CountTest.of(shape)) {
            double p = test.p(shape, table);
            if (!Double.isNaN(p)) {
                Printed printed = printed(p, 2);
                assertSame(
                        CountTables.of(shape).pValue(printed.toString(), test),
                        shape,
                        9,
                        t -> printed.admits(test.p(shape, t)));
            }
        }
    }

    @Test
    void a_difference_and_a_bound_are_printed_too() {
        CountMeasure difference = CountMeasure.riskDifference(TWO.cell(1, 1), TWO.row(1), TWO.cell(2, 1), TWO.row(2));
        Printed printed = Printed.parse("25%");
        assertSame(CountTables.of(TWO).measure(difference, "25%"), TWO, 20, t -> printed.admits(difference.value(t)));
        Printed bound = Printed.parse("<0.05");
        assertSame(
                CountTables.of(TWO).pValue("<0.05", CountTest.PEARSON),
                TWO,
                20,
                t -> bound.admits(CountTest.PEARSON.p(TWO, t)));
    }

    @Test
    void a_billion_tables_are_left_out() {
        TableShape shape = TableShape.of(3, 3);
        CountTables margins = CountTables.of(shape).sum(shape.all(), "900");
        for (int i = 1; i <= 3; i++) {
            margins = margins.sum(shape.row(i), "300").sum(shape.column(i), "300");
        }
        // C(302, 4) + C(303, 4) + C(304, 4) tables have these margins: 1,032,919,426.
        CountMeasure ratio = CountMeasure.oddsRatio(shape.cell(1, 1), shape.row(1), shape.cell(2, 1), shape.row(2));
        long[] table = {120, 90, 90, 65, 115, 120, 115, 95, 90};
        Interval limits = new TwoByTwo(120, 180, 65, 235).oddsRatio().interval();
        CountTables tables = margins.measure(
                        ratio, printed(ratio.value(table), 2).toString())
                .lowerLimit(ratio, printed(limits.lower(), 2).toString())
                .upperLimit(ratio, printed(limits.upper(), 2).toString())
                .pValue(printed(CountTest.PEARSON.p(shape, table), 6).toString());
        CountSearch search = tables.search();
        assertThat(search.range(CountMeasure.share(shape.cell(1, 1), shape.row(1)))
                        .map(range -> range.contains(0.4)))
                .contains(true);
        assertThat(search.steps()).isLessThan(20_000);
    }

    @Test
    void what_has_no_such_figure_is_refused() {
        CountMeasure share = CountMeasure.share(TWO.cell(1, 1), TWO.row(1));
        assertThatThrownBy(() -> CountTables.of(TWO).lowerLimit(share, "0.2"))
                .hasMessageContaining("only those of a risk ratio and an odds ratio");
        assertThatThrownBy(
                        () -> CountTables.of(TableShape.of(3, 2).withStrata(2)).pValue("0.2"))
                .hasMessageContaining("p-values are of tables without strata, or of 2 x 2 tables in strata");
        assertThatThrownBy(() -> CountTables.of(TWO).pValue("0.2", CountTest.CMH))
                .hasMessage("[CMH] are not all tests of this table; there are [Pearson, likelihood-ratio, Fisher]");
    }
}
