package cohortkit.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cohortkit.core.Convention;
import cohortkit.core.Estimate;
import cohortkit.core.Interval;
import cohortkit.core.Measure;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The findings that studies without public rows rest on. */
class StudyFindingsTest {

    private static Figure printed(String text) {
        return new Figure(
                "id",
                "abstract",
                "words",
                "compute",
                Optional.of(Printed.parse(text)),
                Optional.empty(),
                Optional.empty(),
                Verdict.Kind.POSSIBLE,
                "");
    }

    private static Figure words() {
        return new Figure(
                "id",
                "abstract",
                "words",
                "compute",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Verdict.Kind.NOT_CHECKABLE,
                "");
    }

    private static Estimate share(double value) {
        return new Estimate(
                Measure.PREVALENCE, value, new Interval(0.1, 0.9, 0.95), Convention.of("events / n", "Wilson"));
    }

    @Test
    void a_reconstructed_workbook_takes_the_verdict_of_its_evidence_and_can_only_break_it() {
        Finding agrees = Finding.reconstructed(share(46 / 333.0), Finding.integers(333));
        Finding differs = Finding.reconstructed(share(60 / 333.0), Finding.integers(333));

        assertThat(agrees.level()).isEqualTo(EvidenceLevel.FEASIBLE_SET);
        assertThat(agrees.verdict(printed("14%")).kind()).isEqualTo(Verdict.Kind.CONSISTENT);
        assertThat(agrees.about(printed("14%")).convention())
                .isEqualTo("events / n; interval Wilson; workbook reconstructed from published totals; evidence: "
                        + "whole numbers out of 333");
        assertThat(differs.verdict(printed("14%")))
                .isEqualTo(new Verdict.Contradicted("the reconstructed workbook: printed 14%, computed 18.02%"));
        assertThat(agrees.value()).hasValue(46 / 333.0);
        assertThat(agrees.lower()).hasValue(0.1);
        assertThat(agrees.upper()).hasValue(0.9);
        assertThat(agrees.about(printed("14%")).text())
                .isEqualTo("13.8 % (95 % CI 10.0 to 90.0; Wilson); 45, 46, 47 or 48 of 333");
    }

    @Test
    void a_reconstructed_workbook_does_not_mend_evidence_that_contradicts() {
        Finding finding = Finding.reconstructed(share(137 / 203.0), Finding.integers(203));

        assertThat(finding.verdict(printed("67.4%")).reason())
                .startsWith("no count of 203 prints as 67.4%: 136 is 66.995%")
                .contains("137 is 67.488% (fits if truncated)");
    }

    @Test
    void a_reconstructed_workbook_proves_nothing_against_evidence_that_is_open() {
        Finding finding = Finding.reconstructed(share(0.3), Finding.integersUpTo(100));

        assertThat(finding.verdict(printed("18.8%")).kind()).isEqualTo(Verdict.Kind.POSSIBLE);
    }

    @Test
    void an_invented_data_set_shows_that_a_figure_is_possible_and_no_more() {
        Estimate p = Estimate.withoutInterval(Measure.P_VALUE, 1e-5, Convention.of("Welch t-test", ""));
        Finding finding = Finding.witness(p);

        assertThat(finding.verdict(printed("<0.001")).kind()).isEqualTo(Verdict.Kind.POSSIBLE);
        assertThat(finding.verdict(printed("0.2")).kind()).isEqualTo(Verdict.Kind.NOT_CHECKABLE);
        assertThat(finding.level()).isEqualTo(EvidenceLevel.FEASIBLE_SET);
        assertThat(finding.value()).hasValue(1e-5);
        assertThat(finding.lower()).isEmpty();
        assertThat(finding.upper()).isEmpty();
        assertThat(finding.text()).isEqualTo("<0.0001");
        assertThat(finding.convention()).isEqualTo("Welch t-test; one data set reconstructed from published totals");
    }

    /** The counts are few enough to go through by hand: 1/2 is 50 %, and so on. */
    @ParameterizedTest
    @CsvSource({
        "50%, 3, POSSIBLE, 1 of the denominators 1 to 3 have a count that prints as 50%",
        "33%, 2, CONTRADICTED, 0 of the denominators 1 to 2 have a count that prints as 33%",
        "100%, 3, CONSISTENT, 3 of the denominators 1 to 3 have a count that prints as 100%",
    })
    void an_unknown_denominator_is_tried_up_to_its_bound(String text, long largest, Verdict.Kind kind, String reason) {
        Verdict verdict = Finding.integersUpTo(largest).verdict(printed(text));

        assertThat(verdict.kind()).isEqualTo(kind);
        assertThat(verdict.reason()).isEqualTo(reason);
    }

    @Test
    void an_unknown_denominator_has_no_value_of_its_own() {
        Finding finding = Finding.integersUpTo(1962);

        assertThat(finding.value()).isEmpty();
        assertThat(finding.lower()).isEmpty();
        assertThat(finding.upper()).isEmpty();
        assertThat(finding.text()).isEqualTo("some count of 1 to 1962");
        assertThat(finding.convention()).isEqualTo("whole numbers out of each denominator");
        assertThat(finding.verdict(words()).kind()).isEqualTo(Verdict.Kind.NOT_CHECKABLE);
        assertThatThrownBy(() -> Finding.integersUpTo(0))
                .hasMessage("the largest denominator must be at least 1; was 0");
    }

    /** Closed form: equal spreads of 1, a change of 1, four pairs; t = 2 / sqrt(2 (1 - r)) on 3 degrees of freedom. */
    @ParameterizedTest
    @CsvSource({"<0.99, CONSISTENT", "<0.05, POSSIBLE", ">0.5, CONTRADICTED"})
    void a_paired_change_is_possible_for_some_correlations(String p, Verdict.Kind kind) {
        Finding finding = Finding.paired(new PairedChange(0, 1, 1, 1, 4));

        assertThat(finding.verdict(printed(p)).kind()).isEqualTo(kind);
    }

    @Test
    void a_paired_change_names_the_correlations() {
        Finding finding = Finding.paired(new PairedChange(0, 1, 1, 1, 4));

        assertThat(finding.level()).isEqualTo(EvidenceLevel.ARITHMETIC);
        assertThat(finding.value()).isEmpty();
        assertThat(finding.lower()).hasValue(0);
        assertThat(finding.upper().orElseThrow()).isBetween(0.3, 0.4);
        assertThat(finding.text()).startsWith("p <0.0001 to 0.3");
        assertThat(finding.about(printed("<0.05")).text())
                .startsWith("p as printed if r is 0.")
                .endsWith("to 1.00");
        assertThat(finding.convention()).isEqualTo("paired t test, correlation unknown");
        assertThat(finding.verdict(words()).kind()).isEqualTo(Verdict.Kind.NOT_CHECKABLE);
    }

    @Test
    void one_in_four_leaves_open_what_rounds_to_four() {
        Printed oneInFour = Printed.parse("1 in 4");

        assertThat(oneInFour).hasToString("1 in 4");
        assertThat(oneInFour.unit()).isEqualTo(Printed.Unit.PLAIN);
        assertThat(oneInFour.range()).isEqualTo(new PrintedRange(1 / 4.5, 1 / 3.5));
        assertThat(oneInFour.admits(2, 9)).isTrue();
        assertThat(oneInFour.admits(2, 7)).isTrue();
        assertThat(oneInFour.admits(22, 100)).isFalse();
        assertThat(oneInFour.admits(0.25)).isTrue();
        assertThat(oneInFour.admits(0.0)).isFalse();
        assertThat(oneInFour.admits(0, 7)).isFalse();
        assertThat(oneInFour.beside(0.2)).isEqualTo("1 in 5.00");
        assertThat(oneInFour.beside(0)).isEqualTo("none");
        assertThat(Printed.parse("1 in 1").range().upper()).isEqualTo(1);
    }
}
