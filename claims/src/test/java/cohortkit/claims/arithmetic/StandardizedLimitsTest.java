package cohortkit.claims.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;

import cohortkit.claims.Rounding;
import cohortkit.claims.Verdict.Kind;
import cohortkit.claims.check.Checked;
import cohortkit.claims.printed.PrintedInterval;
import cohortkit.core.Interval;
import cohortkit.stats.rate.Rate;
import cohortkit.stats.rate.RateInterval;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StandardizedLimitsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.40 (1.08-1.79)|POSSIBLE|[EXACT, BYAR]",
                "1.40 (0.90-1.79)|CONTRADICTED|none of the usual methods gives these limits: lower ones are 1.0",
                "1.40 (1.08-1.99)|CONTRADICTED|upper ones 1.7",
                "1.40 (1.08-1.74)|NOT_CHECKABLE|none of the usual methods",
            })
    void limits_beyond_every_usual_method_are_contradicted(String ratio, Kind kind, String reason) {
        Checked checked = StandardizedLimits.of("64", "45.6", ratio).checked();
        assertThat(checked.verdict().kind()).as(checked.toString()).isEqualTo(kind);
        assertThat(checked.verdict().reason()).contains(reason);
    }

    /** Every count from none to many, every method and every rounding. */
    @ParameterizedTest
    @EnumSource(RateInterval.class)
    void what_a_usual_method_gives_is_never_contradicted(RateInterval method) {
        for (Rounding rule :
                new Rounding[] {Rounding.HALF_UP, Rounding.HALF_EVEN, Rounding.HALF_AWAY, Rounding.TRUNCATED}) {
            Print print = new Print(rule);
            for (int observed = 1; observed < 200; observed += 7) {
                double expected = 0.7 * observed + 3.3;
                Interval limits =
                        new Rate(observed, expected).estimate(method, 0.95).interval();
                PrintedInterval interval = new PrintedInterval(
                        print.parsed(observed / expected, 2),
                        print.parsed(limits.lower(), 2),
                        print.parsed(limits.upper(), 2),
                        OptionalDouble.empty());
                StandardizedLimits check = new StandardizedLimits(observed, print.parsed(expected, 1), interval);
                assertThat(check.fitting()).as(check + " " + rule).contains(method);
            }
        }
    }

    @Test
    void no_events_have_limits_too() {
        assertThat(StandardizedLimits.of("0", "3.1", "0.00 (0.00-1.19)").fitting())
                .contains(RateInterval.EXACT);
    }
}
