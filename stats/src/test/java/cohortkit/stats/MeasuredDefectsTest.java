package cohortkit.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cohortkit.core.Cohort;
import cohortkit.core.Estimate;
import cohortkit.core.Interval;
import cohortkit.stats.regression.Fit;
import cohortkit.stats.regression.Logistic;
import cohortkit.stats.regression.Weights;
import cohortkit.stats.table.ChiSquare;
import cohortkit.stats.table.CochranMantelHaenszel;
import cohortkit.stats.table.Correction;
import cohortkit.stats.table.Homogeneity;
import cohortkit.stats.table.OddsRatioInterval;
import cohortkit.stats.table.RiskRatioInterval;
import cohortkit.stats.table.Strata;
import cohortkit.stats.table.Tables;
import cohortkit.stats.table.TwoByTwo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Wrong answers that other software was seen to give, and ours to the same question. */
class MeasuredDefectsTest {

    private static final String GROUPED = """
            x,y,n
            1,0,900
            1,1,100
            2,0,8
            2,1,2
            3,0,4
            3,1,6
            4,0,350
            4,1,650""";

    /** epiR 2.0.94 reads the table transposed: 1.476. */
    @Test
    void the_koopman_ratio_is_that_of_the_rows() {
        Estimate ratio = new TwoByTwo(30, 70, 15, 85).riskRatio(RiskRatioInterval.KOOPMAN_SCORE);

        assertThat(ratio.value()).isEqualTo(2);
        assertThat(ratio.interval().contains(2)).isTrue();
    }

    /** epiR 2.0.94 prints the uncorrected crude chi-square as corrected. R 4.2.2: chisq.test. */
    @Test
    void the_corrected_chi_square_is_corrected() {
        TwoByTwo table = new TwoByTwo(30, 70, 15, 85);

        assertThat(ChiSquare.test(table, Correction.NONE).statistic()).isCloseTo(6.45161290322581, within(5e-14));
        assertThat(ChiSquare.test(table, Correction.YATES).statistic()).isCloseTo(5.62007168458781, within(5e-14));
    }

    /** epiR divides by 2 - 2 OR. */
    @Test
    void homogeneity_is_tested_at_a_common_odds_ratio_of_exactly_one() {
        Strata strata = Strata.of(new TwoByTwo(10, 20, 5, 10), new TwoByTwo(8, 4, 6, 3));

        assertThat(strata.oddsRatio().value()).isEqualTo(1);
        assertThat(Homogeneity.BRESLOW_DAY.test(strata).statistic()).isCloseTo(0, within(1e-20));
        assertThat(Homogeneity.BRESLOW_DAY.test(strata).pValue()).isCloseTo(1, within(1e-9));
    }

    /** epitools: its root finder fails at an empty cell. */
    @Test
    void mid_p_limits_take_an_empty_cell_in_each_place() {
        for (OddsRatioInterval method :
                new OddsRatioInterval[] {OddsRatioInterval.MID_P, OddsRatioInterval.MEDIAN_UNBIASED}) {
            assertBelow(new TwoByTwo(0, 10, 5, 9).oddsRatio(method));
            assertBelow(new TwoByTwo(10, 5, 9, 0).oddsRatio(method));
            assertAbove(new TwoByTwo(10, 0, 5, 9).oddsRatio(method));
            assertAbove(new TwoByTwo(9, 5, 0, 10).oddsRatio(method));
        }
    }

    private static void assertBelow(Estimate odds) {
        assertThat(odds.value()).isZero();
        assertThat(odds.interval().lower()).isZero();
        assertThat(odds.interval().upper()).isBetween(0.01, 10.0);
    }

    private static void assertAbove(Estimate odds) {
        assertThat(odds.value()).isInfinite();
        assertThat(odds.interval().lower()).isBetween(0.1, 100.0);
        assertThat(odds.interval().upper()).isInfinite();
    }

    /** epitools, method small: 0 to Inf. */
    @ParameterizedTest
    @EnumSource(
            value = RiskRatioInterval.class,
            names = {"KOOPMAN_SCORE", "MIETTINEN_NURMINEN"})
    void an_empty_cell_leaves_a_risk_ratio_one_finite_limit(RiskRatioInterval method) {
        Interval none = new TwoByTwo(0, 10, 5, 5).riskRatio(method).interval();
        Interval all = new TwoByTwo(5, 5, 0, 10).riskRatio(method).interval();

        assertThat(none.lower()).isZero();
        assertThat(none.upper()).isBetween(0.01, 1.0);
        assertThat(all.lower()).isBetween(1.0, 100.0);
        assertThat(all.upper()).isInfinite();
    }

    /** Alipsa Matrix multiplies four margins as int; the margins here are those of its overflow. */
    @Test
    void margins_of_a_usual_size_do_not_overflow() {
        assertThat(CochranMantelHaenszel.test(Strata.of(new TwoByTwo(140, 160, 110, 190)))
                        .statistic())
                .isCloseTo(15.0 * 15 / (300.0 * 300 * 250 * 350 / (600.0 * 600 * 599)), within(1e-13));
        long many = 1_000_000_000_000L;
        assertThat(CochranMantelHaenszel.test(Strata.of(new TwoByTwo(many, 2 * many, many, 2 * many)))
                        .statistic())
                .isZero();
        assertThat(new TwoByTwo(many, 2 * many, many, 2 * many).oddsRatio().value())
                .isEqualTo(1);
    }

    /** Smile takes 1/2 from |O - E| even where that is less, so that a table of no association gets evidence for one. */
    @Test
    void the_correction_never_raises_chi_square() {
        TwoByTwo none = new TwoByTwo(10, 20, 5, 10);
        TwoByTwo little = new TwoByTwo(10, 20, 5, 11);

        assertThat(ChiSquare.test(none, Correction.YATES).statistic()).isZero();
        assertThat(ChiSquare.test(little, Correction.NONE).statistic()).isPositive();
        assertThat(ChiSquare.test(little, Correction.YATES).statistic()).isZero();
    }

    /** 1 - cdf is 0 from about 1e-16 on; R 4.2.2: pchisq(x, 1, lower.tail = FALSE). */
    @Test
    void small_p_values_are_not_zero() {
        TestResult test = ChiSquare.test(new TwoByTwo(900, 100, 100, 900));

        assertThat(test.statistic()).isCloseTo(1280, within(1e-12));
        assertThat(test.pValue() / 2.50915809676343e-280).isCloseTo(1, within(1e-12));
    }

    /** Smile ignores the trials of grouped data: slope 1.011, error 1.162. R 4.2.2: glm, epsilon = 1e-15. */
    @Test
    void grouped_data_are_weighted() {
        Fit fit = Logistic.fit("y ~ x", grouped(), Weights.frequency("n"));

        assertThat(fit.tidy().get(1).estimate()).isCloseTo(0.938737604157925, within(1e-12));
        assertThat(fit.tidy().get(1).stdError()).isCloseTo(0.0413766860057, within(1e-10));
    }

    /** Smile 6.3.0 prints the intercept under the first predictor's name and leaves the last one out. */
    @Test
    void every_coefficient_stands_beside_its_own_name() {
        Fit fit = Logistic.fit("y ~ x", grouped(), Weights.frequency("n"));

        assertThat(fit.terms()).containsExactly("(Intercept)", "x");
        assertThat(fit.toString().lines().filter(line -> line.startsWith("x ")))
                .singleElement()
                .asString()
                .contains("2.56");
    }

    /** Smile: NaN, or 17.1 with an error of 560. */
    @Test
    void separation_is_named() {
        Cohort separated = Tables.cohort("x,y", "1,0", "2,0", "3,0", "4,1", "5,1", "6,1");

        Fit fit = Logistic.fit("y ~ x", separated);

        assertThat(fit.separation().orElseThrow().terms()).hasSize(2);
        assertThat(fit.estimate("x").value()).isInfinite();
    }

    /** Spark prints the residual degrees of freedom beside the null deviance. */
    @Test
    void degrees_of_freedom_are_those_of_the_residual_deviance() {
        Glance glance = Logistic.fit("y ~ x", grouped(), Weights.frequency("n")).glance();

        assertThat(glance.dfResidual()).isEqualTo(glance.nobs() - 2);
        assertThat(glance.nullDeviance()).isGreaterThan(glance.deviance());
    }

    private static Cohort grouped() {
        return Tables.cohort(GROUPED.split("\n"));
    }
}
