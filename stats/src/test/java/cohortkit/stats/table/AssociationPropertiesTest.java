package cohortkit.stats.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cohortkit.core.Interval;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class AssociationPropertiesTest {

    private static final double[] LEVELS = {0.5, 0.8, 0.95, 0.999, 1 - 1e-12};

    static Stream<TwoByTwo> tables() {
        return RandomTables.of(120, 80).filter(t -> t.emptyMargin().isEmpty());
    }

    /** Exact unconditional limits of a large table take a second. */
    private static boolean isQuick(Enum<?> method, TwoByTwo t) {
        return !method.name().equals("EXACT_UNCONDITIONAL") || t.n() <= 40;
    }

    private static void assertInverse(double actual, double other) {
        double expected = 1 / other;
        if (Double.isInfinite(expected) || expected == 0) {
            assertThat(actual).isEqualTo(expected);
        } else {
            assertThat(actual / expected).isCloseTo(1, within(1e-11));
        }
    }

    @ParameterizedTest
    @EnumSource(RiskRatioInterval.class)
    void swapping_rows_inverts_a_risk_ratio(RiskRatioInterval method) {
        tables().filter(t -> isQuick(method, t)).forEach(t -> {
            Interval there = t.riskRatio(method).interval();
            Interval back = RandomTables.swapped(t).riskRatio(method).interval();
            assertInverse(there.lower(), back.upper());
            assertInverse(there.upper(), back.lower());
        });
    }

    @ParameterizedTest
    @EnumSource(OddsRatioInterval.class)
    void an_odds_ratio_is_inverted_by_swapping_and_kept_by_turning(OddsRatioInterval method) {
        tables().forEach(t -> {
            Interval there = t.oddsRatio(method).interval();
            Interval back = RandomTables.swapped(t).oddsRatio(method).interval();
            assertInverse(there.lower(), back.upper());
            assertInverse(there.upper(), back.lower());
            Interval turned = RandomTables.turned(t).oddsRatio(method).interval();
            assertInverse(1 / there.lower(), turned.lower());
            assertInverse(1 / there.upper(), turned.upper());
            assertInverse(
                    t.oddsRatio(method).value(),
                    RandomTables.swapped(t).oddsRatio(method).value());
        });
    }

    @ParameterizedTest
    @EnumSource(RiskDifferenceInterval.class)
    void swapping_rows_turns_a_difference_round(RiskDifferenceInterval method) {
        Offset<Double> rounding = within(1e-11);
        tables().filter(t -> isQuick(method, t)).forEach(t -> {
            Interval there = t.riskDifference(method).interval();
            Interval back = RandomTables.swapped(t).riskDifference(method).interval();
            assertThat(there.lower()).isCloseTo(-back.upper(), rounding);
            assertThat(there.upper()).isCloseTo(-back.lower(), rounding);
        });
    }

    @Test
    void a_higher_level_is_never_narrower() {
        tables().limit(40).forEach(t -> {
            for (RiskRatioInterval method : RiskRatioInterval.values()) {
                if (isQuick(method, t)) {
                    assertWidening(level -> t.riskRatio(method, level).interval());
                }
            }
            for (OddsRatioInterval method : OddsRatioInterval.values()) {
                assertWidening(level -> t.oddsRatio(method, level).interval());
            }
            for (RiskDifferenceInterval method : RiskDifferenceInterval.values()) {
                if (isQuick(method, t)) {
                    assertWidening(level -> t.riskDifference(method, level).interval());
                }
            }
        });
    }

    private static void assertWidening(java.util.function.DoubleFunction<Interval> interval) {
        Interval before = interval.apply(LEVELS[0]);
        for (double level : LEVELS) {
            Interval wider = interval.apply(level);
            assertThat(wider.lower()).isLessThanOrEqualTo(before.lower());
            assertThat(wider.upper()).isGreaterThanOrEqualTo(before.upper());
            before = wider;
        }
    }

    /** At an exact limit psi the tail of a has exactly the area, in 60-digit arithmetic. */
    @ParameterizedTest
    @MethodSource("tables")
    void exact_limits_invert_their_one_sided_tests(TwoByTwo t) {
        Interval exact = t.oddsRatio(OddsRatioInterval.EXACT, 0.9).interval();
        Interval midp = t.oddsRatio(OddsRatioInterval.MID_P, 0.9).interval();
        double area = (1 - 0.9) / 2;
        if (exact.lower() > 0) {
            assertThat(tail(t, exact.lower(), 1, "1") / area).isCloseTo(1, within(1e-12));
            assertThat(tail(t, midp.lower(), 1, "0.5") / area).isCloseTo(1, within(1e-12));
        }
        if (exact.upper() < Double.POSITIVE_INFINITY) {
            assertThat(tail(t, exact.upper(), -1, "1") / area).isCloseTo(1, within(1e-12));
            assertThat(tail(t, midp.upper(), -1, "0.5") / area).isCloseTo(1, within(1e-12));
        }
    }

    private static double tail(TwoByTwo t, double psi, int direction, String share) {
        MathContext digits = new MathContext(60);
        long low = Math.max(0, t.events() - t.unexposed());
        long high = Math.min(t.exposed(), t.events());
        BigDecimal weight = BigDecimal.ONE;
        BigDecimal total = BigDecimal.ZERO;
        BigDecimal part = BigDecimal.ZERO;
        for (long x = low; x <= high; x++) {
            total = total.add(weight);
            if ((x - t.a()) * direction > 0) {
                part = part.add(weight);
            } else if (x == t.a()) {
                part = part.add(weight.multiply(new BigDecimal(share)));
            }
            BigDecimal up = BigDecimal.valueOf((t.exposed() - x) * (t.events() - x));
            BigDecimal down = BigDecimal.valueOf((x + 1) * (t.unexposed() - t.events() + x + 1));
            weight =
                    x < high ? weight.multiply(up).multiply(new BigDecimal(psi)).divide(down, digits) : weight;
        }
        return part.divide(total, digits).doubleValue();
    }

    @Test
    void score_limits_invert_their_tests() {
        tables().forEach(t -> {
            Interval ratio = t.riskRatio(RiskRatioInterval.KOOPMAN_SCORE).interval();
            if (ratio.lower() > 0) {
                assertThat(new ScoreRatio(t, 1).z(ratio.lower())).isCloseTo(1.959963984540054, within(1e-11));
            }
            Interval difference =
                    t.riskDifference(RiskDifferenceInterval.MIETTINEN_NURMINEN).interval();
            assertThat(new ScoreDifference(t).z(difference.lower())).isCloseTo(1.959963984540054, within(1e-10));
        });
    }

    /** The score test of no association is Pearson's, and Koopman's reads the table the right way round. */
    @Test
    void koopmans_test_is_pearsons_and_its_ratio_that_of_the_rows() {
        tables().forEach(t -> {
            double z = RiskRatioInterval.KOOPMAN_SCORE.statistic(t);
            assertThat(z * z).isCloseTo(ChiSquare.test(t).statistic(), within(1e-10));
        });
        assertThat(new TwoByTwo(30, 70, 15, 85)
                        .riskRatio(RiskRatioInterval.KOOPMAN_SCORE)
                        .value())
                .isEqualTo(2);
    }

    @Test
    void tables_of_a_million_million_keep_their_digits() {
        TwoByTwo t = new TwoByTwo(250_000_300_000L, 249_999_700_000L, 250_000_000_000L, 250_000_000_000L);
        double closed = 0.6 / Math.sqrt(1 - 0.36e-12);
        assertThat(RiskDifferenceInterval.WALD.statistic(t)).isCloseTo(closed, within(1e-11));
        assertThat(RiskRatioInterval.KOOPMAN_SCORE.statistic(t)).isCloseTo(0.6, within(1e-11));
        assertThat(RiskDifferenceInterval.NEWCOMBE.statistic(t)).isCloseTo(0.6, within(1e-9));
        Interval woolf = t.oddsRatio().interval();
        Interval midp = t.oddsRatio(OddsRatioInterval.MID_P).interval();
        assertThat(midp.lower()).isCloseTo(woolf.lower(), within(1e-14));
        assertThat(midp.upper()).isCloseTo(woolf.upper(), within(1e-14));
    }

    @Test
    void every_small_table_has_every_measure_at_every_level() {
        for (int cells = 0; cells < 256; cells++) {
            TwoByTwo t = new TwoByTwo(cells & 3, cells >> 2 & 3, cells >> 4 & 3, cells >> 6);
            for (double level : LEVELS) {
                assertThat(t.measures(level)).allSatisfy(row -> {
                    assertThat(Double.isNaN(row.confLow())).isEqualTo(Double.isNaN(row.confHigh()));
                    if (Double.isNaN(row.estimate()) && !row.measure().equals("association")) {
                        assertThat(row.method()).contains("undefined");
                    } else if (!Double.isNaN(row.confLow()) && !row.method().equals("Agresti-Caffo")) {
                        assertThat(row.estimate()).isBetween(row.confLow(), row.confHigh());
                    }
                });
            }
        }
    }
}
