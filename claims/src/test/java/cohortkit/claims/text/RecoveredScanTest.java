package cohortkit.claims.text;

import static org.assertj.core.api.Assertions.assertThat;

import cohortkit.claims.Verdict.Kind;
import cohortkit.claims.check.Checked;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecoveredScanTest {

    private static List<Checked> missing(String sentence) {
        return TextCheck.of(sentence).findings().stream()
                .map(TextFinding::checked)
                .filter(found -> found.check().equals("missing count"))
                .toList();
    }

    /** Prog Neuropsychopharmacol Biol Psychiatry 2007;31:1078. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RLS was found in 39 of 182 patients (21.4%), more often than in the 108 controls (p ="
                        + " 0.009).|CONSISTENT|only 10 of 108 (9.3%) gives it, by Fisher exact",
                "It was found in 39/182 patients (21.4%) versus 108 controls, p = .009.|POSSIBLE|counts do: 10 of 108",
                "It was found in 39 of 182 patients, fewer than in the 108 controls (p < 0.05).|POSSIBLE|of 108",
                "It was found in 39 of 182 patients, more than in the 3 controls (p = 0.0001).|NOT_CHECKABLE|no count"
                        + " of 3",
            })
    void the_count_that_is_not_printed_is_recovered_from_p(String sentence, Kind kind, String reason) {
        List<Checked> found = missing(sentence);
        assertThat(found).hasSize(1);
        assertThat(found.get(0).verdict().kind()).as(found.toString()).isEqualTo(kind);
        assertThat(found.get(0).verdict().reason()).contains(reason);
        assertThat(found.get(0).sureness()).contains("given one of 6 usual tests");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "It was found in 39 of 182 patients and 10 of 108 controls (p = 0.009).",
                "It was found in 39 of 182 patients followed for 108 weeks (p = 0.009).",
                "It was found in 39 of 182 patients, more often than in controls (p = 0.009)."
            })
    void what_prints_both_counts_or_no_size_is_left_alone(String sentence) {
        assertThat(missing(sentence)).isEmpty();
    }
}
