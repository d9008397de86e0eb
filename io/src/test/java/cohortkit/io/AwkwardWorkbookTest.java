package cohortkit.io;

import static cohortkit.io.Sheets.row;
import static org.assertj.core.api.Assertions.assertThat;

import cohortkit.core.Codebook;
import cohortkit.core.Cohort;
import cohortkit.core.Ledger;
import cohortkit.core.Missing;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A workbook with every awkwardness of the studies' workbooks, as xlsx, xls and CSV. */
class AwkwardWorkbookTest {

    private static final Object[] NOTHING = {};

    private static final Object[][] CODEBOOK = {
        row("What the columns mean"),
        NOTHING,
        row("name", "label", "type", "levels", "unit", "min", "max", "missing"),
        row("id", "Patient", "identifier"),
        row("age", "Age", "number", null, "years", 16, 110, "99=not done; n/a=not done"),
        row("sex", "Sex", "category", "female; male"),
        row("rls", "Restless legs", "category", "0=no; 1=yes", null, null, null, "9=refused; n/a=not done"),
        row("ais_score", "Athens Insomnia Scale", "number", null, null, 0, 24),
        row("insomnia", "Insomnia", "binary"),
        row("visit", "Interview", "date", null, null, LocalDate.of(2000, 1, 1)),
        row("note", "Remark", "text"),
    };

    private static final Object[][] DATA = {
        row("Sleep survey, 2004", null, null, null, null, null, null, "draft"),
        NOTHING,
        row("id", "age ", "Sex", "rls", "Sleep", null, "visit", "note", "ward"),
        row(null, null, null, null, "ais_score", "insomnia\u00a0"),
        row("P001", 54, "female", 1, 7, "yes", LocalDate.of(2004, 3, 17), " as it stands "),
        row("P002", "61", "female ", 9, 12, "no", "2004-03-18", null, "A"),
        row("P003", 99, "Male", "n/a", null, "no ", "17.03.2004"),
        NOTHING,
        row("P004 ", 40, "male", 0, 30, "maybe", "03/04/2004"),
        row("P005", "n/a", "male", "yes", "  ", "Yes", "17/03/2004"),
        row("P005", 33, "fem", 1, 3, "no", "April 2004"),
        row(null, 34, "male", 1, 4, "no", 38063),
        NOTHING,
        row("Total ", 7, null, 4),
        row("Source: the ward's own files"),
    };

    private static final Sheets SHEETS = Sheets.of("Data", DATA)
            .merging("A1:H1", "A3:A4", "B3:B4", "C3:C4", "D3:D4", "E3:F3", "G3:G4", "H3:H4")
            .and("Codebook", CODEBOOK);

    private static final List<String> LEDGER_UP_TO_DATES = List.of(
            "Data!A1 \"Sleep survey, 2004; draft\" dropped: above the header",
            "Data!B3 \"age \" repaired -> age: header: stray spaces removed",
            "Data!C3 \"Sex\" repaired -> sex: header: upper and lower case",
            "Data!E3 \"Sleep\" dropped: heading over columns that have their own names",
            "Data!I3 \"ward\" dropped: column is not in the codebook",
            "Data!F4 \"insomnia\u00a0\" repaired -> insomnia: header: stray spaces removed");

    private final Cohort cohort = Workbook.read("survey.xlsx", SHEETS.xlsx()).cohort();

    @Test
    void every_cell_that_was_not_taken_as_it_stood_is_in_the_ledger() {
        assertThat(lines(cohort.ledger()).subList(0, 6)).isEqualTo(LEDGER_UP_TO_DATES);
        assertThat(lines(cohort.ledger()).subList(6, cohort.ledger().entries().size()))
                .containsExactly(
                        "Data!B6 \"61\" repaired -> 61: number stored as text",
                        "Data!C6 \"female \" repaired -> female: stray spaces removed",
                        "Data!D6 \"9\" recoded -> missing: refused: missing code 9",
                        "Data!G6 \"2004-03-18\" repaired -> 2004-03-18: date stored as text; form y-m-d",
                        "Data!B7 \"99\" recoded -> missing: not done: missing code 99",
                        "Data!C7 \"Male\" repaired -> male: upper and lower case",
                        "Data!D7 \"n/a\" recoded -> missing: not done: missing code n/a",
                        "Data!F7 \"no \" repaired -> no: stray spaces removed",
                        "Data!G7 \"17.03.2004\" repaired -> 2004-03-17: date stored as text; form d.m.y",
                        "Data!A9 \"P004 \" repaired -> P004: stray spaces removed",
                        "Data!E9 \"30\" refused: outside 0 to 24",
                        "Data!F9 \"maybe\" refused: not one of no, yes",
                        "Data!G9 \"03/04/2004\" refused: day and month cannot be told apart; "
                                + "give the form in the codebook, such as d/m/y",
                        "Data!B10 \"n/a\" recoded -> missing: not done: missing code n/a",
                        "Data!D10 \"yes\" repaired -> 1: label of level 1",
                        "Data!E10 \"  \" repaired: only spaces: blank",
                        "Data!F10 \"Yes\" repaired -> yes: upper and lower case",
                        "Data!G10 \"17/03/2004\" repaired -> 2004-03-17: date stored as text; form d/m/y",
                        "Data!A11 \"P005\" broken rule -> P005: identifier stands in row 10 too",
                        "Data!C11 \"fem\" refused: not one of female, male",
                        "Data!G11 \"April 2004\" refused: not a date",
                        "Data!A12 \"\" broken rule: no identifier",
                        "Data!G12 \"38063\" repaired -> 2004-03-17: date number without a date format",
                        "Data!A14 \"Total ; 7; 4\" dropped: a total row",
                        "Data!A15 \"Source: the ward's own files\" dropped: a note below a blank row");
    }

    @Test
    void the_cells_have_their_values_and_their_missing_reasons() {
        assertThat(cohort.size()).isEqualTo(7);
        assertThat(cohort.codebook().names())
                .containsExactly("id", "age", "sex", "rls", "ais_score", "insomnia", "visit", "note");
        assertThat(cohort.numbers("age")).containsExactly(54, 61, Double.NaN, 40, Double.NaN, 33, 34);
        assertThat(cohort.levels("sex")).containsExactly(0, 0, 1, 1, 1, -1, 1);
        assertThat(cohort.events("rls")).containsExactly(1, -1, -1, 0, 1, 1, 1);
        assertThat(cohort.row(0).text("note")).isEqualTo(" as it stands ");
        assertThat(IntStream.of(0, 1, 2, 4, 6)
                        .mapToObj(i -> cohort.row(i).date("visit").toString()))
                .containsExactly("2004-03-17", "2004-03-18", "2004-03-17", "2004-03-17", "2004-03-17");
        assertThat(cohort.missing("rls"))
                .isEqualTo(java.util.Map.of(new Missing("refused"), 1, new Missing("not done"), 1));
        assertThat(cohort.missing(3, "ais_score")).contains(Missing.INVALID);
        assertThat(cohort.missing(2, "ais_score")).contains(Missing.BLANK);
        assertThat(cohort.missing(6, "id")).contains(Missing.BLANK);
        assertThat(cohort).hasToString("7 rows, 8 variables, 15 repaired, 5 refused, 2 rules broken: see ledger()");
    }

    @Test
    void each_value_knows_its_cell() {
        assertThat(cohort.cell(3, "ais_score")).hasToString("Optional[Data!E9]");
        assertThat(cohort.cell(3, "ais_score").orElseThrow().file()).isEqualTo("survey.xlsx");
        assertThat(cohort.where(p -> p.is("rls", "yes")).cell(1, "visit")).hasToString("Optional[Data!G10]");
    }

    @Test
    void xls_gives_the_same_cohort_and_the_same_ledger() {
        Cohort xls = Workbook.read("survey.xls", SHEETS.xls()).cohort();
        assertSame(xls, cohort);
        assertThat(lines(xls.ledger())).isEqualTo(lines(cohort.ledger()));
    }

    @Test
    void csv_gives_the_same_cohort_but_for_the_date_number_that_has_no_meaning_there() {
        Codebook codebook =
                Workbook.read("survey.xlsx", SHEETS.xlsx()).codebook().orElseThrow();
        for (String delimiter : List.of(",", ";", "\t")) {
            Cohort csv = Workbook.read("survey.csv", SHEETS.csv(delimiter))
                    .cohort(ImportOptions.defaults().withCodebook(codebook));
            assertThat(csv.missing(6, "visit")).contains(Missing.INVALID);
            assertSame(csv.where(p -> !p.isMissing("id")), cohort.where(p -> !p.isMissing("id")));
            assertThat(lines(csv.ledger()))
                    .contains("survey.csv!G12 \"38063\" refused: a number, not a date")
                    .doesNotContain("survey.csv!B6 \"61\" repaired -> 61: number stored as text");
        }
    }

    @Test
    void the_codebook_may_be_a_workbook_of_its_own() {
        Codebook own = Workbook.read("survey.xlsx", SHEETS.xlsx()).codebook().orElseThrow();
        assertThat(CodebookFile.read(
                        "codebook.xlsx", Sheets.of("Sheet1", CODEBOOK).xlsx()))
                .isEqualTo(own);
        assertThat(CodebookFile.read(
                        "codebook.csv", Sheets.of("Sheet1", CODEBOOK).csv(",")))
                .isEqualTo(own);
        Cohort apart = Workbook.read("survey.xlsx", Sheets.of("Data", DATA).xlsx())
                .cohort(ImportOptions.defaults().withCodebook(own));
        assertSame(apart, cohort);
    }

    @Test
    void without_a_codebook_nothing_is_dropped_but_titles_and_totals() {
        Cohort drafted = Workbook.read(
                        "survey.xlsx",
                        Sheets.of("Data", DATA)
                                .merging("A3:A4", "B3:B4", "C3:C4", "D3:D4", "E3:F3", "G3:G4")
                                .xlsx())
                .cohort();
        assertThat(drafted.size()).isEqualTo(7);
        assertThat(drafted.codebook().names())
                .containsExactly("id", "age", "Sex", "rls", "ais_score", "insomnia", "visit", "note", "ward");
        assertThat(drafted.numbers("age")).containsExactly(54, 61, 99, 40, Double.NaN, 33, 34);
        assertThat(drafted.missing(4, "age")).contains(new Missing("not available"));
    }

    static List<String> lines(Ledger ledger) {
        return ledger.entries().stream().map(Ledger.Entry::toString).toList();
    }

    static void assertSame(Cohort one, Cohort other) {
        assertThat(one.codebook()).isEqualTo(other.codebook());
        for (String name : other.codebook().names()) {
            assertThat(one.table().column(name).asObjectArray())
                    .as(name)
                    .isEqualTo(other.table().column(name).asObjectArray());
            assertThat(one.missing(name)).as(name).isEqualTo(other.missing(name));
        }
    }
}
