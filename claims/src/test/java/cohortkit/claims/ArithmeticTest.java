package cohortkit.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cohortkit.core.InputException;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArithmeticTest {

    private static double number(NamedCsvRecord row, String column) {
        return Double.parseDouble(row.getField(column));
    }

    static List<NamedCsvRecord> oddsRatios() {
        return Fixture.rows("odds-ratio-as-risk-ratio.csv", 13);
    }

    @ParameterizedTest
    @MethodSource("oddsRatios")
    void an_odds_ratio_stands_for_a_risk_ratio_and_the_reverse(NamedCsvRecord row) {
        double baseline = number(row, "baseline_risk");
        if (row.getField("odds_ratio").equals("3.5")) {
            double riskRatio = new OddsRatioAsRiskRatio(3.5, baseline).riskRatio();
            assertThat(Printed.parse(row.getField("risk_ratio")).admits(riskRatio))
                    .isTrue();
        } else {
            double oddsRatio = OddsRatioAsRiskRatio.ofRiskRatio(3.5, baseline).oddsRatio();
            assertThat(Printed.parse(row.getField("odds_ratio")).admits(oddsRatio))
                    .isTrue();
        }
    }

    static DoubleStream baselines() {
        return new Random(1998).doubles(50, 0, 1 / 3.5);
    }

    @ParameterizedTest
    @MethodSource("baselines")
    void going_there_and_back_gives_the_same_ratio(double baseline) {
        OddsRatioAsRiskRatio there = OddsRatioAsRiskRatio.ofRiskRatio(3.5, baseline);
        assertThat(there.riskRatio()).isCloseTo(3.5, within(1e-12));
        double exposed = there.exposedRisk();
        assertThat(exposed / (1 - exposed) / (baseline / (1 - baseline)))
                .isCloseTo(there.oddsRatio(), within(1e-10 * there.oddsRatio()));
    }

    @Test
    void a_risk_ratio_bounds_its_baseline() {
        assertThat(OddsRatioAsRiskRatio.highestBaseline(3.5)).isEqualTo(1 / 3.5);
        assertThat(OddsRatioAsRiskRatio.highestBaseline(0.5)).isEqualTo(1);
        assertThat(new OddsRatioAsRiskRatio(0, 0.2).riskRatio()).isZero();
        assertThatThrownBy(() -> OddsRatioAsRiskRatio.ofRiskRatio(4, 0.25))
                .isInstanceOf(InputException.class)
                .hasMessage(
                        "a risk ratio of 4.0 needs a baseline risk below 0.25, else the risk of the exposed reaches 1; "
                                + "was 0.25");
        assertThatThrownBy(() -> new OddsRatioAsRiskRatio(-1, 0.2))
                .isInstanceOf(InputException.class)
                .hasMessage("the odds ratio must be finite and not negative; was -1.0");
        assertThatThrownBy(() -> OddsRatioAsRiskRatio.ofRiskRatio(Double.NaN, 0.2))
                .isInstanceOf(InputException.class)
                .hasMessage("the risk ratio must be finite and not negative; was NaN");
        assertThatThrownBy(() -> new OddsRatioAsRiskRatio(2, 1))
                .isInstanceOf(InputException.class)
                .hasMessage("a baseline risk must be in [0, 1), such as 0.2; was 1.0");
    }

    static List<NamedCsvRecord> changes() {
        return Fixture.rows("paired-changes.csv", 2);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void a_printed_p_value_has_its_range_of_correlations(NamedCsvRecord row) {
        PairedChange change = new PairedChange(
                number(row, "mean_before"),
                number(row, "sd_before"),
                number(row, "mean_after"),
                number(row, "sd_after"),
                (long) number(row, "n"));
        Printed p = Printed.parse(row.getField("printed"));
        PrintedRange correlations = change.correlationsFor(p).orElseThrow();
        assertThat(Printed.parse(row.getField("lower")).admits(correlations.lower()))
                .isTrue();
        assertThat(Printed.parse(row.getField("upper")).admits(correlations.upper()))
                .isTrue();
    }

    @Test
    void the_ends_of_the_range_give_the_ends_of_the_printed_p_value() {
        PairedChange change = new PairedChange(33, 16, 21, 23, 10);
        PrintedRange correlations =
                change.correlationsFor(Printed.parse("p=0.07")).orElseThrow();
        assertThat(change.pValue(correlations.lower())).isCloseTo(0.075, within(1e-12));
        assertThat(change.pValue(correlations.upper())).isCloseTo(0.065, within(1e-12));
        // Roots found by bisection in an independent computation.
        assertThat(correlations.lower()).isCloseTo(0.5836012205795553, within(1e-10));
        assertThat(correlations.upper()).isCloseTo(0.6233933418808191, within(1e-10));
    }

    @Test
    void a_correlation_gives_t_and_p() {
        PairedChange change = new PairedChange(17, 7, 7, 7, 10);
        // A6: t=3.19, p=.011 without correlation; t = 10 / sqrt(98/10).
        assertThat(change.t(0)).isCloseTo(-10 / Math.sqrt(9.8), within(1e-14));
        assertThat(Printed.parse(".011").admits(change.pValue(0))).isTrue();
        assertThat(change.change()).isEqualTo(-10);
        assertThat(change.t(1)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(change.pValue(1)).isZero();
    }

    @Test
    void a_bound_takes_all_correlations_to_its_side() {
        PairedChange arousals = new PairedChange(17, 7, 7, 7, 10);
        PrintedRange below = arousals.correlationsFor(Printed.parse("p<0.05")).orElseThrow();
        assertThat(below.lower()).isCloseTo(-0.994014793663792, within(1e-10));
        assertThat(below.upper()).isEqualTo(1);
        PrintedRange above = arousals.correlationsFor(Printed.parse("p>0.05")).orElseThrow();
        assertThat(above.lower()).isEqualTo(-1);
        assertThat(above.upper()).isEqualTo(below.lower());
        PairedChange efficiency = new PairedChange(75, 12, 85, 8, 10);
        assertThat(efficiency.correlationsFor(Printed.parse("0.9"))).isEmpty();
        assertThat(efficiency.correlationsFor(Printed.parse("<0.9"))).contains(new PrintedRange(-1, 1));
        assertThat(new PairedChange(5, 1, 5, 2, 10).correlationsFor(Printed.parse("1.00")))
                .contains(new PrintedRange(-1, 1));
        assertThat(new PairedChange(5, 1, 5, 2, 10).correlationsFor(Printed.parse("<0.05")))
                .isEmpty();
    }

    @Test
    void the_p_value_falls_as_the_correlation_rises() {
        PairedChange change = new PairedChange(33, 16, 21, 23, 10);
        for (double r = -1; r < 0.99; r += 0.01) {
            assertThat(change.pValue(r + 0.01)).isLessThan(change.pValue(r));
        }
    }

    @Test
    void a_paired_change_needs_usable_summaries() {
        assertThatThrownBy(() -> new PairedChange(Double.NaN, 1, 2, 1, 10))
                .isInstanceOf(InputException.class)
                .hasMessage("means must be finite; were NaN and 2.0");
        assertThatThrownBy(() -> new PairedChange(1, 0, 2, 1, 10))
                .isInstanceOf(InputException.class)
                .hasMessage("standard deviations must be positive; were 0.0 and 1.0");
        assertThatThrownBy(() -> new PairedChange(1, 1, 2, 1, 1))
                .isInstanceOf(InputException.class)
                .hasMessage("a paired t test needs at least 2 pairs; was 1");
        assertThatThrownBy(() -> new PairedChange(1, 1, 2, 1, 10).t(1.1))
                .isInstanceOf(InputException.class)
                .hasMessage("a correlation must be in [-1, 1]; was 1.1");
    }

    @Test
    void margins_bound_the_overlap() {
        OverlapBounds talih = new OverlapBounds(29, 137, 203);
        assertThat(talih.lowest()).isZero();
        assertThat(talih.highest()).isEqualTo(29);
        assertThat(Printed.parse("19.57").admits(talih.expected())).isTrue();
        assertThat(Printed.parse("21.17%").admits(talih.shareOfSecond().upper()))
                .isTrue();
        assertThat(Printed.parse("21.32%")
                        .admits(new OverlapBounds(29, 136, 203).shareOfSecond().upper()))
                .isTrue();
        assertThat(talih.shareOfFirst()).isEqualTo(new PrintedRange(0, 1));
        assertThat(new OverlapBounds(7, 8, 10).lowest()).isEqualTo(5);
        assertThat(talih.tables().size()).isEqualTo(30);
    }

    @ParameterizedTest
    @CsvSource({"-1, 1, 2", "1, 3, 2", "3, 1, 2", "0, 0, 0", "1, -1, 2"})
    void margins_lie_within_the_total(long first, long second, long total) {
        assertThatThrownBy(() -> new OverlapBounds(first, second, total))
                .isInstanceOf(InputException.class)
                .hasMessage("an overlap needs margins from 0 to a total of at least 1; was " + first + " and " + second
                        + " of " + total);
    }

    @Test
    void a_share_of_nobody_is_undefined() {
        assertThatThrownBy(() -> new OverlapBounds(0, 1, 2).shareOfFirst())
                .isInstanceOf(InputException.class)
                .hasMessage("nobody has the first condition, so that no share of it is defined");
    }

    @Test
    void two_printed_shares_bound_their_ratio() {
        RatioOfPrinted ratio = RatioOfPrinted.of("35%", "16%");
        assertThat(ratio.riskRatio().lower()).isCloseTo(34.5 / 16.5, within(1e-14));
        assertThat(ratio.riskRatio().upper()).isCloseTo(35.5 / 15.5, within(1e-14));
        assertThat(ratio.riskRatio().contains(35.0 / 16)).isTrue();
        assertThat(ratio.oddsRatio().lower()).isCloseTo(34.5 / 65.5 / (16.5 / 83.5), within(1e-14));
        assertThat(ratio.oddsRatio().upper()).isCloseTo(35.5 / 64.5 / (15.5 / 84.5), within(1e-14));
        assertThat(ratio.riskDifference().lower()).isCloseTo(0.18, within(1e-14));
        assertThat(ratio.riskDifference().upper()).isCloseTo(0.20, within(1e-14));
        assertThat(ratio.riskRatio()).hasToString("2.091 to 2.29");
        assertThat(ratio.oddsRatio()).hasToString("2.666 to 3.001");
    }

    @Test
    void an_edge_of_the_box_may_be_infinite_but_not_undefined() {
        assertThat(RatioOfPrinted.of("0%", "0%").riskRatio()).isEqualTo(new PrintedRange(0, Double.POSITIVE_INFINITY));
        assertThat(RatioOfPrinted.of("100%", "50%").oddsRatio().upper()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThatThrownBy(() -> RatioOfPrinted.of("≤0%", "≤5%").riskRatio())
                .isInstanceOf(InputException.class)
                .hasMessage("the risk ratio of ≤0% and ≤5% is undefined: it may be 0/0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"35", "-2%"})
    void a_share_lies_between_nothing_and_all(String share) {
        assertThatThrownBy(() -> RatioOfPrinted.of(share, "16%"))
                .isInstanceOf(InputException.class)
                .hasMessage("a share is 0 to 1, or 0% to 100%; was '" + share + "': is a % missing?");
    }
}
