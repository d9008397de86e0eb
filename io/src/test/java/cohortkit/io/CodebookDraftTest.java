package cohortkit.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cohortkit.core.Codebook;
import cohortkit.core.Cohort;
import cohortkit.core.InputException;
import cohortkit.core.Ledger;
import cohortkit.core.Level;
import cohortkit.core.Missing;
import cohortkit.core.Variable;
import cohortkit.core.VariableType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodebookDraftTest {

    @TempDir
    Path folder;

    private static Workbook csv(String... lines) {
        return Workbook.read("clinic.csv", (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** A column x beside an identifier. */
    private static Variable column(String... values) {
        return columns("x", values).draft().codebook().variable("x");
    }

    private static Workbook columns(String name, String... values) {
        StringBuilder text = new StringBuilder("id," + name + "\n");
        for (int i = 0; i < values.length; i++) {
            text.append("p").append(i).append(',').append(values[i]).append('\n');
        }
        return Workbook.read("clinic.csv", text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static final String SUSPECTED = "SUSPECTED missing codes, not applied: ";

    @Test
    void a_draft_has_types_levels_units_labels_and_the_evidence() {
        CodebookDraft draft = csv(
                        "patient,Age (years),weight_kg,Hb [g/dL],smoker,visit",
                        "1,34,70.5,12.1,yes,2020-01-02",
                        "2,51,999,13.4,no,2020-02-03",
                        "3,47,66,refused,Yes,",
                        "4,60,81,11.9,yes,2021-05-06")
                .draft();
        Codebook codebook = draft.codebook();

        assertThat(draft.notes()).isEmpty();
        assertThat(draft).hasToString("""
                draft of a codebook, 6 variables
                patient      an identifier
                Age (years)  a number in years: Age (observed 34 to 60)
                weight_kg    a number in kg: weight kg (observed 66 to 81; SUSPECTED missing codes, not applied: 999 (once; the next value is 81))
                Hb [g/dL]    a number in g/dL: Hb (observed 11.9 to 13.4; 1 refused)
                smoker       a category of 2 levels (no, yes)
                visit        a date (observed 2020-01-02 to 2021-05-06; 1 blank)""".replace("weight kg (", "weight ("));
        assertThat(codebook.variable("weight_kg").missingCodes()).isEmpty();
        assertThat(codebook.variable("Hb [g/dL]").missingCodes()).isEqualTo(Map.of("refused", new Missing("refused")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"codebook.csv", "codebook.xlsx"})
    void a_draft_is_a_codebook_that_reads_the_same_data_without_an_error(String name) {
        Workbook workbook = csv(
                "patient,age,arm,seen,code",
                "1,34,A,2020-01-02,007",
                "2,999,b,n/a,008",
                "3,not done,B,2020-02-03,",
                "4,-9,B,,x");
        Path file = folder.resolve(name);
        CodebookDraft draft = workbook.draft();
        CodebookFile.write(draft.codebook(), file);
        Cohort cohort = workbook.cohort(ImportOptions.defaults().withCodebook(CodebookFile.read(file)));

        assertThat(CodebookFile.read(file)).isEqualTo(draft.codebook());
        assertThat(cohort.size()).isEqualTo(4);
        assertThat(cohort.ledger().only(Ledger.Severity.ERROR).entries()).isEmpty();
        assertThat(cohort.missing("age")).isEqualTo(Map.of(new Missing("not done"), 1));
        assertThat(cohort.missing("seen")).isEqualTo(Map.of(new Missing("not available"), 1, Missing.BLANK, 1));
    }

    @ParameterizedTest
    @CsvSource({
        "'18 34 51 999', 999 (once; the next value is 51)",
        "'18 34 51 99 99 99', 99 (3 times; the next value is 51)",
        "'0 3 7 -9 -9', -9 (twice; the next value is 0)",
        "'2500 3100 4000 9999', 9999 (once; the next value is 4000)",
        "'0 1 1 0 9', 9 (once; the next value is 1)",
        "'1 2 3 2 8 9', '8 (once; the next value is 3), 9 (once; the next value is 3)'",
        "'1 2 3 97 98 99', '97 (once; the next value is 3), 98 (once; the next value is 3), 99 (once; the next value is 3)'",
    })
    void numbers_that_stand_apart_as_codes_do_are_suspected_with_the_evidence(String values, String evidence) {
        assertThat(column(values.split(" ", -1)).note()).contains(SUSPECTED + evidence);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "90 95 98 99 97 94",
                "-9 -4 0 3 9",
                "5 6 7 8 9 10",
                "9 9 9",
                "1 2 3 4 5 6 7",
                "850 900 950 999 998",
                "0.5 0.7 0.99"
            })
    void numbers_among_their_like_are_no_codes(String values) {
        assertThat(column(values.split(" ", -1)).note()).doesNotContain("SUSPECTED");
    }

    @Test
    void two_kinds_of_whole_numbers_are_codes_and_more_are_asked_about() {
        assertThat(column("0", "1", "1", "9").levels()).containsExactly(Level.of("0"), Level.of("1"), Level.of("9"));
        assertThat(column("2", "1", "1").levels()).containsExactly(Level.of("1"), Level.of("2"));
        assertThat(column("2", "3", "3").type()).isEqualTo(VariableType.NUMBER);
        assertThat(column("1", "2", "3", "1", "2", "3", "1", "2", "3").note())
                .isEqualTo("observed 1 to 3; 3 different whole numbers: codes?");
        assertThat(column("4", "4").note()).isEqualTo("observed 4 only");
    }

    @ParameterizedTest
    @CsvSource({
        "'yes no yes', 'no yes'",
        "'Y N Y', 'N Y'",
        "'positive negative negative', 'negative positive'",
        "'case control case', 'control case'",
        "'beta alpha beta', 'alpha beta'",
        "'Female female female male', 'female male'",
        "'male Male', Male",
    })
    void levels_stand_in_order_the_reference_first(String values, String levels) {
        assertThat(column(values.split(" ", -1)).levels().stream().map(Level::code))
                .containsExactly(levels.split(" ", -1));
    }

    @Test
    void words_for_missing_are_codes_of_numbers_and_dates_and_suspected_among_levels() {
        assertThat(column("1.5", ".", "dk", "2").missingCodes())
                .isEqualTo(Map.of(".", new Missing("not recorded"), "dk", new Missing("does not know")));
        assertThat(column("2020-01-02", "unknown").type()).isEqualTo(VariableType.DATE);
        assertThat(column("2020-01-02 10:30", "unknown").type()).isEqualTo(VariableType.DATETIME);
        Variable arm = column("a", "b", "unknown", "b", "unknown");
        assertThat(arm.levels()).extracting(Level::code).containsExactly("a", "b", "unknown");
        assertThat(arm.note()).isEqualTo(SUSPECTED + "unknown (twice)");
    }

    @Test
    void a_number_s_few_odd_texts_are_named() {
        String[] values = new String[20];
        for (int i = 0; i < 19; i++) {
            values[i] = String.valueOf(i * 7);
        }
        values[19] = "pending";

        assertThat(column(values).described()).startsWith("a category of 20 levels");
        assertThat(column(values).note()).isEqualTo("19 of 20 are numbers; not: pending");
    }

    @Test
    void missing_codes_that_are_given_are_applied_and_no_evidence() {
        Codebook codebook = columns("x", "0", "1", "-99", "1")
                .draft(ImportOptions.defaults(), "-99=unknown; refused=refused")
                .codebook();

        assertThat(codebook.variable("x").levels()).containsExactly(Level.of("0"), Level.of("1"));
        assertThat(codebook.variable("x").note()).isEqualTo("1 unknown");
        assertThat(codebook.variable("id").missingCodes()).isEmpty();
        assertThat(columns("x", "12", "refused", "-99")
                        .draft(ImportOptions.defaults(), "-99=unknown; refused=refused")
                        .codebook()
                        .variable("x")
                        .note())
                .isEqualTo("observed 12 only; 1 refused; 1 unknown");
    }

    @ParameterizedTest
    @CsvSource({
        "patient, IDENTIFIER",
        "Patient No., IDENTIFIER",
        "study_id, IDENTIFIER",
        "MRN, IDENTIFIER",
        "height, NUMBER",
        "covid, NUMBER",
    })
    void a_unique_column_with_an_identifier_s_name_is_one(String name, VariableType type) {
        Codebook codebook =
                csv("group," + name, "a,101", "b,102", "a,103").draft().codebook();

        assertThat(codebook.variable(name).type()).isEqualTo(type);
    }

    @Test
    void an_identifier_that_is_not_unique_is_asked_about() {
        assertThat(csv("patient,x", "101,a", "101,b", "102,a")
                        .draft()
                        .codebook()
                        .variable("patient")
                        .note())
                .isEqualTo("named as an identifier, but not unique in every row; observed 101 to 102");
    }

    @ParameterizedTest
    @CsvSource({
        "Age (years), Age, years",
        "'Age, years', Age, years",
        "weight_kg, weight, kg",
        "Hb [g/dL], Hb, g/dL",
        "eGFR (mL/min/1.73m2), eGFR, mL/min/1.73m2",
        "sbp_mmHg, sbp, mmHg",
        "Fat %, Fat, %",
        "Score (0-10), Score (0-10), ''",
        "Age (baseline), Age (baseline), ''",
        "group_c, group c, ''",
        "vitamin_d, vitamin d, ''",
        "years, years, ''",
        "glucose mmol/L, glucose, mmol/L",
    })
    void a_heading_has_a_label_and_the_units_that_everybody_writes_so(String heading, String label, String unit) {
        assertThat(HeaderText.of(heading)).isEqualTo(new HeaderText(label, unit));
    }

    @Test
    void a_row_of_words_above_the_names_has_the_labels() {
        Codebook codebook = csv(
                        "Patient number,Age at visit,Treatment arm", "pid,age,arm", "1,30,a", "2,40,b", "3,50,a")
                .draft(ImportOptions.defaults().withHeaderRow(2), "")
                .codebook();

        assertThat(codebook.variable("age").label()).isEqualTo("Age at visit");
        assertThat(codebook.variable("pid").label()).isEqualTo("Patient number");
    }

    @Test
    void columns_that_no_codebook_could_find_are_left_out_and_named() {
        CodebookDraft draft = csv("id,bp,bp,age,", "a,1,2,30,x", "b,3,4,40,y").draft();

        assertThat(draft.codebook().names()).containsExactly("id", "age");
        assertThat(draft.notes())
                .containsExactly(
                        "left out: column B, 'bp', has no name of its own; name it in the file",
                        "left out: column C, 'bp_2', has no name of its own; name it in the file",
                        "left out: column E, 'column E', has no name of its own; name it in the file");
        assertThat(draft.toString()).endsWith("name it in the file");
        assertThatThrownBy(() -> csv("bp,bp", "1,2").draft())
                .isInstanceOf(InputException.class)
                .hasMessage("no column has a name of its own; there is nothing to draft");
    }

    @Test
    void a_workbook_s_own_codebook_is_not_the_draft() {
        byte[] xlsx = Sheets.of("Data", Sheets.row("id", "age"), Sheets.row("a", 30), Sheets.row("b", 40))
                .and("Codebook", Sheets.row("name", "type"), Sheets.row("age", "text"))
                .xlsx();

        assertThat(Workbook.read("w.xlsx", xlsx)
                        .draft()
                        .codebook()
                        .variable("age")
                        .type())
                .isEqualTo(VariableType.NUMBER);
        ImportOptions options = ImportOptions.defaults().withCodebook(Codebook.of());
        assertThatThrownBy(() -> Workbook.read("w.xlsx", xlsx).draft(options, ""))
                .hasMessage("a codebook is drafted from data without one; leave it out");
    }
}
