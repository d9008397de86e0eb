package cohortkit.claims.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cohortkit.claims.Verdict.Kind;
import cohortkit.stats.Proportion;
import cohortkit.stats.ProportionInterval;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ShareLimitsTest {

    /** Wilson's of 29/203 are 10.134 % and 19.764 %, those of Clopper and Pearson 9.781 % and 19.868 %, as in R 4.2. */
    @ParameterizedTest
    @CsvSource({
        "14.3% (10.1%-19.8%), POSSIBLE, limits as Wilson or",
        "14.3% (9.8%-19.9%), POSSIBLE, limits as Clopper-Pearson gives them",
        "14.3% (9.5%-19.8%), NOT_CHECKABLE, Wilson's are 10.134% to 19.764%; weights and clusters give others",
        "14.3% (15.1%-19.8%), CONTRADICTED, the estimate lies outside its limits",
        "14.3% (19.8%-10.1%), NOT_CHECKABLE, none of the usual methods"
    })
    void limits_name_their_method(String printed, Kind kind, String reason) {
        var verdict = ShareLimits.of(printed, 29, 203).checked().verdict();
        assertThat(verdict.kind()).isEqualTo(kind);
        assertThat(verdict.reason()).contains(reason);
    }

    @ParameterizedTest
    @EnumSource(ProportionInterval.class)
    void limits_of_a_method_are_found_to_be_its(ProportionInterval method) {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 50; i++) {
            long n = random.nextLong(5, 2000);
            long events = random.nextLong(0, n + 1);
            var limits = new Proportion(events, n).estimate(method, 0.95).interval();
            String printed = String.format(
                    Locale.ROOT,
                    "%.1f%% (%.1f%%-%.1f%%)",
                    100.0 * events / n,
                    100 * limits.lower(),
                    100 * limits.upper());
            ShareLimits check = ShareLimits.of(printed, events, n);
            assertThat(check.fitting()).as(printed).contains(method);
            assertThat(check.checked().verdict().kind()).as(printed).isEqualTo(Kind.POSSIBLE);
        }
    }

    @Test
    void a_change_is_no_percentage_of_people() {
        assertThatThrownBy(() -> ShareLimits.of("5% (-2%-12%)", 1, 20))
                .hasMessage("a percentage of people has limits of 0 or more; was 5% (-2% to 12%)");
    }

    @Test
    void limits_may_be_cut_off() {
        assertThat(ShareLimits.of("14.2% (10.1%-19.7%)", 29, 203).fitting()).contains(ProportionInterval.WILSON);
    }
}
