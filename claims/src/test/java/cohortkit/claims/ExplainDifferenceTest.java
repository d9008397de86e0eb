package cohortkit.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cohortkit.core.InputException;
import cohortkit.stats.Proportion;
import cohortkit.stats.table.TwoByTwo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExplainDifferenceTest {

    private static final TwoByTwo TABLE = new TwoByTwo(12, 55, 16, 125);
    private static final TwoByTwo EMPTY = new TwoByTwo(0, 5, 4, 6);

    @Test
    void the_exact_limits_of_stata_are_found() {
        assertThat(ExplainDifference.of(TABLE, "1.70 (0.68-4.13)")).hasToString("""
                1.70 (0.68-4.13) is one of these 2:
                  the odds ratio, exact (R fisher.test, Epi Info), at 95 %
                  the odds ratio, exact, cross-product (Stata cc, SAS EXACT OR), at 95 %""");
    }

    /** Stata prints .6848212 where the limit is .6846976. */
    @Test
    void a_root_finder_that_stops_early_is_named() {
        assertThat(ExplainDifference.of(TABLE, "1.704545 (.6848212-4.125435)"))
                .hasToString("no convention prints 1.704545 (.6848212-4.125435); the nearest is the odds ratio, exact,"
                        + " cross-product (Stata cc, SAS EXACT OR), at 95 %: 1.704545 (0.6846976 to 4.126436); a"
                        + " difference this small is that of a root finder which stops early, as Stata's cci (2e-4)"
                        + " and R's fisher.test (3e-4) do");
    }

    @Test
    void epitools_jamovi_and_statsmodels_are_found() {
        assertThat(ExplainDifference.of(TABLE, "1.70 (0.74, 3.86)").found())
                .contains("the odds ratio, mid-p, median-unbiased (epitools oddsratio), at 95 %");
        assertThat(ExplainDifference.of(EMPTY, "0.15 (0.006-3.57)"))
                .hasToString("0.15 (0.006-3.57) is the odds ratio, log Wald, empty cells made 0.5 (statsmodels"
                        + " Table2x2), at 95 %");
        assertThat(ExplainDifference.of(EMPTY, "0.131 (0.0057-3.02)").found())
                .contains("the odds ratio, log Wald, 0.5 added to each cell if one is empty (jamovi, vcd), at 95 %");
    }

    @Test
    void another_level_and_exchanged_rows_are_found() {
        assertThat(ExplainDifference.of(TABLE, "1.58 (0.88-2.82)").found())
                .contains("the risk ratio, log Wald (ours, epiR, Stata cs, SAS, Epi Info), at 90 %");
        assertThat(ExplainDifference.of(TABLE, "0.63 (95 % CI 0.32 to 1.26)").found())
                .contains("the risk ratio, log Wald (ours, epiR, Stata cs, SAS, Epi Info), at 95 %, rows exchanged"
                        + " (the inverse)");
        assertThat(ExplainDifference.of(TABLE, "6.6 (-4.0 to 17.1)"))
                .hasToString("6.6 (-4.0 to 17.1) is the risk difference, Wald, in percent, at 95 %");
    }

    @Test
    void a_proportion_is_explained_with_and_without_the_sign_of_percent() {
        assertThat(ExplainDifference.of(new Proportion(36, 154), "23.4% (16.9-30.9)"))
                .hasToString("23.4% (16.9-30.9) is Clopper-Pearson at 95 % (R binom.test, Stata ci proportions, SAS)");
        assertThat(ExplainDifference.of(new Proportion(36, 154), "23.4 (17.4-30.7)")
                        .found())
                .contains("Wilson at 95 % (ours, epiR, DescTools, gtsummary), in percent");
        assertThat(ExplainDifference.of(new Proportion(36, 154), "76.6%").found())
                .contains("Wilson at 95 % of the people without the event (ours, epiR, DescTools, gtsummary)");
    }

    @Test
    void a_number_that_nothing_prints_has_a_nearest_neighbor() {
        ExplainDifference none = ExplainDifference.of(TABLE, "5.51 (1.2-9.9)");
        assertThat(none.found()).isEmpty();
        assertThat(none.toString()).startsWith("no convention prints 5.51 (1.2-9.9); the nearest is the odds ratio");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "none", "1.70 (0.68)", "1 2 3 4"})
    void what_is_no_estimate_is_refused(String text) {
        assertThatThrownBy(() -> ExplainDifference.of(TABLE, text))
                .isInstanceOf(InputException.class)
                .hasMessage("a printed estimate is a number, or a number and two limits, such as"
                        + " '1.70 (0.68-4.13)'; was '" + text + "'");
    }

    @Test
    void an_empty_table_is_refused() {
        assertThatThrownBy(() -> ExplainDifference.of(new TwoByTwo(0, 0, 0, 0), "1.7"))
                .isInstanceOf(InputException.class)
                .hasMessage("the table is empty, so that no convention prints '1.7'; was 0,0,0,0");
    }
}
