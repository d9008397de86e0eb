package cohortkit.stats.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cohortkit.core.Estimate;
import cohortkit.core.Interval;
import cohortkit.stats.Reference;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TwoByTwoReferenceTest {

    static List<Reference> references() {
        return java.util.stream.Stream.of("twobytwo.csv", "odds.csv")
                .flatMap(file -> Reference.rows(file).stream())
                .toList();
    }

    @Test
    void every_reference_row_is_read() {
        assertThat(references()).hasSize(613);
    }

    @ParameterizedTest
    @MethodSource("references")
    void measures_agree_with_references(Reference row) {
        TwoByTwo table = new TwoByTwo(row.count("a"), row.count("b"), row.count("c"), row.count("d"));
        String method = row.text("method");
        double level = row.number("level");
        boolean difference = row.text("measure").equals("RISK_DIFFERENCE");
        Estimate estimate = switch (row.text("measure")) {
            case "RISK_RATIO" -> table.riskRatio(RiskRatioInterval.valueOf(method), level);
            case "ODDS_RATIO" -> table.oddsRatio(OddsRatioInterval.valueOf(method), level);
            case "RISK_DIFFERENCE" -> table.riskDifference(RiskDifferenceInterval.valueOf(method), level);
            default -> throw new AssertionError(row);
        };
        row.assertClose(estimate.value(), row.number("estimate"));
        row.assertClose(
                estimate.interval().lower(), difference ? Math.max(-1, row.number("lower")) : row.number("lower"));
        row.assertClose(
                estimate.interval().upper(), difference ? Math.min(1, row.number("upper")) : row.number("upper"));
    }

    @Test
    void verified_values_hold() {
        TwoByTwo table = new TwoByTwo(12, 55, 16, 125);
        Estimate ratio = table.riskRatio();
        assertThat(ratio.value()).isCloseTo(1.578358209, within(5e-10));
        assertThat(ratio.interval().lower()).isCloseTo(0.791934636, within(5e-10));
        assertThat(ratio.interval().upper()).isCloseTo(3.145732644, within(5e-10));
        Estimate difference = table.riskDifference(RiskDifferenceInterval.WALD);
        assertThat(difference.value()).isCloseTo(0.0656293, within(5e-8));
        assertThat(difference.interval().lower()).isCloseTo(-0.040061362, within(5e-10));
        assertThat(difference.interval().upper()).isCloseTo(0.171319962, within(5e-10));
        Interval exact = table.oddsRatio(OddsRatioInterval.EXACT).interval();
        assertThat(exact.lower()).isCloseTo(0.6846976436, within(5e-11));
        assertThat(exact.upper()).isCloseTo(4.1264356637, within(5e-11));
        // uniroot(tol = 1e-15); fisher.test itself stops at 1.699814055.
        assertThat(table.oddsRatio(OddsRatioInterval.EXACT).value()).isCloseTo(1.69989664452246, within(5e-15));
    }

    /** Printed by Stata (2002-12/msg00024 of its list; FAQ of W. Gould 1999). */
    @Test
    void cornfield_limits_are_those_that_stata_prints() {
        TwoByTwo list = new TwoByTwo(96, 104, 109, 666);
        Interval plain = list.oddsRatio(OddsRatioInterval.CORNFIELD).interval();
        assertThat(plain.lower()).isCloseTo(4.003217, within(5e-7));
        assertThat(plain.upper()).isCloseTo(7.94673, within(5e-6));
        Interval corrected =
                list.oddsRatio(OddsRatioInterval.CORNFIELD_CORRECTED).interval();
        assertThat(corrected.lower()).isCloseTo(3.942972, within(5e-6));
        assertThat(corrected.upper()).isCloseTo(8.071281, within(5e-6));
    }

    /**
     * The FAQ's table: Stata prints 2.26 to 26.20, Epi Info 1.94 to 35.63. Converged (R 4.2.2, uniroot with tol = 1e-14), the
     * upper limits are 26.1916 and 35.6352: both packages stop short in the last printed digit.
     */
    @Test
    void cornfield_limits_converge_beyond_the_printed_ones() {
        TwoByTwo faq = new TwoByTwo(11, 3, 106, 223);
        Interval plain = faq.oddsRatio(OddsRatioInterval.CORNFIELD).interval();
        assertThat(plain.lower()).isCloseTo(2.26091424421, within(1e-10));
        assertThat(plain.upper()).isCloseTo(26.19158890102, within(1e-9));
        Interval corrected =
                faq.oddsRatio(OddsRatioInterval.CORNFIELD_CORRECTED).interval();
        assertThat(corrected.lower()).isCloseTo(1.94266407436, within(1e-10));
        assertThat(corrected.upper()).isCloseTo(35.63524607814, within(1e-9));
    }

    /** epitools 0.5-10.1, oddsratio.midp of (12, 30, 5, 40): its root finder stops at about 6e-5. */
    @Test
    void the_median_unbiased_estimate_takes_empty_cells() {
        Estimate epitools = new TwoByTwo(0, 5, 4, 6).oddsRatio(OddsRatioInterval.MEDIAN_UNBIASED);
        assertThat(epitools.value()).isZero();
        assertThat(epitools.interval().lower()).isZero();
        assertThat(epitools.interval().upper()).isBetween(0.5, 10.0);
        assertThat(new TwoByTwo(5, 4, 0, 6)
                        .oddsRatio(OddsRatioInterval.MEDIAN_UNBIASED)
                        .value())
                .isEqualTo(Double.POSITIVE_INFINITY);
    }

    /** Where the ratio is 1 the test-based interval is the limit of its neighbors: Wald with the error of the null. */
    @Test
    void a_test_based_interval_is_continuous_at_one() {
        for (TwoByTwo one : List.of(new TwoByTwo(10, 10, 10, 10), new TwoByTwo(100, 300, 50, 150))) {
            TwoByTwo near = new TwoByTwo(one.a() * 1000 + 1, one.b() * 1000, one.c() * 1000, one.d() * 1000);
            TwoByTwo at = new TwoByTwo(one.a() * 1000, one.b() * 1000, one.c() * 1000, one.d() * 1000);
            assertThat(at.oddsRatio(OddsRatioInterval.TEST_BASED).interval().upper())
                    .isCloseTo(
                            near.oddsRatio(OddsRatioInterval.TEST_BASED)
                                    .interval()
                                    .upper(),
                            within(2e-4));
            assertThat(at.riskRatio(RiskRatioInterval.TEST_BASED).interval().upper())
                    .isCloseTo(
                            near.riskRatio(RiskRatioInterval.TEST_BASED)
                                    .interval()
                                    .upper(),
                            within(2e-4));
        }
    }
}
