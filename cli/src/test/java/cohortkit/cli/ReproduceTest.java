package cohortkit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cohortkit.claims.Figure;
import cohortkit.claims.Finding;
import cohortkit.claims.Printed;
import cohortkit.claims.Study;
import cohortkit.claims.Verdict;
import cohortkit.core.Estimate;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ReproduceTest {

    @Test
    void every_figure_has_the_verdict_that_its_study_declares(@TempDir Path folder) throws IOException {
        CommandRun run = CommandRun.of("reproduce", "--out", folder.toString());
        JsonNode figures =
                new JsonMapper().readTree(folder.resolve("figures.json").toFile());

        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
        assertThat(run.out().lines()).allSatisfy(line -> {
            if (!line.startsWith("written: ")) {
                assertThat(line).hasSizeLessThanOrEqualTo(100);
            }
        });
        assertThat(figures).isNotEmpty().allSatisfy(figure -> {
            assertThat(figure.fieldNames())
                    .toIterable()
                    .contains(
                            "study",
                            "id",
                            "where",
                            "quote",
                            "computed",
                            "lower",
                            "upper",
                            "level",
                            "verdict",
                            "expected");
            assertThat(figure.get("verdict")).isEqualTo(figure.get("expected"));
        });
        assertThat(folder.resolve("index.html")).content().contains("Restless legs and insomnia on dialysis, 2005");
    }

    @Test
    void one_study_can_be_reproduced_alone(@TempDir Path folder) {
        CommandRun run = CommandRun.of("reproduce", "magnesium", "--out", folder.toString());

        assertThat(run.out()).contains("6 figures:").doesNotContain("dialysis");
    }

    @Test
    void a_wrong_declared_verdict_exits_with_1_and_is_named(@TempDir Path folder) throws IOException {
        Figure figure = new Figure(
                "n",
                "abstract",
                "333 patients",
                "n",
                Optional.of(Printed.parse("334")),
                Optional.empty(),
                Optional.empty(),
                Verdict.Kind.REPRODUCED,
                "");
        Study study = Study.of(
                "wrong", "A study", List.of(figure), Map.of("n", () -> Finding.fromRows(Estimate.count(333, "rows"))));
        ReproduceCommand command = new ReproduceCommand();
        StringWriter out = new StringWriter();
        CommandLine line = new CommandLine(command).setOut(new PrintWriter(out, true));
        line.parseArgs("--out", folder.toString());

        assertThat(command.reproduce(List.of(study))).isEqualTo(1);
        assertThat(out.toString()).contains("wrong n is declared REPRODUCED and is CONTRADICTED: printed 334");
    }

    @Test
    void a_verdict_leads_to_its_cells_and_a_cell_to_its_figures() {
        CommandRun why = CommandRun.of("reproduce", "--why", "c5-us-risk-ratio");
        assertThat(why.exit()).isZero();
        assertThat(why.out())
                .contains("rows        48 of 72 rows of sleep-survey-grouped.csv", "cells       leg_jerks D2:D73");
        CommandRun unknown = CommandRun.of("reproduce", "sweden", "--why", "c5-us-ratio");
        assertThat(unknown.exit()).isEqualTo(2);
        assertThat(unknown.err()).contains("no figure 'c5-us-ratio'; ");
        assertThat(CommandRun.of("reproduce", "--why", "c5-us-risk-ratio", "--impact", "B2")
                        .err())
                .contains("--why does not go with --impact");
        CommandRun impact = CommandRun.of("reproduce", "--impact", "low-birth-weight.csv!B2");
        assertThat(impact.out()).contains("pregnancy lbw-age: age -0.024", "7 figures rest on low-birth-weight.csv!B2");
        assertThat(CommandRun.of("reproduce", "--impact", "low-birth-weight.csv!G2")
                        .out())
                .isEqualTo("0 figures rest on low-birth-weight.csv!G2" + System.lineSeparator());
        assertThat(CommandRun.of("reproduce", "dialysis", "--impact", "Data (reconstructed)!G5")
                        .out())
                .contains("6 figures rest on");
    }
}
