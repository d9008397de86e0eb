package cohortkit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of this module's public types run, and their comments are the values. */
class DocumentedExamplesTest {

    private static final Pattern EXAMPLE = Pattern.compile(
            "(?s)<pre>\\{@code\n(.*?)\n \\* }</pre>.*?\npublic (?:final )?(?:class|record|interface|enum) ");
    private static final Pattern VALUE = Pattern.compile("(?s)(.*?)\\s+// (.*?)\n");

    @TempDir
    private Path folder;

    private static List<String> examples() throws IOException {
        List<String> examples = new ArrayList<>();
        try (Stream<Path> sources = Files.walk(Path.of(System.getProperty("cohortkit.root"), "docs/src/main/java"))) {
            for (Path source :
                    sources.filter(file -> file.toString().endsWith(".java")).toList()) {
                String text = Files.readString(source);
                Matcher example = EXAMPLE.matcher(text);
                boolean isPublic = Pattern.compile("(?m)^public ").matcher(text).find();
                assertThat(example.find()).as("%s has an example", source).isEqualTo(isPublic);
                if (isPublic) {
                    examples.add(example.group(1).replaceAll("(?m)^ \\* ?", "") + "\n");
                }
            }
        }
        return examples;
    }

    @Test
    void each_public_type_has_an_example_that_runs_and_tells_the_truth() throws IOException {
        List<String> examples = examples();
        assertThat(examples).isNotEmpty();
        for (String example : examples) {
            try (JShell shell = JShell.builder().executionEngine("local").build()) {
                for (String line : prelude()) {
                    value(shell, line);
                }
                check(shell, example);
            }
        }
    }

    private List<String> prelude() {
        return List.of(
                "import cohortkit.docs.*;",
                "import java.nio.file.*;",
                "var root = Path.of(\"" + System.getProperty("cohortkit.root").replace("\\", "/") + "\");",
                "var out = Path.of(\"" + folder.resolve("site").toString().replace("\\", "/") + "\");");
    }

    private static void check(JShell shell, String example) {
        Matcher commented = VALUE.matcher(example);
        int at = 0;
        while (commented.find()) {
            assertThat(value(shell, commented.group(1))).isEqualTo(commented.group(2));
            at = commented.end();
        }
        assertThat(at).as("the example ends with a value").isEqualTo(example.length());
    }

    /** Runs statements; the last one's value. */
    private static String value(JShell shell, String statements) {
        String value = "";
        String rest = statements;
        while (!rest.isBlank()) {
            var next = shell.sourceCodeAnalysis().analyzeCompletion(rest);
            for (SnippetEvent event : shell.eval(next.source())) {
                assertThat(event.status()).as(next.source()).isEqualTo(Snippet.Status.VALID);
                assertThat(event.exception()).as(next.source()).isNull();
                value = event.value() == null ? "" : event.value();
            }
            rest = next.remaining();
        }
        return value;
    }
}
