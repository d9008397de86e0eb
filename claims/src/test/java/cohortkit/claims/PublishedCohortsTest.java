package cohortkit.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cohortkit.claims.Verdict.Kind;
import cohortkit.claims.arithmetic.CountShare;
import cohortkit.claims.arithmetic.IntervalP;
import cohortkit.claims.arithmetic.ShareOfTotal;
import cohortkit.claims.arithmetic.ShareSum;
import cohortkit.claims.arithmetic.Statistic;
import cohortkit.claims.arithmetic.StatisticP;
import cohortkit.claims.check.Check;
import cohortkit.claims.feasible.CountMeasure;
import cohortkit.claims.feasible.CountTables;
import cohortkit.claims.feasible.TableShape;
import cohortkit.claims.feasible.TableTest;
import cohortkit.claims.text.TextCheck;
import cohortkit.core.Estimate;
import cohortkit.core.Measure;
import cohortkit.stats.Proportion;
import cohortkit.stats.table.TwoByTwo;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What follows from figures in print, worked out by hand or in R to the digits given; each paper is named. */
class PublishedCohortsTest {

    private static Kind kind(Check check) {
        return check.checked().verdict().kind();
    }

    private static void assertPrints(String printed, double value) {
        assertThat(Printed.parse(printed).admits(value))
                .as("%s is %s", value, printed)
                .isTrue();
    }

    private static void assertPrints(String printed, Estimate estimate) {
        String[] parts = printed.split(" ", 3);
        assertPrints(parts[0], estimate.value());
        assertPrints(parts[1], estimate.interval().lower());
        assertPrints(parts[2], estimate.interval().upper());
    }

    /**
     * In this order: the tables that 14 %, 35 % and 16 % of 333 leave or nearly leave (Mucsi et al. 2005, doi
     * 10.1093/ndt/gfh654), of which each has the p < 0.05 in print; schizophrenia and controls (Prog Neuropsychopharmacol
     * Biol Psychiatry 2007;31:1078); apnoea after transplantation (Emami Naini et al. 2015, Adv Biomed Res 4:206).
     */
    @ParameterizedTest
    @CsvSource({
        "16, 29, 46, 242, 2.226 1.385 3.577, 2.903 1.460 5.769, .0017, .0034, .0034",
        "16, 30, 46, 241, 2.170 1.348 3.494, 2.794 1.410 5.536, .0024, .0047, .0042",
        "17, 31, 46, 239, 2.194 1.379 3.492, 2.849 1.457 5.570, .0016, .0031, .0044",
        "15, 30, 46, 242, 2.087 1.277 3.409, 2.630 1.312 5.273, .0051, .0095, .0113",
        "39, 143, 10, 98, 2.314 1.205 4.445, 2.673 1.274 5.606, .0075, .0120, .00902",
        "43, 60, 9, 88, 4.499 2.319 8.730, 7.007 3.181 15.438, <.0001, <.0001, <.0001"
    })
    void a_table_that_totals_leave_has_these_ratios_and_p_values(
            long a,
            long b,
            long c,
            long d,
            String riskRatio,
            String oddsRatio,
            String pearson,
            String yates,
            String fisher) {
        TwoByTwo table = new TwoByTwo(a, b, c, d);
        assertPrints(riskRatio, table.riskRatio());
        assertPrints(oddsRatio, table.oddsRatio());
        assertPrints(pearson, TableTest.PEARSON.test(table).pValue());
        assertPrints(yates, TableTest.YATES.test(table).pValue());
        assertPrints(fisher, TableTest.FISHER.test(table).pValue());
        assertThat(TableTest.values())
                .allSatisfy(test -> assertPrints("<0.05", test.test(table).pValue()));
    }

    /** Mucsi et al. 2005: the percentages as they stand, and what an unmeasured cause would need. */
    @Test
    void twice_as_likely_is_a_ratio_of_risks_and_not_of_odds() {
        TwoByTwo percent = new TwoByTwo(35, 65, 16, 84);
        assertPrints("2.1875", percent.riskRatio().value());
        assertPrints("2.827", percent.oddsRatio().value());
        assertPrints("3.80", percent.eValue().value());
    }

    /** Korkmaz et al. 2013, Open J Nephrol 3(1): 9 of 13 against 42 of 43. */
    @Test
    void of_three_tests_one_has_the_p_value_in_print() {
        TwoByTwo table = new TwoByTwo(9, 4, 42, 1);
        assertPrints("0.054 0.005 0.538", table.oddsRatio());
        assertPrints(".0016", TableTest.PEARSON.test(table).pValue());
        assertPrints(".0094", TableTest.YATES.test(table).pValue());
        assertPrints(".00839", TableTest.FISHER.test(table).pValue());
        assertPrints("72%", new Proportion(144, 200).value());
    }

    /**
     * Wilson's intervals. Dialysis: Mucsi 2005 (45 is assumed), Tsai, Beladi-Mousavi 2015, Menezes 2018, Wali 2015, Korkmaz
     * 2013, Giannaki 2017. Inpatients: Talih et al. 2018.
     */
    @ParameterizedTest
    @CsvSource({
        "45, 333, 13.5% 10.3% 17.6%", "59, 412, 14.3% 11.3% 18.0%", "22, 139, 15.8% 10.7% 22.8%",
        "63, 326, 19.3% 15.4% 24.0%", "69, 355, 19.4% 15.7% 23.9%", "13, 56, 23.2% 14.1% 35.8%",
        "23, 85, 27.1% 18.8% 37.3%", "29, 203, 14.3% 10.1% 19.8%"
    })
    void a_prevalence_in_print_has_this_interval(long events, long n, String printed) {
        assertPrints(printed, new Proportion(events, n).estimate());
    }

    /** Talih et al. 2018, doi 10.2147/NDT.S160742: 29 and 137 of 203; nobody printed how many have both. */
    @ParameterizedTest
    @CsvSource({"24, .058, false", "25, .020, true", "26, .0059, true"})
    void the_overlap_is_significant_from_25_of_29(long both, String p, boolean significant) {
        TwoByTwo table = new TwoByTwo(both, 29 - both, 137 - both, 203 - 29 - 137 + both);
        double pearson = TableTest.PEARSON.test(table).pValue();
        assertPrints(p, pearson);
        assertThat(pearson < 0.05).isEqualTo(significant);
        if (both == 25) {
            assertPrints(".019", TableTest.FISHER.test(table).pValue());
        }
        if (both == 26) {
            assertPrints("4.92 1.43 16.90", table.oddsRatio());
        }
    }

    /** The pilot, doi 10.2147/NDT.S116271: 23 of 126. Were they among the later 203 with 29, 6 of 77 would be left. */
    @Test
    void a_pilot_inside_the_sample_would_leave_too_few() {
        TwoByTwo inside = new TwoByTwo(23, 126 - 23, 29 - 23, 203 - 126 - 6);
        assertPrints(".041", TableTest.FISHER.test(inside).pValue());
        assertPrints("7.8%", new Proportion(inside.c(), inside.unexposed()).value());
    }

    /** Talih et al. 2018: 67.4 % is no share of 203, but three classes of 137, each rounded, can sum to it. */
    @Test
    void rounded_classes_of_severity_may_sum_to_what_no_count_gives() {
        int summing = 0;
        for (int mild = 1; mild <= 135; mild++) {
            for (int moderate = 1; mild + moderate <= 136; moderate++) {
                long[] tenths = {tenths(mild), tenths(moderate), tenths(137 - mild - moderate)};
                if (tenths[0] + tenths[1] + tenths[2] == 674) {
                    summing++;
                    List<Printed> shares = Arrays.stream(tenths)
                            .mapToObj(x -> Printed.parse(x / 10 + "." + x % 10 + "%"))
                            .toList();
                    assertThat(kind(new CountShare(mild, 203, shares.get(0)))).isEqualTo(Kind.CONSISTENT);
                    assertThat(kind(new ShareSum(shares, Optional.of(Printed.parse("67.4%")))))
                            .isNotEqualTo(Kind.CONTRADICTED);
                }
            }
        }
        assertThat(summing).isEqualTo(1752);
    }

    private static long tenths(long count) {
        return Math.round(1000.0 * count / 203);
    }

    /** Broman et al. 2008, doi 10.1111/j.1440-1819.2008.01825.x: 1962 were sent the form, 18.8 % and 5.8 % answered so. */
    @Test
    void one_decimal_of_more_than_a_thousand_decides_nothing() {
        for (long responders = 1001; responders <= 1962; responders++) {
            assertThat(kind(new ShareOfTotal(Printed.parse("18.8%"), responders)))
                    .isEqualTo(Kind.CONSISTENT);
            assertThat(kind(new ShareOfTotal(Printed.parse("5.8%"), responders)))
                    .isEqualTo(Kind.CONSISTENT);
        }
    }

    /** An odds ratio of 3.5 by the risk of the unexposed, and a risk ratio of 3.5. */
    @ParameterizedTest
    @CsvSource({
        ".05, 3.11, 4.03",
        ".10, 2.80, 4.85",
        ".15, 2.55, 6.26",
        ".20, 2.33, 9.33",
        ".25, 2.15, 21.0",
        ".30, 2.00,",
        ".40, 1.75,",
        ".50, 1.56,"
    })
    void what_three_and_a_half_times_would_mean(double baseline, String riskRatio, String oddsRatio) {
        assertPrints(riskRatio, new OddsRatioAsRiskRatio(3.5, baseline).riskRatio());
        assertThat(OddsRatioAsRiskRatio.highestBaseline(3.5) > baseline).isEqualTo(oddsRatio != null);
        if (oddsRatio != null) {
            assertPrints(
                    oddsRatio, OddsRatioAsRiskRatio.ofRiskRatio(3.5, baseline).oddsRatio());
        }
        assertPrints("28.6%", OddsRatioAsRiskRatio.highestBaseline(3.5));
    }

    /** Hornyak et al. 1998, doi 10.1093/sleep/21.5.501: ten patients, before and after. */
    @Test
    void the_printed_p_values_of_ten_patients_need_a_correlation() {
        PairedChange arousals = new PairedChange(17, 7, 7, 7, 10);
        assertThat(arousals.t(0)).isCloseTo(-3.19, within(0.005));
        assertPrints(".011", arousals.pValue(0));
        PrintedRange movements = new PairedChange(33, 16, 21, 23, 10)
                .correlationsFor(Printed.parse("p=0.07"))
                .orElseThrow();
        assertPrints("0.58", movements.lower());
        assertPrints("0.62", movements.upper());
        PrintedRange efficiency = new PairedChange(75, 12, 85, 8, 10)
                .correlationsFor(Printed.parse("p<0.01"))
                .orElseThrow();
        assertPrints("0.59", efficiency.lower());
    }

    /** Yıldırım and Apaydın 2020, doi 10.1007/s12011-020-02287-5: sizes and p-values, of which no statistic is in print. */
    @Test
    void p_values_alone_are_neither_confirmed_nor_contradicted() {
        String abstractText = "In 119 pregnant women with RLS and 134 healthy pregnant controls magnesium and zinc were"
                + " lower (p<0.001), while Beck Depression Inventory scores did not differ (p=0.269); femur length was"
                + " higher (p=0.048).";
        assertThat(TextCheck.of(abstractText).findings()).isEmpty();
    }

    /** Gorantla et al. 2024, magnesium citrate in 12 people: a limit of 14 was 14.91, cut off or misprinted. */
    @Test
    void the_interval_and_p_value_of_the_magnesium_series_are_students() {
        assertThat(kind(StatisticP.of(Statistic.T, "3.387", "p=.006", "11"))).isEqualTo(Kind.CONSISTENT);
        assertThat(kind(IntervalP.of(Measure.MEAN_DIFFERENCE, "8.5 (2.09-14.91)", "p=.014")))
                .isEqualTo(Kind.POSSIBLE);
    }

    /** Weber et al. 2022, Front Psychiatry 13:846165: the p-values that three adjusted odds ratios imply. */
    @ParameterizedTest
    @CsvSource({"2.67 (1.25-5.72), .011", "3.29 (1.11-9.73), .032", "1.09 (1.01-1.17), .022"})
    void an_odds_ratio_in_print_implies_its_p_value(String oddsRatio, String p) {
        assertThat(kind(IntervalP.of(Measure.ODDS_RATIO, oddsRatio, p))).isIn(Kind.POSSIBLE, Kind.CONSISTENT);
        assertThat(kind(IntervalP.of(Measure.ODDS_RATIO, oddsRatio, "p=.5"))).isEqualTo(Kind.CONTRADICTED);
    }

    /** National Sleep Foundation poll 2005: 11 % of 775 women, 8 % of 731 men, 9.7 % of all 1,506. */
    @Test
    void the_prevalence_of_all_lies_where_those_of_women_and_men_put_it() {
        TableShape shape = TableShape.of(2, 2);
        CountTables sexes = CountTables.of(shape)
                .sum(shape.row(1), "775")
                .sum(shape.row(2), "731")
                .share(shape.cell(1, 1), shape.row(1), "11%")
                .share(shape.cell(2, 1), shape.row(2), "8%");
        PrintedRange all = sexes.range(CountMeasure.share(shape.column(1), shape.all()));
        assertThat(Printed.parse("9.7%").admitsSome(all.lower(), all.upper())).isTrue();
        assertThat(Printed.parse("10.4%").admitsSome(all.lower(), all.upper())).isFalse();
    }
}
