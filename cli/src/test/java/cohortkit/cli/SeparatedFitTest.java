package cohortkit.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeparatedFitTest {

    @TempDir
    private Path folder;

    private String file;

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(folder.resolve("data.csv"), "y,x\n1,1\n1,1\n1,1\n0,0\n0,0\n1,0\n0,0\n")
                .toString();
    }

    @Test
    void is_printed_with_a_one_sided_limit_and_firth_beside() {
        CommandRun run = CommandRun.of("fit", "y ~ x", file);

        assertThat(run.exit()).isZero();
        assertThat(run.err()).isEmpty();
        // Likelihood ratio: 2 (4 ln 4/7 + 3 ln 3/7 - ln 1/4 - 3 ln 3/4) = 5.06. Firth: (3 + 1/2) (3 + 1/2) / (1/2 (1 +
        // 1/2)) = 16.33.
        assertThat(run.out())
                .containsPattern("x +Inf +> 1.68 +0.024 +16.33 +0.80 to 2833 +0.072")
                .contains("all 3 rows with x above 0 have y = 1");
    }

    @Test
    void leaves_the_program_as_infinity() throws IOException {
        CommandRun csv = CommandRun.of("fit", "y ~ x", file, "--format", "csv");
        assertThat(csv.out().lines().skip(2).findFirst().orElseThrow())
                .startsWith("x,Inf,NA,")
                .endsWith(",Inf,profile likelihood");

        JsonNode json = new JsonMapper()
                .readTree(
                        CommandRun.of("fit", "y ~ x", file, "--format", "json").out());
        assertThat(json.get("tidy").get(1).get("estimate").asText()).isEqualTo("Inf");
        assertThat(json.get("notes").toString()).contains("quasi-complete separation");
    }

    @Test
    void firth_alone() throws IOException {
        JsonNode json = new JsonMapper()
                .readTree(CommandRun.of("fit", "y ~ x", file, "--firth", "--format", "json")
                        .out());
        JsonNode row = json.get("tidy").get(1);
        assertThat(row.get("estimate").asDouble()).isCloseTo(Math.log(3.5 * 3.5 / 0.75), within(1e-9));
        assertThat(row.get("method").asText()).isEqualTo("profile penalized likelihood");
        assertThat(CommandRun.of("fit", "y ~ x", file, "--firth", "--ci", "wald")
                        .out())
                .startsWith("Firth logistic regression of y, n = 7")
                .contains("Wald intervals and Wald tests");
        assertThat(CommandRun.of("fit", "y ~ x", file, "--firth", "--family", "poisson")
                        .exit())
                .isEqualTo(2);
    }

    @Test
    void robust_errors_are_refused() throws IOException {
        String more = Files.writeString(folder.resolve("more.csv"), "y,x,w\n1,1,1\n1,1,2.5\n0,0,1\n1,0,1\n")
                .toString();
        CommandRun se = CommandRun.of("fit", "y ~ x", more, "--se", "hc1");
        assertThat(se.exit()).isEqualTo(2);
        assertThat(se.err()).contains("HC1 errors need finite estimates", "all 2 rows with x above 0 have y = 1");
        CommandRun weights = CommandRun.of("fit", "y ~ x", more, "--weights", "w:probability");
        assertThat(weights.exit()).isEqualTo(2);
        assertThat(weights.err()).contains("the robust errors of probability weights w need finite estimates");
        assertThat(CommandRun.of("fit", "y ~ x", more, "--weights", "w:probability", "--firth")
                        .err())
                .contains("probability weights w", "Firth's penalty");
        assertThat(CommandRun.of("fit", "y ~ x", more, "--weights", "w:probability", "--exact", "x")
                        .err())
                .contains("probability weights w");
    }

    /** Of 35 ways to give 4 of 7 the event, 4 put all three of x = 1 among them. */
    @Test
    void exact_term() throws IOException {
        assertThat(CommandRun.of("fit", "y ~ x", file, "--exact", "x").out())
                .startsWith("x: Inf (95 % CI ")
                .contains("median unbiased: ", "exact conditional test: p = 0.229");
        JsonNode json = new JsonMapper()
                .readTree(CommandRun.of("fit", "y ~ x", file, "--exact", "x", "--format", "json")
                        .out());
        assertThat(json.get("tidy").get(0).get("p.value").asDouble()).isCloseTo(8.0 / 35, within(1e-12));
        assertThat(json.get("tidy").get(1).get("p.value").asDouble()).isCloseTo(4.0 / 35, within(1e-12));
        assertThat(json.get("tidy").get(1).get("method").asText()).isEqualTo("mid-p");
        assertThat(CommandRun.of("fit", "y ~ x", file, "--exact", "z").exit()).isEqualTo(2);
    }
}
