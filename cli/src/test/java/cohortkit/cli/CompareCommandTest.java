package cohortkit.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompareCommandTest {

    private static final String PREGNANCY = "../examples/src/main/resources/cohortkit/examples/pregnancy/";
    private static final String BIRTHS = PREGNANCY + "low-birth-weight.csv";
    private static final String CODEBOOK = PREGNANCY + "codebook.csv";

    private static CommandRun compare(String... arguments) {
        String[] all = new String[arguments.length + 4];
        all[0] = "compare";
        all[1] = BIRTHS;
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        all[all.length - 2] = "--codebook";
        all[all.length - 1] = CODEBOOK;
        return CommandRun.of(all);
    }

    private static JsonNode json(CommandRun run) throws IOException {
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
        return new JsonMapper().readTree(run.out());
    }

    @Test
    void two_groups_are_described_and_compared() throws IOException {
        JsonNode answer = json(compare("bwt", "--by", "smoke", "--format", "json"));

        assertThat(answer.get("tidy")).hasSize(26 + 14);
        assertThat(answer.get("tidy").get(0).get("measure").asText()).isEqualTo("n, smoke = no");
        JsonNode welch = answer.get("tidy").get(26);
        assertThat(welch.get("method").asText()).isEqualTo("Welch t");
        // R: t.test(bwt ~ smoke, data = MASS::birthwt)
        assertThat(welch.get("estimate").asDouble()).isCloseTo(-283.7767, within(5e-5));
        assertThat(welch.get("p.value").asDouble()).isCloseTo(0.007003, within(5e-7));
        assertThat(answer.get("glance").get("nobs").asInt()).isEqualTo(189);
    }

    @Test
    void more_groups_are_tested_together_and_methods_chosen() {
        CommandRun run = compare("bwt", "--by", "race", "--method", "anova,Kruskal", "--format", "csv");

        assertThat(run.err()).isEmpty();
        assertThat(run.out().lines().filter(line -> line.contains(",NA,NA,NA,") && line.startsWith("equal")))
                .hasSize(3)
                .allMatch(line -> line.contains("ANOVA") || line.contains("Kruskal-Wallis"));
        assertThat(run.out()).doesNotContain("Levene").contains("mean, race = black");
    }

    @Test
    void text_stands_within_80_columns() {
        for (CommandRun run : new CommandRun[] {
            compare("bwt", "--by", "smoke"),
            compare("bwt", "--by", "race"),
            compare("--paired", "age,lwt"),
            compare("--correlate", "age,lwt")
        }) {
            assertThat(run.err()).isEmpty();
            assertThat(run.exit()).isZero();
            assertThat(run.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
            assertThat(run.out()).contains("confidence level 0.95");
        }
        assertThat(compare("bwt", "--by", "smoke").out()).startsWith("bwt by smoke: 189 values in 2 groups\n");
    }

    @Test
    void pairs_and_correlations_are_rows() throws IOException {
        JsonNode paired = json(compare("--paired", "age,lwt", "--method", "paired t", "--format", "json"));
        assertThat(paired.get("tidy")).hasSize(39 + 1);
        JsonNode together = json(compare("--correlate", "age,lwt", "--method", "fisher z;", "--format", "json"));
        // R: cor.test(~ age + lwt, data = MASS::birthwt)
        assertThat(together.get("tidy").get(39).get("estimate").asDouble()).isCloseTo(0.1800732, within(5e-8));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bwt|give NUMBER --by VAR, or --paired BEFORE,AFTER, or --correlate FIRST,SECOND",
                "bwt --by smoke --paired age,lwt|give NUMBER --by VAR, or --paired BEFORE,AFTER, or --correlate FIRST,SECOND",
                "--paired age|--paired needs two numbers with a comma; was 'age'",
                "--correlate age,lwt,bwt|--correlate needs two numbers with a comma; was 'age,lwt,bwt'",
                "bwt --by race --method yates|no method is called 'yates'; there are ANOVA, F on 2 and 186 degrees of freedom",
            })
    void wrong_use_says_what_is_wanted(String arguments, String message) {
        CommandRun run = compare(arguments.split(" ", -1));

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains(message);
    }
}
