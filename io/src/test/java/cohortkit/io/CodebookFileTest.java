package cohortkit.io;

import static cohortkit.io.Sheets.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cohortkit.core.Codebook;
import cohortkit.core.InputException;
import cohortkit.core.Level;
import cohortkit.core.Missing;
import cohortkit.core.Range;
import cohortkit.core.Variable;
import cohortkit.core.VariableType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodebookFileTest {

    private static final Object[] HEADER = row("name", "type", "levels", "min", "max", "missing");

    @TempDir
    Path folder;

    private static Codebook read(Object[]... rows) {
        return CodebookFile.read("c.xlsx", Sheets.of("Codebook", rows).xlsx());
    }

    private static void assertProblem(String message, Object[]... rows) {
        assertThatThrownBy(() -> read(rows)).isInstanceOf(InputException.class).hasMessage(message);
    }

    @Test
    void data_by_their_name_are_read_under_a_codebook_of_its_own(@TempDir Path shelf) throws IOException {
        Path data = Files.writeString(shelf.resolve("data.csv"), "rls\n1\n0\n");
        Path codebook =
                Files.writeString(shelf.resolve("codebook.csv"), "name,type,levels\nrls,category,0=no; 1=yes\n");

        var cohort = Workbook.open(data.toString()).cohort(CodebookFile.read(codebook));

        assertThat(cohort.variable("rls").levels()).extracting(Object::toString).containsExactly("0=no", "1=yes");
    }

    @Test
    void the_example_of_the_documentation_reads() throws Exception {
        Path file = Files.writeString(folder.resolve("codebook.csv"), """
            name,label,type,levels,unit,min,max,missing
            id,Patient,identifier,,,,,
            age,Age at interview,number,,years,16,110,99=not done
            rls,Restless legs,category,0=no; 1=yes,,,,9=refused; n/a=not done
            visit,Interview,date,,d/m/y,2004-01-01,,
            """);
        Codebook codebook = CodebookFile.read(file);
        assertThat(codebook.names()).containsExactly("id", "age", "rls", "visit");
        assertThat(codebook.variable("age"))
                .isEqualTo(Variable.number("age", "Age at interview")
                        .withUnit("years")
                        .withRange(new Range(16, 110))
                        .withMissing("99", "not done"));
        assertThat(codebook.variable("rls").levels()).containsExactly(new Level("0", "no"), new Level("1", "yes"));
        assertThat(codebook.variable("rls").missingCodes())
                .isEqualTo(Map.of("9", new Missing("refused"), "n/a", new Missing("not done")));
        assertThat(codebook.variable("visit").range().min())
                .isEqualTo((double) LocalDate.of(2004, 1, 1).toEpochDay());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "0=no; 1=yes > 0=no, 1=yes",
                "0, no | 1, yes > 0=no, 1=yes",
                "0=no, 1=yes > 0=no, 1=yes",
                "female; male > female, male",
                "female, male > female, male",
                "'1=never; 2=seldom, if ever' > '1=never, 2=seldom, if ever'",
                "1, never, ever | 2 > '1=never, ever, 2'",
                "a= > a",
            })
    void levels_are_written_in_several_ways(String text, String expected) {
        assertThat(CodebookWords.levels(text).toString()).isEqualTo("[" + expected + "]");
    }

    @ParameterizedTest
    @CsvSource({
        "number, NUMBER",
        "Numeric, NUMBER",
        "integer, NUMBER",
        "date, DATE",
        "text, TEXT",
        "string, TEXT",
        "id, IDENTIFIER",
        "identifier , IDENTIFIER",
        "binary, CATEGORY"
    })
    void types_have_several_words(String word, VariableType type) {
        assertThat(read(HEADER, row("x", word)).variable("x").type()).isEqualTo(type);
    }

    @Test
    void a_binary_variable_is_no_and_yes_unless_it_has_levels() {
        Codebook codebook = read(HEADER, row("a", "binary"), row("b", "binary", "1=dead; 2=alive"));
        assertThat(codebook.variable("a").levels()).containsExactly(Level.of("no"), Level.of("yes"));
        assertThat(codebook.variable("b").levels()).containsExactly(new Level("1", "dead"), new Level("2", "alive"));
    }

    @Test
    void missing_codes_may_lack_a_reason_and_blank_may_have_one() {
        Map<String, Missing> codes = read(HEADER, row("x", "number", null, null, null, "9; blank=not asked"))
                .variable("x")
                .missingCodes();
        assertThat(codes).isEqualTo(Map.of("9", new Missing("code 9"), "", new Missing("not asked")));
        byte[] csv = "id,x\n1,5\n2,\n".getBytes(StandardCharsets.UTF_8);
        Codebook codebook = read(HEADER, row("x", "number", null, null, null, "blank=not asked"));
        assertThat(Workbook.read("d.csv", csv)
                        .cohort(ImportOptions.defaults().withCodebook(codebook))
                        .missing("x"))
                .isEqualTo(Map.of(new Missing("not asked"), 1));
    }

    @Test
    void what_is_wrong_is_told_with_its_cell() {
        assertProblem(
                "'c.xlsx', Codebook!A3: variable 'x' has the unknown type 'nubmer'; use one of number, category,"
                        + " binary, date, time, datetime, text, identifier",
                row("Title"),
                HEADER,
                row("x", "nubmer"));
        assertProblem(
                "'c.xlsx', Codebook!A2: variable 'x' has no type; give it one of number, category, binary, date, time,"
                        + " datetime, text, identifier",
                HEADER,
                row("x"));
        assertProblem(
                "'c.xlsx', Codebook!A3: the codebook names 'x' twice; rename one",
                HEADER,
                row("x", "number"),
                row("x ", "text"));
        assertProblem(
                "'c.xlsx', Codebook!B2: \"number\" stands in a row without a variable's name",
                HEADER,
                row(null, "number"),
                row("x", "text"));
        assertProblem(
                "'c.xlsx', Codebook!A2: variable 'x' has levels but is a number; make it a category or leave them out",
                HEADER,
                row("x", "number", "0=no"));
        assertProblem(
                "'c.xlsx', Codebook!A2: variable 'x' is a category without levels; list them, such as 0=no; 1=yes",
                HEADER,
                row("x", "category"));
        assertProblem(
                "'c.xlsx', Codebook!A2: variable 'x' has the limit 'low', which is not a number",
                HEADER,
                row("x", "number", null, "low"));
        assertProblem(
                "'c.xlsx', Codebook!A2: variable 'x' has the limit '4', which is not a date such as 2004-03-17",
                HEADER,
                row("x", "date", null, 4));
        assertProblem(
                "'c.xlsx', Codebook!A2: variable 'x' has the limit '4', which is not a number",
                HEADER,
                row("x", "text", null, 4));
        assertProblem(
                "'c.xlsx', Codebook!A2: variable 'x' has min 5 above max 4", HEADER, row("x", "number", null, 5, 4));
        assertProblem(
                "'c.xlsx', sheet 'Codebook': the codebook names no variables under its header in row 1",
                new Object[][] {HEADER});
        assertProblem("'c.xlsx' holds no codebook: no row has the column names 'name' and 'type'", row("a"), row(1));
    }

    @Test
    void rules_are_read_under_the_names_that_people_give_them() {
        for (String askedIf : List.of("asked if", "Asked_If", "branching", "Skip logic")) {
            for (String checks : List.of("check", "Checks", "rule", "RULES")) {
                Variable y = read(
                                row("name", "type", "required", askedIf, checks),
                                row("x", "number", true),
                                row("y", "number", "No", "x > 1", " y > x ;\n y < 9; "))
                        .variable("y");
                assertThat(y)
                        .isEqualTo(Variable.number("y", "")
                                .withAskedIf("x > 1")
                                .withCheck("y > x")
                                .withCheck("y < 9"));
            }
        }
        Codebook codebook = read(
                row("name", "type", "required"),
                row("a", "number", "yes"),
                row("b", "number", 1),
                row("c", "number", "X"),
                row("d", "number", true),
                row("e", "number", "required"),
                row("f", "number", 0),
                row("g", "number", "-"));
        assertThat(codebook)
                .filteredOn(variable -> variable.rules().required())
                .extracting(Variable::name)
                .containsExactly("a", "b", "c", "d", "e");
    }

    @Test
    void a_wrong_rule_is_told_with_its_own_cell() {
        Object[] header = row("name", "type", "required", "asked if", "check");
        assertProblem(
                "'c.xlsx', Codebook!C2: required is 'maybe'; write yes or no", header, row("x", "number", "maybe"));
        assertProblem(
                "'c.xlsx', Codebook!D2: the condition does not parse at position 4: expected a variable, a number, a"
                        + " date or 'text in quotes', the condition ends there\n"
                        + "  x >\n"
                        + "     ^",
                header,
                row("x", "number", null, "x > "));
        assertProblem(
                "'c.xlsx', Codebook!E3: the condition does not fit the codebook at position 1: no variable 'agee'; did"
                        + " you mean 'age'? (text stands in quotes)\n"
                        + "  agee > 3\n"
                        + "  ^",
                header,
                row("age", "number"),
                row("x", "number", null, null, "x > 1; agee > 3"),
                row("z", "date"));
    }

    @Test
    void a_sheet_is_a_codebook_by_its_name_or_by_its_types() {
        Object[][] data = {row("name", "type", "age"), row("Ann", "inpatient", 31)};
        Sheets sheets = Sheets.of("Data", data).and("About", HEADER, row("age", "number"), new Object[0]);
        Workbook workbook = Workbook.read("w.xlsx", sheets.xlsx());
        assertThat(workbook.codebook().orElseThrow().names()).containsExactly("age");
        assertThat(workbook.cohort().codebook().names()).isEqualTo(List.of("age"));
        assertThat(Workbook.read("w.xlsx", Sheets.of("Data", data).xlsx()).codebook())
                .isEmpty();
        Sheets named = Sheets.of("Data", data).and("My Codebook", HEADER, row("age", "figure"));
        assertThatThrownBy(() -> Workbook.read("w.xlsx", named.xlsx()).cohort())
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("'w.xlsx', My Codebook!A2: variable 'age' has the unknown type 'figure'");
    }
}
