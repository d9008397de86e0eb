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
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sheets with more on them than one table. */
class TablesOnASheetTest {

    private static final Object[] NOTHING = {};
    private static final Codebook AGES = Codebook.of(Variable.identifier("id", ""), Variable.number("age", ""));
    private static final Codebook SCORES = Codebook.of(Variable.identifier("id", ""), Variable.number("score", ""));

    private static final Object[][] BESIDE = {
        row("Wave 1", null, null, "Wave 2"),
        row("id", "age", null, "id", "score"),
        row("P1", 54, null, "P2", 7),
        row("P2", 61, null, "P9", 8),
        row("P3", 40),
    };
    private static final Object[][] BELOW = {
        row("id", "age"),
        row("P1", 54),
        row("P2", 61),
        NOTHING,
        row("Scores"),
        row("id", "score", "day"),
        row("P2", 7, 1),
        row("P9", 8, 2),
    };

    private static Cohort cohort(ImportOptions options, Object[]... rows) {
        return Workbook.read("w.xlsx", Sheets.of("Data", rows).xlsx()).cohort(options);
    }

    private static ImportOptions with(Codebook codebook) {
        return ImportOptions.defaults().withCodebook(codebook);
    }

    private static void assertProblem(ImportOptions options, String message, Object[]... rows) {
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

    @Nested
    class A_codebook_on_the_sheet_of_the_data {

        private final Object[] header = row("name", "type", "levels");

        @Test
        void may_stand_beside_them() {
            Cohort cohort = cohort(
                    ImportOptions.defaults(),
                    row("id", "rls", null, "name", "type", "levels"),
                    row("P1", 1, null, "id", "identifier"),
                    row("P2", 0, null, "rls", "category", "0=no; 1=yes"),
                    row("P3", 1));
            assertThat(cohort.events("rls")).containsExactly(1, 0, 1);
            assertThat(cohort.ledger().entries()).isEmpty();
            assertThat(cohort.ledger().detected()).contains("codebook on sheet 'Data', D1:F3");
        }

        @ParameterizedTest
        @ValueSource(booleans = {true, false})
        void may_stand_below_or_above_them(boolean below) {
            Object[][] data = {row("id", "rls"), row("P1", 1), row("P2", 0)};
            Object[][] book = {header, row("id", "identifier"), row("rls", "category", "0=no; 1=yes")};
            Object[][] between = {NOTHING};
            Object[][] rows = Stream.of(below ? data : book, between, below ? book : data)
                    .flatMap(Arrays::stream)
                    .toArray(Object[][]::new);
            Cohort cohort = cohort(ImportOptions.defaults(), rows);
            assertThat(cohort.events("rls")).containsExactly(1, 0);
            assertThat(cohort.ledger().entries()).isEmpty();
        }
    }

    @Nested
    class A_range {

        @Test
        void is_read_and_nothing_else() {
            Cohort cohort = cohort(
                    ImportOptions.defaults().withRange("b2:C3"),
                    row("x", "title", "y"),
                    row(1, "a", "b", 9),
                    row(2, 5, 6, 9),
                    row(3, 7, 8, 9));
            assertThat(cohort.numbers("a")).containsExactly(5);
            assertThat(cohort.numbers("b")).containsExactly(6);
            assertThat(cohort.cell(0, "a")).hasToString("Optional[Data!B3]");
            assertThat(cohort.ledger().detected())
                    .contains("range B2:C3, as the options say; 11 cells outside it are not read");
        }

        @Test
        void may_name_its_sheet() {
            Workbook workbook = Workbook.read(
                    "w.xlsx",
                    Sheets.of("One", row("a"), row(1))
                            .and("It's two", row("b"), row(2))
                            .xlsx());
            assertThat(workbook.cohort(ImportOptions.defaults().withRange("'It''s two'!$A$1:$A$2"))
                            .numbers("b"))
                    .containsExactly(2);
            assertThat(CellRange.parse("'It''s two'!$A$1:$A$2")).hasToString("'It''s two'!A1:A2");
            assertThat(CellRange.parse("Data!A1:AB20")).hasToString("Data!A1:AB20");
            assertThatThrownBy(() -> workbook.cohort(ImportOptions.defaults().withRange("Three!A1:A2")))
                    .isInstanceOf(InputException.class)
                    .hasMessageStartingWith("'w.xlsx' has no sheet 'Three'; ");
        }

        @ParameterizedTest
        @CsvSource({"A1", "A1:", "1:5", "A:B", "A0:B2", "!A1:B2", "A1-B2", "''"})
        void that_is_none_is_told(String text) {
            assertThatThrownBy(() -> ImportOptions.defaults().withRange(text))
                    .isInstanceOf(InputException.class)
                    .hasMessage("'" + text
                            + "' is not a range of cells; write it as B4:N336, or Data!B4:N336 with its sheet");
        }

        @Test
        void that_cannot_be_is_told() {
            assertThatThrownBy(() -> CellRange.parse("C3:B4"))
                    .isInstanceOf(InputException.class)
                    .hasMessage("the range 'C3:B4' ends before it begins; name its upper left and its lower right "
                            + "cell, such as B4:N336");
            assertThatThrownBy(() -> new CellRange("", 0, 1, 2, 2))
                    .isInstanceOf(InputException.class)
                    .hasMessage("a range goes from its upper left to its lower right cell, such as B4:N336; was 0, 1 "
                            + "to 2, 2");
            assertThatThrownBy(() -> ImportOptions.defaults().withSheet("a").withRange("b!A1:B2"))
                    .isInstanceOf(InputException.class)
                    .hasMessage("the sheet is 'a' and the range b!A1:B2; name one of them");
            assertThatThrownBy(() -> ImportOptions.defaults().withHeaderRow(7).withRange("A1:B2"))
                    .isInstanceOf(InputException.class)
                    .hasMessage("header row 7 is outside the range A1:B2");
            assertProblem(
                    ImportOptions.defaults().withRange("H1:I9"),
                    "'w.xlsx', sheet 'Data': there are no cells in the range H1:I9",
                    row("a"),
                    row(1));
        }
    }

    @Nested
    class What_is_hidden {

        private final Sheets sheets = Sheets.of("Data", row("id", "age"), row("P1", 54), row("P2", 61), row("P3", 40))
                .hiding(List.of(3), List.of(2))
                .and("Lists", row("a"), row(1))
                .hidden();

        private void assertRead(Workbook workbook) {
            Cohort cohort = workbook.cohort();
            assertThat(cohort.numbers("age")).containsExactly(54, 61, 40);
            assertThat(lines(cohort.ledger()))
                    .containsExactly(
                            "Data!B1 \"age\" suspicious -> age: column is hidden; it is read",
                            "Data!A3 \"\" suspicious: row is hidden (filtered or by hand); it is read");
            assertThat(cohort.ledger().detected())
                    .contains("data on sheet 'Data' of 2", "hidden sheets not read: Lists");
        }

        @Test
        void is_read_and_named_in_xlsx_and_xls() {
            assertRead(Workbook.read("w.xlsx", sheets.xlsx()));
            assertRead(Workbook.read("w.xls", sheets.xls()));
        }

        @Test
        void a_hidden_sheet_can_be_asked_for() {
            Cohort cohort = Workbook.read("w.xlsx", sheets.xlsx())
                    .cohort(ImportOptions.defaults().withSheet("Lists"));
            assertThat(cohort.ledger().detected()).contains("data on sheet 'Lists' of 2, which is hidden");
        }

        @Test
        void absurd_places_of_what_is_hidden_are_passed_over() {
            byte[] file = Sheets.xmlWorkbook(
                    "",
                    "<cols><col min=\"5\" max=\"2\" hidden=\"1\"/><col min=\"16384\" max=\"2000000000\" hidden=\"1\"/>"
                            + "<col min=\"99999\" max=\"99999\" hidden=\"true\"/></cols><sheetData>"
                            + "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>x</t></is></c></row>"
                            + "<row r=\"2\"><c r=\"A2\"><v>1</v></c></row>"
                            + "<row r=\"2000000000\" hidden=\"1\"/></sheetData>");
            Cohort cohort = Workbook.read("w.xlsx", file).cohort();
            assertThat(cohort.numbers("x")).containsExactly(1);
            assertThat(cohort.ledger().entries()).isEmpty();
        }
    }

    @Nested
    class A_header_that_is_not_text {

        @Test
        void may_hold_years() {
            Cohort cohort = cohort(
                    ImportOptions.defaults(),
                    row("Scores by year"),
                    row("id", 2004, 2005),
                    row("P1", "good", "bad"),
                    row("P2", "bad", "good"));
            assertThat(cohort.codebook().names()).containsExactly("id", "2004", "2005");
            assertThat(cohort.size()).isEqualTo(2);
        }

        @Test
        void may_hold_dates() {
            Cohort cohort = cohort(
                    ImportOptions.defaults(),
                    row("id", java.time.LocalDate.of(2004, 3, 17), java.time.LocalDate.of(2004, 3, 18)),
                    row("P1", 3, 4),
                    row("P2", 5, 6));
            assertThat(cohort.codebook().names()).containsExactly("id", "2004-03-17", "2004-03-18");
            assertThat(cohort.numbers("2004-03-18")).containsExactly(4, 6);
        }

        @Test
        void may_be_missing_with_a_word() {
            Cohort cohort = cohort(ImportOptions.defaults(), row(1, 54), row(2, 61), row(3, 40));
            assertThat(lines(cohort.ledger()))
                    .containsExactly("Data!A1 \"1\" suspicious -> 1: the names are numbers; is this row a header?");
        }

        @Test
        void may_be_all_numbers() {
            Cohort cohort = cohort(ImportOptions.defaults(), row("Title"), row(2004, 2005), row(3, 4));
            assertThat(cohort.codebook().names()).containsExactly("2004", "2005");
        }

        @Test
        void may_have_fewer_words_than_its_data() {
            Cohort cohort = cohort(
                    ImportOptions.defaults(), row("id", "sex", null), row("P1", "f", "yes"), row("P2", "m", "no"));
            assertThat(cohort.codebook().names()).containsExactly("id", "sex", "column C");
            assertThat(cohort.size()).isEqualTo(2);
        }
    }
}
