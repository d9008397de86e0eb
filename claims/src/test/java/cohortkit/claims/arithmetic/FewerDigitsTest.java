package cohortkit.claims.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;

import cohortkit.claims.Printed;
import cohortkit.claims.PrintedNumber;
import cohortkit.claims.Rounding;
import cohortkit.claims.check.Check;
import cohortkit.claims.printed.PrintedInterval;
import cohortkit.claims.printed.PrintedSpread;
import cohortkit.core.Measure;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * With fewer digits no check contradicts what it did not contradict before. Right and wrong figures, each subset of them with one
 * digit less. CONSISTENT cannot be held to the same: of whole numbers it says that some count fits, which is true more often with
 * fewer digits, and a printed result of fewer digits is met by more values; where neither applies, {@link FalseAlarmTest} holds it.
 * Exchanged p-values are what two such verdicts say together.
 */
class FewerDigitsTest {

    private static final int TRIALS = 150;

    /** Values with their decimals, and the check of them as printed. */
    private record Kind(String name, Function<Random, double[]> values, List<Integer> decimals, Printing check) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** Makes the check; the first value is a number of people where it needs one. */
    private interface Printing {
        Check of(double[] values, List<Printed> figures);
    }

    static Stream<Kind> kinds() {
        List<Integer> two = List.of(2, 2, 2, 2, 2);
        return Stream.of(
                new Kind("GRIM", r -> people(r, 9.0), two, (v, f) -> new Grim(f.get(0), (long) v[0], 1)),
                new Kind(
                        "GRIMMER",
                        r -> people(r, 9, 3),
                        two,
                        (v, f) -> new Grimmer(f.get(0), f.get(1), (long) v[0], 1)),
                new Kind("DEBIT", FewerDigitsTest::ones, two, (v, f) -> new Debit(f.get(0), f.get(1), (long) v[0])),
                new Kind(
                        "count",
                        r -> people(r, 0.4),
                        List.of(2),
                        (v, f) -> new CountShare((long) (v[0] / 3), (long) v[0], f.get(0))),
                new Kind("share", r -> people(r, 1), List.of(4), (v, f) -> new ShareOfTotal(f.get(0), (long) v[0])),
                new Kind(
                        "stated",
                        r -> people(r, 1, 1),
                        List.of(3, 3),
                        (v, f) -> new StatedDenominator("all", Map.of("all", (long) v[0]), f)),
                new Kind(
                        "error",
                        r -> people(r, 2, 0.6),
                        two,
                        (v, f) -> new StandardErrorOfMean(f.get(0), f.get(1), (long) v[0])),
                new Kind(
                        "rate",
                        r -> people(r, 50, 4, 1),
                        List.of(1, 2, 0),
                        (v, f) -> new Quotient("rate", f.get(2), f.get(0), 10, f.get(1))),
                new Kind(
                        "sum",
                        r -> people(r, 1, 1, 1.5),
                        List.of(2, 2, 2),
                        (v, f) -> new ShareSum(f.subList(0, 2), Optional.of(f.get(2)))),
                new Kind(
                        "diagnosis",
                        r -> people(r, 1, 1, 1, 1),
                        List.of(3, 3, 3, 2),
                        (v, f) -> new PredictiveValues(
                                f.get(0), f.get(1), f.get(2), Optional.of(f.get(3)), Optional.empty())),
                new Kind(
                        "limits",
                        FewerDigitsTest::standardized,
                        List.of(1, 2, 2, 2),
                        (v, f) -> new StandardizedLimits(
                                (long) v[0],
                                f.get(0),
                                new PrintedInterval(f.get(1), f.get(2), f.get(3), OptionalDouble.empty()))),
                statistic(Statistic.T, 1, 3),
                statistic(Statistic.Z, 0, 3),
                statistic(Statistic.R, 1, 1),
                statistic(Statistic.F, 2, 5),
                statistic(Statistic.CHI_SQUARE, 1, 8),
                new Kind(
                        "t test",
                        r -> people(r, 4, 2, 4, 2, 1),
                        List.of(2, 2, 2, 2, 3),
                        (v, f) -> new SummaryTTest(summary(v, f, 0), summary(v, f, 2), f.get(4))),
                new Kind(
                        "anova",
                        r -> people(r, 2, 8, 2, 8, 1),
                        List.of(1, 1, 1, 1, 2),
                        (v, f) -> new SummaryAnova(List.of(summary(v, f, 0), summary(v, f, 2)), f.get(4))),
                new Kind(
                        "pairs",
                        r -> people(r, 4, 2, 4, 2, 1),
                        List.of(2, 2, 2, 2, 3),
                        (v, f) -> new PairedTest(
                                new PrintedSpread(f.get(0), f.get(1)),
                                new PrintedSpread(f.get(2), f.get(3)),
                                (long) v[0],
                                f.get(4))),
                new Kind(
                        "middle",
                        r -> people(r, 3, 2, 4),
                        two,
                        (v, f) -> new IntervalSymmetry(
                                Measure.ODDS_RATIO,
                                new PrintedInterval(f.get(0), f.get(1), f.get(2), OptionalDouble.empty()))));
    }

    private static Kind statistic(Statistic statistic, int dfs, double most) {
        return new Kind(
                statistic.symbol(),
                r -> people(r, most, 1),
                List.of(1, 2),
                (v, f) -> new StatisticP(
                        statistic,
                        f.get(0),
                        IntStream.range(0, dfs)
                                .mapToObj(i -> Printed.parse(Long.toString((long) v[0] + i)))
                                .toList(),
                        f.get(1)));
    }

    /** A number of people, and values from above 0 to each of the greatest. */
    private static double[] people(Random random, double... most) {
        double[] values = new double[most.length + 1];
        values[0] = 5 + random.nextInt(60);
        for (int i = 0; i < most.length; i++) {
            values[i + 1] = most[i] * (0.01 + 0.98 * random.nextDouble());
        }
        return values;
    }

    /** Events, expected ones, and a ratio with limits that are more or less wide. */
    private static double[] standardized(Random random) {
        double[] values = people(random, 40, 1);
        double expected = 2 + values[1];
        double ratio = values[0] / expected;
        double width = Math.exp(1.96 / Math.sqrt(values[0]) * (0.7 + 0.6 * random.nextDouble()));
        return new double[] {values[0], expected, ratio, ratio / width, ratio * width};
    }

    private static double[] ones(Random random) {
        double n = 5 + random.nextInt(60);
        double share = random.nextInt((int) n) / n;
        return new double[] {n, share, Math.sqrt(share * (1 - share)) + 0.05 * random.nextDouble()};
    }

    private static Summary summary(double[] v, List<Printed> f, int at) {
        return new Summary((long) v[0] + at, f.get(at), f.get(at + 1));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void no_contradiction_comes_with_fewer_digits(Kind kind) {
        Random random = new Random(73);
        int contradicted = 0;
        int other = 0;
        for (int trial = 0; trial < TRIALS; trial++) {
            double[] values = kind.values().apply(random);
            List<Printed> fine = new ArrayList<>();
            for (int i = 1; i < values.length; i++) {
                fine.add(new Print(Rounding.HALF_EVEN)
                        .parsed(values[i], kind.decimals().get(i - 1)));
            }
            Check before = kind.check().of(values, fine);
            if (before.checked().isContradicted()) {
                contradicted++;
                continue;
            }
            other++;
            for (int subset = 1; subset < 1 << fine.size(); subset++) {
                Check after = kind.check().of(values, coarser(fine, subset));
                assertThat(after.checked().isContradicted())
                        .as(before.checked() + " / " + after.checked())
                        .isFalse();
            }
        }
        assertThat(contradicted).as("contradicted").isPositive();
        assertThat(other).as("others").isPositive();
    }

    private static List<Printed> coarser(List<Printed> fine, int subset) {
        return IntStream.range(0, fine.size())
                .mapToObj(i -> (subset >> i & 1) == 0 ? fine.get(i) : coarser(fine.get(i)))
                .toList();
    }

    /** One digit less, unless the digit is a 5, whose rounding no rule settles, or no decimal is there. */
    static Printed coarser(Printed printed) {
        BigDecimal value = ((PrintedNumber) printed).value();
        boolean tie = value.unscaledValue().abs().mod(BigInteger.TEN).intValue() == 5;
        return tie || value.scale() == 0
                ? printed
                : Printed.parse(
                        value.setScale(value.scale() - 1, RoundingMode.HALF_UP).toPlainString());
    }
}
