package cohortkit.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cohortkit.core.InputException;
import cohortkit.core.Interval;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ProportionTest {

    static List<Reference> references() {
        return Reference.rows("proportion.csv");
    }

    static Stream<Proportion> proportions() {
        SplittableRandom random = new SplittableRandom(20050117);
        return Stream.generate(() -> {
                    long n = random.nextLong(1, 400);
                    return new Proportion(random.nextLong(0, n + 1), n);
                })
                .limit(60);
    }

    @Test
    void every_reference_row_is_read() {
        assertThat(references()).hasSize(416);
    }

    @ParameterizedTest
    @MethodSource("references")
    void limits_agree_with_references(Reference row) {
        Interval interval = new Proportion(row.count("x"), row.count("n"))
                .estimate(ProportionInterval.valueOf(row.text("method")), row.number("level"))
                .interval();
        row.assertClose(interval.lower(), Math.max(0, row.number("lower")));
        row.assertClose(interval.upper(), Math.min(1, row.number("upper")));
    }

    /** The values that several packages agree on, to the twelve digits that were noted. */
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
        "0, 20, JEFFREYS, 2.42464784593e-5, .116638982905",
    })
    void verified_values_hold(long x, long n, ProportionInterval method, double lower, double upper) {
        Interval interval = new Proportion(x, n).estimate(method, 0.95).interval();
        assertThat(interval.lower()).isCloseTo(lower, within(6e-13));
        assertThat(interval.upper()).isCloseTo(upper, within(6e-13));
    }

    @ParameterizedTest
    @EnumSource(ProportionInterval.class)
    void limits_stay_in_bounds_at_the_edges(ProportionInterval method) {
        for (long n : new long[] {1, 2, 20, 1_000_000_000_000L}) {
            for (long x : new long[] {0, 1, n - 1, n}) {
                for (double level : new double[] {0.5, 0.95, 1 - 1e-12}) {
                    Interval interval =
                            new Proportion(x, n).estimate(method, level).interval();
                    assertThat(interval.lower()).isBetween(0.0, 1.0);
                    assertThat(interval.upper()).isBetween(interval.lower(), 1.0);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(ProportionInterval.class)
    void limits_of_the_others_are_mirrored(ProportionInterval method) {
        proportions().forEach(p -> {
            Interval with = p.estimate(method, 0.95).interval();
            Interval without = new Proportion(p.n() - p.events(), p.n())
                    .estimate(method, 0.95)
                    .interval();
            assertThat(with.lower()).isCloseTo(1 - without.upper(), within(1e-12));
            assertThat(with.upper()).isCloseTo(1 - without.lower(), within(1e-12));
        });
    }

    @ParameterizedTest
    @EnumSource(ProportionInterval.class)
    void a_higher_level_is_never_narrower(ProportionInterval method) {
        proportions().forEach(p -> {
            Interval before = p.estimate(method, 0.5).interval();
            for (double level : new double[] {0.8, 0.95, 0.999, 1 - 1e-9}) {
                Interval wider = p.estimate(method, level).interval();
                assertThat(wider.lower()).isLessThanOrEqualTo(before.lower());
                assertThat(wider.upper()).isGreaterThanOrEqualTo(before.upper());
                before = wider;
            }
        });
    }

    @ParameterizedTest
    @MethodSource("proportions")
    void exact_limits_invert_their_own_tests(Proportion p) {
        Interval exact = p.estimate(ProportionInterval.CLOPPER_PEARSON, 0.95).interval();
        Interval midp = p.estimate(ProportionInterval.MID_P, 0.95).interval();
        if (p.events() > 0) {
            assertThat(above(p, exact.lower(), 1)).isCloseTo(0.025, within(1e-12));
            assertThat(above(p, midp.lower(), 0.5)).isCloseTo(0.025, within(1e-12));
        }
        if (p.events() < p.n()) {
            assertThat(below(p, exact.upper(), 1)).isCloseTo(0.025, within(1e-12));
            assertThat(below(p, midp.upper(), 0.5)).isCloseTo(0.025, within(1e-12));
        }
    }

    private static double above(Proportion p, double risk, double share) {
        BinomialDistribution binomial = BinomialDistribution.of((int) p.n(), risk);
        return binomial.survivalProbability((int) p.events()) + share * binomial.probability((int) p.events());
    }

    private static double below(Proportion p, double risk, double share) {
        BinomialDistribution binomial = BinomialDistribution.of((int) p.n(), risk);
        return binomial.cumulativeProbability((int) p.events()) - (1 - share) * binomial.probability((int) p.events());
    }

    @Test
    void exact_limits_of_nothing_follow_the_closed_form() {
        Interval interval = new Proportion(0, 1_000_000_000_000L)
                .estimate(ProportionInterval.CLOPPER_PEARSON, 1 - 1e-12)
                .interval();
        double area = (1 - (1 - 1e-12)) / 2;
        assertThat(interval.upper() / -Math.expm1(Math.log(area) / 1e12)).isCloseTo(1, within(1e-12));
    }

    @Test
    void an_estimate_reads_like_a_paper() {
        assertThat(new Proportion(46, 333).estimate()).hasToString("13.8 % (95 % CI 10.5 to 17.9; Wilson)");
        assertThat(new Proportion(46, 333)).hasToString("46/333 = 13.8 %");
    }

    @Test
    void conventions_say_where_a_formula_fails() {
        assertThat(new Proportion(0, 20).estimate(ProportionInterval.WALD, 0.95).convention())
                .hasToString("events / n; interval Wald; zero cells at 0/n and n/n the formula has no width");
        assertThat(new Proportion(20, 20)
                        .estimate(ProportionInterval.LOGIT, 0.95)
                        .convention()
                        .zeroCells())
                .isEqualTo("at 0/n and n/n the formula has no limits: 0 to 1");
        assertThat(new Proportion(0, 20).estimate().convention().zeroCells()).isEmpty();
    }

    @Test
    void impossible_proportions_are_refused() {
        assertThatThrownBy(() -> new Proportion(0, 0))
                .isInstanceOf(InputException.class)
                .hasMessage("a proportion needs at least one person; was 0 of 0");
        assertThatThrownBy(() -> new Proportion(7, 5))
                .isInstanceOf(InputException.class)
                .hasMessage("a proportion needs 0 to 5 events among 5; was 7");
        assertThatThrownBy(() -> new Proportion(-1, 5))
                .isInstanceOf(InputException.class)
                .hasMessage("a proportion needs 0 to 5 events among 5; was -1");
        assertThatThrownBy(() -> new Proportion(1, 5).estimate(ProportionInterval.LOGIT, 95))
                .isInstanceOf(InputException.class)
                .hasMessage("level must be in (0, 1), such as 0.95; was 95.0");
    }
}
