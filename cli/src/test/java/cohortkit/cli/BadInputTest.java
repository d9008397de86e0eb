package cohortkit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Bad input gets one clear message and exit code 2, never a stack trace. */
class BadInputTest {

    private static final String STUDIES = "../examples/src/main/resources/cohortkit/examples/";
    private static final String DIALYSIS = STUDIES + "dialysis/dialysis-reconstructed-from-published-totals.xlsx";

    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of("none.xlsx", new String[] {"prevalence", "none.xlsx", "rls"}),
                Arguments.of("no sheet 'Dta'", new String[] {"import", DIALYSIS, "--sheet", "Dta"}),
                Arguments.of("no variable 'rsl'; did you mean 'rls'?", new String[] {"prevalence", DIALYSIS, "rsl"}),
                Arguments.of("not binary", new String[] {"prevalence", DIALYSIS, "age"}),
                Arguments.of("does not parse at position 12", new String[] {"fit", "insomnia ~ +", DIALYSIS}),
                Arguments.of("no variable 'agee'", new String[] {"fit", "insomnia ~ agee", DIALYSIS}),
                Arguments.of("level must be in (0, 1)", new String[] {"prevalence", DIALYSIS, "rls", "--level", "95"}),
                Arguments.of("four whole numbers", new String[] {"table", "--counts", "1,2,3"}),
                Arguments.of("four whole numbers", new String[] {"table", "--counts", "1,2,3,-4"}),
                Arguments.of("--counts stands alone", new String[] {"table", DIALYSIS, "--counts", "1,2,3,4"}),
                Arguments.of("give a file with --exposure", new String[] {"table", DIALYSIS}),
                Arguments.of("--paired knows no --strata: leave one of them out", new String[] {
                    "table", DIALYSIS, "--paired", "--exposure", "rls", "--outcome", "insomnia", "--strata", "sex"
                }),
                Arguments.of("Unknown option: '--fromat'", new String[] {"table", "--fromat", "json"}),
                Arguments.of("--family", new String[] {"fit", "insomnia ~ rls", DIALYSIS, "--family", "cox"}),
                Arguments.of("no study 'dialisis'", new String[] {"reproduce", "dialisis"}),
                Arguments.of("names one level", new String[] {"prevalence", DIALYSIS, "rls=yes", "--by", "sex"}));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void a_mistake_is_named(String named, String[] arguments) {
        requireOneMessage(CommandRun.of(arguments), named);
    }

    private static void requireOneMessage(CommandRun run, String... named) {
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains(named).doesNotContain("\tat ", "Exception");
    }

    @Test
    void a_file_that_is_no_workbook_is_named(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("fake.xlsx"), new byte[] {'P', 'K', 3, 4, 0, 1, 2, 3});

        requireOneMessage(CommandRun.of("import", file.toString()), "fake.xlsx");
    }

    @Test
    void a_value_outside_the_codebook_is_refused_and_in_the_ledger(@TempDir Path folder) throws IOException {
        Path codebook =
                Files.writeString(folder.resolve("codebook.csv"), "name,label,type,levels\nx,X,category,0=no; 1=yes\n");
        Path data = Files.writeString(folder.resolve("data.csv"), "x\n0\n1\n7\n");
        Path ledger = folder.resolve("ledger.csv");
        CommandRun run = CommandRun.of(
                "import", data.toString(), "--codebook", codebook.toString(), "--ledger", ledger.toString());

        assertThat(run.exit()).isZero();
        assertThat(Files.readString(ledger)).contains("A4,7,refused");
    }

    @Test
    void what_is_read_is_never_overwritten(@TempDir Path folder) throws IOException {
        Path data = Files.writeString(folder.resolve("d.csv"), "x\n0\n1\n");

        requireOneMessage(CommandRun.of("import", data.toString(), "--out", data.toString()), "'d.csv' is named twice");
        requireOneMessage(
                CommandRun.of("import", data.toString(), "--out", folder + "/o.csv", "--ledger", folder + "/./o.csv"),
                "'o.csv' is named twice");
        assertThat(data).hasContent("x\n0\n1\n");
    }

    @Test
    void wrong_use_gets_one_message_and_a_hint() {
        CommandRun run = CommandRun.of("table", "--fromat", "json");

        assertThat(run.err().lines()).hasSizeLessThanOrEqualTo(3);
        assertThat(run.err()).startsWith("cohort: Unknown option: '--fromat'").contains("see cohort table --help");
    }

    @Test
    void a_folder_that_cannot_be_written_is_named(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x");

        requireOneMessage(
                CommandRun.of(
                        "reproduce", "magnesium", "--out", file.resolve("sub").toString()),
                "cannot read or write");
    }
}
