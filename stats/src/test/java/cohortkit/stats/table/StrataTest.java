package cohortkit.stats.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cohortkit.core.Cohort;
import cohortkit.core.Estimate;
import cohortkit.core.InputException;
import cohortkit.stats.Reference;
import cohortkit.stats.TestResult;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StrataTest {

    private static final Strata SMOKING =
            Strata.of(new TwoByTwo(19, 33, 4, 40), new TwoByTwo(6, 4, 5, 11), new TwoByTwo(5, 7, 20, 35));

    static List<Reference> estimates() {
        return Reference.rows("stratified.csv");
    }

    static List<Reference> tests() {
        return Reference.rows("stratified-tests.csv");
    }

    private static Strata strata(Reference row) {
        return Strata.of(Arrays.stream(row.text("strata").split(";"))
                .map(cells -> Arrays.stream(cells.split(","))
                        .mapToLong(Long::parseLong)
                        .toArray())
                .map(cells -> new TwoByTwo(cells[0], cells[1], cells[2], cells[3]))
                .toArray(TwoByTwo[]::new));
    }

    @Test
    void strata_without_any_event_have_a_difference_of_zero_and_no_evidence_against_it() {
        Strata strata = Strata.of(new TwoByTwo(0, 5, 0, 7), new TwoByTwo(0, 6, 0, 8));
        TableRow difference = strata.measures(0.95).stream()
                .filter(row -> row.measure().equals("adjusted risk difference"))
                .findFirst()
                .orElseThrow();

        assertThat(difference.estimate()).isZero();
        assertThat(difference.pValue()).isEqualTo(1);
        assertThat(strata.riskDifference().convention().zeroCells())
                .isEqualTo("Wald has no width where every risk is 0 or 1");
    }

    @Test
    void strata_in_which_everybody_has_the_outcome_say_that_the_interval_has_no_width() {
        Strata strata = Strata.of(new TwoByTwo(5, 0, 7, 0), new TwoByTwo(6, 0, 8, 0));

        assertThat(strata.riskRatio().value()).isEqualTo(1);
        assertThat(strata.riskRatio().convention().zeroCells())
                .isEqualTo("log Wald has no width where everybody has the outcome");
    }

    @Test
    void every_reference_row_is_read() {
        assertThat(estimates()).hasSize(48);
        assertThat(tests()).hasSize(24);
    }

    @ParameterizedTest
    @MethodSource("estimates")
    void adjusted_measures_agree_with_references(Reference row) {
        Strata strata = strata(row);
        double level = row.number("level");
        Estimate estimate = switch (row.text("measure")) {
            case "ODDS_RATIO" -> strata.oddsRatio(level);
            case "RISK_RATIO" -> strata.riskRatio(level);
            case "RISK_DIFFERENCE" -> strata.riskDifference(CommonRiskDifference.valueOf(row.text("method")), level);
            default -> throw new AssertionError(row);
        };
        row.assertClose(estimate.value(), row.number("estimate"));
        row.assertClose(estimate.interval().lower(), row.number("lower"));
        row.assertClose(estimate.interval().upper(), row.number("upper"));
        row.assertClose(standardError(row, strata), row.number("std_error"));
    }

    private static double standardError(Reference row, Strata strata) {
        return switch (row.text("measure")) {
            case "ODDS_RATIO" -> MantelHaenszel.oddsRatio(strata).standardError();
            case "RISK_RATIO" -> MantelHaenszel.riskRatio(strata).standardError();
            default -> CommonRiskDifference.valueOf(row.text("method")).standardError(strata);
        };
    }

    @ParameterizedTest
    @MethodSource("tests")
    void tests_agree_with_references(Reference row) {
        Strata strata = strata(row);
        TestResult test = switch (row.text("test")) {
            case "CMH" -> CochranMantelHaenszel.test(strata);
            case "CMH_CORRECTED" -> CochranMantelHaenszel.test(strata, Correction.YATES);
            default -> Homogeneity.valueOf(row.text("test")).test(strata);
        };
        row.assertClose(test.statistic(), row.number("statistic"));
        row.assertClose(test.df(), row.number("df"));
        row.assertClose(test.pValue(), row.number("p"));
    }

    /** Admissions to Berkeley, with admission as the exposure and sex as the outcome, as R's array has them. */
    @Test
    void the_verified_risk_ratio_holds() {
        Strata admissions = Strata.of(
                new TwoByTwo(512, 89, 313, 19),
                new TwoByTwo(353, 17, 207, 8),
                new TwoByTwo(120, 202, 205, 391),
                new TwoByTwo(138, 131, 279, 244),
                new TwoByTwo(53, 94, 138, 299),
                new TwoByTwo(22, 24, 351, 317));
        assertThat(admissions.riskRatio().value()).isCloseTo(.972407095204, within(5e-13));
        assertThat(MantelHaenszel.riskRatio(admissions).standardError()).isCloseTo(.0223045576008, within(5e-14));
    }

    @Test
    void one_stratum_is_the_crude_table() {
        TwoByTwo table = new TwoByTwo(12, 55, 16, 125);
        Strata one = Strata.of(table);
        assertThat(one.oddsRatio().value()).isCloseTo(table.oddsRatio().value(), within(1e-14));
        assertThat(one.oddsRatio().interval().upper())
                .isCloseTo(table.oddsRatio().interval().upper(), within(1e-12));
        assertThat(one.riskRatio().interval().lower())
                .isCloseTo(table.riskRatio().interval().lower(), within(1e-12));
        assertThat(one.riskDifference(CommonRiskDifference.GREENLAND_ROBINS, 0.95)
                        .interval()
                        .lower())
                .isCloseTo(
                        table.riskDifference(RiskDifferenceInterval.WALD)
                                .interval()
                                .lower(),
                        within(1e-14));
        assertThat(one.crude()).isEqualTo(table);
    }

    @Test
    void crude_stands_beside_adjusted_in_the_rows() {
        assertThat(SMOKING.measures(0.95))
                .extracting(TableRow::measure)
                .containsExactly(
                        "risk ratio, stratum 1",
                        "odds ratio, stratum 1",
                        "risk ratio, stratum 2",
                        "odds ratio, stratum 2",
                        "risk ratio, stratum 3",
                        "odds ratio, stratum 3",
                        "crude risk ratio",
                        "adjusted risk ratio",
                        "crude odds ratio",
                        "adjusted odds ratio",
                        "adjusted odds ratio",
                        "adjusted odds ratio",
                        "crude risk difference",
                        "adjusted risk difference",
                        "association",
                        "association",
                        "homogeneity of odds ratios",
                        "homogeneity of odds ratios",
                        "homogeneity of odds ratios",
                        "homogeneity of risk ratios",
                        "homogeneity of risk differences");
        assertThat(SMOKING.crude()).isEqualTo(new TwoByTwo(30, 44, 29, 86));
        assertThat(SMOKING.measures(0.95))
                .filteredOn(row -> !Double.isNaN(row.estimate()))
                .allSatisfy(row -> {
                    double none = row.measure().endsWith("difference") ? 0 : 1;
                    assertThat(row.pValue() < 0.05).isEqualTo(none < row.confLow() || none > row.confHigh());
                });
    }

    @Test
    void strata_read_from_rows_count_who_is_left_out() {
        Cohort cohort = Tables.cohort(
                "x,y,g", "yes,yes,m", "yes,no,m", "no,yes,m", "no,no,m", "no,no,f", "yes,yes,f", ",yes,f", "yes,no,");
        Strata strata = Strata.of(cohort, "x", "y", "g");
        assertThat(strata.leftOut()).isEqualTo(2);
        assertThat(strata).hasToString("2 strata of g, n = 6\n  f: 1/1 vs 0/1\n  m: 1/2 vs 1/2");
        assertThat(strata.oddsRatio().convention())
                .hasToString("Mantel-Haenszel, 2 strata; interval log Wald, Robins-Breslow-Greenland; "
                        + "reference x = no; n: 6 of 8 people, complete in x and y");
    }

    @Test
    void strata_read_grouped_rows() {
        Cohort cohort = Tables.cohort("x,y,g,n", "yes,yes,m,5", "no,no,m,7", "no,yes,f,2", "yes,no,f,3");
        assertThat(Strata.of(cohort, "x", "y", "g", "n").strata())
                .containsExactly(
                        new Stratum("f", new TwoByTwo(0, 3, 2, 0)), new Stratum("m", new TwoByTwo(5, 0, 0, 7)));
    }

    @Test
    void empty_cells_give_infinite_or_explained_answers() {
        Strata infinite = Strata.of(new TwoByTwo(3, 0, 2, 5), new TwoByTwo(4, 0, 1, 6));
        assertThat(infinite.oddsRatio()).hasToString("Inf (95 % CI 0 to Inf; log Wald, Robins-Breslow-Greenland)");
        assertThat(infinite.oddsRatio().convention().zeroCells()).isEqualTo("no limits: 0 to Inf");
        Strata unexposed = Strata.of(new TwoByTwo(0, 0, 2, 5));
        assertThat(unexposed.riskRatio().convention().zeroCells()).isEqualTo("undefined: 0/0 in every stratum");
        assertThat(unexposed.riskDifference().convention().zeroCells())
                .isEqualTo("undefined: no stratum has exposed and unexposed people");
        assertThat(unexposed.measures(0.95)).hasSize(10);
        Strata empty = Strata.of(new TwoByTwo(0, 0, 0, 0), new TwoByTwo(3, 4, 2, 5));
        assertThat(empty.oddsRatio().value()).isCloseTo(15.0 / 8, within(1e-14));
        assertThat(empty.riskRatio().value()).isCloseTo(3.0 / 2, within(1e-14));
        assertThat(empty.riskDifference().value()).isCloseTo(1.0 / 7, within(1e-14));
    }

    @Test
    void tests_without_information_are_refused() {
        assertThatThrownBy(() -> CochranMantelHaenszel.test(Strata.of(new TwoByTwo(0, 0, 2, 5))))
                .isInstanceOf(InputException.class)
                .hasMessage("the Cochran-Mantel-Haenszel test needs a stratum with people in every margin");
        assertThatThrownBy(() -> Homogeneity.TARONE.test(Strata.of(new TwoByTwo(1, 2, 3, 4))))
                .isInstanceOf(InputException.class)
                .hasMessage(
                        "Breslow-Day, Tarone homogeneity of odds ratios needs two strata that tell of it and a common"
                                + " value that is not at its end; 1 of 1 stratum tell");
        assertThatThrownBy(Strata::of)
                .isInstanceOf(InputException.class)
                .hasMessage("a stratified analysis needs at least one stratum; there is none");
        assertThatThrownBy(() -> Strata.of(Tables.cohort("x,y,g", "yes,,m", "no,,f", ",yes,m", ",no,f"), "x", "y", "g"))
                .isInstanceOf(InputException.class)
                .hasMessage("no row has exposure, outcome and 'g' at once; there is no stratum");
    }
}
