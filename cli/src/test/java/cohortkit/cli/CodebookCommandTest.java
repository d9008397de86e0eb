package cohortkit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodebookCommandTest {

    @TempDir
    Path folder;

    private Path data;

    @BeforeEach
    void write() throws IOException {
        data = Files.writeString(folder.resolve("clinic.csv"), """
                patient,age_years,smoker,seen
                1,34,yes,2020-01-02
                2,999,no,n/a
                3,51,no,2020-02-03
                """);
    }

    @Test
    void prints_the_draft_within_80_columns() {
        CommandRun run = CommandRun.of("codebook", data.toString());

        assertThat(run.exit()).isZero();
        assertThat(run.out()).isEqualToNormalizingNewlines("""
                variable   kind                      missing            note
                ---------  ------------------------  -----------------  ------------------------
                patient    an identifier
                age_years  a number in years                            observed 34 to 51;
                                                                        SUSPECTED missing codes,
                                                                        not applied: 999 (once;
                                                                        the next value is 51)
                smoker     a category of 2 levels
                           (no, yes)
                seen       a date                    n/a=not available  observed 2020-01-02 to
                                                                        2020-02-03; 1 not
                                                                        available

                variables  suspected
                ---------  ---------
                        4          1
                a suspected code is applied once it stands in the column "missing", such as
                999=not recorded
                --out FILE writes it with labels, levels and notes, to edit and use as
                --codebook
                """);
        assertThat(run.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }

    @ParameterizedTest
    @ValueSource(strings = {"codebook.csv", "codebook.xlsx"})
    void the_draft_is_a_codebook_for_the_same_data(String name) {
        Path codebook = folder.resolve(name);

        assertThat(CommandRun.of("codebook", data.toString(), "--out", codebook.toString())
                        .exit())
                .isZero();
        assertThat(CommandRun.of("import", data.toString(), "--codebook", codebook.toString(), "--format", "json")
                        .out())
                .contains("\"refused\" : 0", "\"reasons\" : \"not available 1\"");
    }

    @Test
    void csv_is_the_codebook_itself(@TempDir Path other) throws IOException {
        CommandRun run = CommandRun.of("codebook", data.toString(), "--format", "csv");
        Path codebook = Files.writeString(other.resolve("c.csv"), run.out());

        assertThat(run.out().lines().findFirst().orElseThrow())
                .startsWith("name,label,type,levels,unit,min,max,missing");
        assertThat(CommandRun.of("import", data.toString(), "--codebook", codebook.toString())
                        .exit())
                .isZero();
    }

    @Test
    void json_has_every_column_and_the_notes() throws IOException {
        JsonNode answer = new JsonMapper()
                .readTree(CommandRun.of("codebook", data.toString(), "--format", "json")
                        .out());

        assertThat(answer.get("tidy").get(1).get("unit").asText()).isEqualTo("years");
        assertThat(answer.get("tidy").get(1).get("note").asText())
                .isEqualTo("observed 34 to 51; SUSPECTED missing codes, not applied: 999 (once; the next value is 51)");
        assertThat(answer.get("glance").get("suspected").asInt()).isEqualTo(1);
    }

    @Test
    void missing_codes_are_for_the_draft_and_for_any_codebook() throws IOException {
        Path codebook = Files.writeString(
                folder.resolve("c.csv"), "name,type\npatient,identifier\nage_years,number\nsmoker,binary\nseen,text\n");

        assertThat(CommandRun.of("codebook", data.toString(), "--missing-codes", "999=not recorded", "--format", "csv")
                        .out())
                .contains("999=not recorded", "observed 34 to 51; 1 not recorded");
        assertThat(CommandRun.of(
                                "import",
                                data.toString(),
                                "--codebook",
                                codebook.toString(),
                                "--missing-codes",
                                "999=not recorded",
                                "--format",
                                "csv")
                        .out())
                .contains("age_years,a number,2,1,not recorded 1");
        assertThat(CommandRun.of("import", data.toString(), "--missing-codes", "999=not recorded")
                        .err())
                .isEqualToNormalizingNewlines(
                        "cohort: --missing-codes needs a codebook; cohort codebook FILE --missing-codes \"...\" "
                                + "--out codebook.csv drafts one\n");
    }

    @Test
    void a_redcap_dictionary_is_translated() throws IOException {
        Path dictionary = Files.writeString(folder.resolve("dictionary.csv"), """
                field_name,form_name,field_type,field_label,select_choices_or_calculations,branching_logic
                record_id,visit,text,Record ID,,
                sex,visit,radio,Sex,"1, Female | 2, Male",
                weeks,visit,text,Weeks,,[sex] = '1'
                """);
        Path codebook = folder.resolve("codebook.csv");
        CommandRun run = CommandRun.of(
                "codebook", dictionary.toString(), "--missing-codes", "-99, Unknown", "--out", codebook.toString());

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("translated from a REDCap data dictionary");
        assertThat(Files.readString(codebook)).contains("1=Female; 2=Male", "-99=Unknown");
        Path export = Files.writeString(folder.resolve("export.csv"), "record_id,sex\n1,1\n2,-99\n");
        assertThat(CommandRun.of("import", export.toString(), "--codebook", codebook.toString(), "--format", "csv")
                        .out())
                .contains("sex,\"a category of 2 levels (1, 2)\",1,1,Unknown 1");
    }

    @Test
    void the_data_are_not_overwritten() {
        CommandRun run = CommandRun.of("codebook", data.toString(), "--out", data.toString());

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err())
                .isEqualToNormalizingNewlines(
                        "cohort: 'clinic.csv' is read; --out needs a file of its own, apart from it\n");
    }

    @Test
    void the_table_is_where_the_options_say() {
        CommandRun run =
                CommandRun.of("codebook", data.toString(), "--range", "A1:B4", "--header-row", "1", "--format", "csv");

        assertThat(run.err()).isEmpty();
        assertThat(run.out().lines()).hasSize(3);
    }
}
