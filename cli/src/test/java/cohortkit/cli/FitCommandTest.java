package cohortkit.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FitCommandTest {

    private static final String STUDIES = "../examples/src/main/resources/cohortkit/examples/";
    private static final String BIRTHS = STUDIES + "pregnancy/low-birth-weight.csv";
    private static final String BIRTHS_CODEBOOK = STUDIES + "pregnancy/codebook.csv";
    private static final String SURVEY = STUDIES + "sweden/sleep-survey-grouped.csv";

    private static String out(String... arguments) {
        CommandRun run = CommandRun.of(arguments);
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
        return run.out();
    }

    private static void refused(String message, String... arguments) {
        CommandRun run = CommandRun.of(arguments);
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains(message);
    }

    private static JsonNode json(String... arguments) throws IOException {
        return new JsonMapper().readTree(out(arguments));
    }

    @Test
    void fit_answers_in_broom_s_words_at_full_precision() throws IOException {
        JsonNode answer =
                json("fit", "low ~ age + lwt + race + ftv", BIRTHS, "--codebook", BIRTHS_CODEBOOK, "--format", "json");

        assertThat(answer.get("tidy").get(0).fieldNames())
                .toIterable()
                .containsExactly(
                        "term", "estimate", "std.error", "statistic", "p.value", "conf.low", "conf.high", "method");
        assertThat(answer.get("tidy")).hasSize(6);
        assertThat(answer.get("tidy").get(3).get("term").asText()).isEqualTo("race[2]");
        // As Hosmer and Lemeshow print it.
        assertThat(answer.get("tidy").get(3).get("estimate").asDouble()).isCloseTo(1.004, within(0.0005));
        assertThat(answer.get("glance").fieldNames())
                .toIterable()
                .containsExactly("nobs", "df.residual", "null.deviance", "deviance", "logLik", "AIC", "BIC");
        assertThat(answer.get("glance").get("logLik").asDouble()).isCloseTo(-111.286, within(0.0005));
    }

    @Test
    void fit_codes_numbers_as_factors_without_a_codebook() throws IOException {
        JsonNode answer = json("fit", "low ~ factor(race, ref = 2)", BIRTHS, "--format", "json");

        assertThat(answer.get("tidy"))
                .extracting(row -> row.get("term").asText())
                .containsExactly("(Intercept)", "race[1]", "race[3]");
    }

    @Test
    void fit_takes_frequency_weights_families_intervals_and_levels() throws IOException {
        List<String> common = List.of("fit", "insomnia_symptom ~ sex", SURVEY, "--weights", "n", "--format", "json");
        JsonNode wald = json(common.toArray(String[]::new));
        JsonNode profile = json(
                "fit",
                "insomnia_symptom ~ sex",
                SURVEY,
                "--weights",
                "n",
                "--format",
                "json",
                "--ci",
                "profile",
                "--level",
                "0.9",
                "--family",
                "log-binomial");

        assertThat(wald.get("glance").get("nobs").asLong()).isEqualTo(12_602);
        assertThat(wald.get("tidy").get(1).get("method").asText()).isEqualTo("Wald");
        assertThat(profile.get("tidy").get(1).get("method").asText()).isEqualTo("profile likelihood");
        assertThat(CommandRun.of("fit", "low ~ age", BIRTHS).out()).startsWith("Logistic regression of low, n = 189");
        assertThat(CommandRun.of("fit", "bwt ~ age", BIRTHS, "--family", "linear")
                        .exit())
                .isZero();
        assertThat(CommandRun.of("fit", "ftv ~ age", BIRTHS, "--family", "poisson")
                        .exit())
                .isZero();
    }

    @Test
    void standard_errors_are_named_and_go_with_the_model() {
        assertThat(out("fit", "low ~ age + smoke", BIRTHS, "--se", "hc3"))
                .contains("Wald intervals and Wald tests, standard errors: HC3");
        assertThat(out("fit", "low ~ smoke", BIRTHS, "--se", "cluster:age", "--format", "csv"))
                .contains("\"Wald, clusters of age\"");
        assertThat(out("fit", "low ~ smoke", BIRTHS, "--se", "cluster:age:none", "--format", "csv"))
                .contains("factor NONE");
        assertThat(out("fit", "low ~ smoke", BIRTHS, "--family", "poisson-robust"))
                .startsWith("Modified Poisson regression of low, n = 189")
                .contains("RR", "HC0", "event: low = 1");
        assertThat(out("fit", "low ~ smoke", BIRTHS, "--family", "risk-difference"))
                .contains("RD");
        refused("no such errors; there are model, hc0,", "fit", "low ~ smoke", BIRTHS, "--se", "hc9");
        refused(
                "no factor 'sas'; there are stata, sandwich, none",
                "fit",
                "low ~ smoke",
                BIRTHS,
                "--se",
                "cluster:age:sas");
        refused("robust errors go with Wald intervals", "fit", "low ~ smoke", BIRTHS, "--se", "hc0", "--ci", "profile");
    }

    @Test
    void curves_and_tests_of_terms_and_missing_values_are_at_hand() {
        assertThat(out("fit", "low ~ rcs(lwt, 4) + smoke", BIRTHS)).contains("rcs(lwt, 4)3");
        assertThat(out("fit", "low ~ rcs(lwt, 4) + smoke", BIRTHS, "--tests", "2"))
                .contains("rcs(lwt, 4)", "likelihood-ratio test, type II");
        assertThat(out("fit", "low ~ smoke", BIRTHS, "--tests", "3", "--format", "csv"))
                .startsWith("term,statistic,df,p.value,method\nsmoke,")
                .contains("type III");
        refused("--tests 1: there are types 2 and 3", "fit", "low ~ smoke", BIRTHS, "--tests", "1");
        refused("poly(smoke, 2) needs more than 2 distinct values", "fit", "low ~ poly(smoke, 2)", BIRTHS);
        assertThat(out("fit", "low ~ smoke", BIRTHS, "--missing"))
                .startsWith("complete: 189 of 189 rows, lost 0\n")
                .contains("low = 1: kept 59/189 = 31.2 %, lost not known");
        assertThat(out("fit", "low ~ smoke", BIRTHS, "--missing", "--format", "csv"))
                .startsWith("missing,n,share,outcome.n,outcome.mean\nnothing,189,1.0,189,0.3121");
    }

    @Test
    void bootstrap_limits_tell_how_they_were_drawn() {
        assertThat(out("fit", "low ~ smoke", BIRTHS, "--ci", "bootstrap", "--replicates", "150", "--seed", "5"))
                .contains("\nsmoke        2.02  ", "\nbootstrap BCa intervals, without p-values: 150 bootstrap")
                .doesNotContain("NA");
        assertThat(out("fit", "low ~ smoke", BIRTHS, "--ci", "bootstrap", "--replicates", "150", "--se", "cluster:age"))
                .contains("150 bootstrap replicates of clusters\n  of age, seed 1");
        refused(
                "--ci bootstrap does not go with --firth",
                "fit",
                "low ~ smoke",
                BIRTHS,
                "--ci",
                "bootstrap",
                "--firth");
    }

    @Test
    void clusters_may_cross() {
        assertThat(out("fit", "low ~ smoke", BIRTHS, "--se", "cluster:lwt+age"))
                .contains("Wald tests, standard errors: clusters of lwt and age");
        assertThat(out("fit", "low ~ smoke", BIRTHS, "--se", "cluster:lwt+age:none"))
                .contains("lwt and age, factor");
        refused("clusters of one variable or of two", "fit", "low ~ smoke", BIRTHS, "--se", "cluster:lwt+age+ui");
        refused(
                "draws the clusters of one variable",
                "fit",
                "low ~ smoke",
                BIRTHS,
                "--se",
                "cluster:lwt+age",
                "--ci",
                "bootstrap");
    }

    @Test
    void weights_say_what_they_mean() {
        assertThat(out("fit", "low ~ smoke", BIRTHS, "--weights", "lwt:probability"))
                .contains("probability weights lwt", "robust as Stata", "n = 189");
        assertThat(out("fit", "bwt ~ smoke", BIRTHS, "--weights", "lwt:precision", "--family", "linear"))
                .contains("precision weights lwt");
        assertThat(out("fit", "low ~ smoke", BIRTHS, "--weights", "lwt")).contains("frequency weights lwt");
        refused("no kind of weights 'survey'", "fit", "low ~ smoke", BIRTHS, "--weights", "lwt:survey");
    }

    @Test
    void a_log_binomial_model_says_how_it_was_found() {
        assertThat(out("fit", "low ~ ptl", BIRTHS, "--family", "log-binomial"))
                .startsWith("Log-binomial regression")
                .contains("Newton's method");
        assertThat(out("fit", "low ~ bwt", BIRTHS, "--family", "log-binomial"))
                .startsWith("Log-binomial regression")
                .contains("the maximum lies on the boundary", "1 with a fitted risk", "profile-likelihood");
        refused(
                "HC0 errors need a maximum inside what the model allows",
                "fit",
                "low ~ bwt",
                BIRTHS,
                "--family",
                "log-binomial",
                "--se",
                "hc0");
    }

    @Test
    void an_offset_may_stand_beside_the_formula(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(
                folder.resolve("deaths.csv"), "deaths,exposed,years\n15,1,1900.5\n27,0,4010.25\n4,0,600\n");
        String inside = out(
                "fit",
                "deaths ~ exposed + offset(log(years))",
                file.toString(),
                "--family",
                "poisson",
                "--format",
                "csv");

        assertThat(out(
                        "fit",
                        "deaths ~ exposed",
                        file.toString(),
                        "--family",
                        "poisson",
                        "--offset",
                        "log(years)",
                        "--format",
                        "csv"))
                .isEqualTo(inside);
    }

    @Test
    void strata_have_intercepts_that_are_counted_and_not_shown() {
        String[] within = {"fit", "low ~ age + smoke", BIRTHS, "--strata", "race"};
        String beside = out("fit", "low ~ age + smoke + factor(race)", BIRTHS, "--format", "csv");
        String smoke = beside.lines()
                .filter(line -> line.startsWith("smoke"))
                .findFirst()
                .orElseThrow();
        String csv = out(with(within, "--format", "csv"));
        assertThat(csv.lines()
                        .filter(line -> line.startsWith("smoke"))
                        .findFirst()
                        .orElseThrow()
                        .substring(0, 15))
                .isEqualTo(smoke.substring(0, 15));
        assertThat(csv).doesNotContain("race[", "(Intercept)");
        assertThat(out(within))
                .contains("3 strata of race, an intercept each", "complete cases: 189 of 189")
                .doesNotContain("race[", "(Intercept)");
        assertThat(out(with(within, "--format", "json"))).contains("\"3 strata of race, an intercept each\"");
        assertThat(out(with(within, "--ci", "profile", "--se", "model"))).contains("profile-likelihood intervals");
        assertThat(out(with(within, "--se", "hc1", "--family", "log-binomial"))).contains("HC1");
        assertThat(out(with(within, "--missing"))).startsWith("complete: 189 of 189 rows");
        assertThat(out(with(within, "--ci", "bootstrap", "--replicates", "100")))
                .contains("100 bootstrap replicates of rows", "within strata of race, seed 1", "3 strata of race")
                .doesNotContain("race[");
        assertThat(out(with(within, "--firth")))
                .contains("Firth logistic regression of low", "3 strata of race, an intercept each")
                .doesNotContain("race[", "(Intercept)");
        assertThat(out(with(within, "--tests", "2")))
                .contains("smoke      9.265   1   0.0023")
                .doesNotContain("race");
        assertThat(out("fit", "low ~ age + smoke + factor(race)", BIRTHS, "--tests", "2"))
                .contains("smoke             9.265   1   0.0023");
        assertThat(out(with(within, "--tests", "3"))).doesNotContain("race");
        assertThat(out("fit", "low ~ smoke", BIRTHS, "--strata", "race", "--exact", "smoke"))
                .isEqualTo(out("fit", "low ~ smoke + factor(race)", BIRTHS, "--exact", "smoke"));
    }

    @Test
    void what_does_not_go_with_strata_is_named() {
        String[] within = {"fit", "low ~ smoke", BIRTHS, "--strata", "race"};
        refused("--se hc0 does not go with --firth", with(within, "--firth", "--se", "hc0"));
        refused("at most 20 strata", "fit", "low ~ smoke", BIRTHS, "--strata", "age", "--firth");
        refused("'smoke' is in the formula", "fit", "low ~ smoke", BIRTHS, "--strata", "smoke");
        refused("'ward'", "fit", "low ~ smoke", BIRTHS, "--strata", "ward");
    }

    private static String[] with(String[] arguments, String... more) {
        return Stream.concat(Arrays.stream(arguments), Arrays.stream(more)).toArray(String[]::new);
    }

    @Test
    void a_term_without_an_estimate_is_a_row_of_its_own(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("twice.csv"), "y,a,b\n0,1,2\n1,2,4\n0,3,6\n1,4,8\n1,1,2\n");

        assertThat(out("fit", "y ~ a + b", file.toString(), "--format", "csv"))
                .contains("\nb,NA,NA,NA,NA,NA,NA,aliased");
    }
}
