package cohortkit.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import cohortkit.cli.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the pages show is what happens: each block of Java and of commands is run, in the order of its page, and what it
 * prints is compared. R is run where it is installed; blocks of Stata, SAS and SPSS are not, for those programs need
 * licences.
 */
class PagesTest {

    private static final Path ROOT = Path.of(System.getProperty("cohortkit.root"));
    private static final List<String> LANGUAGES =
            List.of("java", "console", "csv", "text", "xml", "yaml", "sh", "r", "stata", "sas", "spss");

    /** Folders whose files the pages name alone, as their readers do who work in them. */
    private static final List<String> FILES =
            List.of("samples", "examples/src/main/resources/cohortkit/examples/pregnancy");

    @BeforeAll
    static void the_files_are_where_the_pages_have_them() throws IOException {
        Path here = Path.of("").toAbsolutePath();
        for (String folder : List.of("examples/src/main/resources", "examples/studies", "samples")) {
            copy(ROOT.resolve(folder), here.resolve(folder));
        }
        for (String folder : FILES) {
            copy(ROOT.resolve(folder), here);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    static Stream<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>(List.of(ROOT.resolve("README.md")));
        try (Stream<Path> files = Files.list(ROOT.resolve("docs/pages"))) {
            files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(pages::add);
        }
        return pages.stream();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void a_page_says_what_happens(Path page) throws IOException {
        List<Example> examples = Example.of(Files.readAllLines(page));
        List<String> problems = new ArrayList<>();
        for (Example example : examples) {
            if (!LANGUAGES.contains(example.language())) {
                problems.add(page + ":" + example.line() + ": a block of '" + example.language() + "'; known are "
                        + LANGUAGES);
            }
        }
        problems.addAll(javaProblems(page, examples));
        for (Example example : examples) {
            if (example.language().equals("console")) {
                for (Example.Step step : example.steps()) {
                    compare(page, step, console(step), problems);
                }
            }
        }
        assertThat(problems).isEmpty();
    }

    private static List<String> r(Path page) {
        try {
            return Example.of(Files.readAllLines(page)).stream()
                    .filter(example -> example.language().equals("r"))
                    .flatMap(example -> example.lines().stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<Path> pagesWithR() throws IOException {
        return pages().filter(page -> !r(page).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("pagesWithR")
    void the_r_of_a_page_runs_where_r_and_its_packages_are(Path page) throws IOException, InterruptedException {
        Path file = Files.write(Path.of("page.R"), r(page));
        Path printed = Path.of("page.Rout");
        Process r;
        try {
            r = new ProcessBuilder("Rscript", "--vanilla", file.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(printed.toFile())
                    .start();
        } catch (IOException e) {
            assumeFalse(true, "no R here: " + e.getMessage());
            return;
        }
        int exit = r.waitFor();
        String answer = Files.readString(printed);
        assumeFalse(answer.contains("there is no package called"), "R lacks a package: " + answer);
        assertThat(exit).as(answer).isZero();
    }

    /** One session a page: a script of all its blocks, with a mark after each step. */
    private static List<String> javaProblems(Path page, List<Example> examples) throws IOException {
        List<Example.Step> steps = examples.stream()
                .filter(example -> example.language().equals("java"))
                .flatMap(example -> example.steps().stream())
                .toList();
        if (steps.isEmpty()) {
            return List.of();
        }
        List<String> script = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            script.addAll(steps.get(i).typed());
            script.add(mark(i));
        }
        Path file = Files.write(Files.createTempFile(Path.of(""), "page", ".jsh"), script);
        List<String> problems = new ArrayList<>();
        try {
            List<String> printed = run("shell", file.toString());
            for (int i = 0; i < steps.size(); i++) {
                int end = printed.indexOf(mark(i));
                if (end < 0) {
                    problems.add(page + ":" + steps.get(i).line() + ": " + String.join("\n", printed));
                    return problems;
                }
                compare(page, steps.get(i), printed.subList(0, end), problems);
                printed = printed.subList(end + 1, printed.size());
            }
        } finally {
            Files.delete(file);
        }
        return problems;
    }

    private static String mark(int step) {
        return "\"-- end of step " + step + " --\"";
    }

    private static List<String> console(Example.Step step) {
        String command = String.join(" ", step.typed()).replace("\\ ", " ");
        List<String> words = CommandLineWords.of(command.replaceFirst("^\\$ (\\./)?", ""));
        assertThat(words.get(0)).as(command).isEqualTo("cohort");
        return run(words.subList(1, words.size()).toArray(String[]::new));
    }

    /** What a command prints, then its problem if it has one, then its exit code if it is not 0. */
    private static List<String> run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = Main.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
        String end = exit == 0 ? "" : "(exit code " + exit + ")";
        return (out + err.toString() + end).lines().map(String::stripTrailing).toList();
    }

    private static void compare(Path page, Example.Step step, List<String> printed, List<String> problems) {
        if (!step.agrees(printed)) {
            problems.add(page + ":" + step.line() + ": " + String.join("\n", step.typed()) + "\nthe page says:\n"
                    + String.join("\n", step.answer()) + "\nprinted was:\n" + String.join("\n", printed));
        }
    }
}
