package cohortkit.claims.feasible;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cohortkit.claims.Constraint;
import cohortkit.claims.FeasibleTables;
import cohortkit.claims.Figure;
import cohortkit.claims.Finding;
import cohortkit.claims.Printed;
import cohortkit.claims.PrintedRange;
import cohortkit.claims.Quantity;
import cohortkit.claims.Rounding;
import cohortkit.claims.Verdict;
import cohortkit.stats.table.TwoByTwo;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the totals that papers print leave open; each figure is as published, each source is named. */
class PublishedTablesTest {

    /** Prog Neuropsychopharmacol Biol Psychiatry 2007;31:1078: 39 of 182 patients, 108 controls, p = 0.009. */
    @Test
    void the_missing_count_of_controls_is_ten_and_the_test_was_fishers() {
        FeasibleTables open = FeasibleTables.of(
                290,
                Constraint.of(Quantity.EXPOSED_COUNT, "182"),
                Constraint.of(Quantity.CELL_A, "39"),
                Constraint.of(Quantity.RISK_EXPOSED, "21.4%"));
        assertThat(open.size()).isEqualTo(109);
        FeasibleTables fewer = open.agreeing(table -> table.c() * 182 < 39 * 108);
        FeasibleTables found =
                fewer.agreeing(TableTest.anyPrints("0.009", TableTest.PEARSON, TableTest.YATES, TableTest.FISHER));
        assertThat(found.tables()).containsExactly(new TwoByTwo(39, 143, 10, 98));
        assertThat(TableTest.thatPrint(found, "0.009"))
                .containsKey(TableTest.FISHER)
                .doesNotContainKeys(TableTest.PEARSON, TableTest.YATES);
    }

    /** Korkmaz et al. 2013, Open J Nephrol 3(1): 13 of 56 with RLS; vitamins in 69.2 % against 97.7 %; p = 0.008. */
    @Test
    void the_p_value_names_the_test() {
        FeasibleTables tables = FeasibleTables.of(
                56,
                Constraint.of(Quantity.EXPOSED_SHARE, "23.2%"),
                Constraint.of(Quantity.RISK_EXPOSED, "69.2%"),
                Constraint.of(Quantity.RISK_UNEXPOSED, "97.7%"));
        assertThat(tables.tables()).containsExactly(new TwoByTwo(9, 4, 42, 1));
        assertThat(TableTest.thatPrint(tables, "0.008")).containsOnlyKeys(TableTest.FISHER);
        assertThat(TableTest.thatPrint(tables, "<0.05")).containsKeys(TableTest.PEARSON, TableTest.YATES);
    }

    /** Emami Naini et al. 2015, Adv Biomed Res 4:206: 200, apnoea 52, RLS 103, 42 % and 9 %. */
    @Test
    void four_totals_leave_one_table() {
        FeasibleTables tables = FeasibleTables.of(
                200,
                Constraint.of(Quantity.OUTCOME_COUNT, "52"),
                Constraint.of(Quantity.EXPOSED_COUNT, "103"),
                Constraint.of(Quantity.RISK_EXPOSED, "42%"),
                Constraint.of(Quantity.RISK_UNEXPOSED, "9%"));
        assertThat(tables.tables()).containsExactly(new TwoByTwo(43, 60, 9, 88));
        assertThat(TableTest.thatPrint(tables, "<0.0001")).hasSize(TableTest.values().length);
    }

    /** Mucsi et al. 2005, Nephrol Dial Transplant 20:571: 14 % of 333, 35 % against 16 %. */
    @Test
    void whole_percentages_leave_counts_between_bounds() {
        TableShape shape = TableShape.of(2, 2);
        CountTables tables = CountTables.of(shape)
                .sum(shape.all(), "333")
                .share(shape.row(1), shape.all(), "14%")
                .share(shape.cell(1, 1), shape.row(1), "35%")
                .share(shape.cell(2, 1), shape.row(2), "16%");
        assertThat(tables.counts()).extracting(counts -> counts[0] + counts[1]).containsOnly(46L, 48L);
        PrintedRange ratio =
                tables.range(CountMeasure.riskRatio(shape.cell(1, 1), shape.row(1), shape.cell(2, 1), shape.row(2)));
        assertThat(ratio.lower()).isGreaterThan(2);
        assertThat(ratio.upper()).isLessThan(2.5);
    }

    /** Talih et al. 2018, Neuropsychiatr Dis Treat 14:969: 14.3 % and 67.4 % of 203. */
    @Test
    void two_percentages_of_one_group_cannot_both_be_unless_one_was_cut() {
        TableShape shape = TableShape.of(2, 2);
        CountTables rls = CountTables.of(shape).sum(shape.all(), "203").share(shape.row(1), shape.all(), "14.3%");
        assertThat(rls.recovered(shape.row(1))).isEqualTo(OptionalLong.of(29));
        assertThat(rls.share(shape.column(1), shape.all(), "67.4%")
                        .bounds(CountMeasure.share(shape.row(1), shape.all())))
                .isEmpty();
        CountTables cut = rls.roundedBy(Rounding.TRUNCATED).share(shape.column(1), shape.all(), "67.4%");
        assertThat(cut.recovered(shape.column(1))).isEqualTo(OptionalLong.of(137));
        PrintedRange among = cut.range(CountMeasure.share(shape.cell(1, 1), shape.column(1)));
        assertThat(among.upper()).isEqualTo(29.0 / 137);
        assertThat(Printed.parse("1 in 4").admitsSome(among.lower(), among.upper()))
                .isFalse();
    }

    /** Mashhad 2023: none 100 (66.7 %), mild 33 (22 %), severe 17 (11.3 %); 67 of 150 male (44.7 %). */
    @Test
    void severity_classes_follow_from_their_percentages() {
        TableShape shape = TableShape.of(3, 2);
        CountTables tables = CountTables.of(shape)
                .sum(shape.all(), "150")
                .share(shape.column(1), shape.all(), "44.7%")
                .share(shape.row(1), shape.all(), "66.7%")
                .share(shape.row(2), shape.all(), "22%");
        assertThat(tables.recovered(shape.column(1))).isEqualTo(OptionalLong.of(67));
        assertThat(tables.recovered(shape.row(1))).isEqualTo(OptionalLong.of(100));
        assertThat(tables.share(shape.row(3), shape.all(), "11.3%").recovered(shape.row(3)))
                .isEqualTo(OptionalLong.of(17));
    }

    /**
     * Counts in print close: Marshall et al. 2019 (doi 10.1016/j.smrv.2019.101218; a trial, series, cases), Hornyak et al.
     * 1998 (doi 10.1093/sleep/21.5.501; by diagnosis, by sex), Molnar et al. 2005, Menezes 2018, ERA abstract P0236, Giannaki
     * 2017, NSF poll 2005, "mimics" family study (PMC2769267).
     */
    @ParameterizedTest
    @CsvSource({
        "8, 1 3 4",
        "10, 4 6",
        "10, 6 4",
        "992, 816 176",
        "326, 241 85",
        "436, 152 117 78 89",
        "85, 23 62",
        "1506, 775 731",
        "1232, 402 42 788"
    })
    void the_groups_are_all(long total, String groups) {
        String[] counts = groups.split(" ", -1);
        TableShape shape = TableShape.of(1, counts.length);
        CountTables tables = CountTables.of(shape);
        for (int i = 0; i < counts.length; i++) {
            tables = tables.sum(shape.cell(1, i + 1), counts[i]);
        }
        assertThat(tables.recovered(shape.all())).isEqualTo(OptionalLong.of(total));
        assertThat(tables.sum(shape.all(), Long.toString(total + 1)).isPossible())
                .isFalse();
    }

    /** As printed, of which group, and whether a count exists. */
    @ParameterizedTest
    @CsvSource({
        "52, 203, 25.6%, HALF_UP, true",
        "33, 130, 25.4%, HALF_UP, true",
        "24, 109, 22.0%, HALF_UP, true",
        "22, 109, 20.2%, HALF_UP, true",
        "-1, 52, 22.0%, HALF_EITHER, false",
        "-1, 52, 20.2%, HALF_EITHER, false",
        "-1, 156, 43.9%, HALF_EITHER, false",
        "20, 35, 57.1%, HALF_UP, true",
        "39, 48, 81.2%, HALF_EVEN, true",
        "-1, 48, 81.2%, HALF_UP, false",
        "4, 34, 11.7%, TRUNCATED, true",
        "48, 59, 81.3%, TRUNCATED, true",
        "63, 326, 19.3%, HALF_UP, true",
        "10, 23, 43.5%, HALF_UP, true",
    })
    void percentages_of_a_stated_group(long count, long n, String share, Rounding rule, boolean exists) {
        TableShape shape = TableShape.of(1, 2);
        CountTables tables = CountTables.of(shape)
                .roundedBy(rule)
                .sum(shape.all(), Long.toString(n))
                .share(shape.column(1), shape.all(), share);
        assertThat(tables.size()).isEqualTo(exists ? 1 : 0);
        assertThat(tables.recovered(shape.column(1))).isEqualTo(exists ? OptionalLong.of(count) : OptionalLong.empty());
    }

    static Stream<SplittableRandom> seeds() {
        return IntStream.range(100, 160).mapToObj(SplittableRandom::new);
    }

    /** Where the values of the finer print are among those of the coarser; a number next to an edge rounds across it. */
    @ParameterizedTest
    @MethodSource("seeds")
    void a_verdict_never_gets_stronger_when_a_figure_has_fewer_digits(SplittableRandom random) {
        TwoByTwo table = new TwoByTwo(
                1 + random.nextInt(20), 1 + random.nextInt(20), 1 + random.nextInt(40), 1 + random.nextInt(40));
        String fine = percent(table.a(), table.exposed(), 1);
        String coarse = percent(table.a(), table.exposed(), 0);
        PrintedRange of = Printed.parse(fine).range();
        PrintedRange in = Printed.parse(coarse).range();
        if (of.lower() <= in.lower() || of.upper() >= in.upper()) {
            return;
        }
        String claim = BigDecimal.valueOf(table.riskRatio().value() + (random.nextDouble() - 0.5) / 4)
                .setScale(1, RoundingMode.HALF_UP)
                .toPlainString();
        Map<Boolean, Verdict.Kind> verdicts =
                Map.of(true, verdict(table, fine, claim), false, verdict(table, coarse, claim));
        if (verdicts.get(false) == Verdict.Kind.CONSISTENT) {
            assertThat(verdicts.get(true)).isEqualTo(Verdict.Kind.CONSISTENT);
        }
        if (verdicts.get(false) == Verdict.Kind.CONTRADICTED) {
            assertThat(verdicts.get(true)).isEqualTo(Verdict.Kind.CONTRADICTED);
        }
    }

    private static String percent(long part, long whole, int decimals) {
        return BigDecimal.valueOf(100 * part)
                        .divide(BigDecimal.valueOf(whole), decimals, RoundingMode.HALF_UP)
                        .toPlainString()
                + "%";
    }

    private static Verdict.Kind verdict(TwoByTwo table, String risk, String claim) {
        FeasibleTables tables = FeasibleTables.of(
                table.n(),
                Constraint.of(Quantity.RISK_EXPOSED, risk),
                Constraint.of(Quantity.EXPOSED_COUNT, Long.toString(table.exposed())),
                Constraint.of(Quantity.CELL_C, Long.toString(table.c())));
        Figure figure = new Figure(
                "rr",
                "",
                "words",
                "rr",
                Optional.of(Printed.parse(claim)),
                Optional.empty(),
                Optional.empty(),
                Verdict.Kind.POSSIBLE,
                "");
        return Finding.overTables(tables, TwoByTwo::riskRatio).verdict(figure).kind();
    }

    @Test
    void a_p_value_of_no_table_is_refused() {
        FeasibleTables none = FeasibleTables.ofMargins(10, 4, 5).agreeing(table -> false);
        assertThatThrownBy(() -> TableTest.thatPrint(none, "0.04")).hasMessageContaining("there is no table");
        assertThat(TableTest.FISHER_MID_P.label()).isEqualTo("Fisher mid-p");
        assertThat(TableTest.anyPrints("0.04").test(new TwoByTwo(0, 0, 4, 5))).isFalse();
    }
}
