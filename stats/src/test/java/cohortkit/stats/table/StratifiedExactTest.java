package cohortkit.stats.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cohortkit.core.Estimate;
import cohortkit.core.InputException;
import cohortkit.core.Interval;
import cohortkit.stats.Reference;
import cohortkit.stats.TestResult;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class StratifiedExactTest {

    private static final Strata BOTH = Strata.of(new TwoByTwo(20, 80, 10, 90), new TwoByTwo(40, 60, 15, 85));

    static List<Reference> estimates() {
        return Reference.rows("stratified-exact.csv");
    }

    static List<Reference> tests() {
        return Reference.rows("stratified-exact-tests.csv");
    }

    static Stream<TwoByTwo> tables() {
        return RandomTables.of(60, 40).filter(t -> t.emptyMargin().isEmpty());
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
    void every_reference_row_is_read() {
        assertThat(estimates()).hasSize(100);
        assertThat(tests()).hasSize(38);
    }

    @ParameterizedTest
    @MethodSource("estimates")
    void measures_agree_with_references(Reference row) {
        Estimate estimate = estimate(row, strata(row), row.number("level"));
        row.assertClose(estimate.value(), row.number("estimate"));
        row.assertClose(estimate.interval().lower(), row.number("lower"));
        row.assertClose(estimate.interval().upper(), row.number("upper"));
    }

    private static Estimate estimate(Reference row, Strata strata, double level) {
        String measure = row.text("measure");
        if (measure.equals("COMMON_ODDS_RATIO")) {
            return strata.oddsRatio(CommonOddsRatio.valueOf(row.text("method")), level);
        }
        String[] parts = measure.split("_", 2);
        Interaction interaction = Interaction.of(strata, InteractionScale.valueOf(parts[1]));
        return switch (parts[0]) {
            case "RERI" -> interaction.excessRisk(InteractionInterval.valueOf(row.text("method")), level);
            case "AP" -> interaction.attributableProportion(InteractionInterval.valueOf(row.text("method")), level);
            case "SYNERGY" -> interaction.synergyIndex(level);
            default -> interaction.ratioOfRatios(level);
        };
    }

    @ParameterizedTest
    @MethodSource("tests")
    void tests_agree_with_references(Reference row) {
        Strata strata = strata(row);
        String kind = row.text("test");
        TestResult test = Arrays.stream(TwoSided.values())
                        .anyMatch(method -> method.name().equals(kind))
                ? StratifiedFisher.test(strata, TwoSided.valueOf(kind))
                : Homogeneity.valueOf(kind).test(strata);
        row.assertClose(test.statistic(), row.number("statistic"));
        row.assertClose(test.df(), row.number("df"));
        row.assertClose(test.pValue() / row.number("p"), 1);
    }

    @ParameterizedTest
    @MethodSource("tables")
    void one_stratum_gives_the_exact_measures_of_its_table(TwoByTwo t) {
        Strata one = Strata.of(t, new TwoByTwo(0, 0, 3, 4));
        for (TwoSided method : TwoSided.values()) {
            assertThat(StratifiedFisher.test(one, method).pValue())
                    .isCloseTo(FisherExact.test(t, method).pValue(), within(1e-12));
        }
        assertSame(one.oddsRatio(CommonOddsRatio.EXACT, 0.95), t.oddsRatio(OddsRatioInterval.EXACT));
        assertSame(one.oddsRatio(CommonOddsRatio.MID_P, 0.95), t.oddsRatio(OddsRatioInterval.MID_P));
    }

    private static void assertSame(Estimate one, Estimate other) {
        assertSame(one.value(), other.value());
        assertSame(one.interval().lower(), other.interval().lower());
        assertSame(one.interval().upper(), other.interval().upper());
    }

    private static void assertSame(double one, double other) {
        if (other == 0 || Double.isInfinite(other)) {
            assertThat(one).isEqualTo(other);
        } else {
            assertThat(one / other).isCloseTo(1, within(1e-11));
        }
    }

    @Test
    void swapping_exposed_and_unexposed_inverts_the_exact_odds_ratio_and_no_test() {
        List<TwoByTwo> all = tables().toList();
        for (int i = 0; i + 2 < all.size(); i += 3) {
            TwoByTwo[] some = all.subList(i, i + 3).toArray(TwoByTwo[]::new);
            Strata there = Strata.of(some);
            Strata back =
                    Strata.of(Arrays.stream(some).map(RandomTables::swapped).toArray(TwoByTwo[]::new));
            Interval limits = there.oddsRatio(CommonOddsRatio.EXACT, 0.95).interval();
            Interval inverse = back.oddsRatio(CommonOddsRatio.EXACT, 0.95).interval();
            assertSame(1 / inverse.upper(), limits.lower());
            assertSame(1 / inverse.lower(), limits.upper());
            for (Homogeneity test : Homogeneity.values()) {
                assertThat(test.isPossible(back)).isEqualTo(test.isPossible(there));
                if (test.isPossible(there)) {
                    assertThat(test.test(back).statistic())
                            .isCloseTo(test.test(there).statistic(), within(1e-8));
                }
            }
        }
    }

    @Test
    void the_exact_interval_leaves_1_out_where_its_p_is_small() {
        List<TwoByTwo> all = tables().toList();
        for (int i = 0; i + 1 < all.size(); i += 2) {
            Strata two = Strata.of(all.get(i), all.get(i + 1));
            boolean out = !two.oddsRatio(CommonOddsRatio.EXACT, 0.95).interval().contains(1);
            assertThat(StratifiedFisher.test(two, TwoSided.CENTRAL).pValue() < 0.05)
                    .isEqualTo(out);
        }
    }

    @Test
    void strata_without_information_or_at_an_end_have_infinite_or_explained_answers() {
        Strata nothing = Strata.of(new TwoByTwo(0, 0, 2, 5), new TwoByTwo(3, 0, 4, 0));
        assertThat(nothing.oddsRatio(CommonOddsRatio.EXACT, 0.95))
                .hasToString("NA (undefined: no stratum has people in every margin)");
        assertThat(StratifiedFisher.test(nothing).pValue()).isEqualTo(1);
        assertThat(StratifiedFisher.test(nothing, TwoSided.CENTRAL).pValue()).isEqualTo(1);
        Strata infinite = Strata.of(new TwoByTwo(3, 0, 2, 5), new TwoByTwo(4, 0, 1, 6));
        Interval limits = infinite.oddsRatio(CommonOddsRatio.EXACT, 0.95).interval();
        assertThat(infinite.oddsRatio(CommonOddsRatio.EXACT, 0.95).value()).isInfinite();
        assertThat(limits.upper()).isInfinite();
        assertThat(limits.lower()).isGreaterThan(1);
        assertThat(BOTH.oddsRatio(CommonOddsRatio.MANTEL_HAENSZEL, 0.9)).isEqualTo(BOTH.oddsRatio(0.9));
    }

    @Test
    void strata_beyond_reach_are_refused_and_said_so_in_the_rows() {
        TwoByTwo large = new TwoByTwo(250_000_000_000L, 250_000_300_000L, 250_000_000_000L, 250_000_000_000L);
        Strata strata = Strata.of(large, large);
        assertThatThrownBy(() -> strata.oddsRatio(CommonOddsRatio.EXACT, 0.95))
                .isInstanceOf(InputException.class)
                .hasMessage("the exact common odds ratio would take more than 10^9 steps for these strata: take the"
                        + " Mantel-Haenszel one");
        assertThat(strata.measures(0.95)).extracting(TableRow::method).contains("exact (beyond 10^9 steps)");
        assertThat(Homogeneity.WOOLF.test(strata).pValue()).isEqualTo(1);
        assertThat(Homogeneity.RISK_RATIO_SCORE.test(strata).statistic()).isCloseTo(0, within(1e-20));
        assertThat(Homogeneity.RISK_DIFFERENCE_SCORE.test(strata).statistic()).isCloseTo(0, within(1e-20));
    }

    @ParameterizedTest
    @EnumSource(Homogeneity.class)
    void equal_strata_are_homogeneous(Homogeneity test) {
        TwoByTwo t = new TwoByTwo(12, 55, 16, 125);
        TestResult result = test.test(Strata.of(t, t, t));
        assertThat(result.statistic()).isCloseTo(0, within(1e-12));
        assertThat(result.df()).isEqualTo(2);
    }

    @Test
    void homogeneity_without_two_telling_strata_is_refused() {
        assertThatThrownBy(() -> Homogeneity.WOOLF.test(Strata.of(new TwoByTwo(1, 2, 3, 4), new TwoByTwo(0, 2, 3, 4))))
                .isInstanceOf(InputException.class)
                .hasMessage("Woolf homogeneity of odds ratios needs two strata that tell of it and a common value that"
                        + " is not at its end; 1 of 2 strata tell");
        Strata ends = Strata.of(new TwoByTwo(3, 0, 0, 4), new TwoByTwo(5, 0, 0, 4));
        assertThat(Homogeneity.RISK_DIFFERENCE_SCORE.isPossible(ends)).isFalse();
        assertThat(Homogeneity.RISK_RATIO_SCORE.isPossible(ends)).isFalse();
    }

    @Test
    void interaction_has_a_row_a_measure_and_method_and_agrees_with_its_intervals() {
        for (InteractionScale scale : InteractionScale.values()) {
            List<TableRow> rows = Interaction.of(BOTH, scale).measures(0.95);
            assertThat(rows)
                    .extracting(TableRow::method)
                    .containsExactly("delta method", "MOVER", "delta method", "MOVER", "delta method", "log Wald");
            for (TableRow row : rows) {
                Interval limits = new Interval(row.confLow(), row.confHigh(), 0.95);
                double none = row.measure().startsWith("ratio") || row.measure().startsWith("synergy") ? 1 : 0;
                assertThat(row.pValue() < 0.05).isEqualTo(!limits.contains(none));
            }
        }
        double p = Interaction.of(BOTH, InteractionScale.RISK_RATIO)
                .measures(0.95)
                .get(1)
                .pValue();
        Interval touching = Interaction.of(BOTH, InteractionScale.RISK_RATIO)
                .excessRisk(InteractionInterval.MOVER, 1 - p)
                .interval();
        assertThat(touching.lower()).isCloseTo(0, within(1e-10));
    }

    @Test
    void effects_that_add_up_or_multiply_have_no_interaction() {
        Strata adding = Strata.of(new TwoByTwo(20, 80, 10, 90), new TwoByTwo(40, 60, 30, 70));
        Interaction risks = Interaction.of(adding, InteractionScale.RISK_RATIO);
        assertThat(risks.excessRisk(InteractionInterval.DELTA, 0.95).value()).isCloseTo(0, within(1e-12));
        assertThat(risks.synergyIndex(0.95).value()).isCloseTo(1, within(1e-12));
        Strata multiplying = Strata.of(new TwoByTwo(20, 80, 10, 90), new TwoByTwo(40, 60, 20, 80));
        assertThat(Interaction.of(multiplying, InteractionScale.RISK_RATIO)
                        .ratioOfRatios(0.95)
                        .value())
                .isCloseTo(1, within(1e-12));
    }

    @Test
    void interaction_names_what_it_cannot_tell() {
        assertThatThrownBy(() -> Interaction.of(Strata.of(new TwoByTwo(1, 2, 3, 4)), InteractionScale.ODDS_RATIO))
                .isInstanceOf(InputException.class)
                .hasMessage("an interaction needs two strata, the second exposed; there are 1");
        Strata empty = Strata.of(new TwoByTwo(0, 80, 10, 90), new TwoByTwo(40, 60, 15, 85));
        Interaction odds = Interaction.of(empty, InteractionScale.ODDS_RATIO);
        Estimate excess = odds.excessRisk(InteractionInterval.DELTA, 0.95);
        assertThat(excess.interval().upper()).isInfinite();
        assertThat(excess.convention().zeroCells()).isEqualTo("no limits: a group has no events, or nobody without");
        assertThat(odds.attributableProportion(InteractionInterval.MOVER, 0.95)
                        .interval()
                        .lower())
                .isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(odds.ratioOfRatios(0.95).value()).isInfinite();
        assertThat(odds.synergyIndex(0.95))
                .hasToString("NA (undefined: the exposures do not raise the risk, or a group is empty of events)");
        assertThat(odds.measures(0.95))
                .allSatisfy(row -> assertThat(row.pValue()).isNaN());
        Strata preventing = Strata.of(new TwoByTwo(10, 90, 20, 80), new TwoByTwo(5, 95, 15, 85));
        assertThat(Interaction.of(preventing, InteractionScale.RISK_RATIO)
                        .synergyIndex(0.95)
                        .value())
                .isNaN();
    }
}
