package cohortkit.io;

import static cohortkit.io.AwkwardWorkbookTest.lines;
import static cohortkit.io.Sheets.row;
import static org.assertj.core.api.Assertions.assertThat;

import cohortkit.core.Codebook;
import cohortkit.core.Cohort;
import cohortkit.core.Level;
import cohortkit.core.Missing;
import cohortkit.core.Range;
import cohortkit.core.Row;
import cohortkit.core.Variable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Labels and missing codes that other software loses; each test is named after its entry in the survey and the report. */
class LabelLossTest {

    private static final Variable RLS = Variable.category(
                    "rls", "Restless legs", new Level("0", "no"), new Level("1", "yes"))
            .withMissing("-99", "refused")
            .withMissing("UNK", "unknown");
    private static final Variable AGE = Variable.number("age", "Age at interview")
            .withUnit("years")
            .withRange(new Range(0, 110))
            .withMissing("999", "not recorded");

    @TempDir
    Path folder;

    private static Cohort cohort(Codebook codebook, Object[]... rows) {
        return Workbook.read("w.xlsx", Sheets.of("Data", rows).xlsx())
                .cohort(ImportOptions.defaults().withCodebook(codebook));
    }

    private final Cohort patients =
            cohort(Codebook.of(RLS, AGE), row("rls", "age"), row(1, 54), row(-99, 999), row("unk", 40), row("no", 61));

    private static final List<String> LEDGER = List.of(
            "Data!A3 \"-99\" recoded -> missing: refused: missing code -99",
            "Data!B3 \"999\" recoded -> missing: not recorded: missing code 999",
            "Data!A4 \"unk\" recoded -> missing: unknown: missing code UNK",
            "Data!A5 \"no\" repaired -> 0: label of level 0");

    @Test
    void entry_43_dplyr_5255_and_6857_labels_survive_a_recode() {
        Cohort recoded = patients.derive(
                        Variable.category("group", "Age group", Level.of("young"), Level.of("old")),
                        p -> p.number("age") < 50 ? "young" : "old")
                .where(p -> !p.isMissing("age"));
        assertThat(recoded.variable("rls")).isEqualTo(RLS);
        assertThat(recoded.variable("age")).isEqualTo(AGE);
        assertThat(recoded.variable("group").label()).isEqualTo("Age group");
        assertThat(recoded.levels("group")).containsExactly(1, 0, 1);
        assertThat(lines(recoded.ledger())).isEqualTo(LEDGER);
    }

    @Nested
    class Entry_44_haven_538_and_596_missing_codes {

        @Test
        void are_in_no_arithmetic() {
            Cohort months = patients.derive(Variable.number("months", ""), p -> p.number("age") * 12);
            assertThat(months.numbers("months")).containsExactly(648, Double.NaN, 480, 732);
            assertThat(months.missing(1, "months")).contains(new Missing("not recorded"));
            assertThat(lines(months.ledger())).isEqualTo(LEDGER);
        }

        @Test
        void are_written_back_and_read_again() {
            Path file = folder.resolve("clean.csv");
            CohortCsv.write(patients, file);
            Cohort again = Workbook.open(file).cohort(ImportOptions.defaults().withCodebook(patients.codebook()));
            AwkwardWorkbookTest.assertSame(again, patients);
            assertThat(again.ledger().entries()).isEmpty(); // the reasons stand beside blank cells
        }
    }

    @Nested
    class Entry_45_pyreadstat_286_and_281 {

        @Test
        void a_missing_level_is_no_empty_text() {
            Cohort cohort = Workbook.read("d.csv", "id,g\n1,a\n2,\n3,\" \"\n".getBytes(StandardCharsets.UTF_8))
                    .cohort();
            assertThat(cohort.levels("g")).containsExactly(0, -1, -1);
            assertThat(cohort.missing("g")).hasToString("{blank=2}");
            assertThat(lines(cohort.ledger())).containsExactly("d.csv!B4 \" \" repaired: only spaces: blank");
        }

        @Test
        void codes_that_are_text_keep_their_labels() {
            Variable sex = Variable.category("sex", "Sex", new Level("f", "female"), new Level("m", "male"));
            Cohort cohort = cohort(Codebook.of(sex), row("sex"), row("f"), row("male"));
            assertThat(cohort.row(1).is("sex", "male")).isTrue();
            assertThat(cohort.variable("sex").levels().get(0).label()).isEqualTo("female");
            assertThat(lines(cohort.ledger())).containsExactly("Data!A3 \"male\" repaired -> m: label of level m");
        }
    }

    @Test
    void entry_46_redcaptidier_181_a_missing_code_makes_no_other_type_of_yes_and_no() {
        assertThat(patients.events("rls")).containsExactly(1, -1, -1, 0);
        assertThat(patients.missing("rls")).hasToString("{refused=1, unknown=1}");
        assertThat(lines(patients.ledger())).isEqualTo(LEDGER);
    }

    @Test
    void entry_47_comorbidity_51_labels_stay_when_a_score_is_added() {
        Cohort scored = patients.derive(
                Variable.number("score", "Sum score"),
                p -> (p.is("rls", "yes") ? 1 : 0) + (p.number("age") > 50 ? 1 : 0));
        assertThat(scored.codebook().names()).containsExactly("rls", "age", "score");
        assertThat(scored.variable("rls")).isEqualTo(RLS);
        assertThat(scored.numbers("score")).containsExactly(2, Double.NaN, Double.NaN, 1);
        assertThat(lines(scored.ledger())).isEqualTo(LEDGER);
    }

    @Nested
    class Entry_48_irw_2100_a_scale_that_was_stored_one_too_high {

        private final Codebook scale = Codebook.of(
                Variable.number("item1", "").withRange(new Range(0, 4)),
                Variable.number("item2", "").withRange(new Range(0, 4)),
                Variable.number("total", "").withCheck("total = item1 + item2"));
        private final Cohort cohort =
                cohort(scale, row("item1", "item2", "total"), row(5, 3, 6), row(2, 1, 1), row(2, 1, 3));

        @Test
        void breaks_its_range_and_its_sum_aloud() {
            assertThat(cohort.numbers("item1")).containsExactly(Double.NaN, 2, 2);
            assertThat(cohort.numbers("total")).containsExactly(6, 1, 3);
            assertThat(lines(cohort.ledger()))
                    .hasSize(2)
                    .contains("Data!A2 \"5\" refused: outside 0 to 4")
                    .anyMatch(line -> line.startsWith("Data!C3 \"1\" broken rule -> 1: "));
        }
    }

    @Nested
    class Entry_49_uniform_data_set_365_a_score_with_a_rule_for_missing_items {

        private final List<String> items = List.of("q1", "q2", "q3", "q4");
        private final Codebook codebook = Codebook.of(items.stream()
                .map(item ->
                        Variable.number(item, "").withRange(new Range(0, 1)).withMissing("9", "did not answer"))
                .toList());
        private final Cohort cohort =
                cohort(codebook, row("q1", "q2", "q3", "q4"), row(1, 0, 1, 1), row(1, 9, 0, 1), row(1, 9, 9, 0));

        /** The sum, in proportion if one item is missing; not derivable if more are. */
        private Object score(Row p) {
            List<String> present =
                    items.stream().filter(item -> !p.isMissing(item)).toList();
            double sum = present.stream().mapToDouble(p::number).sum();
            return present.size() < 3 ? null : sum * items.size() / present.size();
        }

        @Test
        void is_written_once_and_tells_why_it_is_missing() {
            Cohort scored = cohort.derive(Variable.number("score", "Depression score"), this::score);
            assertThat(scored.numbers("score")[0]).isEqualTo(3);
            assertThat(scored.numbers("score")[1]).isEqualTo(8.0 / 3);
            assertThat(scored.missing(2, "score")).contains(Missing.UNDERIVED);
            assertThat(lines(scored.ledger()))
                    .isEqualTo(Stream.of("B3", "B4", "C4")
                            .map(cell -> "Data!" + cell + " \"9\" recoded -> missing: did not answer: missing code 9")
                            .toList());
        }
    }
}
