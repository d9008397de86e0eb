package cohortkit.stats.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cohortkit.core.Codebook;
import cohortkit.core.Cohort;
import cohortkit.core.Estimate;
import cohortkit.core.InputException;
import cohortkit.core.Interval;
import cohortkit.core.Level;
import cohortkit.core.Variable;
import cohortkit.stats.table.TableRow;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class RateTest {

    private static final RateTable BREAST_CANCER = new RateTable(41, 28010, 15, 19017);

    @ParameterizedTest
    @EnumSource(RateInterval.class)
    void the_p_value_is_one_minus_the_level_at_which_the_interval_ends(RateInterval method) {
        for (long events : new long[] {1, 4, 41, 300}) {
            for (double level : new double[] {0.5, 0.95, 0.9999}) {
                Interval interval = method.limits((double) events, level);
                assertThat(method.pValue((double) events, interval.upper())).isCloseTo(1 - level, within(1e-10));
                if (interval.lower() > 0) {
                    assertThat(method.pValue((double) events, interval.lower())).isCloseTo(1 - level, within(1e-10));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(RateRatioInterval.class)
    void the_interval_of_a_ratio_ends_at_one_where_p_is_one_minus_the_level(RateRatioInterval method) {
        Interval interval = BREAST_CANCER.rateRatio(method, 0.95).interval();
        RateTable atLimit = new RateTable(41, 28010 * interval.lower(), 15, 19017);
        assertThat(method.pValue(atLimit)).isCloseTo(0.05, within(1e-9));
    }

    @ParameterizedTest
    @EnumSource(RateDifferenceInterval.class)
    void exchanged_groups_change_the_sign_of_the_difference(RateDifferenceInterval method) {
        Interval interval = BREAST_CANCER.rateDifference(method, 0.95).interval();
        Interval exchanged =
                BREAST_CANCER.exchanged().rateDifference(method, 0.95).interval();
        assertThat(exchanged.lower()).isCloseTo(-interval.upper(), within(1e-16));
        assertThat(exchanged.upper()).isCloseTo(-interval.lower(), within(1e-16));
    }

    static Stream<RateTable> randomTables() {
        Random random = new Random(20261124);
        return Stream.generate(() -> new RateTable(
                        random.nextInt(30), 1 + random.nextInt(500), random.nextInt(30), 1 + random.nextInt(500)))
                .filter(table -> table.events() > 0)
                .limit(200);
    }

    @ParameterizedTest
    @MethodSource("randomTables")
    void intervals_agree_with_tests(RateTable table) {
        for (RateRatioInterval method : RateRatioInterval.values()) {
            double p = method.pValue(table);
            if (!Double.isNaN(p)) {
                boolean holdsOne = table.rateRatio(method, 0.95).interval().contains(1);
                assertThat(holdsOne).as("%s %s p %s", method, table, p).isEqualTo(p >= 0.05);
            }
        }
        for (RateDifferenceInterval method : RateDifferenceInterval.values()) {
            boolean holdsNull = table.rateDifference(method, 0.95).interval().contains(0);
            assertThat(holdsNull).isEqualTo(Math.abs(method.statistic(table)) <= 1.959963984540054);
        }
    }

    @Test
    void huge_counts_keep_their_digits() {
        long events = 1_000_000_000_000L;
        Interval exact = RateInterval.EXACT.limits((double) events, 0.95);
        Interval score = RateInterval.SCORE.limits((double) events, 0.95);
        Interval midP = RateInterval.MID_P.limits((double) events, 0.95);
        assertThat(exact.lower()).isLessThan(midP.lower()).isGreaterThan(score.lower() - 2);
        assertThat(exact.upper()).isGreaterThan(midP.upper()).isLessThan(score.upper() + 2);
    }

    /** Either side of the count at which the expansion takes over. */
    @Test
    void the_expansion_continues_the_gamma_quantiles() {
        for (double area : new double[] {0.25, 0.025, 1e-6}) {
            double below = PoissonCount.lowerMean(1e8, area);
            double above = PoissonCount.lowerMean(1e8 + 1, area);
            assertThat(above - below).isCloseTo(1, within(1e-3));
            double upperBelow = PoissonCount.upperMean(1e8 - 1, area);
            double upperAbove = PoissonCount.upperMean(1e8, area);
            assertThat(upperAbove - upperBelow).isCloseTo(1, within(1e-3));
            assertThat(PoissonCount.lowerMeanMidP(1e8 + 1, area) - PoissonCount.lowerMeanMidP(1e8, area))
                    .isCloseTo(1, within(1e-3));
        }
    }

    @Test
    void no_events_are_an_answer() {
        RateTable none = new RateTable(0, 10, 0, 20);
        assertThat(none.rateRatio()).hasToString("NA (undefined: nobody has an event)");
        assertThat(none.rateDifference().convention().zeroCells()).isEqualTo("without events the formula has no width");
        assertThat(none.rateDifference(RateDifferenceInterval.SCORE, 0.95)
                        .interval()
                        .upper())
                .isGreaterThan(0.1);
        assertThat(new Rate(0, 10).estimate(RateInterval.LOG_WALD, 0.95).interval())
                .isEqualTo(new Interval(0, Double.POSITIVE_INFINITY, 0.95));
        assertThat(new Rate(0, 10)
                        .estimate(RateInterval.WALD, 0.95)
                        .convention()
                        .zeroCells())
                .isEqualTo("without events the formula has no width");
        assertThat(none.measures(0.95)).extracting(TableRow::measure).contains("rate ratio", "rate difference");
        assertThatThrownBy(() -> RateStrata.of(none).tests())
                .isInstanceOf(InputException.class)
                .hasMessage("nobody has an event; there is nothing to test");
    }

    @Test
    void an_empty_cell_has_an_infinite_bound() {
        RateTable table = new RateTable(7, 61, 0, 50);
        Estimate wald = table.rateRatio();
        assertThat(wald.value()).isInfinite();
        assertThat(wald.convention().zeroCells()).isEqualTo("no limits: 0 to Inf");
        Interval exact = table.rateRatio(RateRatioInterval.EXACT, 0.95).interval();
        assertThat(exact.lower()).isGreaterThan(1);
        assertThat(exact.upper()).isInfinite();
        assertThat(table.exchanged()
                        .rateRatio(RateRatioInterval.MID_P, 0.95)
                        .interval()
                        .lower())
                .isZero();
    }

    @Test
    void wrong_numbers_are_refused() {
        assertThatThrownBy(() -> new Rate(-1, 10))
                .isInstanceOf(InputException.class)
                .hasMessage("a rate needs 0 or more events; was -1");
        assertThatThrownBy(() -> new Rate(1, 0))
                .isInstanceOf(InputException.class)
                .hasMessage("a rate needs person-time above 0; was 0.0");
        assertThatThrownBy(() -> new RateTable(Long.MAX_VALUE, 1, 1, 1))
                .isInstanceOf(InputException.class)
                .hasMessage("the events 9223372036854775807 and 1 add up to more than 2^63 - 1");
        assertThatThrownBy(() -> BREAST_CANCER.rateRatio(RateRatioInterval.EXACT, 1))
                .isInstanceOf(InputException.class)
                .hasMessage("level must be in (0, 1), such as 0.95; was 1.0");
    }

    private static Cohort cohort(double[] deaths, double[] years) {
        return Cohort.of(
                Table.create(
                        "people",
                        StringColumn.create("smoker", "yes", "yes", "no", "no", ""),
                        DoubleColumn.create("deaths", deaths),
                        DoubleColumn.create("years", years),
                        StringColumn.create("age", "old", "young", "old", "young", "old")),
                Codebook.of(
                        Variable.binary("smoker", "Smoker"),
                        Variable.number("deaths", "Deaths"),
                        Variable.number("years", "Years"),
                        Variable.category("age", "Age", Level.of("young"), Level.of("old"))));
    }

    @Test
    void rows_are_added_up() {
        Cohort cohort = cohort(new double[] {3, 1, 2, 0, 1}, new double[] {10, 20, 30, 40, 50});
        RateTable table = RateTable.of(cohort, "smoker", "deaths", "years");
        assertThat(table)
                .isEqualTo(new RateTable(4, 30, 2, 70, new RateLabels("smoker", "smoker = yes", "smoker = no", 4, 1)));
        assertThat(table.rateRatio().convention().denominator()).isEqualTo("4 of 5 rows");
        assertThat(table)
                .hasToString("person-time 100, events 6\n  smoker = yes: 4/30 = 0.13\n  smoker = no: 2/70 = 0.0286");
        RateStrata strata = RateStrata.of(cohort, "smoker", "deaths", "years", "age");
        assertThat(strata.crude()).isEqualTo(table);
        assertThat(strata)
                .hasToString("2 strata of age\n  young: 1/20 = 0.0500 against 0/40 = 0\n"
                        + "  old: 3/10 = 0.30 against 2/30 = 0.0667");
    }

    @Test
    void rows_that_cannot_be_added_up_are_named() {
        assertThatThrownBy(() -> RateTable.of(
                        cohort(new double[] {3, 1.5, 2, 0, 1}, new double[] {10, 20, 30, 40, 50}),
                        "smoker",
                        "deaths",
                        "years"))
                .isInstanceOf(InputException.class)
                .hasMessage("the count of events 'deaths' holds 1.5 in row 2; it needs a whole number of 0 or more");
        assertThatThrownBy(() -> RateTable.of(
                        cohort(new double[] {3, 1, 2, 0, 1}, new double[] {10, 20, -30, 40, 50}),
                        "smoker",
                        "deaths",
                        "years"))
                .isInstanceOf(InputException.class)
                .hasMessage("the person-time 'years' holds -30 in row 3; it needs a number of 0 or more");
        assertThatThrownBy(() -> RateTable.of(
                        cohort(new double[] {3, 1, 2, 0, 1}, new double[] {10, 20, 0, 0, 50}),
                        "smoker",
                        "deaths",
                        "years"))
                .isInstanceOf(InputException.class)
                .hasMessage("nobody with smoker = no has person-time in 'years'; a table of rates needs both groups");
        assertThatThrownBy(() -> RateStrata.of(
                        cohort(new double[] {3, 1, 2, 0, 1}, new double[] {10, 20, 0, 40, 50}),
                        "smoker",
                        "deaths",
                        "years",
                        "age"))
                .isInstanceOf(InputException.class)
                .hasMessage("in the stratum age = old nobody with smoker = no has person-time in 'years'; a table of"
                        + " rates needs both groups; leave this stratum out or join it with another");
    }
}
