package cohortkit.claims.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cohortkit.claims.Verdict.Kind;
import cohortkit.claims.check.Checked;
import cohortkit.core.Measure;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ODDS_RATIO|2.32 (1.23-4.39)|p=.002|CONTRADICTED|the interval gives p 0.00915 to 0.00980",
                "ODDS_RATIO|2.32 (1.23-4.39)|p=.009|POSSIBLE|computed",
                "ODDS_RATIO|2.32 (1.23-4.39)|p=.012|POSSIBLE|not Wald's, but chi-square tests",
                "ODDS_RATIO|2.32 (1.23-4.39)|p<.05|CONSISTENT|printed p<.05",
                "ODDS_RATIO|2.32 (1.23-4.39)|p>.05|CONTRADICTED|printed p>.05",
                "ODDS_RATIO|0.43 (0.23-0.81)|p=.009|POSSIBLE|computed",
                "ODDS_RATIO|2.32 (95% CI 2.40-4.39)|p=.009|CONTRADICTED|outside its limits",
                "ODDS_RATIO|2.32 (90% CI 1.36-3.96)|p=.009|POSSIBLE|computed",
                "ODDS_RATIO|1.70 (0.68-4.13)|p=.25|POSSIBLE|not a Wald interval",
                "ODDS_RATIO|1.70 (0.68-4.13)|p=.01|CONTRADICTED|not a Wald interval",
                "ODDS_RATIO|1.0 (0.5-2.0)|p=.9|POSSIBLE|computed",
                "ODDS_RATIO|3.1 (0.0-900)|p=.7|POSSIBLE|computed",
                "ODDS_RATIO|3.1 (0.0-900)|p=.2|CONTRADICTED|chi-square",
                "RISK_RATIO|2.17 (1.35-3.49)|p=.0014|POSSIBLE|computed",
                "RISK_RATIO|2.17 (1.35-3.49)|p=.2|CONTRADICTED|chi-square tests",
                "MEAN_DIFFERENCE|6.67 (2.33-11)|p=.006|POSSIBLE|t tests on 1 degree of freedom or more",
                "MEAN_DIFFERENCE|6.67 (2.33-11)|p=.2|CONTRADICTED|t tests",
                "MEAN_DIFFERENCE|-17.36 (-27.27 to -7.44)|p=.0006|CONSISTENT|computed",
                "MEAN_DIFFERENCE|0.1 (-1.1 to 1.3)|p=.9|POSSIBLE|computed",
            })
    void p_is_held_against_the_interval(Measure measure, String estimate, String p, Kind kind, String reason) {
        Checked checked = IntervalP.of(measure, estimate, p).checked();
        assertThat(checked.verdict().kind()).as(checked.toString()).isEqualTo(kind);
        assertThat(checked.verdict().reason()).contains(reason);
    }

    @Test
    void what_the_verdict_rests_on_is_said() {
        assertThat(IntervalP.of(Measure.ODDS_RATIO, "2.32 (90% CI 1.23-4.39)", "0.4")
                        .checked())
                .hasToString("OR 2.32 (1.23 to 4.39), p = 0.4: CONTRADICTED, interval and p-value: the interval gives p"
                        + " 0.029 to 0.030, printed 0.4; chi-square tests, with or without correction, of a table"
                        + " with this ratio and interval give 0.023 to 0.052")
                .extracting(Checked::sureness)
                .isEqualTo("sure: no rounding rule allows it, given an interval of 90 % and a two-sided p-value of one "
                        + "analysis");
        assertThatThrownBy(() -> IntervalP.of(Measure.PREVALENCE, "14% (10-18)", "p<0.05"))
                .hasMessageStartingWith("limits of a prevalence are made in too many ways");
        assertThatThrownBy(() -> IntervalP.of(Measure.MEAN, "14 (10-18)", "p<0.05"))
                .hasMessage("a p-value beside an interval needs a measure with a null value; was mean");
        assertThatThrownBy(() -> IntervalP.of(Measure.ODDS_RATIO, "14", "p<0.05"))
                .hasMessage("'14' is no estimate with limits, such as 2.2 (1.7-2.9)");
    }

    @ParameterizedTest
    @CsvSource({
        "ODDS_RATIO, 2.2 (1.7-2.9), POSSIBLE", "ODDS_RATIO, 1.9 (1.4-2.4), POSSIBLE",
        "ODDS_RATIO, 1.90 (1.40-2.40), NOT_CHECKABLE", "ODDS_RATIO, 3.1 (1.7-2.9), CONTRADICTED",
        "ODDS_RATIO, 2.2 (2.9-1.7), CONTRADICTED", "MEAN_DIFFERENCE, 8.5 (2.09-14.91), CONSISTENT",
        "MEAN_DIFFERENCE, 8.5 (2.09-16), NOT_CHECKABLE", "MEAN_DIFFERENCE, 0.0 (-1 to 1), POSSIBLE"
    })
    void an_estimate_lies_in_the_middle_of_its_limits(Measure measure, String estimate, Kind kind) {
        assertThat(IntervalSymmetry.of(measure, estimate).checked().verdict().kind())
                .isEqualTo(kind);
    }

    @Test
    void exchanged_p_values_are_found_in_a_table() {
        IntervalP years = IntervalP.of(Measure.ODDS_RATIO, "2.32 (1.23-4.39)", "p=.002");
        IntervalP lipids = IntervalP.of(Measure.ODDS_RATIO, "2.73 (1.44-5.15)", "p=.009");
        IntervalP right = IntervalP.of(Measure.ODDS_RATIO, "2.2 (1.7-2.9)", "p<.001");
        SwappedPValues table = new SwappedPValues(List.of(right, years, lipids));
        assertThat(table.pairs()).containsExactly(List.of(1, 2));
        assertThat(table.checked().verdict().reason())
                .isEqualTo("p=.002 of 2.32 (1.23 to 4.39) and p=.009 of 2.73 (1.44 to 5.15) fit when exchanged");
        assertThat(new SwappedPValues(List.of(right)).checked().isContradicted())
                .isFalse();
        assertThat(new SwappedPValues(List.of(right, years)).checked().verdict().reason())
                .startsWith("1 of the p-values");
    }
}
