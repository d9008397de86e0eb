package cohortkit.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cohortkit.core.InputException;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IntegersFindingTest {

    static List<NamedCsvRecord> shares() {
        return Fixture.rows("counts-of-a-share.csv", 20);
    }

    @ParameterizedTest
    @MethodSource("shares")
    void the_counts_that_print_as_a_share_are_named(NamedCsvRecord row) {
        Figure figure = Figures.printed(row.getField("printed"));
        Finding finding =
                Finding.integers(Long.parseLong(row.getField("denominator"))).about(figure);
        assertThat(finding.verdict(figure).kind()).hasToString(row.getField("expected"));
        assertThat(finding.verdict(figure).reason()).isEqualTo(row.getField("reason"));
        assertThat(finding.value().isPresent()).isEqualTo(row.getField("reason").startsWith("only "));
        assertThat(finding.level()).isEqualTo(EvidenceLevel.FEASIBLE_SET);
    }

    @Test
    void no_denominator_from_180_to_203_prints_as_both_of_two_shares() {
        // A3: 14.3% and 67.4% of one number of patients.
        for (long n = 180; n <= 203; n++) {
            Verdict.Kind first =
                    Finding.integers(n).verdict(Figures.printed("14.3%")).kind();
            Verdict.Kind second =
                    Finding.integers(n).verdict(Figures.printed("67.4%")).kind();
            assertThat(List.of(first, second)).as("n = " + n).contains(Verdict.Kind.CONTRADICTED);
        }
    }

    @Test
    void counts_know_their_range_once_the_figure_is_known() {
        Finding finding = Finding.integers(333);
        assertThat(finding.text()).isEqualTo("none of 333");
        assertThat(finding.lower()).isEmpty();
        Finding known = finding.about(Figures.printed("14%"));
        assertThat(known.text()).isEqualTo("45, 46, 47 or 48 of 333");
        assertThat(known.lower()).hasValue(45.0 / 333);
        assertThat(known.upper()).hasValue(48.0 / 333);
        assertThat(known.convention()).isEqualTo("whole numbers out of 333");
        assertThat(finding.about(Figures.words())).isEqualTo(finding);
        assertThat(finding.about(Figures.printed("<1%")).text()).isEqualTo("0, 1, 2 or 3 of 333");
        assertThat(finding.about(Figures.printed(">99%")).text()).isEqualTo("330, 331, 332 or 333 of 333");
        assertThat(finding.verdict(Figures.printed(">100%")).reason())
                .isEqualTo("no count of 333 prints as >100%: 332 is 99.70%, 333 is 100.00%");
        assertThat(finding.verdict(Figures.printed("<0%")).reason())
                .isEqualTo("no count of 333 prints as <0%: 0 is 0.00%, 1 is 0.30%");
        assertThatThrownBy(() -> finding.verdict(Figures.printed("14%", "10%", "18%")))
                .isInstanceOf(InputException.class)
                .hasMessage("it prints limits, and a count out of 333 has none to compare; "
                        + "give the limits figures of their own");
        assertThatThrownBy(() -> Finding.integers(0))
                .isInstanceOf(InputException.class)
                .hasMessage("a share needs a denominator of at least 1; was 0");
    }
}
