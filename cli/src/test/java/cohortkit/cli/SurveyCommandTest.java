package cohortkit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prevalences of samples with a design. */
class SurveyCommandTest {

    @TempDir
    private Path folder;

    private CommandRun run(String... more) throws IOException {
        Path file = Files.writeString(folder.resolve("s.csv"), """
                s,u,w,n,g,y
                a,1,2,9,x,1
                a,1,3,9,x,0
                a,2,2,9,x,0
                a,2,1,9,z,1
                b,1,4,8,x,1
                b,1,1,8,x,
                b,2,2,8,x,0
                """);
        List<String> arguments = new ArrayList<>(List.of("prevalence", file.toString(), "y"));
        arguments.addAll(List.of(more));
        return CommandRun.of(arguments.toArray(String[]::new));
    }

    @Test
    void a_design_is_printed_with_its_variables() throws IOException {
        CommandRun text = run("--weights", "w", "--stratum", "s", "--psu", "u");

        assertThat(text.err()).isEmpty();
        assertThat(text.out()).isEqualToNormalizingNewlines("""
                3/6, weighted 50.0 % (95 % CI 2.4 to 97.6; logit)
                event: y = 1
                missing, not in the denominator: {blank=1}
                design: weights w; strata s; units u
                """);
        assertThat(run("--weights", "w", "--by", "g", "--psu", "u", "--stratum", "s")
                        .out())
                .startsWith("g = x: 2/5, weighted 46.2 %")
                .contains("g = z: 1/1, weighted 100.0 % (95 % CI 0.0 to 100.0; logit)");
    }

    @Test
    void a_row_a_method_has_degrees_of_freedom_and_design_effect() throws IOException {
        CommandRun csv = run(
                "--weights",
                "w",
                "--stratum",
                "s",
                "--psu",
                "u",
                "--population",
                "n",
                "--design-method",
                "linear,korn_graubard",
                "--format",
                "csv");

        assertThat(csv.err()).isEmpty();
        assertThat(csv.out().lines())
                .hasSize(3)
                .first()
                .isEqualTo("term,n,missing,estimate,std.error,conf.low,conf.high,method,df,deff");
        assertThat(csv.out()).contains("y,6,1,0.5,", ",linear,2,", ",Korn-Graubard,2,");
        assertThat(run("--weights", "w", "--format", "json").out()).contains("design: weights w", "\"df\"");
    }

    @Test
    void a_level_of_a_category_is_counted_by_design() throws IOException {
        Path file = Files.writeString(folder.resolve("l.csv"), "w,c\n1,a\n2,b\n1,c\n");

        assertThat(CommandRun.of("prevalence", file.toString(), "c=b", "--weights", "w")
                        .out())
                .startsWith("1/3, weighted 50.0 %");
    }

    @Test
    void mistakes_are_named() throws IOException {
        assertThat(run("--psu", "s", "--stratum", "s").err())
                .startsWith("cohort: 2 strata ('a', 'b') have one primary sampling unit");
        assertThat(run("--psu", "s", "--stratum", "s", "--single-psu", "centered")
                        .exit())
                .isZero();
        assertThat(run("--weights", "w", "--method", "wilson").err())
                .startsWith("cohort: a survey design has intervals of its own: leave out --method and --as, give"
                        + " --design-method");
    }
}
