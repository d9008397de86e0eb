package cohortkit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RobustCommandTest {

    private static final String BIRTHS = "../examples/studies/low-birth-weight/";

    private static CommandRun births(String... options) {
        return CommandRun.of(Stream.concat(
                        Stream.of(
                                "robust",
                                BIRTHS + "low-birth-weight.csv",
                                "--codebook",
                                BIRTHS + "codebook.csv",
                                "--outcome",
                                "low"),
                        Stream.of(options))
                .toArray(String[]::new));
    }

    @Test
    void a_claim_is_counted_over_the_grid_and_by_choice() {
        CommandRun run = births("--exposure", "smoke", "--exclude", "ptl > 0", "--exclude", "age < 18");
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .startsWith(
                        "> 1 holds in 24 of 48" + System.lineSeparator() + "as usual: method = risk ratio, log Wald, ")
                .contains("1.61 (95 % CI 1.06 to 2.44; log Wald), holds")
                .contains("and 14 more that do not keep it: --format csv lists all")
                .contains("event: low = 1=yes", "their number is no probability");
        assertThat(run.out().lines().filter(line -> line.matches("exclusion of ptl > 0 +(no +24|yes +0) +24")))
                .hasSize(2);
    }

    @Test
    void the_grid_is_data_behind_a_picture() throws Exception {
        String[] options = {"--exposure", "race=2", "--measure", "odds-ratio,risk-ratio", "--adjust", "age"};
        CommandRun csv = births(
                Stream.concat(Stream.of(options), Stream.of("--format", "csv")).toArray(String[]::new));
        assertThat(csv.out().lines()).hasSize(1 + 5 * 3 * 2);
        assertThat(csv.out())
                .startsWith("method,reference,adjusted for,measure,estimate,conf.low,conf.high,holds,problem\n");
        JsonNode json = new ObjectMapper()
                .readTree(births(Stream.concat(Stream.of(options), Stream.of("--format", "json"))
                                .toArray(String[]::new))
                        .out());
        assertThat(json.get("tidy")).hasSize(30);
        assertThat(json.get("glance").get("of").asInt()).isEqualTo(30);
        long holding = json.get("tidy").findValuesAsText("holds").stream()
                .filter("yes"::equals)
                .count();
        assertThat(json.get("glance").get("holds").asLong()).isEqualTo(holding);
    }

    @Test
    void a_build_server_may_ask_for_a_number_of_ways() {
        String[] options = {"--exposure", "smoke", "--claim", "p<0.05", "--at-least"};
        assertThat(births(Stream.concat(Stream.of(options), Stream.of("6")).toArray(String[]::new))
                        .exit())
                .isZero();
        assertThat(births(Stream.concat(Stream.of(options), Stream.of("7")).toArray(String[]::new))
                        .exit())
                .isEqualTo(1);
    }

    @Test
    void wrong_use_ends_with_2() {
        assertThat(births("--exposure", "smoke", "--claim", "more").err()).contains("'more' is not a claim");
        assertThat(births("--exposure", "race").exit()).isEqualTo(2);
        assertThat(births("--exposure", "smoke", "--claim", "p<0.05", "--measure", "risk-ratio")
                        .err())
                .contains("leave out --measure");
    }
}
