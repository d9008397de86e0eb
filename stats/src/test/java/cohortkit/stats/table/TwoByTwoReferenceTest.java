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
        return Reference.rows("twobytwo.csv");
    }

    @Test
    void every_reference_row_is_read() {
        assertThat(references()).hasSize(349);
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
    }
}
