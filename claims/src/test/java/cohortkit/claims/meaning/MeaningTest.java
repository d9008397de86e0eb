package cohortkit.claims.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cohortkit.claims.OddsRatioAsRiskRatio;
import cohortkit.claims.Printed;
import cohortkit.claims.Verdict.Kind;
import cohortkit.claims.check.Check;
import cohortkit.claims.check.Checked;
import cohortkit.core.Measure;
import cohortkit.stats.table.TwoByTwo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeaningTest {

    private static Kind kind(Check check) {
        return check.checked().verdict().kind();
    }

    /** Mucsi et al. 2005, doi 10.1093/ndt/gfh654: 35 % and 16 %, "twice as likely". */
    @ParameterizedTest
    @CsvSource({
        "RISK_RATIO, 2.2, POSSIBLE, computed 2.091 to 2.290",
        "RISK_RATIO, 2, CONSISTENT, computed 2.09 to 2.29",
        "RISK_RATIO, 2.8, CONTRADICTED, 'it is their odds ratio, 2.666 to 3.001'",
        "ODDS_RATIO, 2.8, POSSIBLE, computed 2.666 to 3.001",
        "ODDS_RATIO, 2.2, CONTRADICTED, 'it is their risk ratio, 2.091 to 2.290'",
        "ODDS_RATIO, 5.1, CONTRADICTED, printed 5.1"
    })
    void a_ratio_is_what_it_is_called(Measure named, String ratio, Kind kind, String reason) {
        Checked checked = NamedRatio.of(named, "35%", "16%", ratio).checked();
        assertThat(checked.verdict().kind()).as(checked.toString()).isEqualTo(kind);
        assertThat(checked.verdict().reason()).contains(reason);
    }

    @Test
    void only_ratios_of_risks_are_named() {
        assertThatThrownBy(() -> NamedRatio.of(Measure.RATE_RATIO, "35%", "16%", "2"))
                .hasMessage("name a risk ratio or an odds ratio; was rate ratio");
        assertThatThrownBy(() -> NamedRatio.of(Measure.RISK_RATIO, "35", "16%", "2"))
                .hasMessage("a risk is at most 1, or 100%; was '35' and '16%': is a % missing?");
    }

    @Test
    void times_as_likely_needs_its_risks() {
        TimesAsLikely times = new TimesAsLikely(Printed.parse("3.5"));
        assertThat(times.highestBaseline()).isCloseTo(1 / 3.45, within(1e-12));
        double baseline = times.baselineOf(2.33);
        assertThat(new OddsRatioAsRiskRatio(3.5, baseline).riskRatio()).isCloseTo(2.33, within(1e-12));
        assertThat(times.checked().verdict().reason())
                .contains("3.11 at 5 %, 2.80 at 10 %, 2.33 at 20 %, 2.00 at 30 %; as a risk ratio it needs a baseline"
                        + " risk below 29.0 %");
        assertThat(new TimesAsLikely(Printed.parse("0.5")).checked().verdict().reason())
                .doesNotContain("below");
        assertThatThrownBy(() -> times.baselineOf(4))
                .hasMessage("no baseline risk makes an odds ratio of 3.5 a risk ratio of 4.0");
        assertThatThrownBy(() -> new TimesAsLikely(Printed.parse(">3"))).hasMessageContaining("a number above 0");
    }

    /** Talih et al. 2018, doi 10.2147/NDT.S160742: 14.3 % and 67.4 % of 203; no more than 29 of 136 can have both. */
    @Test
    void a_subgroup_has_no_more_than_its_margins_allow() {
        assertThat(kind(SubgroupClaim.of("14.3%", "67.4%", 203, "25%"))).isEqualTo(Kind.CONTRADICTED);
        Checked quarter = SubgroupClaim.of("14.3%", "67.4%", 203, "1 in 4").checked();
        assertThat(quarter.verdict().kind()).isEqualTo(Kind.POSSIBLE);
        assertThat(quarter.verdict().reason())
                .isEqualTo("only 0.0 % to 21.2 % of the subgroup can have it, printed 1 in 4: only if truncated");
        assertThat(kind(SubgroupClaim.of("14.3%", "67.4%", 203, "1 in 3"))).isEqualTo(Kind.CONTRADICTED);
        assertThat(kind(SubgroupClaim.of("14.3%", "67.4%", 203, "<30%"))).isEqualTo(Kind.CONSISTENT);
        assertThat(kind(SubgroupClaim.of("90%", "90%", 100, "10%"))).isEqualTo(Kind.CONTRADICTED);
        assertThat(kind(SubgroupClaim.of("90%", "90%", 100, "95%"))).isEqualTo(Kind.POSSIBLE);
        assertThatThrownBy(() -> SubgroupClaim.of("14%", "67%", 0, "1 in 4")).hasMessageContaining("at least 1; was 0");
    }

    @Test
    void a_gate_that_is_a_collider_turns_an_odds_ratio_round() {
        TwoByTwo all = new TwoByTwo(5, 38, 180, 12462);
        GatedQuestion asked = new GatedQuestion(all, 854, Printed.parse("0.46"));
        assertThat(asked.inAll().value()).isCloseTo(9.110, within(5e-4));
        assertThat(asked.amongAsked().value()).isCloseTo(0.461, within(5e-4));
        assertThat(asked.isReversed()).isTrue();
        assertThat(asked.checked().verdict().reason())
                .isEqualTo("odds ratio 9.11 in all 12685, 0.46 among the 854 asked: the gate turns it round; it holds"
                        + " among those asked alone");
        assertThat(kind(new GatedQuestion(all, 854, Printed.parse("9.1")))).isEqualTo(Kind.CONSISTENT);
        assertThat(kind(new GatedQuestion(all, 854, Printed.parse("3.5")))).isEqualTo(Kind.CONTRADICTED);
        assertThat(new GatedQuestion(all, 12685, Printed.parse("9.1")).isReversed())
                .isFalse();
        assertThatThrownBy(() -> new GatedQuestion(all, 100, Printed.parse("1")))
                .hasMessage("between 223 and 12685 people can have been asked; was 100");
    }

    /** The counts of the survey where they lie beside the project; the people asked are its codebooks' 370 and 484. */
    @Test
    void the_survey_has_the_collider() throws IOException {
        Path file = Path.of("../../shared/data/sleep-survey-diagnoses.csv");
        Assumptions.assumeTrue(Files.exists(file), "the survey's counts are not here");
        long[] cells = new long[4];
        for (String line : Files.readAllLines(file).subList(1, 9)) {
            String[] fields = line.split(",", -1);
            int cell = (fields[1].equals("yes") ? 0 : 2) + (fields[2].equals("yes") ? 0 : 1);
            cells[cell] += Long.parseLong(fields[3]);
        }
        GatedQuestion gated = new GatedQuestion(
                new TwoByTwo(cells[0], cells[1], cells[2], cells[3]), 370 + 484, Printed.parse("9.1"));
        assertThat(kind(gated)).isEqualTo(Kind.CONSISTENT);
        assertThat(gated.isReversed()).isTrue();
    }

    @Test
    void words_of_time_and_cause_need_a_design_that_shows_them() {
        String sentence = "Frequent RLS is a trigger that leads to insomnia, which they develop.";
        assertThat(new Wording(sentence, Design.CROSS_SECTIONAL).words())
                .containsExactly("trigger", "leads to", "develop");
        assertThat(Wording.in(sentence, Design.CROSS_SECTIONAL)
                        .map(Check::checked)
                        .map(c -> c.verdict().kind()))
                .contains(Kind.NOT_CHECKABLE);
        assertThat(Wording.in(sentence, Design.COHORT)).isEmpty();
        assertThat(Wording.in(sentence, Design.UNKNOWN)).isEmpty();
        assertThat(Wording.in("They had it.", Design.CROSS_SECTIONAL)).isEmpty();
        assertThat(kind(new Wording("They had it.", Design.CROSS_SECTIONAL))).isEqualTo(Kind.POSSIBLE);
        assertThat(Design.of("a randomised trial with a survey")).isEqualTo(Design.TRIAL);
        assertThat(Design.of("a case-control study")).isEqualTo(Design.CASE_CONTROL);
        assertThat(Design.of("one case report")).isEqualTo(Design.CASE_REPORT);
        assertThat(Design.of("people")).isEqualTo(Design.UNKNOWN);
    }
}
