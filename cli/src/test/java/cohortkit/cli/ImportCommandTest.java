package cohortkit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImportCommandTest {

    private static final String DIALYSIS =
            "../examples/src/main/resources/cohortkit/examples/dialysis/dialysis-reconstructed-from-published-totals.xlsx";

    @TempDir
    Path folder;

    private CommandRun prevalence(String file) {
        return CommandRun.of("prevalence", file, "rls", "--by", "sex", "--format", "csv");
    }

    @ParameterizedTest
    @ValueSource(strings = {"clean.csv", "clean.xlsx"})
    void a_clean_table_gives_the_same_answers(String name) {
        Path clean = folder.resolve(name);
        assertThat(CommandRun.of("import", DIALYSIS, "--out", clean.toString()).exit())
                .isZero();
        String[] codebook = name.endsWith(".csv")
                ? new String[] {
                    "--codebook", folder.resolve("clean.codebook.csv").toString()
                }
                : new String[0];
        String[] command = {"prevalence", clean.toString(), "rls", "--by", "sex", "--format", "csv"};
        String[] whole = java.util.Arrays.copyOf(command, command.length + codebook.length);
        System.arraycopy(codebook, 0, whole, command.length, codebook.length);
        CommandRun run = CommandRun.of(whole);
        assertThat(run.exit()).isZero();
        assertThat(run.out()).isEqualTo(prevalence(DIALYSIS).out()).contains("female");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ledger.csv", "ledger.html", "ledger.TXT"})
    void a_ledger_is_written_as_its_name_says(String name) throws IOException {
        Path ledger = folder.resolve(name);
        assertThat(CommandRun.of("import", DIALYSIS, "--ledger", ledger.toString())
                        .exit())
                .isZero();
        String start =
                name.endsWith("csv") ? "file,sheet" : name.endsWith("html") ? "<!DOCTYPE html>" : "import ledger: ";
        assertThat(Files.readString(ledger)).startsWith(start).contains("missing code 999");
    }

    @Test
    void a_highlighted_copy_is_read_as_the_original() {
        Path copy = folder.resolve("marked.xlsx");
        assertThat(CommandRun.of("import", DIALYSIS, "--highlight", copy.toString())
                        .exit())
                .isZero();
        assertThat(prevalence(copy.toString()).out())
                .isEqualTo(prevalence(DIALYSIS).out());
    }

    @Test
    void a_file_that_cannot_be_written_is_told_before_the_import() throws IOException {
        Path data = Files.writeString(folder.resolve("d.csv"), "x\n0\n1\n");
        Path ledger = folder.resolve("ledger.pdf");
        assertRefused(
                CommandRun.of("import", data.toString(), "--ledger", ledger.toString()),
                "cannot write '" + ledger + "': a ledger is written as .csv, .html or .txt; give the file one of these "
                        + "extensions");
        Path ods = folder.resolve("clean.ods");
        assertRefused(
                CommandRun.of("import", data.toString(), "--out", ods.toString()),
                "cannot write '" + ods
                        + "': a cohort is written as .csv or .xlsx; give the file one of these extensions");
        Path codebook = Files.writeString(folder.resolve("clean.codebook.csv"), "name,type\nx,number\n");
        Path clean = folder.resolve("clean.csv");
        assertRefused(
                CommandRun.of("import", data.toString(), "--codebook", codebook.toString(), "--out", clean.toString()),
                "'clean.codebook.csv' is named twice; --out, --ledger and --highlight need files of their own, apart from "
                        + "what is read");
        assertThat(clean).doesNotExist();
    }

    private static void assertRefused(CommandRun run, String message) {
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().replaceAll("\\s+", " ").strip()).startsWith("cohort: " + message);
    }
}
