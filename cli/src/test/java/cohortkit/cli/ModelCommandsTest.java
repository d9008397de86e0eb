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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands that ask something of a fit: predict, diagnose, effects. */
class ModelCommandsTest {

    private static final String PREGNANCY = "../examples/src/main/resources/cohortkit/examples/pregnancy/";
    private static final String BIRTHS = PREGNANCY + "low-birth-weight.csv";
    private static final String CODEBOOK = PREGNANCY + "codebook.csv";

    @TempDir
    private Path folder;

    private static CommandRun run(String command, String formula, String... arguments) {
        List<String> all = new ArrayList<>(List.of(command, formula, BIRTHS, "--codebook", CODEBOOK));
        all.addAll(List.of(arguments));
        return CommandRun.of(all.toArray(String[]::new));
    }

    private static JsonNode json(CommandRun run) throws IOException {
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
        return new JsonMapper().readTree(run.out());
    }

    @Test
    void predict_gives_a_risk_with_limits_to_each_row() throws IOException {
        JsonNode rows = json(run("predict", "low ~ smoke", "--format", "json")).get("tidy");

        assertThat(rows).hasSize(189);
        assertThat(rows.get(0).get("row").asInt()).isEqualTo(1);
        // 29 of 115 who do not smoke
        assertThat(rows.get(0).get(".fitted").asDouble()).isCloseTo(29.0 / 115, within(1e-12));
        assertThat(rows.get(0).get(".lower").asDouble()).isLessThan(29.0 / 115);
        assertThat(rows.get(0).get("missing").asText()).isEmpty();
    }

    @Test
    void predict_keeps_rows_that_lack_a_predictor() throws IOException {
        Path others = folder.resolve("others.csv");
        Files.writeString(others, "who,smoke,age\nA,1,20\nB,,30\nC,0,\n");
        CommandRun run = CommandRun.of(
                "predict", "low ~ smoke", BIRTHS, "--new", others.toString(), "--id", "who", "--format", "csv");

        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .startsWith("who,.fitted,.se.fit,.lower,.upper,missing\nA,0.405")
                .contains("\nB,NA,NA,NA,NA,blank\nC,0.252");
    }

    @Test
    void predict_names_levels_that_the_fit_did_not_see() throws IOException {
        Path others = folder.resolve("others.csv");
        Files.writeString(others, "race\n1\n7\n");
        CommandRun run = CommandRun.of("predict", "low ~ factor(race)", BIRTHS, "--new", others.toString());

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("variable 'race' is 7 in 1 row").contains("the fit saw only 1, 2, 3");
    }

    @Test
    void diagnose_checks_a_fit() throws IOException {
        JsonNode rows = json(run("diagnose", "low ~ age + lwt + race + smoke", "--format", "json"))
                .get("tidy");

        assertThat(rows.get(0).get("measure").asText()).isEqualTo("area under the ROC curve");
        // R: pROC::auc, as in model-checks.csv
        assertThat(rows.get(0).get("estimate").asDouble()).isCloseTo(0.683702737940026, within(1e-12));
        assertThat(rows).anyMatch(row -> row.get("method").asText().equals("race, df 2"));
    }

    @Test
    void diagnose_cuts_groups_as_other_programs_do() {
        String formula = "low ~ age + lwt + factor(race) + smoke + ptl + ht + ui";
        assertThat(run("diagnose", formula, "--format", "csv").out())
                .contains("Hosmer-Lemeshow, 10 groups")
                .doesNotContain(" as ");
        // 9.65 by Stata's rule, as in RiskGroupingTest
        assertThat(run("diagnose", formula, "--groups", "stata", "--format", "csv")
                        .out())
                .contains("9.652", "Hosmer-Lemeshow, 10 groups as Stata");
        assertThat(run("diagnose", formula, "--groups", "SAS", "--format", "csv")
                        .out())
                .contains("10 groups as SAS");
        assertThat(run("diagnose", formula, "--groups", "SAS", "--new", BIRTHS).err())
                .contains("--groups SAS goes with the rows of the fit, not with --new");
    }

    @Test
    void diagnose_of_a_maximum_on_the_boundary_says_what_it_lacks() {
        CommandRun run = run("diagnose", "low ~ age + lwt + smoke", "--family", "risk-difference", "--format", "json");

        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .contains("area under the ROC curve", "no influence: standard errors need a maximum inside")
                .contains("no variance inflation: covariances need a maximum inside");
    }

    @Test
    void diagnose_in_new_rows_leaves_the_fit_alone() {
        CommandRun run = run("diagnose", "low ~ age + lwt", "--new", BIRTHS);

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("Brier score").doesNotContain("leverage").contains("event: low = ");
        assertThat(run.out().lines()).allMatch(line -> line.length() <= 80);
    }

    @Test
    void effects_standardizes() throws IOException {
        JsonNode rows = json(run("effects", "low ~ smoke", "--exposure", "smoke", "--format", "json"))
                .get("tidy");

        assertThat(rows).hasSize(6);
        assertThat(rows.get(2).get("measure").asText()).startsWith("risk ratio, smoke");
        assertThat(rows.get(2).get("estimate").asDouble()).isCloseTo(30.0 / 74 / (29.0 / 115), within(1e-12));
        assertThat(rows.get(5).get("estimate").asDouble()).isCloseTo(30.0 / 74 - 29.0 / 115, within(1e-12));
    }

    @Test
    void effects_resamples_and_compares_values() {
        CommandRun run = run(
                "effects",
                "low ~ smoke + age",
                "--exposure",
                "age",
                "--values",
                "20,30",
                "--bootstrap",
                "20",
                "--format",
                "csv");

        assertThat(run.err()).isEmpty();
        assertThat(run.out().lines().filter(line -> line.contains("resamples, seed 1")))
                .hasSize(4);
        assertThat(run.out()).contains("age: 30 against 20").doesNotContain("marginal");
    }

    @Test
    void effects_without_an_exposure_are_marginal() {
        CommandRun run = run("effects", "low ~ smoke + age");

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("marginal").contains("effect, age").contains("complete cases: 189 of 189");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--bootstrap=20", "--exposure=age", "--exposure=lwt", "--exposure=smoke --values=1"})
    void effects_refuses_what_it_cannot_answer(String options) {
        CommandRun run = run("effects", "low ~ smoke + age", options.split(" ", -1));

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).isNotEmpty().doesNotContain("Exception");
    }

    /** As of factor(race), with the strata counted and not shown. */
    @Test
    void strata_have_intercepts_in_predictions_effects_and_checks() throws IOException {
        for (String command : List.of("predict", "diagnose")) {
            JsonNode within = json(run(command, "low ~ smoke + age", "--strata", "race", "--format", "json"));
            JsonNode whole = json(run(command, "low ~ factor(race) + smoke + age", "--format", "json"));
            assertThat(within.get("tidy")).isEqualTo(whole.get("tidy"));
            assertThat(within.get("notes").toString()).contains("3 strata of race, an intercept each");
        }
        JsonNode effects = json(run("effects", "low ~ smoke + age", "--strata", "race", "--format", "json"));
        JsonNode whole = json(run("effects", "low ~ factor(race) + smoke + age", "--format", "json"));
        assertThat(effects.get("tidy")).hasSize(2);
        for (int i = 0; i < 2; i++) {
            assertThat(effects.get("tidy").get(i))
                    .isEqualTo(whole.get("tidy").get(whole.get("tidy").size() - 2 + i));
        }
        CommandRun own = run("effects", "low ~ smoke", "--strata", "race", "--exposure", "race");
        assertThat(own.exit()).isEqualTo(2);
        assertThat(own.err()).contains("'race' has the strata, whose intercepts are no effects");
    }

    @Test
    void a_stratum_without_an_intercept_predicts_nothing() throws IOException {
        Path sites = Files.writeString(
                folder.resolve("sites.csv"),
                "y,x,site\n1,1,a\n0,1,a\n0,0,a\n1,0,a\n1,1,b\n0,0,b\n1,0,b\n0,1,b\n0,1,none\n0,0,none\n");
        Path others = Files.writeString(folder.resolve("others.csv"), "x,site\n1,a\n1,none\n0,new\n0,\n");

        CommandRun run = CommandRun.of(
                "predict",
                "y ~ x",
                sites.toString(),
                "--strata",
                "site",
                "--new",
                others.toString(),
                "--format",
                "csv");

        assertThat(run.err()).isEmpty();
        assertThat(run.out().lines().skip(1))
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("1,0.5").endsWith(","),
                        line -> assertThat(line).isEqualTo("2,NA,NA,NA,NA,a stratum without information"),
                        line -> assertThat(line).isEqualTo("3,NA,NA,NA,NA,a stratum that the fit did not see"),
                        line -> assertThat(line).isEqualTo("4,NA,NA,NA,NA,blank"));
    }
}
