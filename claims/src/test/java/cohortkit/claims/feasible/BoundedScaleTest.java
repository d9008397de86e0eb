package cohortkit.claims.feasible;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cohortkit.claims.Printed;
import cohortkit.claims.PrintedRange;
import cohortkit.claims.Verdict.Kind;
import cohortkit.claims.arithmetic.Grimmer;
import cohortkit.core.InputException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class BoundedScaleTest {

    static Stream<SplittableRandom> seeds() {
        return IntStream.range(0, 40).mapToObj(SplittableRandom::new);
    }

    private static double deviation(long[] scores) {
        double mean = LongStream.of(scores).average().orElseThrow();
        return Math.sqrt(
                LongStream.of(scores).mapToDouble(x -> (x - mean) * (x - mean)).sum() / (scores.length - 1));
    }

    private static Printed rounded(double x) {
        return Printed.parse(
                BigDecimal.valueOf(x).setScale(2, RoundingMode.HALF_UP).toPlainString());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void scores_with_a_printed_mean_and_deviation_are_found_again(SplittableRandom random) {
        int n = 8 + random.nextInt(60);
        long[] scores = random.longs(n, 0, 29).toArray();
        BoundedScale scale = new BoundedScale(n, 0, 28);
        Printed mean = rounded(LongStream.of(scores).average().orElseThrow());
        Printed deviation = rounded(deviation(scores));
        PrintedRange possible = scale.standardDeviations(mean);
        assertThat(possible.contains(deviation(scores))).isTrue();
        long[] found = scale.sample(mean, deviation, 7).orElseThrow();
        assertThat(found).hasSize(n).isSorted();
        assertThat(LongStream.of(found).allMatch(x -> x >= 0 && x <= 28)).isTrue();
        assertThat(mean.admits(LongStream.of(found).sum(), n)).isTrue();
        assertThat(deviation.admits(deviation(found))).isTrue();
        assertThat(scale.sample(mean, deviation, 7).orElseThrow()).isEqualTo(found);
    }

    @Test
    void bounds_of_the_deviation_are_those_of_all_samples() {
        BoundedScale scale = new BoundedScale(4, 1, 5);
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (int code = 0; code < 625; code++) {
            long[] scores = {1 + code % 5, 1 + code / 5 % 5, 1 + code / 25 % 5, 1 + code / 125};
            if (LongStream.of(scores).sum() == 11) {
                least = Math.min(least, deviation(scores));
                most = Math.max(most, deviation(scores));
            }
        }
        assertThat(scale.standardDeviations(Printed.parse("2.75"))).isEqualTo(new PrintedRange(least, most));
    }

    /** Ammar et al. 2025, Sci Rep 15:29128: GAD-7 of 15.26 in 33 people with restless legs. */
    @Test
    void a_mean_that_no_total_prints_has_no_sample() {
        BoundedScale anxiety = new BoundedScale(33, 0, 21);
        assertThat(anxiety.sample(Printed.parse("15.26"), Printed.parse("5"), 1))
                .isEmpty();
        assertThatThrownBy(() -> anxiety.standardDeviations(Printed.parse("15.26")))
                .isInstanceOf(InputException.class)
                .hasMessage("no 33 scores from 0 to 21 have a mean of 15.26");
        assertThat(new BoundedScale(31, 0, 21)
                        .standardDeviations(Printed.parse("15.26"))
                        .lower())
                .isLessThan(0.5);
        assertThat(new BoundedScale(10, 1, 7).sample(Printed.parse("4.0"), Printed.parse("3.9"), 1))
                .isEmpty();
    }

    @Test
    void wrong_scales_are_refused() {
        assertThatThrownBy(() -> new BoundedScale(1, 0, 5)).hasMessageContaining("needs 2 to 100000 people");
        assertThatThrownBy(() -> new BoundedScale(5, 5, 5)).hasMessageContaining("was 5 to 5");
    }

    /** All multisets of scores, as counts of each. */
    private static void multisets(long[] counts, int score, int left, Consumer<long[]> taker) {
        if (score == counts.length - 1) {
            counts[score] = left;
            taker.accept(counts);
            return;
        }
        for (int count = 0; count <= left; count++) {
            counts[score] = count;
            multisets(counts, score + 1, left - count, taker);
        }
    }

    @ParameterizedTest
    @CsvSource({"5, 1, 5", "7, 0, 3", "4, -2, 4", "6, 0, 1"})
    void mean_and_deviation_are_possible_exactly_where_some_scores_have_them(int n, int lowest, int highest) {
        Set<String> possible = new HashSet<>();
        multisets(new long[highest - lowest + 1], 0, n, counts -> {
            double sum = 0;
            double squares = 0;
            for (int i = 0; i < counts.length; i++) {
                sum += counts[i] * (double) (lowest + i);
                squares += counts[i] * (double) ((lowest + i) * (lowest + i));
            }
            double deviation = Math.sqrt(Math.max(0, squares - sum * sum / n) / (n - 1));
            possible.add(String.format(Locale.ROOT, "%.2f %.2f", sum / n, deviation));
        });
        BoundedScale scale = new BoundedScale(n, lowest, highest);
        for (int total = n * lowest; total <= n * highest; total++) {
            String mean = String.format(Locale.ROOT, "%.2f", (double) total / n);
            double most = scale.standardDeviations(Printed.parse(mean)).upper();
            for (int hundredths = 0; hundredths <= 100 * most + 3; hundredths++) {
                String deviation = String.format(Locale.ROOT, "%.2f", hundredths / 100.0);
                assertThat(scale.scores(Printed.parse(mean), Printed.parse(deviation))
                                .isPresent())
                        .as(mean + " " + deviation)
                        .isEqualTo(possible.contains(mean + " " + deviation));
            }
        }
    }

    @Test
    void near_the_end_of_a_scale_grimmer_passes_what_no_scores_have() {
        // Ten people, 1 to 7, total 67: three below the end, or one by two and one by one, or one by three.
        assertThat(Grimmer.of("6.7", "0.59", 10).checked().verdict().kind()).isEqualTo(Kind.CONTRADICTED);
        BoundedScale ten = new BoundedScale(10, 1, 7);
        assertThat(ten.scores(Printed.parse("6.7"), Printed.parse("0.48"))).isPresent();
        assertThat(ten.scores(Printed.parse("6.7"), Printed.parse("0.67"))).isPresent();
        assertThat(ten.scores(Printed.parse("6.7"), Printed.parse("0.95"))).isPresent();
        // A sum of squares between the second and the third passes parity and has no scores.
        assertThat(Grimmer.of("6.7", "0.82", 10).checked().isContradicted()).isFalse();
        assertThat(ten.scores(Printed.parse("6.7"), Printed.parse("0.82"))).isEmpty();
    }

    @Test
    void several_hundred_people_are_searched_at_once() {
        BoundedScale many = new BoundedScale(400, 0, 24);
        long[] scores =
                many.scores(Printed.parse("8.13"), Printed.parse("5.21")).orElseThrow();
        double mean = Arrays.stream(scores).average().orElseThrow();
        double squares =
                Arrays.stream(scores).mapToDouble(x -> (x - mean) * (x - mean)).sum();
        assertThat(Printed.parse("8.13").admits(mean)).isTrue();
        assertThat(Printed.parse("5.21").admits(Math.sqrt(squares / 399))).isTrue();
        assertThat(many.scores(Printed.parse("8.13"), Printed.parse("12.00"))).isEmpty();
    }
}
