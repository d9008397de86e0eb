package cohortkit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import org.junit.jupiter.api.Test;

/**
 * Every public type has an example, and the example is true. A comment behind a statement is its value as the shell
 * prints it (the first line of it), or that and a colon and more words; three dots stand for the rest.
 */
class DocumentedExamplesTest {

    private static final Path ROOT = Path.of("..");
    private static final List<String> MODULES = List.of("core", "io", "stats", "claims", "report", "examples", "cli");
    private static final Pattern PUBLIC_TYPE =
            Pattern.compile("(?m)^public (?:(?:final|sealed|non-sealed|abstract) )*(?:class|record|interface|enum) ");
    private static final Pattern EXAMPLE = Pattern.compile("(?s)<pre>\\{@code\n(.*?)\n \\* }</pre>");
    private static final Pattern COMMENTED = Pattern.compile("(.*?)\\s*// (.*)");

    private final Map<String, String> shared = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();
    private int types;
    private int examples;
    private int values;

    @Test
    void each_public_type_has_an_example_that_runs_and_tells_the_truth() throws IOException {
        try (JShell shell = JShell.builder().executionEngine("local").build()) {
            prepare(shell);
            for (Path source : sources()) {
                check(shell, source);
            }
        }
        assertThat(problems).isEmpty();
        assertThat(types).isGreaterThanOrEqualTo(106);
        assertThat(examples).isGreaterThanOrEqualTo(types);
        assertThat(values).isGreaterThanOrEqualTo(150);
    }

    private void prepare(JShell shell) throws IOException {
        String source;
        try (InputStream in = DocumentedExamplesTest.class.getResourceAsStream("documented-examples.jsh")) {
            source = ShellCommand.startup() + new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        for (String line : source.lines().toList()) {
            SnippetEvent event = shell.eval(line).get(0);
            assertThat(failure(shell, event)).as(line).isEmpty();
            if (event.snippet() instanceof DeclarationSnippet declaration) {
                shared.put(declaration.name(), line);
            }
        }
    }

    private static List<Path> sources() throws IOException {
        List<Path> sources = new ArrayList<>();
        for (String module : MODULES) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/main/java"))) {
                files.filter(file -> file.toString().endsWith(".java")).sorted().forEach(sources::add);
            }
        }
        return sources;
    }

    private void check(JShell shell, Path source) throws IOException {
        String text = Files.readString(source);
        Matcher type = PUBLIC_TYPE.matcher(text);
        if (!type.find()) {
            return;
        }
        types++;
        String place = source.getFileName().toString();
        String before = text.substring(0, type.start());
        Matcher example = EXAMPLE.matcher(before.substring(Math.max(0, before.lastIndexOf("\n/**"))));
        if (!example.find()) {
            problems.add(place + ": there is no example");
            return;
        }
        do {
            examples++;
            run(shell, place, example.group(1).replaceAll("(?m)^ \\* ?", ""));
        } while (example.find());
    }

    /** Runs an example, then forgets what it declared. */
    private void run(JShell shell, String place, String example) {
        List<Snippet> declared = new ArrayList<>();
        String pending = "";
        for (String line : example.lines().toList()) {
            Matcher commented = COMMENTED.matcher(line);
            boolean hasValue = commented.matches();
            pending += (hasValue ? commented.group(1) : line) + "\n";
            CompletionInfo statement = shell.sourceCodeAnalysis().analyzeCompletion(pending);
            if (statement.completeness().isComplete()) {
                String value = evaluate(shell, place, statement, declared);
                if (hasValue) {
                    compare(place, line, value, commented.group(2));
                }
                pending = "";
            }
        }
        if (!pending.isBlank()) {
            problems.add(place + ": this is no statement: " + pending);
        }
        boolean hidesShared = false;
        for (Snippet snippet : declared) {
            shell.drop(snippet);
            hidesShared |= snippet instanceof DeclarationSnippet hiding && shared.containsKey(hiding.name());
        }
        if (hidesShared) {
            // What depends on a redefined variable lost its value too.
            shared.values().forEach(shell::eval);
        }
    }

    private String evaluate(JShell shell, String place, CompletionInfo statement, List<Snippet> declared) {
        String value = "";
        for (SnippetEvent event : shell.eval(statement.source())) {
            if (event.causeSnippet() != null) {
                continue;
            }
            failure(shell, event).forEach(problem -> problems.add(place + ": " + statement.source() + problem));
            value = event.value() == null ? "" : event.value();
            if (event.snippet() instanceof DeclarationSnippet) {
                declared.add(event.snippet());
            }
        }
        if (!statement.remaining().isBlank()) {
            problems.add(place + ": one statement a line, please: " + statement.remaining());
        }
        return value;
    }

    private static List<String> failure(JShell shell, SnippetEvent event) {
        if (event.exception() != null) {
            return List.of(event.exception().toString());
        }
        return event.status() == Snippet.Status.VALID
                ? List.of()
                : shell.diagnostics(event.snippet())
                        .map(problem -> problem.getMessage(Locale.ROOT))
                        .toList();
    }

    private void compare(String place, String line, String value, String comment) {
        values++;
        String found = value.lines().findFirst().orElse("");
        boolean same = comment.endsWith("...")
                ? found.startsWith(comment.substring(0, comment.length() - 3))
                : comment.equals(found) || (!found.isEmpty() && comment.startsWith(found + ": "));
        if (!same) {
            problems.add(place + ": " + line + "\n    is " + value);
        }
    }
}
