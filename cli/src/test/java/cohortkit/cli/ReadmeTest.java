package cohortkit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import org.junit.jupiter.api.Test;

/** What the README shows in the shell is what the shell says. */
class ReadmeTest {

    private static final Path ROOT = Path.of("..");

    @Test
    void the_shell_session_prints_what_the_readme_prints() throws IOException {
        List<String> compared = new ArrayList<>();
        try (JShell shell = JShell.builder().executionEngine("local").build()) {
            evaluate(shell, ShellCommand.startup());
            String value = "";
            List<String> lines = session();
            for (int i = 0; i < lines.size(); ) {
                if (!lines.get(i).startsWith("//")) {
                    value = evaluate(shell, lines.get(i++));
                    continue;
                }
                List<String> expected = new ArrayList<>();
                while (i < lines.size() && lines.get(i).startsWith("//")) {
                    expected.add(lines.get(i++).substring(2).strip());
                }
                assertThat(value.lines().map(String::strip)).containsExactlyElementsOf(expected);
                compared.add(value);
            }
        }
        assertThat(compared).hasSize(8);
    }

    private static List<String> session() throws IOException {
        String readme = Files.readString(ROOT.resolve("README.md"));
        int from = readme.indexOf("```java\n") + "```java\n".length();
        return readme.substring(from, readme.indexOf("```", from))
                .replace("\"examples/", "\"" + ROOT + "/examples/")
                .lines()
                .toList();
    }

    private static String evaluate(JShell shell, String source) {
        String rest = source;
        String value = "";
        while (!rest.isBlank()) {
            var snippet = shell.sourceCodeAnalysis().analyzeCompletion(rest);
            for (SnippetEvent event : shell.eval(snippet.source())) {
                assertThat(event.exception()).as(snippet.source()).isNull();
                assertThat(event.status()).as(snippet.source()).isEqualTo(Snippet.Status.VALID);
                value = event.value() == null ? "" : event.value();
            }
            rest = snippet.remaining();
        }
        return value;
    }
}
