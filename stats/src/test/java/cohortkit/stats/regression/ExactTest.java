package cohortkit.stats.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cohortkit.core.Cohort;
import cohortkit.core.Estimate;
import cohortkit.core.InputException;
import cohortkit.stats.table.CommonOddsRatio;
import cohortkit.stats.table.FisherExact;
import cohortkit.stats.table.OddsRatioInterval;
import cohortkit.stats.table.Strata;
import cohortkit.stats.table.TwoByTwo;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.commons.math3.special.Gamma;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ExactTest {

    private static Cohort cohort(double[] counts, int strata) {
        int n = counts.length;
        return DataSet.of(
                "y x s n",
                IntStream.range(0, n).mapToDouble(i -> i % 2 == 0 ? 1 : 0).toArray(),
                IntStream.range(0, n).mapToDouble(i -> i / 2 % 2 == 0 ? 1 : 0).toArray(),
                IntStream.range(0, n)
                        .mapToDouble(i -> Math.floor((double) i * strata / n))
                        .toArray(),
                counts);
    }

    private static ExactTerm exact(String formula, Cohort cohort) {
        return Model.LOGISTIC.of(formula).with(Weights.frequency("n")).exact(cohort, "x");
    }

    private static void assertSame(Estimate found, Estimate expected) {
        near(found.value(), expected.value());
        near(found.interval().lower(), expected.interval().lower());
        near(found.interval().upper(), expected.interval().upper());
    }

    private static void near(double found, double expected) {
        if (Double.isInfinite(expected) || expected == 0) {
            assertThat(found).isEqualTo(expected);
        } else {
            assertThat(found).isCloseTo(expected, within(1e-9 * Math.abs(expected)));
        }
    }

    @ParameterizedTest
    @CsvSource({"5,3,2,9", "5,0,2,9", "0,6,3,2", "30,12,11,40", "7,0,0,8", "1,5,4,3"})
    void of_one_table_is_the_conditional_odds_ratio(long a, long b, long c, long d) {
        ExactTerm term = exact("y ~ x", cohort(new double[] {a, b, c, d}, 1));
        TwoByTwo table = new TwoByTwo(a, b, c, d);

        assertSame(term.oddsRatio(), table.oddsRatio(OddsRatioInterval.EXACT));
        assertSame(term.oddsRatio(ExactMethod.MID_P, 0.95), table.oddsRatio(OddsRatioInterval.MID_P));
        assertThat(term.test(ExactMethod.CENTRAL).pValue())
                .isGreaterThanOrEqualTo(FisherExact.test(table).pValue() - 1e-9);
    }

    /** The observed table is one of 10^1800. */
    @ParameterizedTest
    @CsvSource({"3000,0,0,3000", "1500,20,3,2500", "0,2000,1000,0", "100,0,0,100", "0,60,500,0"})
    void of_a_large_table_no_way_is_lost(long a, long b, long c, long d) {
        ExactTerm term = exact("y ~ x", cohort(new double[] {a, b, c, d}, 1));
        Estimate found = term.oddsRatio();
        Estimate expected = new TwoByTwo(a, b, c, d).oddsRatio(OddsRatioInterval.EXACT);

        roughly(found.value(), expected.value());
        roughly(found.interval().lower(), expected.interval().lower());
        roughly(found.interval().upper(), expected.interval().upper());
        double ways = -logChoose(a + b + c + d, a + b) + logChoose(a + c, a) + logChoose(b + d, b);
        if (b == 0 || a == 0) {
            roughly(term.test(ExactMethod.CENTRAL).pValue(), 2 * Math.exp(ways));
        }
    }

    private static double logChoose(long n, long k) {
        return Gamma.logGamma(n + 1.0) - Gamma.logGamma(k + 1.0) - Gamma.logGamma(n - k + 1.0);
    }

    private static void roughly(double found, double expected) {
        if (Double.isInfinite(expected) || expected == 0) {
            assertThat(found).isEqualTo(expected);
        } else {
            assertThat(found).isCloseTo(expected, within(1e-7 * expected));
        }
    }

    @ParameterizedTest
    @CsvSource({"5,3,2,9,1,4,3,3", "5,0,2,9,3,0,4,4", "2,2,1,5,6,1,0,3"})
    void of_strata_is_the_common_odds_ratio(long a, long b, long c, long d, long e, long f, long g, long h) {
        ExactTerm term = exact("y ~ x + s", cohort(new double[] {a, b, c, d, e, f, g, h}, 2));
        Strata strata = Strata.of(new TwoByTwo(a, b, c, d), new TwoByTwo(e, f, g, h));

        assertSame(term.oddsRatio(), strata.oddsRatio(CommonOddsRatio.EXACT, 0.95));
        assertSame(term.oddsRatio(ExactMethod.MID_P, 0.95), strata.oddsRatio(CommonOddsRatio.MID_P, 0.95));
    }

    /** Every outcome with the observed sums, counted one by one. */
    @ParameterizedTest
    @MethodSource("seeds")
    void agrees_with_enumeration(int seed) {
        Random random = new Random(seed);
        int n = 11;
        double[] x = random.doubles(n).map(u -> Math.floor(6 * u) / 4).toArray();
        double[] z = random.doubles(n).map(u -> Math.floor(2 * u)).toArray();
        double[] v = random.doubles(n).map(u -> Math.floor(3 * u) - 1).toArray();
        double[] y = random.doubles(n).map(u -> u < 0.5 ? 1 : 0).toArray();
        x[0] = 0;
        x[1] = 1.25;
        z[0] = 0;
        z[1] = 1;
        v[0] = -1;
        v[1] = 0;
        v[2] = 1;
        y[0] = 0;
        y[1] = 1;
        Cohort cohort = DataSet.of("y x z v", y, x, z, v);
        ExactTerm term = Logistic.exact("y ~ x + z + v", cohort, "x");

        TreeMap<Double, Integer> counts = new TreeMap<>();
        for (int bits = 0; bits < 1 << n; bits++) {
            double[] sums = new double[4];
            double observed = 0;
            for (int i = 0; i < n; i++) {
                double difference = (bits >> i & 1) - y[i];
                sums[0] += difference;
                sums[1] += difference * z[i];
                sums[2] += difference * v[i];
                observed += difference * x[i];
            }
            if (sums[0] == 0 && sums[1] == 0 && sums[2] == 0) {
                counts.merge(observed, 1, Integer::sum);
            }
        }
        Estimate estimate = term.oddsRatio(ExactMethod.CENTRAL, 0.9);
        if (counts.size() == 1) {
            assertThat(estimate.value()).isNaN();
            assertThat(estimate).asString().startsWith("NA (given the other terms, x could not");
            return;
        }
        double p = Math.min(1, 2 * Math.min(tail(counts, 0, 1, 1), tail(counts, 0, -1, 1)));
        assertThat(term.test(ExactMethod.CENTRAL).pValue()).isCloseTo(p, within(1e-12));
        double lower = Math.log(estimate.interval().lower());
        double upper = Math.log(estimate.interval().upper());
        if (counts.firstKey() == 0) {
            assertThat(estimate.value()).isZero();
            assertThat(lower).isEqualTo(Double.NEGATIVE_INFINITY);
            median(term, counts, -1, 1);
        } else {
            assertThat(tail(counts, lower, 1, 1)).isCloseTo(0.05, within(1e-9));
        }
        if (counts.lastKey() == 0) {
            assertThat(estimate.value()).isInfinite();
            assertThat(upper).isInfinite();
            median(term, counts, 1, 1);
        } else {
            assertThat(tail(counts, upper, -1, 1)).isCloseTo(0.05, within(1e-9));
        }
        if (counts.firstKey() < 0 && counts.lastKey() > 0) {
            assertThat(mean(counts, Math.log(estimate.value()))).isCloseTo(0, within(1e-9));
            median(term, counts, 1, 0.5);
        }
    }

    private static void median(ExactTerm term, SortedMap<Double, Integer> counts, int side, double share) {
        double median = term.medianUnbiased(ExactMethod.CENTRAL, 0.9).value();
        assertThat(tail(counts, Math.log(median), side, share)).isCloseTo(0.5, within(1e-9));
    }

    static IntStream seeds() {
        return IntStream.range(0, 40);
    }

    private static double tail(SortedMap<Double, Integer> counts, double b, int side, double share) {
        double sum = 0;
        double part = 0;
        for (var entry : counts.entrySet()) {
            double weight = entry.getValue() * Math.exp(b * entry.getKey());
            sum += weight;
            part += side * entry.getKey() > 0 ? weight : entry.getKey() == 0 ? share * weight : 0;
        }
        return part / sum;
    }

    private static double mean(SortedMap<Double, Integer> counts, double b) {
        double sum = 0;
        double first = 0;
        for (var entry : counts.entrySet()) {
            double weight = entry.getValue() * Math.exp(b * entry.getKey());
            sum += weight;
            first += weight * entry.getKey();
        }
        return first / sum;
    }

    @Test
    void what_it_cannot_do_is_said() {
        Cohort cohort = cohort(new double[] {5, 3, 2, 9}, 1);
        assertThatThrownBy(() -> Logistic.exact("y ~ x", cohort, "z"))
                .isInstanceOf(InputException.class)
                .hasMessage("no term 'z' to estimate; there are (Intercept), x");
        assertThatThrownBy(() -> Logistic.exact("y ~ x + offset(n)", cohort, "x"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("offset");
        assertThatThrownBy(() -> Model.POISSON.of("y ~ x").exact(cohort, "x"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("logistic");
        Random random = new Random(3);
        double[] y = random.doubles(60).map(u -> u < 0.5 ? 1 : 0).toArray();
        double[] x = random.doubles(60).map(u -> Math.floor(1e6 * u) / 1e6).toArray();
        double[] z = random.doubles(60).map(u -> Math.floor(1e6 * u) / 1e6).toArray();
        assertThatThrownBy(() -> Logistic.exact("y ~ x + z", DataSet.of("y x z", y, x, z), "x"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("round numbers, merge levels, or ask for firth()");
        double[] third = random.doubles(60).map(u -> u / 3).toArray();
        assertThatThrownBy(() -> Logistic.exact("y ~ x", DataSet.of("y x", y, third), "x"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("at most 6 decimals");
    }
}
