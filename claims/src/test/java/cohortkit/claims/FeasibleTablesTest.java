package cohortkit.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cohortkit.core.InputException;
import cohortkit.stats.table.TwoByTwo;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FeasibleTablesTest {

    private static final Constraint[] MUCSI = {
        Constraint.of(Quantity.EXPOSED_SHARE, "14%"),
        Constraint.of(Quantity.RISK_EXPOSED, "35%"),
        Constraint.of(Quantity.RISK_UNEXPOSED, "16%")
    };

    private static final Set<Quantity> SHARES = EnumSet.range(Quantity.EXPOSED_SHARE, Quantity.EXPOSED_AMONG_CASES);

    private static double riskRatio(TwoByTwo t) {
        return (double) t.a() / (t.a() + t.b()) / ((double) t.c() / (t.c() + t.d()));
    }

    @Test
    void the_tables_of_mucsi_are_those_that_hand_arithmetic_gives() {
        FeasibleTables tables = FeasibleTables.of(333, MUCSI);
        // 14% allows 45 to 48 exposed, 35% of them only 16/46 and 17/48, 16% of the rest 45 to 47.
        assertThat(tables.tables())
                .containsExactly(
                        new TwoByTwo(16, 30, 45, 242),
                        new TwoByTwo(16, 30, 46, 241),
                        new TwoByTwo(16, 30, 47, 240),
                        new TwoByTwo(17, 31, 45, 240),
                        new TwoByTwo(17, 31, 46, 239),
                        new TwoByTwo(17, 31, 47, 238));
        assertThat(tables.size()).isEqualTo(6);
        assertThat(tables.total()).isEqualTo(333);
        assertThat(tables.isEmpty()).isFalse();
        assertThat(tables)
                .hasToString(
                        "6 tables of 333 with exposed share 14%, risk in the exposed 35%, risk in the unexposed 16%");
        PrintedRange ratios = tables.range(FeasibleTablesTest::riskRatio);
        assertThat(ratios.lower()).isEqualTo(16.0 / 46 / (47.0 / 287));
        assertThat(ratios.upper()).isEqualTo(17.0 / 48 / (45.0 / 285));
    }

    @Test
    void figures_that_contradict_each_other_leave_no_table() {
        FeasibleTables tables = FeasibleTables.of(
                333, Constraint.of(Quantity.EXPOSED_COUNT, "45"), Constraint.of(Quantity.RISK_EXPOSED, "35%"));
        assertThat(tables.isEmpty()).isTrue();
        assertThat(tables.tables()).isEmpty();
        assertThatThrownBy(() -> tables.range(FeasibleTablesTest::riskRatio))
                .isInstanceOf(InputException.class)
                .hasMessage("no table of 333 agrees with exposed count 45, risk in the exposed 35%");
    }

    @Test
    void a_missing_cell_is_recovered_where_the_p_value_leaves_one() {
        // R2: 39 of 182 patients and an unknown number of 108 controls, fewer than among patients, p=0.009.
        FeasibleTables tables = FeasibleTables.of(
                290,
                Constraint.of(Quantity.EXPOSED_COUNT, "182"),
                Constraint.of(Quantity.CELL_A, "39"),
                Constraint.of(Quantity.FISHER_P, "p=0.009"),
                Constraint.of(Quantity.RISK_RATIO, ">1"));
        assertThat(tables.tables()).containsExactly(new TwoByTwo(39, 143, 10, 98));
        assertThat(tables)
                .hasToString("1 table of 290 with exposed count 182, cell a 39, Fisher p p=0.009, risk ratio >1");
    }

    @Test
    void the_printed_p_value_tells_the_tests_apart() {
        // R4: 9 of 13 against 42 of 43, p=0.008: Fisher's test gives it, Pearson's does not.
        Constraint[] cells = {
            Constraint.of(Quantity.CELL_A, "9"), Constraint.of(Quantity.CELL_B, "4"),
            Constraint.of(Quantity.CELL_C, "42"), Constraint.of(Quantity.CELL_D, "1")
        };
        assertThat(FeasibleTables.of(56, with(cells, Quantity.FISHER_P, "0.008"))
                        .size())
                .isEqualTo(1);
        assertThat(FeasibleTables.of(56, with(cells, Quantity.PEARSON_P, "0.008"))
                        .isEmpty())
                .isTrue();
    }

    private static Constraint[] with(Constraint[] constraints, Quantity quantity, String printed) {
        return Stream.concat(Stream.of(constraints), Stream.of(Constraint.of(quantity, printed)))
                .toArray(Constraint[]::new);
    }

    @Test
    void known_margins_leave_the_overlap_open() {
        // A3: 29 with restless legs, 137 with insomnia, 203 in all.
        FeasibleTables tables = FeasibleTables.ofMargins(203, 29, 137);
        assertThat(tables.size()).isEqualTo(30);
        assertThat(tables.range(TwoByTwo::a)).isEqualTo(new PrintedRange(0, 29));
        FeasibleTables significant = FeasibleTables.of(
                203,
                Constraint.of(Quantity.EXPOSED_COUNT, "29"),
                Constraint.of(Quantity.OUTCOME_COUNT, "137"),
                Constraint.of(Quantity.PEARSON_P, "<0.05"),
                Constraint.of(Quantity.ODDS_RATIO, ">1"));
        assertThat(significant.range(TwoByTwo::a)).isEqualTo(new PrintedRange(25, 29));
    }

    @Test
    void a_further_condition_narrows_the_set() {
        FeasibleTables tables = FeasibleTables.of(333, MUCSI).agreeing(t -> t.a() + t.b() == 48);
        assertThat(tables.size()).isEqualTo(3);
        assertThat(tables)
                .hasToString("3 tables of 333 with exposed share 14%, risk in the exposed 35%, "
                        + "risk in the unexposed 16%, and a further condition");
    }

    @Test
    void a_value_that_no_table_defines_has_no_range() {
        FeasibleTables tables = FeasibleTables.ofMargins(5, 2, 0);
        assertThatThrownBy(() -> tables.range(FeasibleTablesTest::riskRatio))
                .isInstanceOf(InputException.class)
                .hasMessage("the value is undefined in each of the 1 table of 5 with exposed count 2, outcome count 0");
    }

    @Test
    void too_many_tables_ask_for_another_figure() {
        assertThatThrownBy(() -> FeasibleTables.of(2000, Constraint.of(Quantity.EXPOSED_SHARE, "14%")))
                .isInstanceOf(InputException.class)
                .hasMessage(
                        "more than 5000000 tables of 2000 agree with exposed share 14%; add another printed figure, "
                                + "such as OUTCOME_SHARE, RISK_EXPOSED, RISK_UNEXPOSED");
        assertThatThrownBy(() -> FeasibleTables.of(2000))
                .isInstanceOf(InputException.class)
                .hasMessage(
                        "more than 5000000 tables of 2000 agree with no printed figure; add another printed figure, "
                                + "such as EXPOSED_SHARE, OUTCOME_SHARE, RISK_EXPOSED");
    }

    @Test
    void a_total_is_positive_and_fits_an_int() {
        for (long total : new long[] {0, 1L << 31}) {
            assertThatThrownBy(() -> FeasibleTables.of(total))
                    .isInstanceOf(InputException.class)
                    .hasMessage("a feasible set needs a total from 1 to 2147483647; was " + total);
        }
    }

    @Test
    void a_large_total_is_bisected_and_not_scanned() {
        FeasibleTables tables = FeasibleTables.of(
                1_000_000,
                Constraint.of(Quantity.EXPOSED_COUNT, "188,000"),
                Constraint.of(Quantity.OUTCOME_COUNT, "30,000"),
                Constraint.of(Quantity.ODDS_RATIO, "3.500"));
        assertThat(tables.isEmpty()).isFalse();
        assertThat(tables.tables())
                .allSatisfy(t -> assertThat((double) t.a() * t.d() / ((double) t.b() * t.c()))
                        .isBetween(3.4995, 3.5005));
    }

    @Test
    void a_forgotten_or_stray_percent_sign_is_refused() {
        assertThatThrownBy(() -> Constraint.of(Quantity.RISK_EXPOSED, "35"))
                .isInstanceOf(InputException.class)
                .hasMessage("risk in the exposed is a share of at most 1, or 100%; was '35': is a % missing?");
        assertThatThrownBy(() -> Constraint.of(Quantity.RISK_RATIO, "35%"))
                .isInstanceOf(InputException.class)
                .hasMessage("risk ratio is not a percentage; was '35%'");
        assertThat(Constraint.of(Quantity.RISK_EXPOSED, "0.35").printed().admits(0.35))
                .isTrue();
    }

    /** A small table, and figures printed from it by half-up rounding. */
    record Published(TwoByTwo table, List<Constraint> constraints) {
        Constraint[] array() {
            return constraints.toArray(Constraint[]::new);
        }
    }

    static Stream<Published> published() {
        Random random = new Random(333);
        return Stream.generate(() -> {
                    TwoByTwo table = new TwoByTwo(
                            random.nextInt(9), random.nextInt(9), random.nextInt(9), 1 + random.nextInt(8));
                    List<Constraint> constraints = new ArrayList<>();
                    for (Quantity quantity : Quantity.values()) {
                        if (random.nextInt(5) == 0) {
                            printed(quantity, table, random.nextInt(3))
                                    .forEach(text -> constraints.add(Constraint.of(quantity, text)));
                        }
                    }
                    return new Published(table, constraints);
                })
                .limit(300);
    }

    /** The text of a quantity, or none where it is undefined. */
    private static Stream<String> printed(Quantity quantity, TwoByTwo t, int digits) {
        boolean noMargin = (t.a() + t.b()) * (t.c() + t.d()) * (t.a() + t.c()) * (t.b() + t.d()) == 0;
        if (quantity.isPValue()) {
            return noMargin
                    ? Stream.of()
                    : Stream.of(round(new BigDecimal(quantity.pValue(t)), BigDecimal.ONE, digits));
        }
        long numerator = quantity.numerator(t.a(), t.b(), t.c(), t.d());
        long denominator = quantity.denominator(t.a(), t.b(), t.c(), t.d());
        if (denominator == 0) {
            return numerator == 0 ? Stream.of() : Stream.of(">2.5");
        }
        boolean share = SHARES.contains(quantity);
        BigDecimal top = BigDecimal.valueOf(share ? 100 * numerator : numerator);
        return Stream.of(round(top, BigDecimal.valueOf(denominator), digits) + (share ? "%" : ""));
    }

    private static String round(BigDecimal numerator, BigDecimal denominator, int digits) {
        return numerator.divide(denominator, digits, RoundingMode.HALF_UP).toPlainString();
    }

    @ParameterizedTest
    @MethodSource("published")
    void the_search_finds_what_brute_force_finds_and_the_table_itself(Published published) {
        TwoByTwo table = published.table();
        long total = table.a() + table.b() + table.c() + table.d();
        List<TwoByTwo> found = FeasibleTables.of(total, published.array()).tables();
        assertThat(found).contains(table).containsExactlyElementsOf(bruteForce(total, published.constraints()));
    }

    private static List<TwoByTwo> bruteForce(long total, List<Constraint> constraints) {
        List<TwoByTwo> tables = new ArrayList<>();
        for (long e = 0; e <= total; e++) {
            for (long a = 0; a <= e; a++) {
                for (long c = 0; c <= total - e; c++) {
                    TwoByTwo table = new TwoByTwo(a, e - a, c, total - e - c);
                    if (constraints.stream().allMatch(constraint -> agrees(constraint, table))) {
                        tables.add(table);
                    }
                }
            }
        }
        return tables;
    }

    private static boolean agrees(Constraint constraint, TwoByTwo t) {
        Quantity quantity = constraint.quantity();
        if (quantity.isPValue()) {
            boolean noMargin = (t.a() + t.b()) * (t.c() + t.d()) * (t.a() + t.c()) * (t.b() + t.d()) == 0;
            return !noMargin && constraint.printed().admits(quantity.pValue(t));
        }
        long numerator = quantity.numerator(t.a(), t.b(), t.c(), t.d());
        long denominator = quantity.denominator(t.a(), t.b(), t.c(), t.d());
        return denominator == 0
                ? numerator > 0 && constraint.printed().admits(Double.POSITIVE_INFINITY)
                : constraint.printed().admits(numerator, denominator);
    }

    @Test
    void a_p_value_is_no_fraction_and_a_fraction_no_p_value() {
        assertThatThrownBy(() -> Quantity.PEARSON_P.numerator(1, 1, 1, 1)).hasMessage("Pearson p is not a fraction");
        assertThatThrownBy(() -> Quantity.FISHER_P.denominator(1, 1, 1, 1)).hasMessage("Fisher p is not a fraction");
        assertThatThrownBy(() -> Quantity.CELL_A.pValue(new TwoByTwo(1, 1, 1, 1)))
                .hasMessage("cell a is not a p-value");
    }
}
