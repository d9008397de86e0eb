package cohortkit.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class CohortTest {

    private static final Codebook CODEBOOK = Codebook.of(
            Variable.identifier("id", "Number"),
            Variable.number("age", "Age")
                    .withUnit("years")
                    .withRange(new Range(0, 110))
                    .withMissing("99", "refused"),
            Variable.category("sex", "Sex", new Level("1", "male"), new Level("2", "female")),
            Variable.date("seen", "Day seen"),
            Variable.binary("rls", "Restless legs"));

    private static Table table() {
        return Table.create(
                "patients",
                StringColumn.create("id", "a", "b", "c", "d"),
                IntColumn.create("age", new int[] {17, 40, 99, 63}),
                IntColumn.create("sex", new int[] {1, 2, 2, 1}),
                DateColumn.create("seen", LocalDate.of(2004, 3, 17), null, LocalDate.of(2004, 3, 18), null),
                StringColumn.create("rls", "no", "yes", "", "yes"));
    }

    private static Cohort cohort() {
        return Cohort.of(table(), CODEBOOK);
    }

    private static Cohort imported() {
        return Cohort.of(
                Table.create("t", DoubleColumn.create("age", 17, 40), StringColumn.create("rls", "no", "yes")),
                CODEBOOK.select(List.of("age", "rls")),
                Map.of(),
                Provenance.of("f.xlsx", "Data", Map.of("age", 2, "rls", 4), new int[] {5, 7}),
                Ledger.empty());
    }

    @Test
    void reads_numbers_levels_and_events() {
        assertThat(cohort().numbers("age")).containsExactly(17, 40, Double.NaN, 63);
        assertThat(cohort().levels("sex")).containsExactly(0, 1, 1, 0);
        assertThat(cohort().events("rls")).containsExactly(0, 1, -1, 1);
        assertThat(cohort()).hasToString("4 rows, 5 variables");
    }

    @Test
    void keeps_the_reason_of_each_missing_value() {
        assertThat(cohort().missing("age")).containsExactly(Map.entry(new Missing("refused"), 1));
        assertThat(cohort().missing("rls")).containsExactly(Map.entry(Missing.BLANK, 1));
        assertThat(cohort().missing(2, "age")).contains(new Missing("refused"));
        assertThat(cohort().missing(0, "age")).isEmpty();
        assertThat(imported().missing("age")).isEmpty();
        assertThat(imported().missing(0, "age")).isEmpty();
    }

    @Test
    void a_change_to_the_users_table_or_to_a_copy_does_not_reach_the_cohort() {
        Table table = table();
        Cohort cohort = Cohort.of(table, CODEBOOK);
        table.intColumn("age").set(0, 55);
        cohort.table().doubleColumn("age").set(1, 55);
        cohort.numbers("age")[3] = 55;

        assertThat(cohort.numbers("age")).containsExactly(17, 40, Double.NaN, 63);
    }

    @Test
    void where_leaves_out_rows_it_cannot_decide_and_exclude_keeps_them() {
        Cohort adults = cohort().where("under 18 or unknown", p -> p.number("age") >= 18);
        Cohort notMinors = cohort().exclude("under 18", p -> p.number("age") < 18);

        assertThat(adults.flow().steps()).containsExactly(new Flow.Step("under 18 or unknown", 2, 1, 2));
        assertThat(notMinors.flow().steps()).containsExactly(new Flow.Step("under 18", 1, 1, 3));
        assertThat(notMinors.missing("age")).containsExactly(Map.entry(new Missing("refused"), 1));
        assertThat(notMinors.where(p -> p.is("sex", "female")).flow())
                .hasToString("participants: 4\n  - 1 under 18 (undecided because of a missing value: 1)\n  = 3\n"
                        + "  - 1 not selected\n  = 2");
    }

    @Test
    void a_condition_may_ask_whether_a_value_is_missing() {
        assertThat(cohort().where(p -> p.isMissing("age") || p.number("age") > 50)
                        .size())
                .isEqualTo(2);
        assertThat(cohort().where(p -> p.missing("age").equals(java.util.Optional.of(new Missing("refused"))))
                        .size())
                .isEqualTo(1);
    }

    @Test
    void selection_keeps_cell_addresses() {
        Cohort second = imported().where(p -> p.is("rls", "yes"));

        assertThat(second.cell(0, "age")).contains(new CellRef("f.xlsx", "Data", 7, 2));
        assertThat(second.provenance().file()).isEqualTo("f.xlsx");
        assertThat(second.provenance().sheet()).isEqualTo("Data");
        assertThat(cohort().where(p -> true).cell(0, "age")).isEmpty();
        assertThat(imported().derive(Variable.number("x", ""), p -> 1).cell(0, "x"))
                .isEmpty();
    }

    @Test
    void derives_every_type_and_passes_the_missing_reason_on() {
        Cohort derived = cohort().derive(Variable.binary("old", "Over 50"), p -> p.number("age") > 50)
                .derive(Variable.number("twice", "Twice the age"), p -> 2 * p.number("age"))
                .derive(Variable.category("s", "", Level.of("m"), Level.of("f")), p -> p.is("sex", "male") ? "m" : "f")
                .derive(
                        Variable.date("next", ""),
                        p -> p.isMissing("seen") ? null : p.date("seen").plusDays(1))
                .derive(Variable.text("note", ""), p -> p.text("id") + "!");

        assertThat(derived.events("old")).containsExactly(0, 0, -1, 1);
        assertThat(derived.missing("old")).containsExactly(Map.entry(new Missing("refused"), 1));
        assertThat(derived.numbers("twice")).containsExactly(34, 80, Double.NaN, 126);
        assertThat(derived.levels("s")).containsExactly(0, 1, 1, 0);
        assertThat(derived.row(0).date("next")).isEqualTo(LocalDate.of(2004, 3, 18));
        assertThat(derived.missing("next")).containsExactly(Map.entry(Missing.UNDERIVED, 2));
        assertThat(derived.row(3).text("note")).isEqualTo("d!");
        assertThat(derived.variable("old").label()).isEqualTo("Over 50");
        assertThat(cohort().codebook().find("old")).isEmpty();
    }

    @Test
    void refuses_a_derivation_that_does_not_fit_its_variable() {
        assertThatThrownBy(() -> cohort().derive(Variable.number("age", ""), p -> 1))
                .hasMessage("there is a variable 'age' already; choose another name");
        assertThatThrownBy(() -> cohort().derive(Variable.number("x", ""), p -> "one"))
                .hasMessage("variable 'x' is a number; the rule returned a String");
        assertThatThrownBy(() -> cohort().derive(Variable.number("x", "").withRange(new Range(0, 1)), p -> 2))
                .hasMessage("variable 'x': 2.0 is outside its range 0 to 1");
        assertThatThrownBy(() -> cohort().derive(Variable.binary("x", ""), p -> "maybe"))
                .hasMessage("'maybe' is not a level of 'x'; there are no, yes");
    }

    @Test
    void says_all_that_is_wrong_with_a_table_at_once() {
        Table table = Table.create(
                "t",
                StringColumn.create("id", "a", "a"),
                IntColumn.create("age", new int[] {-1, 3}),
                IntColumn.create("sex", new int[] {1, 3}),
                StringColumn.create("rls", "no", "no"),
                StringColumn.create("extra", "x", "y"));

        assertThatThrownBy(() -> Cohort.of(table, CODEBOOK))
                .isInstanceOf(InputException.class)
                .hasMessage("""
                        table 't' does not fit its codebook:
                          column 'extra' is not in the codebook
                          row 2: identifier 'a' stands there twice
                          row 1: variable 'age': -1.0 is outside its range 0 to 110
                          row 2: '3' is not a level of 'sex'; there are 1=male, 2=female
                          the table has no column 'seen'""");
    }

    @Test
    void stops_listing_after_ten_problems() {
        double[] ages = new double[12];
        java.util.Arrays.fill(ages, 500);
        Codebook codebook = CODEBOOK.select(List.of("age"));

        assertThatThrownBy(() -> Cohort.of(Table.create("t", DoubleColumn.create("age", ages)), codebook))
                .hasMessageEndingWith("\n  and 2 more");
    }

    @Test
    void drafts_a_codebook_where_there_is_none() {
        Cohort cohort = Cohort.of(Table.create(
                "t",
                IntColumn.create("n", new int[] {1, 2}),
                StringColumn.create("s", "b", "a"),
                BooleanColumn.create("f", true, false),
                DateColumn.create("d", LocalDate.EPOCH, LocalDate.EPOCH)));

        assertThat(cohort.codebook().toString())
                .isEqualTo("4 variables\nn  a number\ns  a category of 2 levels (a, b)\n"
                        + "f  a category of 2 levels (false, true)\nd  a date");
        assertThat(cohort.events("f")).containsExactly(1, 0);
    }

    @Test
    void long_identifiers_keep_every_digit() {
        Table table = Table.create("t", LongColumn.create("id", 12345678901234567L, 12345678901234568L));
        Cohort cohort = Cohort.of(table, Codebook.of(Variable.identifier("id", "")));

        assertThat(cohort.row(1).text("id")).isEqualTo("12345678901234568");
    }

    @Test
    void an_event_is_the_second_of_two_levels_or_the_one_of_zero_and_one() {
        Cohort zeroOne = Cohort.of(Table.create("t", DoubleColumn.create("x", 0, 1, Double.NaN)));
        Cohort other = Cohort.of(Table.create("t", DoubleColumn.create("x", 0, 2)));

        assertThat(zeroOne.events("x")).containsExactly(0, 1, -1);
        assertThatThrownBy(() -> other.events("x"))
                .hasMessage("variable 'x' is not binary: it is a number, and row 2 holds 2; derive a variable with two "
                        + "levels");
        assertThatThrownBy(() -> imported().events("age"))
                .hasMessage("variable 'age' is not binary: it is a number in years, and Data!B5 holds 17; derive a "
                        + "variable with two levels");
        assertThatThrownBy(() -> cohort().events("seen"))
                .hasMessage("variable 'seen' is not binary: it is a date; derive a variable with two levels");
    }

    @Test
    void a_wrong_name_or_type_is_answered_with_help() {
        assertThatThrownBy(() -> cohort().numbers("aeg")).hasMessage("no variable 'aeg'; did you mean 'age'?");
        assertThatThrownBy(() -> cohort().numbers("zzzz"))
                .hasMessage("no variable 'zzzz'; there are id, age, sex, seen, rls");
        assertThatThrownBy(() -> cohort().numbers("rls"))
                .hasMessage("variable 'rls' is a category of 2 levels (no, yes); a number is needed here");
        assertThatThrownBy(() -> cohort().row(0).number("rls"))
                .hasMessage("variable 'rls' is a category of 2 levels (no, yes); number() cannot read it");
        assertThatThrownBy(() -> cohort().row(0).level("id"))
                .hasMessage("variable 'id' is an identifier; level() cannot read it");
        assertThatThrownBy(() -> cohort().row(0).is("sex", "x"))
                .hasMessage("'x' is not a level of 'sex'; there are 1=male, 2=female");
        assertThatThrownBy(() -> cohort().row(2).number("age"))
                .hasMessage("variable 'age' is missing (refused) in row 3");
        assertThatThrownBy(() -> cohort().row(4)).hasMessage("row 4 of 4");
    }

    @Test
    void an_importer_must_store_each_type_in_its_column() {
        assertThatThrownBy(() -> Cohort.of(
                        Table.create("t", IntColumn.create("age", new int[] {1})),
                        CODEBOOK.select(List.of("age")),
                        Map.of(),
                        Provenance.none(),
                        Ledger.empty()))
                .hasMessage("column 'age' is stored as INTEGER, which does not fit a number in years");
    }
}
