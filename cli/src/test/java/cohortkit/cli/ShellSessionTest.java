package cohortkit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shell as a process of its own, its console replaced by a file. */
class ShellSessionTest {

    @TempDir
    private Path folder;

    @Test
    void a_session_begins_with_three_lines_of_help_and_answers_with_whole_values() throws Exception {
        List<String> answers = session("""
                var table = new TwoByTwo(16, 30, 46, 241)
                table
                table.riskRatio()
                /exit 3
                """, 3);

        String[] table = "2x2 table of 333 people|exposed|unexposed|total".split("\\|");
        assertThat(answers).hasSizeGreaterThan(8);
        assertThat(answers.subList(0, 3)).allMatch(line -> line.length() <= 80);
        assertThat(answers.get(0)).contains("everything imported");
        assertThat(answers).as("the whole value, without a name").anyMatch(line -> line.endsWith(table[0]));
        assertThat(answers.stream().filter(line -> Stream.of(table).anyMatch(line::startsWith)))
                .hasSizeGreaterThanOrEqualTo(3);
        assertThat(answers).anyMatch(line -> line.endsWith("2.17 (95 % CI 1.35 to 3.49; log Wald)"));
        assertThat(answers).noneMatch(line -> line.contains("==>"));
    }

    @Test
    void tab_completion_leads_to_the_measures_of_a_table() throws IOException {
        try (JShell shell = JShell.builder().executionEngine("local").build()) {
            ShellCommand.startup().lines().forEach(shell::eval);
            shell.eval("var table = new TwoByTwo(16, 30, 46, 241);");
            String typed = "table.risk";

            assertThat(shell.sourceCodeAnalysis().completionSuggestions(typed, typed.length(), new int[1]))
                    .extracting(suggestion -> suggestion.continuation().replaceAll("[()]", ""))
                    .contains("riskRatio", "riskDifference");
        }
    }

    private List<String> session(String typed, int exit) throws IOException, InterruptedException {
        Path in = Files.writeString(folder.resolve("typed.txt"), typed);
        Path out = folder.resolve("answers.txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.util.prefs.userRoot=" + folder,
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "shell")
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectErrorStream(true)
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        List<String> lines =
                Files.readString(out, StandardCharsets.UTF_8).lines().toList();
        assertThat(process.exitValue()).as(String.join("\n", lines)).isEqualTo(exit);
        return lines;
    }
}
