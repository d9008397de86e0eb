package cohortkit.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cohortkit.core.Estimate;
import cohortkit.core.Interval;
import cohortkit.stats.table.CochranMantelHaenszel;
import cohortkit.stats.table.Correction;
import cohortkit.stats.table.Homogeneity;
import cohortkit.stats.table.OddsRatioInterval;
import cohortkit.stats.table.RiskDifferenceInterval;
import cohortkit.stats.table.Strata;
import cohortkit.stats.table.TwoByTwo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values that several packages print, or that roots at full precision gave, each to all of its digits. */
class ReferenceValuesTest {

    private static final double Z = StandardNormal.quantile(0.95);

    /** Admissions at Berkeley 1973 by sex, a stratum a department: R's UCBAdmissions. */
    private static final Strata BERKELEY = Strata.of(
            new TwoByTwo(512, 313, 89, 19),
            new TwoByTwo(353, 207, 17, 8),
            new TwoByTwo(120, 205, 202, 391),
            new TwoByTwo(138, 279, 131, 244),
            new TwoByTwo(53, 138, 94, 299),
            new TwoByTwo(22, 351, 24, 317));

    /** The same with the questions exchanged: the risk of being a man. */
    private static final Strata EXCHANGED = Strata.of(BERKELEY.strata().stream()
            .map(stratum -> stratum.table())
            .map(t -> new TwoByTwo(t.a(), t.c(), t.b(), t.d()))
            .toArray(TwoByTwo[]::new));

    @ParameterizedTest
    @CsvSource({
        "36, 154, WALD, .166922721169, .300609746363",
        "36, 154, WILSON, .173903410558, .306587959627",
        "36, 154, CLOPPER_PEARSON, .169415341263, .308648971013",
        "36, 154, MID_P, .172001306287, .305458824663",
        "36, 154, AGRESTI_COULL, .173595411922, .306895958262",
        "36, 154, JEFFREYS, .172282305555, .305148350178",
        "0, 20, WILSON, 0, .161125158053",
        "0, 20, CLOPPER_PEARSON, 0, .168433470983",
        "0, 20, MID_P, 0, .139108340668",
        "0, 20, JEFFREYS, .0000242464784593, .116638982905"
    })
    void proportions(long events, long n, ProportionInterval method, double lower, double upper) {
        Interval interval = new Proportion(events, n).estimate(method, 0.95).interval();

        assertThat(interval.lower()).isCloseTo(lower, within(5e-13));
        assertThat(interval.upper()).isCloseTo(upper, within(5e-13));
    }

    /** Its formula gives -.0288344. */
    @Test
    void a_limit_below_zero_is_zero() {
        assertThat(new Proportion(0, 20)
                        .estimate(ProportionInterval.AGRESTI_COULL, 0.95)
                        .interval()
                        .lower())
                .isZero();
    }

    @Test
    void one_table() {
        TwoByTwo table = new TwoByTwo(12, 55, 16, 125);

        check(table.riskRatio(), 1.578358209, .791934636, 3.145732644, 5e-10);
        check(
                table.riskDifference(RiskDifferenceInterval.WALD),
                table.riskDifference(RiskDifferenceInterval.WALD).value(),
                -.040061362,
                .171319962,
                5e-10);
        assertThat(table.riskDifference(RiskDifferenceInterval.WALD).value()).isCloseTo(.0656293, within(5e-8));
        check(table.oddsRatio(OddsRatioInterval.EXACT), 1.69989664452, .6846976436, 4.1264356637, 5e-11);
    }

    @Test
    void stratified_tables() {
        Estimate odds = BERKELEY.oddsRatio();
        assertThat(odds.value()).isCloseTo(.904696828258623, within(5e-15));
        assertThat(standardError(odds)).isCloseTo(.0809889096562, within(5e-13));
        check(odds, .904696828258623, .771907361759, 1.060329764437, 5e-13);
        assertThat(EXCHANGED.riskRatio().value()).isCloseTo(.972407095204, within(5e-13));
        assertThat(standardError(EXCHANGED.riskRatio())).isCloseTo(.0223045576008, within(5e-13));
    }

    @Test
    void stratified_tests() {
        assertThat(CochranMantelHaenszel.test(BERKELEY).statistic()).isCloseTo(1.524607, within(5e-7));
        assertThat(CochranMantelHaenszel.test(BERKELEY, Correction.YATES).statistic())
                .isCloseTo(1.426946, within(5e-7));
        TestResult plain = Homogeneity.BRESLOW_DAY.test(BERKELEY);
        assertThat(plain.statistic()).isCloseTo(18.8255137052, within(5e-11));
        assertThat(plain.df()).isEqualTo(5);
        assertThat(Homogeneity.TARONE.test(BERKELEY).statistic()).isCloseTo(18.8255012521, within(5e-11));
    }

    /** Of the logarithm. */
    private static double standardError(Estimate ratio) {
        return Math.log(ratio.interval().upper() / ratio.interval().lower()) / (2 * Z);
    }

    private static void check(Estimate estimate, double value, double lower, double upper, double error) {
        assertThat(estimate.value()).isCloseTo(value, within(error));
        assertThat(estimate.interval().lower()).isCloseTo(lower, within(error));
        assertThat(estimate.interval().upper()).isCloseTo(upper, within(error));
    }
}
