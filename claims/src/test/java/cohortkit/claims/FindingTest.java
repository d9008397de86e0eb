package cohortkit.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cohortkit.core.Convention;
import cohortkit.core.Estimate;
import cohortkit.core.InputException;
import cohortkit.core.Interval;
import cohortkit.core.Measure;
import cohortkit.stats.table.TwoByTwo;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FindingTest {

    private static final Convention LOG_WALD = Convention.of("ratio of two risks", "log Wald");

    private static final Estimate RATIO =
            new Estimate(Measure.RISK_RATIO, 2.1702, new Interval(1.348, 3.494, 0.95), LOG_WALD);

    private static FeasibleTables mucsi() {
        return FeasibleTables.of(
                333,
                Constraint.of(Quantity.EXPOSED_SHARE, "14%"),
                Constraint.of(Quantity.RISK_EXPOSED, "35%"),
                Constraint.of(Quantity.RISK_UNEXPOSED, "16%"));
    }

    private static double riskRatio(TwoByTwo t) {
        return (double) t.a() / (t.a() + t.b()) / ((double) t.c() / (t.c() + t.d()));
    }

    private static Finding ratioOver(FeasibleTables tables) {
        return Finding.overTables(tables, Measure.RISK_RATIO, FindingTest::riskRatio);
    }

    @Test
    void an_estimate_from_rows_or_counts_reproduces_what_it_prints_as() {
        for (Finding finding : List.of(Finding.fromRows(RATIO), Finding.fromCounts(RATIO))) {
            assertThat(finding.verdict(Figures.printed("2.2", "1.3", "3.5")))
                    .isEqualTo(new Verdict.Reproduced(
                            "printed 2.2 (1.3 to 3.5), computed 2.17 (95 % CI 1.35 to 3.49; log Wald)"));
            assertThat(finding.value()).hasValue(2.1702);
            assertThat(finding.lower()).hasValue(1.348);
            assertThat(finding.upper()).hasValue(3.494);
            assertThat(finding.text()).isEqualTo("2.17 (95 % CI 1.35 to 3.49; log Wald)");
            assertThat(finding.convention()).isEqualTo("ratio of two risks; interval log Wald");
        }
        assertThat(Finding.fromRows(RATIO).level()).isEqualTo(EvidenceLevel.ROWS);
        assertThat(Finding.fromCounts(RATIO).level()).isEqualTo(EvidenceLevel.COUNTS);
    }

    @Test
    void an_estimate_contradicts_each_part_that_differs() {
        assertThat(Finding.fromRows(RATIO).verdict(Figures.printed("2.1", "1.30", "3.4")))
                .isEqualTo(new Verdict.Contradicted("printed 2.1, computed 2.170 (fits if truncated); "
                        + "lower limit printed 1.30, computed 1.3480; upper limit printed 3.4, computed 3.494 "
                        + "(fits if truncated)"));
    }

    @Test
    void one_limit_may_be_printed_alone() {
        assertThat(Finding.fromRows(RATIO).verdict(Figures.printed("2.2", "1.3", "")))
                .isEqualTo(new Verdict.Reproduced(
                        "printed 2.2 (1.3 to ?), computed 2.17 (95 % CI 1.35 to 3.49; log Wald)"));
    }

    @Test
    void printed_limits_need_an_interval() {
        Finding finding = Finding.fromRows(Estimate.withoutInterval(Measure.COUNT, 46, Convention.of("count", "")));
        assertThat(finding.lower()).isEmpty();
        assertThat(finding.upper()).isEmpty();
        assertThatThrownBy(() -> finding.verdict(Figures.printed("46", "30", "60")))
                .isInstanceOf(InputException.class)
                .hasMessage(
                        "it prints limits, and the estimate 46 has none to compare; give the limits figures of their own");
    }

    @Test
    void a_number_cannot_be_held_against_words() {
        String reason = "it prints no number to hold against ";
        assertThat(Finding.fromRows(RATIO).verdict(Figures.words()))
                .isEqualTo(new Verdict.NotCheckable(reason + "2.17 (95 % CI 1.35 to 3.49; log Wald)"));
        assertThat(ratioOver(mucsi()).verdict(Figures.words()))
                .isEqualTo(new Verdict.NotCheckable(reason + "2.12 to 2.24 over 6 tables"));
        assertThat(Finding.overRange(EvidenceLevel.ARITHMETIC, Measure.COUNT, 8, 8, LOG_WALD)
                        .verdict(Figures.words()))
                .isEqualTo(new Verdict.NotCheckable(reason + "8"));
        assertThat(Finding.integers(203).verdict(Figures.words()))
                .isEqualTo(new Verdict.NotCheckable("it prints no share of 203"));
    }

    @Test
    void an_undefined_estimate_contradicts() {
        Finding finding = Finding.fromCounts(Estimate.withoutInterval(Measure.RISK_RATIO, Double.NaN, LOG_WALD));
        assertThat(finding.value()).isEmpty();
        assertThat(finding.verdict(Figures.printed("2.2")))
                .isEqualTo(new Verdict.Contradicted("printed 2.2, computed NA"));
    }

    @ParameterizedTest
    @CsvSource({"ROWS, REPRODUCED", "COUNTS, REPRODUCED", "FEASIBLE_SET, CONSISTENT", "ARITHMETIC, CONSISTENT"})
    void words_are_held_against_an_estimate_by_a_condition(EvidenceLevel level, Verdict.Kind kind) {
        Verdict associated =
                Finding.statement(level, RATIO, e -> !e.interval().contains(1)).verdict(Figures.words());
        assertThat(associated.kind()).isEqualTo(kind);
        assertThat(associated.reason()).isEqualTo("2.17 (95 % CI 1.35 to 3.49; log Wald) agrees with the words");
        assertThat(Finding.statement(level, RATIO, e -> e.interval().contains(1))
                        .verdict(Figures.words()))
                .isEqualTo(new Verdict.Contradicted(
                        "2.17 (95 % CI 1.35 to 3.49; log Wald) does not agree with the words"));
    }

    @Test
    void words_and_ranges_need_evidence() {
        assertThatThrownBy(() -> Finding.statement(EvidenceLevel.NONE, RATIO, e -> true))
                .isInstanceOf(InputException.class)
                .hasMessage("a statement rests on evidence; without any, answer Finding.notCheckable(reason)");
        assertThatThrownBy(() -> Finding.overRange(EvidenceLevel.NONE, Measure.COUNT, 1, 2, LOG_WALD))
                .isInstanceOf(InputException.class)
                .hasMessage("a range rests on evidence; without any, answer Finding.notCheckable(reason)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2   | CONSISTENT   | each of 6 tables prints as 2: 2.12 to 2.24 over 6 tables",
                "2.2 | POSSIBLE     | 4 of 6 tables print as 2.2: 2.12 to 2.24 over 6 tables",
                "2.8 | CONTRADICTED | none of 6 tables prints as 2.8: 2.12 to 2.24 over 6 tables"
            })
    void a_value_is_true_of_all_tables_or_some_or_none(String printed, Verdict.Kind kind, String reason) {
        Verdict verdict = ratioOver(mucsi()).verdict(Figures.printed(printed));
        assertThat(verdict.kind()).isEqualTo(kind);
        assertThat(verdict.reason()).isEqualTo(reason);
    }

    @Test
    void a_finding_over_tables_reports_their_range() {
        Finding finding = ratioOver(mucsi());
        assertThat(finding.level()).isEqualTo(EvidenceLevel.FEASIBLE_SET);
        assertThat(finding.value()).isEmpty();
        assertThat(finding.lower()).hasValue(16.0 / 46 / (47.0 / 287));
        assertThat(finding.upper()).hasValue(17.0 / 48 / (45.0 / 285));
        assertThat(finding.convention())
                .isEqualTo("risk ratio; every table: 6 tables of 333 with exposed share 14%, risk in the exposed 35%, "
                        + "risk in the unexposed 16%");
        FeasibleTables one = mucsi().agreeing(t -> t.a() == 16 && t.c() == 46);
        assertThat(ratioOver(one).value()).hasValue(16.0 / 46 / (46.0 / 287));
        assertThat(ratioOver(one).text()).isEqualTo("2.17 over 1 table");
        assertThat(ratioOver(one).verdict(Figures.printed("2.2")))
                .isEqualTo(new Verdict.Consistent("the only table prints as 2.2: 2.17 over 1 table"));
    }

    @Test
    void no_table_contradicts_whatever_is_printed() {
        FeasibleTables none = FeasibleTables.of(
                333, Constraint.of(Quantity.EXPOSED_COUNT, "45"), Constraint.of(Quantity.RISK_EXPOSED, "35%"));
        String reason = "no table of 333 agrees with exposed count 45, risk in the exposed 35%";
        Finding value = ratioOver(none);
        assertThat(value.verdict(Figures.printed("2.2"))).isEqualTo(new Verdict.Contradicted(reason));
        assertThat(value.text()).isEqualTo("no table");
        assertThat(value.convention())
                .isEqualTo("every table: 0 tables of 333 with exposed count 45, risk in the exposed 35%");
        assertThat(value.value()).isEmpty();
        assertThat(value.lower()).isEmpty();
        assertThat(value.upper()).isEmpty();
        Finding words = Finding.statement(none, t -> true);
        assertThat(words.verdict(Figures.words())).isEqualTo(new Verdict.Contradicted(reason));
        assertThat(words.text()).isEqualTo("no table");
    }

    @Test
    void tables_that_leave_the_value_undefined_are_counted_and_do_not_agree() {
        FeasibleTables tables = FeasibleTables.of(
                4, Constraint.of(Quantity.EXPOSED_COUNT, "2"), Constraint.of(Quantity.OUTCOME_COUNT, "≤1"));
        Finding finding = ratioOver(tables);
        assertThat(finding.text()).isEqualTo("0 to Inf over 3 tables, undefined in 1");
        assertThat(finding.verdict(Figures.printed("0")))
                .isEqualTo(new Verdict.Possible("1 of 3 tables prints as 0: " + finding.text()));
        FeasibleTables undefined = FeasibleTables.ofMargins(5, 2, 0);
        assertThat(ratioOver(undefined).text()).isEqualTo("undefined over 1 table");
        assertThat(ratioOver(undefined).verdict(Figures.printed("1")).kind()).isEqualTo(Verdict.Kind.CONTRADICTED);
    }

    @Test
    void limits_are_compared_where_each_table_has_an_interval() {
        Function<TwoByTwo, Estimate> withInterval = t -> new Estimate(
                Measure.RISK_RATIO, riskRatio(t), new Interval(riskRatio(t) / 2, riskRatio(t) * 2, 0.95), LOG_WALD);
        Finding finding = Finding.overTables(mucsi(), withInterval);
        assertThat(finding.verdict(Figures.printed("2", "1", "4")).kind()).isEqualTo(Verdict.Kind.CONSISTENT);
        assertThat(finding.verdict(Figures.printed("2.2", "1.1", "4.4")).kind()).isEqualTo(Verdict.Kind.POSSIBLE);
        assertThat(finding.verdict(Figures.printed("2", "1", "6")).kind()).isEqualTo(Verdict.Kind.CONTRADICTED);
        assertThat(finding.convention())
                .startsWith("ratio of two risks; interval log Wald; every table: 6 tables of 333");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2.1 | CONSISTENT   | each of 6 tables agrees with the words: true of 6 of 6 tables",
                "2.2 | POSSIBLE     | 2 of 6 tables agree with the words: true of 2 of 6 tables",
                "2.3 | CONTRADICTED | none of 6 tables agrees with the words: true of 0 of 6 tables"
            })
    void words_are_true_of_all_tables_or_some_or_none(double above, Verdict.Kind kind, String reason) {
        Finding finding = Finding.statement(mucsi(), t -> riskRatio(t) > above);
        assertThat(finding.verdict(Figures.words()).kind()).isEqualTo(kind);
        assertThat(finding.verdict(Figures.words()).reason()).isEqualTo(reason);
        assertThat(finding.level()).isEqualTo(EvidenceLevel.FEASIBLE_SET);
        assertThat(finding.convention()).startsWith("every table: 6 tables of 333");
        assertThat(List.of(finding.value(), finding.lower(), finding.upper())).containsOnly(OptionalDouble.empty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2.2   | 2.16   | 2.24 | CONSISTENT   | printed 2.2, computed 2.160 to 2.240",
                "2.2   | 2.09   | 2.29 | POSSIBLE     | printed 2.2 holds a part of 2.090 to 2.290",
                "2.2   | 2.665  | 3.0  | CONTRADICTED | printed 2.2, computed 2.665 to 3.000",
                "2.2   | 2.25   | 2.25 | CONSISTENT   | printed 2.2, computed 2.250",
                "<0.05 | 0.05   | 0.06 | CONTRADICTED | printed <0.05, computed 0.0500 to 0.0600"
            })
    void a_range_fits_as_a_whole_or_in_part_or_not(
            String printed, double lowest, double highest, Verdict.Kind kind, String reason) {
        Finding finding = Finding.overRange(EvidenceLevel.ARITHMETIC, Measure.RISK_RATIO, lowest, highest, LOG_WALD);
        assertThat(finding.verdict(Figures.printed(printed)).kind()).isEqualTo(kind);
        assertThat(finding.verdict(Figures.printed(printed)).reason()).isEqualTo(reason);
        assertThat(finding.value().isPresent()).isEqualTo(lowest == highest);
        assertThat(finding.lower()).hasValue(lowest);
        assertThat(finding.upper()).hasValue(highest);
        assertThat(finding.level()).isEqualTo(EvidenceLevel.ARITHMETIC);
        assertThat(finding.convention()).isEqualTo("ratio of two risks; interval log Wald");
    }

    @Test
    void a_range_runs_upwards_and_has_no_limits() {
        assertThatThrownBy(() -> Finding.overRange(EvidenceLevel.ARITHMETIC, Measure.RISK_RATIO, 2, 1, LOG_WALD))
                .isInstanceOf(InputException.class)
                .hasMessage("a range of the risk ratio needs lowest <= highest; was 2.0 to 1.0");
        Finding range = Finding.overRange(EvidenceLevel.ARITHMETIC, Measure.RISK_RATIO, 2, 2.3, LOG_WALD);
        assertThat(range.text()).isEqualTo("2.00 to 2.30");
        assertThatThrownBy(() -> range.verdict(Figures.printed("2.2", "1", "3")))
                .isInstanceOf(InputException.class)
                .hasMessage("it prints limits, and a range of the risk ratio has none to compare; "
                        + "give the limits figures of their own");
    }

    @Test
    void what_cannot_be_checked_says_why() {
        Finding finding = Finding.notCheckable("the abstract prints no odds ratio");
        assertThat(finding.verdict(Figures.printed("3.5")))
                .isEqualTo(new Verdict.NotCheckable("the abstract prints no odds ratio"));
        assertThat(finding.level()).isEqualTo(EvidenceLevel.NONE);
        assertThat(finding.text()).isEqualTo("not checkable");
        assertThat(finding.convention()).isEmpty();
        assertThat(List.of(finding.value(), finding.lower(), finding.upper())).containsOnly(OptionalDouble.empty());
    }

    @ParameterizedTest
    @EnumSource(Verdict.Kind.class)
    void a_verdict_is_read_by_its_name(Verdict.Kind kind) {
        assertThat(Verdict.Kind.parse(kind.name())).isEqualTo(kind);
        assertThatThrownBy(() -> Verdict.Kind.parse("reproduces"))
                .isInstanceOf(InputException.class)
                .hasMessage("'reproduces' is not a verdict; there are REPRODUCED, CONSISTENT, POSSIBLE, CONTRADICTED, "
                        + "NOT_CHECKABLE");
    }

    @Test
    void evidence_has_the_names_of_the_design() {
        assertThat(List.of(EvidenceLevel.values()).stream().map(EvidenceLevel::label))
                .containsExactly("rows", "counts", "feasible set", "arithmetic", "none");
    }
}
