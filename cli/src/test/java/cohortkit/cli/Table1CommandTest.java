package cohortkit.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Table1CommandTest {

    private static final String PREGNANCY = "../examples/src/main/resources/cohortkit/examples/pregnancy/";
    private static final Map<String, String> LABELS = Map.of(
            "age", "Age of the mother (years), mean (SD)",
            "bwt", "Birth weight (g), mean (SD)",
            "lwt", "Weight of the mother at the last menstrual period (lb), median [Q1, Q3]",
            "race", "Race, n (%)",
            "ht", "History of hypertension: yes, n (%)",
            "low", "Birth weight below 2500 g: yes, n (%)");

    private static CommandRun table1(String... arguments) {
        List<String> all = new ArrayList<>(List.of("table1", PREGNANCY + "low-birth-weight.csv"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--codebook", PREGNANCY + "codebook.csv"));
        return CommandRun.of(all.toArray(String[]::new));
    }

    /** Values of R, written by table1.R beside them. */
    @Test
    void every_number_is_r_s() throws IOException {
        CommandRun run = table1("--by", "smoke", "--format", "json");
        assertThat(run.err()).isEmpty();
        JsonNode tidy = new JsonMapper().readTree(run.out()).get("tidy");
        List<String> lines = Files.readAllLines(Path.of("src/test/resources/cohortkit/cli/table1.csv"));
        assertThat(lines).hasSize(34);
        for (String line : lines.subList(2, lines.size())) {
            String[] wanted = line.split(",", -1);
            double found = Double.NaN;
            for (JsonNode row : tidy) {
                boolean same = row.get("row").asText().equals(LABELS.get(wanted[0]))
                        && row.get("column").asText().replaceFirst(".*: ", "").equals(wanted[1])
                        && row.get("part").asText().equals(wanted[2]);
                found = same ? row.get("value").asDouble() : found;
            }
            double value = Double.parseDouble(wanted[3]);
            assertThat(found).as(line).isCloseTo(value, within(1e-10 * Math.abs(value)));
        }
    }

    @Test
    void text_names_the_test_of_each_row() {
        CommandRun run = table1("age", "race", "--by", "smoke", "--median", "age", "--journal", "lancet");

        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .startsWith("Characteristics by Smoked during pregnancy\n")
                .contains("Mann-Whitney", "Pearson chi-", "96 (50·8)", "<0·0001");
        assertThat(run.out().lines()).allMatch(line -> line.length() <= 80);
    }

    @Test
    void the_readme_shows_what_is_printed() throws IOException {
        String workbook =
                "../examples/src/main/resources/cohortkit/examples/dialysis/dialysis-reconstructed-from-published-totals.xlsx";
        CommandRun run = CommandRun.of("table1", workbook, "vintage", "insomnia", "--by", "rls");
        String table = run.out().substring(0, run.out().indexOf("\nimport: "));

        assertThat(Files.readString(Path.of("../README.md"))).contains("```text\n" + table + "\n```\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"docx", "xlsx", "html", "tex", "md", "csv"})
    void the_table_is_written_to_a_file(String ending, @TempDir Path folder) throws IOException {
        Path out = folder.resolve("table1." + ending);
        CommandRun run = table1("bwt", "--by", "race", "--mean", "bwt", "--out", out.toString());

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).isEqualTo("wrote " + out + System.lineSeparator());
        assertThat(Files.size(out)).isGreaterThan(200);
    }

    @Test
    void wrong_use_says_what_to_do() {
        assertThat(table1("bwt", "--by", "smoke", "--mean", "bwt", "--median", "bwt")
                        .err())
                .contains("--mean and by --median");
        assertThat(table1("bwt", "--by", "smoke", "--mean", "race").err()).contains("no number of this table");
        assertThat(table1("bwt", "--by", "smoke", "--out", "x.pdf").err()).contains(".docx");
        assertThat(table1("smoke", "--by", "smoke").exit()).isEqualTo(2);
        assertThat(table1("bwt", "bwt", "--by", "smoke").err()).contains("named twice");
        assertThat(table1("bwt", "--by", "lwt").err()).contains("lwt");
    }
}
