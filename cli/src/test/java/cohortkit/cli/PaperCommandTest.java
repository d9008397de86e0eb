package cohortkit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cohortkit.examples.files.StudyFiles;
import cohortkit.examples.pregnancy.PregnancyStudy;
import cohortkit.stats.regression.CoefficientInterval;
import cohortkit.stats.regression.Fit;
import cohortkit.stats.regression.Logistic;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PaperCommandTest {

    private static final String PREGNANCY = "../examples/src/main/resources/cohortkit/examples/pregnancy/";
    private static final String BIRTHS = PREGNANCY + "low-birth-weight.csv";

    private static CommandRun paper(String... arguments) {
        List<String> all = new ArrayList<>(List.of("paper"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--codebook", PREGNANCY + "codebook.csv"));
        CommandRun run = CommandRun.of(all.toArray(String[]::new));
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
        if (!all.contains("json")) {
            assertThat(run.out().lines()).allMatch(line -> line.length() <= 80);
        }
        return run;
    }

    /** glm(low ~ smoke + age, binomial, MASS::birthwt): odds ratio of smoke 1.997 (1.064, 3.748), Wald; 30 of 74. */
    @Test
    void a_regression_stands_alone_beside_together() {
        String text = paper("fit", "low ~ smoke + age", BIRTHS).out();

        assertThat(text)
                .contains("2.02 (1.08 to 3.78)", "2.00 (1.06 to 3.75)", "30/74", "29/115", "reference", "59/189");
    }

    /** glm(low ~ factor(race) + smoke + age, binomial, MASS::birthwt) at 90 %. */
    @Test
    void a_regression_within_strata_at_another_level() {
        String text = paper("fit", "low ~ smoke + age", BIRTHS, "--strata", "race", "--level", "0.9")
                .out();

        assertThat(text)
                .contains("OR (90 % CI)", "3.01 (1.63 to 5.54)  0.0031", "3 strata of race, an intercept each.")
                .doesNotContain("race[");
    }

    @Test
    void the_numbers_of_a_regression_are_those_of_the_fits() throws IOException {
        String answer = paper("fit", "low ~ smoke + race + age", BIRTHS, "--ci", "profile", "--format", "json")
                .out();
        JsonNode tidy = new JsonMapper().readTree(answer).get("tidy");
        var births = StudyFiles.of(PregnancyStudy.class).cohort("low-birth-weight.csv", "codebook.csv");
        Fit fit = Logistic.fit("low ~ smoke + race + age", births).with(CoefficientInterval.PROFILE);
        List<Double> found = new ArrayList<>();
        for (JsonNode row : tidy) {
            if (row.get("column").asText().startsWith("multivariable")
                    && !row.get("value").isNull()) {
                found.add(row.get("value").asDouble());
            }
        }
        List<Double> wanted = new ArrayList<>();
        for (String term : fit.terms().subList(1, fit.terms().size())) {
            wanted.add(fit.oddsRatio(term).value());
            wanted.add(fit.oddsRatio(term).interval().lower());
            wanted.add(fit.oddsRatio(term).interval().upper());
            wanted.add(fit.tidy().get(fit.terms().indexOf(term)).pValue());
        }
        assertThat(found).isEqualTo(wanted);
    }

    @Test
    void linear_models_print_differences_and_interactions_once() {
        String text = paper("fit", "bwt ~ smoke * age + factor(ptl)", BIRTHS, "--family", "linear")
                .out();

        assertThat(text).contains("b (95 % CI)", "smoke[1]:age").doesNotContain("events/n");
    }

    @Test
    void prevalences_and_2x2_tables_are_printed() {
        assertThat(paper("prevalence", BIRTHS, "low", "--by", "smoke").out()).contains("29/115", "25.2 (18.2 to 33.9)");
        assertThat(paper("table", BIRTHS, "--exposure", "smoke", "--outcome", "low")
                        .out())
                .contains("risk ratio", "1.61 (1.06 to 2.44)", "Fisher exact");
    }

    @Test
    void verdicts_are_written_to_a_file(@TempDir Path folder) throws IOException {
        Path out = folder.resolve("verdicts.md");
        CommandRun run = CommandRun.of("paper", "verdicts", "dialysis", "--out", out.toString());

        assertThat(run.err()).isEmpty();
        assertThat(Files.readString(out)).contains("CONSISTENT", "<sup>a</sup>");
        assertThat(CommandRun.of("paper").out()).contains("prevalence", "verdicts");
    }
}
