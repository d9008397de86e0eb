package cohortkit.stats.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cohortkit.core.Cohort;
import cohortkit.core.Estimate;
import cohortkit.core.InputException;
import cohortkit.core.Interval;
import java.util.List;
import org.junit.jupiter.api.Test;

class TwoByTwoTest {

    private static final TwoByTwo RLS = new TwoByTwo(20, 26, 46, 241);

    @Test
    void answers_read_like_a_paper() {
        assertThat(RLS.riskRatio()).hasToString("2.71 (95 % CI 1.78 to 4.14; log Wald)");
        assertThat(RLS.oddsRatio()).hasToString("4.03 (95 % CI 2.08 to 7.82; log Wald)");
        assertThat(RLS.oddsRatio(OddsRatioInterval.EXACT)).hasToString("4.01 (95 % CI 1.95 to 8.19; exact)");
        assertThat(RLS.riskDifference()).hasToString("0.27 (95 % CI 0.13 to 0.42; Newcombe)");
        assertThat(RLS.risks())
                .hasToString("[43.5 % (95 % CI 30.2 to 57.8; Wilson), 16.0 % (95 % CI 12.2 to 20.7; Wilson)]");
        assertThat(RLS.numberNeededToTreat()).hasToString("3.64 (95 % CI 2.37 to 7.48; Newcombe)");
        assertThat(RLS.phi()).hasToString("0.24");
        assertThat(ChiSquare.test(RLS)).hasToString("Pearson chi-square: 18.80, df 1, p < 0.0001");
        assertThat(FisherExact.test(RLS)).hasToString("Fisher exact, minimum likelihood: p < 0.0001");
        assertThat(RLS.oddsRatio(OddsRatioInterval.EXACT).convention().estimator())
                .isEqualTo("conditional maximum likelihood");
    }

    /** epiR 2.0.57, epi.2by2(method = "cohort.count"): AFRisk.strata.wald and PAFRisk.strata.wald, as it prints them. */
    @Test
    void attributable_fractions_are_those_of_epir() {
        Estimate exposed = RLS.attributableFractionExposed();
        assertThat(exposed.value()).isCloseTo(0.6313589, within(5e-8));
        assertThat(exposed.interval().lower()).isCloseTo(0.437417, within(5e-7));
        assertThat(exposed.interval().upper()).isCloseTo(0.7584423, within(5e-8));
        Estimate population = RLS.attributableFractionPopulation();
        assertThat(population.value()).isCloseTo(0.1913209, within(5e-8));
        assertThat(population.interval().lower()).isCloseTo(0.0716596, within(5e-8));
        assertThat(population.interval().upper()).isCloseTo(0.295558, within(5e-7));
    }

    /** The worked example of VanderWeele and Ding 2017: a risk ratio of 3.9 (1.8 to 8.7) has E-values 7.26 and 3.0. */
    @Test
    void the_e_value_is_that_of_its_paper() {
        Estimate e = Impact.eValue(new Estimate(
                cohortkit.core.Measure.RISK_RATIO,
                3.9,
                new Interval(1.8, 8.7, 0.95),
                cohortkit.core.Convention.of("ratio of two risks", "log Wald")));
        assertThat(e.value()).isCloseTo(7.26, within(0.005));
        assertThat(e.interval().lower()).isCloseTo(3.0, within(0.005));
        assertThat(new TwoByTwo(12, 55, 16, 125).eValue().interval().lower()).isEqualTo(1);
        assertThat(RandomTables.swapped(RLS).eValue().value())
                .isCloseTo(RLS.eValue().value(), within(1e-12));
    }

    @Test
    void a_number_needed_to_treat_may_pass_through_infinity() {
        Estimate open = new TwoByTwo(12, 55, 16, 125).numberNeededToTreat(RiskDifferenceInterval.WALD, 0.95);
        assertThat(open).hasToString("15.24 (95 % CI -Inf to Inf; Wald, through infinity: <= -25.0 or >= 5.84)");
        Estimate none = new TwoByTwo(5, 5, 5, 5).numberNeededToTreat();
        assertThat(none.value()).isEqualTo(Double.POSITIVE_INFINITY);
        Estimate protective = RandomTables.swapped(RLS).numberNeededToTreat();
        assertThat(protective.interval().upper()).isCloseTo(-2.368567371767, within(1e-11));
        assertThat(new TwoByTwo(0, 0, 4, 1).numberNeededToTreat()).hasToString("NA (undefined: nobody is exposed)");
        Estimate wald = new TwoByTwo(0, 9, 0, 4).numberNeededToTreat(RiskDifferenceInterval.WALD, 0.95);
        assertThat(wald.interval().upper()).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void a_limit_of_no_difference_makes_an_infinite_number_needed() {
        cohortkit.core.Convention newcombe = cohortkit.core.Convention.of("difference of two risks", "Newcombe");
        Estimate touching =
                new Estimate(cohortkit.core.Measure.RISK_DIFFERENCE, -0.25, new Interval(-0.5, 0, 0.95), newcombe);
        assertThat(Impact.numberNeededToTreat(touching).interval())
                .isEqualTo(new Interval(Double.NEGATIVE_INFINITY, -2, 0.95));
    }

    @Test
    void empty_cells_give_zero_infinity_or_the_reason() {
        TwoByTwo none = new TwoByTwo(0, 5, 4, 6);
        assertThat(none.riskRatio()).hasToString("0 (95 % CI 0 to Inf; log Wald)");
        assertThat(none.riskRatio().convention().zeroCells())
                .isEqualTo("log Wald has no limits where a group has no events: 0 to Inf");
        assertThat(none.oddsRatio().convention().zeroCells())
                .isEqualTo("log Wald has no limits with an empty cell: 0 to Inf");
        assertThat(new TwoByTwo(5, 4, 0, 6).riskRatio().value()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(new TwoByTwo(3, 0, 4, 0).riskRatio().convention().zeroCells())
                .isEqualTo("log Wald has no width where everybody has the outcome");
        assertThat(new TwoByTwo(3, 0, 0, 4)
                        .riskDifference(RiskDifferenceInterval.WALD)
                        .convention()
                        .zeroCells())
                .isEqualTo("Wald has no width where both risks are 0 or 1");
        assertThat(new TwoByTwo(3, 2, 0, 4)
                        .attributableFractionPopulation()
                        .convention()
                        .zeroCells())
                .isEqualTo("log Wald has no limits where the unexposed have no events: -Inf to 1");
        Estimate exact = none.oddsRatio(OddsRatioInterval.EXACT);
        assertThat(exact.value()).isZero();
        assertThat(exact.interval().lower()).isZero();
        assertThat(exact.interval().upper()).isBetween(1.0, 10.0);
    }

    @Test
    void empty_margins_are_explained() {
        TwoByTwo unexposed = new TwoByTwo(0, 0, 4, 1);
        assertThat(unexposed.riskRatio()).hasToString("NA (undefined: nobody is exposed)");
        assertThat(unexposed.riskDifference()).hasToString("NA (undefined: nobody is exposed)");
        assertThat(unexposed.risks().get(0)).hasToString("NA (nobody is exposed)");
        TwoByTwo exposed = new TwoByTwo(4, 1, 0, 0);
        assertThat(exposed.riskRatio(RiskRatioInterval.KOOPMAN_SCORE))
                .hasToString("NA (undefined: nobody is unexposed)");
        TwoByTwo healthy = new TwoByTwo(0, 5, 0, 6);
        assertThat(healthy.riskRatio()).hasToString("NA (undefined: nobody has the outcome)");
        assertThat(healthy.oddsRatio(OddsRatioInterval.EXACT)).hasToString("NA (undefined: nobody has the outcome)");
        assertThat(healthy.attributableFractionPopulation()).hasToString("NA (undefined: nobody has the outcome)");
        assertThat(healthy.phi()).hasToString("NA (undefined: nobody has the outcome)");
        assertThat(healthy.riskDifference().interval().contains(0)).isTrue();
        assertThat(new TwoByTwo(4, 0, 5, 0).oddsRatio()).hasToString("NA (undefined: everybody has the outcome)");
    }

    @Test
    void where_log_wald_has_no_limits_it_has_no_test() {
        assertThat(new TwoByTwo(0, 5, 4, 6).measures(0.95))
                .filteredOn(row ->
                        row.method().startsWith("log Wald (") || row.method().startsWith("test-based ("))
                .hasSizeGreaterThanOrEqualTo(6)
                .allSatisfy(row -> assertThat(row.pValue()).isNaN());
        assertThat(OddsRatioInterval.WOOLF.pValue(new TwoByTwo(0, 5, 4, 6))).isNaN();
    }

    @Test
    void yules_q_goes_from_minus_one_to_one() {
        assertThat(RLS.yulesQ().value()).isCloseTo((20.0 * 241 - 26 * 46) / (20 * 241 + 26 * 46), within(1e-15));
        assertThat(new TwoByTwo(5, 0, 4, 6)
                        .yulesQ(OddsRatioInterval.EXACT, 0.95)
                        .value())
                .isEqualTo(1);
        assertThat(new TwoByTwo(0, 5, 4, 6).yulesQ().value()).isEqualTo(-1);
        assertThat(new TwoByTwo(0, 5, 4, 6).yulesQ().interval()).isEqualTo(new Interval(-1, 1, 0.95));
        assertThat(new TwoByTwo(0, 0, 4, 6).yulesQ()).hasToString("NA (undefined: nobody is exposed)");
    }

    @Test
    void impossible_counts_are_refused() {
        assertThatThrownBy(() -> new TwoByTwo(-1, 2, 3, 4))
                .isInstanceOf(InputException.class)
                .hasMessage("a table holds counts of 0 or more; was -1, 2, 3, 4");
        assertThatThrownBy(() -> new TwoByTwo(Long.MAX_VALUE, 1, 0, 0))
                .isInstanceOf(InputException.class)
                .hasMessage("the counts 9223372036854775807, 1, 0, 0 add up to more than 2^63 - 1");
        assertThatThrownBy(() -> RLS.riskRatio(RiskRatioInterval.KATZ_LOG, 95))
                .isInstanceOf(InputException.class)
                .hasMessage("level must be in (0, 1), such as 0.95; was 95.0");
        assertThatThrownBy(() -> RLS.measures(1))
                .isInstanceOf(InputException.class)
                .hasMessage("level must be in (0, 1), such as 0.95; was 1.0");
    }

    @Test
    void rows_are_counted_where_both_are_known() {
        Cohort cohort = Tables.cohort("rls,insomnia", "yes,yes", "yes,no", "no,yes", "no,no", "no,no", ",yes", "yes,");
        TwoByTwo table = TwoByTwo.of(cohort, "rls", "insomnia");
        assertThat(table).isEqualTo(new TwoByTwo(1, 1, 1, 2));
        assertThat(table).hasSameHashCodeAs(new TwoByTwo(1, 1, 1, 2)).isNotEqualTo(new TwoByTwo(1, 1, 2, 1));
        assertThat(table.labels().leftOut()).isEqualTo(2);
        assertThat(table.riskRatio().convention())
                .hasToString("ratio of two risks; interval log Wald; reference rls = no;"
                        + " n: 5 of 7 people, complete in rls and insomnia");
        assertThat(table).hasToString("""
                rls x insomnia: n = 5, 2 left out
                         yes     no  total     risk
                yes        1      1      2   50.0 %
                no         1      2      3   33.3 %
                total      2      3      5   40.0 %""");
    }

    @Test
    void grouped_rows_count_as_many() {
        Cohort cohort = Tables.cohort("x,y,n", "1,1,12", "1,0,55", "0,1,16", "0,0,125", "1,,9");
        TwoByTwo table = TwoByTwo.of(cohort, "x", "y", "n");
        assertThat(table).isEqualTo(new TwoByTwo(12, 55, 16, 125));
        assertThat(table.labels().leftOut()).isEqualTo(9);
        assertThat(table.labels().reference()).isEqualTo("x = 0");
    }

    @Test
    void frequencies_are_whole_numbers() {
        assertThatThrownBy(() -> TwoByTwo.of(Tables.cohort("x,y,n", "1,1,12", "1,0,5.5"), "x", "y", "n"))
                .isInstanceOf(InputException.class)
                .hasMessage(
                        "the frequency 'n' holds 5.5 in row 2; a table needs a whole number of 0 or more in each row");
        assertThatThrownBy(() -> TwoByTwo.of(Tables.cohort("x,y,n", "1,1,12", "1,0,"), "x", "y", "n"))
                .isInstanceOf(InputException.class)
                .hasMessage(
                        "the frequency 'n' is missing in row 2; a table needs a whole number of 0 or more in each row");
    }

    @Test
    void a_long_name_keeps_the_title_short_and_the_table_narrow() {
        String name = "a_very_long_name_of_an_exposure_that_goes_on";
        Cohort cohort = Tables.cohort(name + ",outcome", "yes,yes", "no,no");
        String title = TwoByTwo.of(cohort, name, "outcome")
                .toString()
                .lines()
                .findFirst()
                .orElseThrow();
        assertThat(title)
                .isEqualTo("a_very_long_name_of_an_exposure_that_g...: n = 2")
                .hasSizeLessThanOrEqualTo(48);
        TwoByTwo large = new TwoByTwo(250_000_300_000L, 249_999_700_000L, 250_000_000_000L, 250_000_000_000L);
        assertThat(large.toString().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        assertThat(new TwoByTwo(0, 0, 0, 0).toString()).contains("NA");
    }

    @Test
    void interval_and_p_value_of_a_row_agree() {
        RandomTables.of(150, 40)
                .forEach(table -> table.measures(0.95).stream()
                        .filter(row -> !Double.isNaN(row.estimate()) && !Double.isNaN(row.confLow()))
                        .filter(row -> !Double.isNaN(row.pValue()))
                        .forEach(row -> {
                            double none = row.measure().endsWith("ratio")
                                            || row.measure().equals("E-value")
                                    ? 1
                                    : 0;
                            boolean outside = row.confLow() > none || row.confHigh() < none;
                            boolean passesInfinity = row.confLow() == Double.NEGATIVE_INFINITY
                                    && row.confHigh() == Double.POSITIVE_INFINITY;
                            assertThat(row.pValue() < 0.05)
                                    .as(table + "\n" + row)
                                    .isEqualTo(outside && !passesInfinity);
                        }));
    }

    @Test
    void rows_name_every_measure_once_a_method() {
        List<TableRow> rows = RLS.measures(0.95);
        assertThat(rows).hasSize(33);
        assertThat(rows.stream().map(row -> row.measure() + row.method())).doesNotHaveDuplicates();
        assertThat(new TwoByTwo(0, 0, 4, 1).measures(0.95))
                .extracting(TableRow::method)
                .contains("log Wald (undefined: nobody is exposed)", "undefined: nobody is exposed");
    }
}
