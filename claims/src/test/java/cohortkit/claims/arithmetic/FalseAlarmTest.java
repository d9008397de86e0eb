package cohortkit.claims.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;

import cohortkit.claims.Printed;
import cohortkit.claims.Rounding;
import cohortkit.claims.Verdict.Kind;
import cohortkit.claims.check.Check;
import cohortkit.claims.check.Checked;
import cohortkit.claims.printed.PrintedInterval;
import cohortkit.claims.text.TextCheck;
import cohortkit.claims.text.TextFinding;
import cohortkit.core.Measure;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;

/** What is right is never contradicted, and fewer digits never make a verdict stronger. */
class FalseAlarmTest {

    @ParameterizedTest
    @EnumSource(
            value = Rounding.class,
            mode = Mode.EXCLUDE,
            names = {"HALF_EITHER", "ANY"})
    void a_thousand_right_papers_raise_no_contradiction(Rounding rule) {
        List<Checked> checked = LongStream.range(0, 1000)
                .parallel()
                .mapToObj(seed -> SimulatedPaper.checks(seed, new Print(rule)))
                .flatMap(List::stream)
                .map(Check::checked)
                .toList();
        assertThat(checked).filteredOn(Checked::isContradicted).isEmpty();
        assertThat(checked).hasSize(1000 * 28);
    }

    /** 250 texts a rule; the figures of each sentence must be found, too. */
    @ParameterizedTest
    @EnumSource(
            value = Rounding.class,
            mode = Mode.EXCLUDE,
            names = {"HALF_EITHER", "ANY"})
    void a_thousand_right_texts_raise_no_contradiction(Rounding rule) {
        List<Checked> checked = LongStream.range(0, 250)
                .parallel()
                .mapToObj(seed -> TextCheck.of(SimulatedText.of(seed, new Print(rule))))
                .flatMap(text -> text.findings().stream())
                .map(TextFinding::checked)
                .toList();
        assertThat(checked).filteredOn(Checked::isContradicted).isEmpty();
        Map<String, Long> found =
                checked.stream().collect(Collectors.groupingBy(Checked::check, Collectors.counting()));
        assertThat(found)
                .containsEntry("GRIMMER", 1500L)
                .containsEntry("DEBIT", 250L)
                .containsEntry("t test of two means", 250L)
                .containsEntry("analysis of variance", 250L)
                .containsEntry("paired t test", 250L)
                .containsEntry("p-value of a statistic", 1000L)
                .containsEntry("rate", 250L)
                .containsEntry("standardized ratio", 250L)
                .containsEntry("limits of a standardized ratio", 250L)
                .containsEntry("predictive values", 250L)
                .containsEntry("percent of a count", 500L)
                .containsEntry("interval and p-value", 250L);
    }

    @ParameterizedTest
    @EnumSource(
            value = Rounding.class,
            mode = Mode.EXCLUDE,
            names = {"HALF_EITHER", "ANY"})
    void a_thousand_right_tables_of_participants_raise_no_contradiction(Rounding rule) {
        List<Checked> checked = LongStream.range(0, 1000)
                .parallel()
                .mapToObj(seed -> TextCheck.of(SimulatedTable.of(seed, new Print(rule))))
                .flatMap(text -> text.findings().stream())
                .map(TextFinding::checked)
                .toList();
        assertThat(checked).filteredOn(Checked::isContradicted).isEmpty();
        // Three columns of five variables with two to four levels.
        assertThat(checked)
                .filteredOn(found -> found.check().equals("percent of a count"))
                .extracting(Checked::check)
                .hasSizeGreaterThan(1000 * 30);
        assertThat(checked)
                .filteredOn(found -> found.check().equals("sum of counts"))
                .extracting(Checked::check)
                .hasSizeGreaterThan(1000 * 15);
    }

    static Stream<double[]> numbers() {
        Random random = new Random(61);
        return Stream.generate(() -> new double[] {
                    Math.rint(1e6 * (random.nextDouble() - 0.3)) / Math.pow(10, random.nextInt(5)), random.nextInt(4)
                })
                .limit(500);
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void a_value_printed_by_a_rule_is_in_its_own_range(double[] number) {
        for (Rounding rule : List.of(Rounding.HALF_UP, Rounding.HALF_EVEN, Rounding.HALF_AWAY, Rounding.TRUNCATED)) {
            Printed printed = new Print(rule).parsed(number[0], (int) number[1]);
            assertThat(printed.admits(number[0], rule)).as(rule + " " + printed).isTrue();
            assertThat(printed.range(rule).contains(number[0])).isTrue();
            assertThat(printed.admits(number[0], Rounding.ANY)).isTrue();
            assertThat(printed.range(Rounding.ANY).contains(number[0])).isTrue();
        }
    }

    /** Estimates with limits and p-values, right and wrong ones. */
    static Stream<IntervalP> claims() {
        Random random = new Random(67);
        return Stream.generate(() -> {
                    double b = 1.5 * random.nextGaussian();
                    double s = 0.1 + random.nextDouble();
                    double p = random.nextBoolean()
                            ? Statistic.Z.pValue(b / s + 0.1 * random.nextGaussian(), 0, 0)
                            : random.nextDouble();
                    double skew = random.nextInt(4) == 0 ? 0.2 * random.nextDouble() : 0;
                    return new IntervalP(
                            Measure.ODDS_RATIO,
                            new PrintedInterval(
                                    fixed(Math.exp(b)),
                                    fixed(Math.exp(b - 1.96 * s)),
                                    fixed(Math.exp(b + (1.96 + skew) * s)),
                                    OptionalDouble.empty()),
                            fixed(p));
                })
                .limit(400);
    }

    private static Printed fixed(double x) {
        return new Print(Rounding.HALF_EVEN).parsed(x, 4);
    }

    @ParameterizedTest
    @MethodSource("claims")
    void fewer_digits_never_make_a_verdict_stronger(IntervalP fine) {
        Kind before = fine.checked().verdict().kind();
        for (int figures = 1; figures < 16; figures++) {
            PrintedInterval i = fine.interval();
            IntervalP coarse = new IntervalP(
                    fine.measure(),
                    new PrintedInterval(
                            coarser(i.leading(), figures & 1),
                            coarser(i.lower(), figures & 2),
                            coarser(i.upper(), figures & 4),
                            OptionalDouble.empty()),
                    coarser(fine.p(), figures & 8));
            Kind after = coarse.checked().verdict().kind();
            if (after == Kind.CONTRADICTED) {
                assertThat(before).as(fine.checked() + " / " + coarse.checked()).isEqualTo(Kind.CONTRADICTED);
            }
            if (after == Kind.CONSISTENT && (figures & 8) == 0) {
                assertThat(before).as(fine.checked() + " / " + coarse.checked()).isEqualTo(Kind.CONSISTENT);
            }
        }
    }

    private static Printed coarser(Printed printed, int wanted) {
        return wanted == 0 ? printed : FewerDigitsTest.coarser(printed);
    }

    @Test
    void fewer_digits_make_counts_no_surer() {
        Random random = new Random(71);
        int contradicted = 0;
        for (int trial = 0; trial < 2000; trial++) {
            int n = 2 + random.nextInt(150);
            Printed fine = new Print(Rounding.HALF_EVEN).parsed(20 * random.nextDouble(), 3);
            Printed coarse = coarser(fine, 1);
            boolean before = Grim.of(fine.toString(), n).checked().isContradicted();
            boolean after = Grim.of(coarse.toString(), n).checked().isContradicted();
            assertThat(after && !before).as(fine + " " + coarse + " " + n).isFalse();
            contradicted += before ? 1 : 0;
        }
        assertThat(contradicted).isGreaterThan(100);
    }
}
