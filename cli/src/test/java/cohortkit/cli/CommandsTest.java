package cohortkit.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CommandsTest {

    private static final String STUDIES = "../examples/src/main/resources/cohortkit/examples/";
    private static final String DIALYSIS = STUDIES + "dialysis/dialysis-reconstructed-from-published-totals.xlsx";
    private static final String BIRTHS = STUDIES + "pregnancy/low-birth-weight.csv";
    private static final String BIRTHS_CODEBOOK = STUDIES + "pregnancy/codebook.csv";

    private static JsonNode json(CommandRun run) throws IOException {
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
        return new JsonMapper().readTree(run.out());
    }

    static Set<String> commands() {
        return Main.commandLine().getSubcommands().keySet();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void every_command_has_help(String command) {
        CommandRun run = CommandRun.of(command, "--help");

        assertThat(run.exit()).isZero();
        assertThat(run.out()).startsWith("Usage: cohort " + command);
        assertThat(run.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }

    @Test
    void alone_it_prints_its_help_and_its_exit_codes() {
        assertThat(CommandRun.of().out()).contains("reproduce", "Exit codes: 0 fine, 1 a claim or check failed");
        assertThat(CommandRun.of("--version").out()).startsWith("Cohortkit ");
    }

    @Test
    void table_prints_one_row_a_measure_and_method() throws IOException {
        JsonNode answer = json(CommandRun.of("table", "--counts", "16,30,46,241", "--format", "json"));
        JsonNode ratio = answer.get("tidy").get(2);

        assertThat(ratio.fieldNames())
                .toIterable()
                .containsExactly("measure", "method", "estimate", "conf.low", "conf.high", "statistic", "p.value");
        assertThat(ratio.get("measure").asText()).isEqualTo("risk ratio");
        assertThat(ratio.get("estimate").asDouble()).isEqualTo((16.0 / 46) / (46.0 / 287));
        assertThat(CommandRun.of("table", DIALYSIS, "--exposure", "rls", "--outcome", "insomnia", "--format", "json"))
                .satisfies(run -> assertThat(json(run).get("tidy").get(2)).isEqualTo(ratio));
    }

    @Test
    void table_stands_within_80_columns() {
        CommandRun run = CommandRun.of("table", DIALYSIS, "--exposure", "rls", "--outcome", "insomnia");

        assertThat(run.out()).contains("risk ratio", "Newcombe", "Fisher exact");
        assertThat(run.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }

    @Test
    void every_answer_says_which_value_counts_and_who_is_left_out(@TempDir Path folder) throws IOException {
        Path data = Files.writeString(folder.resolve("d.csv"), "a,y\nno,alive\nyes,dead\nyes,alive\nno,dead\nno,\n");
        String file = data.toString();

        assertThat(CommandRun.of("prevalence", file, "y").out()).contains("event: y = dead");
        assertThat(CommandRun.of("fit", "y ~ a", file).out()).contains("event: y = dead");
        assertThat(json(CommandRun.of("fit", "y ~ a", file, "--format", "json"))
                        .get("notes")
                        .toString())
                .contains("event: y = dead", "complete cases: 4 of 5", "confidence level 0.95");
        assertThat(json(CommandRun.of("table", file, "--exposure", "a", "--outcome", "y", "--format", "json"))
                        .get("notes")
                        .toString())
                .contains(
                        "exposed: a = yes",
                        "event: y = dead",
                        "left out because of a missing value: 1",
                        "y missing: 1 blank");
    }

    @Test
    void the_reasons_of_missing_values_are_told_by_group(@TempDir Path folder) throws IOException {
        Path codebook = Files.writeString(
                folder.resolve("c.csv"),
                "name,type,missing,asked if\ng,binary,,\ny,binary,9=refused,\nz,binary,,y = 'yes'\n");
        Path data =
                Files.writeString(folder.resolve("d.csv"), "g,y,z\nno,yes,no\nno,9,\nyes,no,\nyes,yes,yes\nyes,,\n");
        String[] read = {data.toString(), "--codebook", codebook.toString()};

        assertThat(CommandRun.of("prevalence", read[0], "y", "--by", "g", read[1], read[2], "--method", "wilson,wald")
                        .out()
                        .lines())
                .contains(
                        "g = no: missing, not in the denominator: {refused=1}",
                        "g = yes: missing, not in the denominator: {blank=1}");
        assertThat(CommandRun.of("prevalence", read[0], "z", read[1], read[2])
                        .out()
                        .lines())
                .contains("missing, not in the denominator: {blank=2, not asked=1}");
    }

    @Test
    void table_adjusts_for_strata() throws IOException {
        CommandRun run = CommandRun.of(
                "table", DIALYSIS, "--exposure", "rls", "--outcome", "insomnia", "--strata", "sex", "--format", "csv");

        assertThat(run.out().lines().findFirst())
                .contains("measure,method,estimate,conf.low,conf.high,statistic,p.value");
        assertThat(run.out()).contains("adjusted odds ratio", "Breslow-Day");
    }

    @Test
    void table_of_pairs_prints_one_row_a_measure_and_method() throws IOException {
        JsonNode answer = json(CommandRun.of("table", "--paired", "--counts", "212,144,256,707", "--format", "json"));
        JsonNode ratio = answer.get("tidy").get(0);

        assertThat(ratio.fieldNames())
                .toIterable()
                .containsExactly("measure", "method", "estimate", "conf.low", "conf.high", "statistic", "p.value");
        assertThat(ratio.get("estimate").asDouble()).isEqualTo(144 / 256.0);
        assertThat(answer.get("tidy"))
                .extracting(row -> row.get("method").asText())
                .containsExactly(
                        "log Wald",
                        "exact",
                        "mid-p",
                        "Tango score",
                        "Wald",
                        "McNemar chi-square",
                        "McNemar chi-square with continuity correction",
                        "McNemar exact",
                        "McNemar mid-p",
                        "Wilson",
                        "Wald",
                        "Cohen's kappa, null standard error");
        assertThat(answer.get("tidy").get(5).get("statistic").asDouble()).isCloseTo(31.36, within(1e-12));
        assertThat(answer.get("glance").get("nobs").asLong()).isEqualTo(1319);
    }

    @Test
    void table_of_pairs_reads_a_file_and_stands_within_80_columns() {
        String[] file = {"table", DIALYSIS, "--paired", "--exposure", "rls", "--outcome", "insomnia"};
        CommandRun run = CommandRun.of(file);

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).startsWith("rls and insomnia: 333 pairs\n").contains("Tango score", "Cohen's kappa");
        assertThat(run.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        assertThat(CommandRun.of("table", "--paired", "--counts", "16,30,46,241", "--format", "csv")
                        .out())
                .isEqualTo(CommandRun.of(Stream.concat(Stream.of(file), Stream.of("--format", "csv"))
                                .toArray(String[]::new))
                        .out());
        assertThat(CommandRun.of("table", "--help").out()).contains("--paired", "both, first only, second only");
    }

    @Test
    void prevalence_counts_by_group_method_and_level() throws IOException {
        JsonNode answer = json(
                CommandRun.of("prevalence", DIALYSIS, "rls", "--method", "wilson,clopper_pearson", "--format", "json"));

        assertThat(answer.get("tidy")).hasSize(2);
        assertThat(answer.get("tidy").get(0).get("estimate").asDouble()).isEqualTo(46 / 333.0);
        assertThat(CommandRun.of("prevalence", DIALYSIS, "rls").out())
                .startsWith("46/333 = 13.8 % (95 % CI 10.5 to 17.9; Wilson)");
        assertThat(CommandRun.of("prevalence", DIALYSIS, "rls", "--by", "sex").out())
                .contains("sex = female: ");
        assertThat(CommandRun.of("prevalence", BIRTHS, "race=2", "--codebook", BIRTHS_CODEBOOK)
                        .out())
                .startsWith("26/189");
    }

    @Test
    void import_writes_the_clean_table_and_the_ledger(@TempDir Path folder) throws IOException {
        Path clean = folder.resolve("clean.csv");
        Path ledger = folder.resolve("ledger.csv");
        CommandRun run = CommandRun.of("import", DIALYSIS, "--out", clean.toString(), "--ledger", ledger.toString());

        assertThat(run.exit()).isZero();
        assertThat(Files.readAllLines(clean)).hasSize(334).first().asString().startsWith("patient,enrolled,sex,age");
        assertThat(Files.readString(ledger)).contains("Data (reconstructed)", "repaired", "recoded", "dropped");
    }

    @Test
    void a_strict_import_writes_the_ledger_and_no_table(@TempDir Path folder) throws IOException {
        Path codebook = Files.writeString(
                folder.resolve("c.csv"),
                "name,type,max,required,check\nage,number,110,yes,\nend,number,,,end >= age\n");
        Path data = Files.writeString(folder.resolve("d.csv"), "age,end\n17,20\n170,20\n,5\n30,5\n");
        Path clean = folder.resolve("clean.csv");
        Path ledger = folder.resolve("ledger.csv");
        String[] arguments = {
            "import",
            data.toString(),
            "--codebook",
            codebook.toString(),
            "--out",
            clean.toString(),
            "--ledger",
            ledger.toString(),
            "--strict"
        };
        CommandRun run = CommandRun.of(arguments);

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isEqualToNormalizingNewlines("""
            cohort: 'd.csv': 4 errors against the codebook; a strict import takes none
              age: outside -Inf to 110 (1): A3
              age: required and refused (1): A3
              age: required and blank (1): A4
              end: breaks end >= age (1): B5
            correct the file or the codebook; without strict, the ledger names them and the import goes on
            """);
        assertThat(clean).doesNotExist();
        assertThat(Files.readAllLines(ledger))
                .hasSize(5)
                .contains("d.csv,,B5,5,broken_rule,5,breaks end >= age: age is 30 (A5),error");

        assertThat(CommandRun.of(java.util.Arrays.copyOf(arguments, arguments.length - 1))
                        .exit())
                .isZero();
        assertThat(clean).exists();
        assertThat(CommandRun.of("prevalence", data.toString(), "age", "--codebook", codebook.toString(), "--strict"))
                .extracting(CommandRun::exit)
                .isEqualTo(1);
    }

    @Test
    void reconstruct_writes_the_workbooks(@TempDir Path folder) {
        assertThat(CommandRun.of("reconstruct", folder.toString()).out().lines())
                .hasSize(3);
    }
}
