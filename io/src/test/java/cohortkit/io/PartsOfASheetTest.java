package cohortkit.io;

import static cohortkit.io.AwkwardWorkbookTest.lines;
import static cohortkit.io.Sheets.row;
import static cohortkit.io.TablesOnASheetTest.NOTHING;
import static cohortkit.io.TablesOnASheetTest.assertProblem;
import static cohortkit.io.TablesOnASheetTest.cohort;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cohortkit.core.Cohort;
import cohortkit.core.InputException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A part of a sheet that is asked for, that is hidden, or that is no table. */
class PartsOfASheetTest {

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
                    .contains("range B2:C3, as the options say; 11 cells outside it not read");
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
