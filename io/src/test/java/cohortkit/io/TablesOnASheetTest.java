package cohortkit.io;

import static cohortkit.io.AwkwardWorkbookTest.lines;
import static cohortkit.io.Sheets.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cohortkit.core.Codebook;
import cohortkit.core.Cohort;
import cohortkit.core.InputException;
import cohortkit.core.Variable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Sheets with more on them than one table. */
class TablesOnASheetTest {

    static final Object[] NOTHING = {};
    static final Codebook AGES = Codebook.of(Variable.identifier("id", ""), Variable.number("age", ""));
    static final Codebook SCORES = Codebook.of(Variable.identifier("id", ""), Variable.number("score", ""));

    static final Object[][] BESIDE = {
        row("Wave 1", null, null, "Wave 2"),
        row("id", "age", null, "id", "score"),
        row("P1", 54, null, "P2", 7),
        row("P2", 61, null, "P9", 8),
        row("P3", 40),
    };
    static final Object[][] BELOW = {
        row("id", "age"),
        row("P1", 54),
        row("P2", 61),
        NOTHING,
        row("Scores"),
        row("id", "score", "day"),
        row("P2", 7, 1),
        row("P9", 8, 2),
    };

    static Cohort cohort(ImportOptions options, Object[]... rows) {
        return Workbook.read("w.xlsx", Sheets.of("Data", rows).xlsx()).cohort(options);
    }

    static ImportOptions with(Codebook codebook) {
        return ImportOptions.defaults().withCodebook(codebook);
    }

    static void assertProblem(ImportOptions options, String message, Object[]... rows) {
        assertThatThrownBy(() -> cohort(options, rows))
                .isInstanceOf(InputException.class)
                .hasMessage(message);
    }

    @Nested
    class Side_by_side {

        @Test
        void the_table_is_the_one_that_fits_the_codebook_and_the_other_is_named_row_by_row() {
            Cohort ages = cohort(with(AGES), BESIDE);
            assertThat(ages.numbers("age")).containsExactly(54, 61, 40);
            assertThat(lines(ages.ledger()))
                    .containsExactly(
                            "Data!A1 \"Wave 1\" dropped: above the header",
                            "Data!D1 \"\" suspicious: another table, D1:E4, is left out; name its range to read it",
                            "Data!D1 \"Wave 2\" dropped: in another table, D1:E4",
                            "Data!D2 \"id; score\" dropped: in another table, D1:E4",
                            "Data!D3 \"P2; 7\" dropped: in another table, D1:E4",
                            "Data!D4 \"P9; 8\" dropped: in another table, D1:E4");
            assertThat(ages.ledger().detected())
                    .contains("of 2 tables that at A1:B5: it fits the codebook", "data in A3:B5: 3 rows, 2 columns");
            Cohort scores = cohort(with(SCORES), BESIDE);
            assertThat(scores.numbers("score")).containsExactly(7, 8);
            assertThat(scores.cell(0, "id")).hasToString("Optional[Data!D3]");
        }

        @Test
        void without_a_codebook_none_is_chosen() {
            assertProblem(
                    ImportOptions.defaults(),
                    "'w.xlsx', sheet 'Data': there are 2 tables (A1:B5, D1:E4); name one by its range, such as A1:B5",
                    BESIDE);
            assertThat(cohort(ImportOptions.defaults().withRange("D1:E4"), BESIDE)
                            .codebook()
                            .names())
                    .containsExactly("id", "score");
        }

        @Test
        void a_header_row_chooses_where_it_is_in_one_of_them() {
            Object[][] apart = {
                row("a", "b", null, null, null),
                row(1, 2),
                row(3, 4),
                row(5, 6, null, "c", "d"),
                row(7, 8, null, 9, 10),
                row(7, 8, null, 11, 12),
                row(null, null, null, 13, 14)
            };
            Cohort left = cohort(ImportOptions.defaults().withHeaderRow(1), apart);
            assertThat(left.codebook().names()).containsExactly("a", "b");
            assertThat(left.ledger().detected()).contains("of 2 tables that at A1:B6: the header row is in it");
        }

        @Test
        void two_that_fit_the_codebook_are_told() {
            assertProblem(
                    with(AGES),
                    "'w.xlsx', sheet 'Data': there are 2 tables that fit the codebook (A1:B3, D1:E4); name one by its "
                            + "range, such as A1:B3",
                    row("id", "age", null, "id", "age"),
                    row("P1", 54, null, "P2", 7),
                    row("P2", 54, null, "P3", 7),
                    row(null, null, null, "P4", 7));
        }

        @Test
        void a_blank_column_alone_parts_nothing() {
            Cohort cohort = cohort(
                    ImportOptions.defaults(),
                    row("id", "age", null, "visit", "note"),
                    row("P1", 54, null, 1, "a"),
                    row("P2", 61, null, 2, "b"));
            assertThat(cohort.codebook().names()).containsExactly("id", "age", "visit", "note");
        }

        @Test
        void a_table_whose_last_rows_are_not_filled_yet_is_one() {
            Cohort cohort = cohort(
                    ImportOptions.defaults(),
                    row("id", "age", null, "visit", "score"),
                    row("P1", 54, null, 17, 3),
                    row("P2", 61, null, 25, 4),
                    row("P3", 40));
            assertThat(cohort.size()).isEqualTo(3);
            assertThat(cohort.codebook().names()).containsExactly("id", "age", "visit", "score");
        }

        @Test
        void a_merged_heading_over_each_side_makes_one_table() {
            Cohort cohort = cohort(
                    ImportOptions.defaults(),
                    row("before", null, null, "after", null),
                    row("score", "test", null, "score", "test"),
                    row(1, 2, null, 3, 4));
            assertThat(cohort.codebook().names()).hasSize(4);
        }
    }

    @Nested
    class Below_each_other {

        @Test
        void the_table_is_the_one_that_fits_the_codebook() {
            Cohort ages = cohort(with(AGES), BELOW);
            assertThat(ages.numbers("age")).containsExactly(54, 61);
            assertThat(lines(ages.ledger()))
                    .containsExactly(
                            "Data!A5 \"\" suspicious: another table, A5:C8, is left out; name its range to read it",
                            "Data!A5 \"Scores\" dropped: in another table, A5:C8",
                            "Data!A6 \"id; score; day\" dropped: in another table, A5:C8",
                            "Data!A7 \"P2; 7; 1\" dropped: in another table, A5:C8",
                            "Data!A8 \"P9; 8; 2\" dropped: in another table, A5:C8");
            assertThat(cohort(with(SCORES), BELOW).numbers("score")).containsExactly(7, 8);
        }

        @Test
        void without_a_codebook_none_is_chosen_unless_one_has_far_more_rows() {
            assertProblem(
                    ImportOptions.defaults(),
                    "'w.xlsx', sheet 'Data': there are 2 tables (A1:B3, A5:C8); name one by its range, such as A5:C8",
                    BELOW);
            List<Object[]> rows = new ArrayList<>(List.of(row("id", "age"), row("P1", 54)));
            for (int i = 2; i < 30; i++) {
                rows.add(row("P" + i, 40 + i));
            }
            rows.addAll(List.of(NOTHING, row("group", "mean", "sd"), row("old", 50, 3), row("young", 40, 2)));
            Cohort cohort = cohort(ImportOptions.defaults(), rows.toArray(Object[][]::new));
            assertThat(cohort.size()).isEqualTo(29);
            assertThat(cohort.ledger().detected())
                    .contains("of 2 tables that at A1:B30: it has far more rows than the others");
            assertThat(cohort.ledger()
                            .only(cohortkit.core.Ledger.Action.DROPPED)
                            .entries())
                    .hasSize(3);
        }

        @Test
        void a_csv_is_searched_as_well() {
            String text = "id,age\nP1,54\nP2,61\n\nid,score,day\nP2,7,1\nP9,8,2\n";
            Cohort cohort = Workbook.read("d.csv", text.getBytes(StandardCharsets.UTF_8))
                    .cohort(with(SCORES));
            assertThat(cohort.numbers("score")).containsExactly(7, 8);
        }

        @Test
        void the_same_header_once_more_is_the_next_page() {
            Cohort cohort = cohort(
                    ImportOptions.defaults(),
                    row("id", "age"),
                    row("P1", 54),
                    NOTHING,
                    row("id", "age"),
                    row("P2", 61),
                    row("id", "Age "),
                    row("P3", 40));
            assertThat(cohort.numbers("age")).containsExactly(54, 61, 40);
            assertThat(lines(cohort.ledger()))
                    .containsExactly(
                            "Data!A4 \"id; age\" dropped: the header once more",
                            "Data!A6 \"id; Age \" dropped: the header once more");
        }

        @Test
        void the_same_header_under_a_title_of_its_own_is_another_table() {
            assertProblem(
                    ImportOptions.defaults(),
                    "'w.xlsx', sheet 'Data': there are 2 tables (A1:B4, A6:B9); name one by its range, such as A1:B4",
                    row("Cases"),
                    row("id", "age"),
                    row("P1", 54),
                    row("P2", 61),
                    NOTHING,
                    row("Controls"),
                    row("id", "age"),
                    row("P1", 40),
                    row("P2", 41));
        }

        @Test
        void rows_of_words_below_a_blank_row_are_data() {
            Cohort cohort = cohort(
                    ImportOptions.defaults(),
                    row("id", "age", "sex"),
                    row("P1", 54, "f"),
                    row("P2", 61, "m"),
                    NOTHING,
                    row("P3", "refused", "woman"),
                    row("P4", 40, "m"));
            assertThat(cohort.size()).isEqualTo(4);
        }

        @Test
        void lines_about_the_study_above_the_header_are_no_table() {
            Cohort cohort = cohort(
                    ImportOptions.defaults(),
                    row("Study", "Sleep"),
                    row("Site", "Szeged"),
                    NOTHING,
                    row("id", "age", "sex"),
                    row("P1", 54, "f"),
                    row("P2", 61, "m"));
            assertThat(cohort.codebook().names()).containsExactly("id", "age", "sex");
            assertThat(lines(cohort.ledger()))
                    .containsExactly(
                            "Data!A1 \"Study; Sleep\" dropped: above the header",
                            "Data!A2 \"Site; Szeged\" dropped: above the header");
        }

        @Test
        void a_summary_below_a_blank_row_is_no_data_unless_its_word_is_a_value() {
            Cohort cohort = cohort(
                    ImportOptions.defaults(), row("id", "age"), row("P1", 54), row("P2", 61), NOTHING, row("n", 2));
            assertThat(cohort.size()).isEqualTo(2);
            assertThat(lines(cohort.ledger())).containsExactly("Data!A5 \"n; 2\" dropped: a summary below a blank row");
            Cohort answers = cohort(
                    ImportOptions.defaults(), row("answer", "age"), row("y", 54), row("n", 61), NOTHING, row("n", 2));
            assertThat(answers.size()).isEqualTo(3);
        }

        @Test
        void many_blank_rows_take_no_time() {
            Object[][] rows = new Object[60_000][];
            rows[0] = row("sex", "group");
            for (int i = 1; i < rows.length; i++) {
                rows[i] = i % 3 == 0 ? NOTHING : row(i % 2 == 0 ? "f" : "m", i % 7 == 0 ? "case" : "control");
            }
            byte[] csv = Sheets.of("Data", rows).csv(",");
            assertThat(Workbook.read("d.csv", csv).cohort().size()).isEqualTo(40_000);
        }
    }
}
