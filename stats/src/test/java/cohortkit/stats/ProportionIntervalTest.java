package cohortkit.stats;

import static cohortkit.stats.ProportionInterval.ARCSINE;
import static cohortkit.stats.ProportionInterval.BLAKER;
import static cohortkit.stats.ProportionInterval.CLOPPER_PEARSON;
import static cohortkit.stats.ProportionInterval.JEFFREYS;
import static cohortkit.stats.ProportionInterval.JEFFREYS_MODIFIED;
import static cohortkit.stats.ProportionInterval.LIKELIHOOD_RATIO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cohortkit.core.Interval;
import java.util.List;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProportionIntervalTest {

    static List<Reference> references() {
        return Reference.rows("intervals.csv");
    }

    @Test
    void every_reference_row_is_read() {
        assertThat(references()).hasSize(171);
    }

    @ParameterizedTest
    @MethodSource("references")
    void limits_agree_with_references(Reference row) {
        ProportionInterval method = ProportionInterval.valueOf(row.text("method"));
        Interval interval = limits(row.count("x"), row.count("n"), method, row.number("level"));
        row.assertClose(interval.lower(), row.number("lower"));
        row.assertClose(interval.upper(), row.number("upper"));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 0.95, 1 - 1e-12})
    void likelihood_limits_of_nothing_and_of_all_follow_the_closed_form(double level) {
        double z = StandardNormal.quantile(level);
        for (long n : new long[] {1, 20, 1_000_000_000_000L}) {
            double upper = limits(0, n, LIKELIHOOD_RATIO, level).upper();
            assertThat(upper / -Math.expm1(-z * z / (2.0 * n))).isCloseTo(1, within(1e-14));
            assertThat(limits(n, n, LIKELIHOOD_RATIO, level).lower())
                    .isCloseTo(Math.exp(-z * z / (2.0 * n)), within(1e-14));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 0.95, 0.9999})
    void a_likelihood_limit_is_where_the_statistic_is_z_squared(double level) {
        double z = StandardNormal.quantile(level);
        for (double[] count : new double[][] {{36, 154}, {1, 2}, {19, 20}, {46, 333}}) {
            Interval interval = limits((long) count[0], (long) count[1], LIKELIHOOD_RATIO, level);
            for (double p : new double[] {interval.lower(), interval.upper()}) {
                double x = count[0];
                double others = count[1] - x;
                double statistic =
                        2 * (x * Math.log(x / count[1] / p) + others * Math.log(others / count[1] / (1 - p)));
                assertThat(statistic).isCloseTo(z * z, within(1e-9));
            }
        }
    }

    /** Near the middle the interval of a huge sample is Wald's, whose error is of the order of 1 / n. */
    @Test
    void likelihood_limits_keep_their_digits_in_huge_samples() {
        Interval wald = limits(500_000_000_000L, 1_000_000_000_000L, ProportionInterval.WALD, 0.95);
        Interval interval = limits(500_000_000_000L, 1_000_000_000_000L, LIKELIHOOD_RATIO, 0.95);
        assertThat((0.5 - interval.lower()) / (0.5 - wald.lower())).isCloseTo(1, within(1e-9));
        assertThat((interval.upper() - 0.5) / (wald.upper() - 0.5)).isCloseTo(1, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 0.9, 0.95, 0.999})
    void blaker_lies_within_clopper_pearson_and_covers_by_enumeration(double level) {
        for (int n = 1; n <= 24; n++) {
            Interval[] blaker = new Interval[n + 1];
            for (int x = 0; x <= n; x++) {
                blaker[x] = limits(x, n, BLAKER, level);
                Interval exact = limits(x, n, CLOPPER_PEARSON, level);
                assertThat(blaker[x].lower()).isGreaterThanOrEqualTo(exact.lower());
                assertThat(blaker[x].upper()).isLessThanOrEqualTo(exact.upper());
            }
            for (int i = 1; i < 200; i++) {
                double p = i / 200.0 + 1e-7;
                double coverage = 0;
                for (int x = 0; x <= n; x++) {
                    if (blaker[x].contains(p)) {
                        coverage += BinomialDistribution.of(n, p).probability(x);
                    }
                }
                assertThat(coverage).as("n %s, p %s", n, p).isGreaterThanOrEqualTo(level - 1e-12);
            }
        }
    }

    /** Outside the limits no proportion is acceptable; just inside one is. */
    @ParameterizedTest
    @ValueSource(doubles = {0.5, 0.9, 0.95, 0.99, 0.999999})
    void blaker_inverts_its_acceptability(double level) {
        for (int n = 1; n <= 20; n++) {
            for (int x = 0; x <= n; x++) {
                Interval interval = limits(x, n, BLAKER, level);
                for (int i = 1; i <= 50; i++) {
                    double below = interval.lower() * (1 - 1e-7) * i / 50;
                    double above = 1 - (1 - interval.upper()) * (1 - 1e-7) * i / 50;
                    assertThat(x == 0 || acceptability(x, n, below) < 1 - level).isTrue();
                    assertThat(x == n || acceptability(x, n, above) < 1 - level).isTrue();
                }
                assertThat(x == 0 || acceptability(x, n, interval.lower() * (1 + 1e-7)) >= 1 - level)
                        .isTrue();
                assertThat(x == n || acceptability(x, n, 1 - (1 - interval.upper()) * (1 + 1e-7)) >= 1 - level)
                        .as(x + "/" + n + " " + interval)
                        .isTrue();
            }
        }
    }

    private static double acceptability(int x, int n, double p) {
        BinomialDistribution binomial = BinomialDistribution.of(n, p);
        double most = binomial.cumulativeProbability(x);
        double least = binomial.survivalProbability(x - 1);
        double opposite = 0;
        for (int k = 0; k <= n; k++) {
            double tail = least < most ? binomial.cumulativeProbability(k - 1) : binomial.survivalProbability(k - 1);
            if (tail <= Math.min(most, least)) {
                opposite = Math.max(opposite, tail);
            }
        }
        return Math.min(1, Math.min(most, least) + opposite);
    }

    @Test
    void blaker_takes_large_samples() {
        Interval interval = limits(100_000, 1_000_000, BLAKER, 0.95);
        Interval wilson = limits(100_000, 1_000_000, ProportionInterval.WILSON, 0.95);
        assertThat(interval.lower()).isCloseTo(wilson.lower(), within(2e-6));
        assertThat(interval.upper()).isCloseTo(wilson.upper(), within(2e-6));
    }

    @Test
    void modified_jeffreys_changes_only_the_ends() {
        for (long x = 2; x <= 18; x++) {
            assertThat(limits(x, 20, JEFFREYS_MODIFIED, 0.95)).isEqualTo(limits(x, 20, JEFFREYS, 0.95));
        }
        assertThat(limits(0, 20, JEFFREYS_MODIFIED, 0.95)).isEqualTo(limits(0, 20, CLOPPER_PEARSON, 0.95));
        assertThat(limits(1, 20, JEFFREYS_MODIFIED, 0.95).lower()).isZero();
        assertThat(limits(1, 20, JEFFREYS_MODIFIED, 0.95).upper())
                .isEqualTo(limits(1, 20, JEFFREYS, 0.95).upper());
        assertThat(limits(19, 20, JEFFREYS_MODIFIED, 0.95).upper()).isEqualTo(1);
        assertThat(limits(1, 2, JEFFREYS_MODIFIED, 0.95)).isEqualTo(new Interval(0, 1, 0.95));
    }

    @Test
    void arcsine_names_its_variant_and_leaves_out_nothing_at_low_levels() {
        assertThat(new Proportion(0, 20).estimate(ARCSINE, 0.95).convention())
                .hasToString("events / n; interval arcsine, Anscombe");
        assertThat(limits(0, 20, ARCSINE, 0.78).lower()).isZero();
        assertThat(limits(0, 20, ARCSINE, 0.77).lower()).isPositive();
    }

    private static Interval limits(long x, long n, ProportionInterval method, double level) {
        return new Proportion(x, n).estimate(method, level).interval();
    }
}
