package cohortkit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import cohortkit.cli.Main;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The samples for build servers: well-formed as far as lines and columns tell, with options that exist, as on the page. */
class BuildServerSamplesTest {

    private static final Path ROOT = Path.of(System.getProperty("cohortkit.root"));
    private static final Pattern LINE = Pattern.compile("( *)(- )?(?:([\\w-]+):(?: +(\\S.*))?|(\\S.*))");

    /** A mapping or a list, by its column. */
    private record Block(int column, boolean isList, Set<String> keys) {}

    @ParameterizedTest
    @ValueSource(strings = {"github-actions.yml", "gitlab-ci.yml"})
    void keys_and_lists_stand_in_their_columns(String name) throws IOException {
        Deque<Block> blocks = new ArrayDeque<>();
        blocks.push(new Block(0, false, new HashSet<>()));
        int foldedBelow = -1;
        boolean opens = false;
        for (String line : lines(name)) {
            Matcher part = LINE.matcher(line);
            assertThat(part.matches()).as(line).isTrue();
            int column = part.group(1).length();
            if (foldedBelow >= 0 && column > foldedBelow) {
                continue;
            }
            foldedBelow = -1;
            boolean isItem = part.group(2) != null;
            if (opens) {
                assertThat(column).as(line).isGreaterThan(blocks.element().column());
                blocks.push(new Block(column, isItem, new HashSet<>()));
            }
            while (blocks.element().column() > column) {
                blocks.pop();
            }
            assertThat(blocks.element().column()).as(line).isEqualTo(column);
            assertThat(blocks.element().isList()).as(line).isEqualTo(isItem);
            if (isItem && part.group(3) != null) {
                blocks.push(new Block(column + 2, false, new HashSet<>()));
            }
            if (part.group(3) != null) {
                assertThat(blocks.element().keys().add(part.group(3)))
                        .as("twice: %s", line)
                        .isTrue();
            } else {
                assertThat(isItem).as("neither key nor item: %s", line).isTrue();
            }
            String value = part.group(3) == null ? part.group(5) : part.group(4);
            opens = value == null;
            foldedBelow = ">-".equals(value) ? column : -1;
        }
        assertThat(opens).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"github-actions.yml", "gitlab-ci.yml"})
    void the_command_has_options_that_exist(String name) throws IOException {
        String text = lines(name).stream().map(String::strip).collect(Collectors.joining(" "));
        Matcher command = Pattern.compile("/cohort (verify(?: +(?:--)?[\\w./-]+)*?)(?= - uses| artifacts|$)")
                .matcher(text);
        assertThat(command.find()).isTrue();
        String[] words =
                command.group(1).replaceAll(" +(- uses|artifacts).*", "").split(" +", -1);
        assertThat(Main.commandLine().parseArgs(words).subcommand().matchedOptions())
                .hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"github-actions.yml", "gitlab-ci.yml"})
    void the_page_shows_the_file(String name) throws IOException {
        assertThat(Files.readString(ROOT.resolve("docs/pages/tutorial-build-server.md")))
                .contains("```yaml\n" + String.join("\n", lines(name)) + "\n```");
    }

    private static List<String> lines(String name) throws IOException {
        return Files.readAllLines(ROOT.resolve("samples/ci").resolve(name)).stream()
                .filter(line -> !line.startsWith("#"))
                .toList();
    }
}
