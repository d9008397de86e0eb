package cohortkit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {

    @TempDir
    private Path folder;

    @Test
    void a_contradicted_figure_ends_with_1_and_says_how_sure() {
        CommandRun run = CommandRun.of("check", "OR 2.32 (1.23-4.39), p=0.002");

        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out())
                .contains("OR 2.32 (1.23 to 4.39), p=0.002: CONTRADICTED")
                .contains("sure: no rounding rule allows it, given an interval of 95 %")
                .endsWith("1 sentence with numbers, 1 check, 1 contradicted\n");
    }

    @Test
    void right_figures_end_with_0() {
        assertThat(CommandRun.of("check", "OR 2.32 (1.23-4.39), p=0.009").exit())
                .isZero();
        assertThat(CommandRun.of("check", "45/333 (14%)").out()).contains("CONSISTENT");
        assertThat(CommandRun.of("check", "12 people").out())
                .isEqualTo("1 sentence with numbers, 0 checks, 0 contradicted\n");
    }

    @Test
    void a_page_is_checked_sentence_by_sentence() throws IOException {
        Path page = Files.writeString(
                folder.resolve("paper.html"), "<p>It was 81.3&nbsp;% (48/59). Women were 43.9% of the 156.</p>");
        CommandRun run = CommandRun.of("check", page.toString(), "--format", "json");

        assertThat(run.exit()).isEqualTo(1);
        JsonNode answer = new JsonMapper().readTree(run.out());
        assertThat(answer.get("tidy")).hasSize(2);
        assertThat(answer.get("tidy").get(0).get("verdict").asText()).isEqualTo("POSSIBLE");
        assertThat(answer.get("tidy").get(1).get("text").asText()).isEqualTo("Women were 43.9% of the 156.");
        assertThat(answer.get("glance").get("contradicted").asInt()).isEqualTo(1);
        assertThat(CommandRun.of("check", page.toString(), "--format", "csv").out())
                .startsWith("sentence,verdict,check,figures,reason,sureness,text\n1,POSSIBLE,");
        assertThat(CommandRun.of("check", page.toString()).out())
                .contains("It was 81.3 % (48/59).\n  48/59 (81.3 %): POSSIBLE");
    }

    @Test
    void rows_of_a_page_are_checked_under_their_header() throws IOException {
        Path page = Files.writeString(
                folder.resolve("table.html"),
                "<table><tr><th>Factor</th><th>OR</th><th>95% CI</th><th>P</th></tr>"
                        + "<tr><td>Long dialysis</td><td>2.32</td><td>1.23&ndash;4.39</td><td>.002</td></tr></table>");
        CommandRun run = CommandRun.of("check", page.toString());

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out())
                .contains("Long dialysis ; 2.32 ; 1.23–4.39 ; .002 ;\n  OR 2.32 (1.23 to 4.39), p=.002: CONTRADICTED");
    }

    @Test
    void the_design_can_be_told() {
        assertThat(CommandRun.of("check", "3 people develop it", "--design", "cross_sectional")
                        .out())
                .contains("NOT_CHECKABLE, wording: the design is cross-sectional");
    }

    @Test
    void what_cannot_be_checked_ends_with_2() {
        assertThat(CommandRun.of("check", "no numbers").err()).contains("there is no number in 'no numbers'");
        assertThat(CommandRun.of("check", "missing.docx").err()).contains("there is no file missing.docx");
        assertThat(CommandRun.of("check", "missing.docx").exit()).isEqualTo(2);
        assertThat(CommandRun.of("check", "").err()).contains("the text is empty; give a figure such as");
        assertThat(CommandRun.of("check").exit()).isEqualTo(2);
    }
}
