package cohortkit.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The completion script, asked by bash itself. */
class CompletionTest {

    @TempDir
    private Path folder;

    @Test
    void bash_completes_commands_and_options() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "no bash here");
        Path script = Files.writeString(
                folder.resolve("cohort.bash"),
                CommandRun.of("generate-completion").out());

        assertThat(completed(script, "cohort", "repr")).containsExactly("reproduce");
        assertThat(completed(script, "cohort", "fit", "--fam")).containsExactly("--family");
        assertThat(completed(script, "cohort", "fit", "--format", "")).contains("text", "json", "csv");
    }

    private String[] completed(Path script, String... words) throws IOException, InterruptedException {
        String ask = "source '" + script + "'; COMP_WORDS=('" + String.join("' '", words) + "'); COMP_CWORD="
                + (words.length - 1) + "; _complete_cohort; echo ${COMPREPLY[@]}";
        Process bash = new ProcessBuilder("/bin/bash", "-c", ask)
                .redirectError(ProcessBuilder.Redirect.DISCARD) // compopt wants a key that was pressed
                .start();
        String answer = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(bash.waitFor()).as(answer).isZero();
        return answer.split("\\s+");
    }
}
