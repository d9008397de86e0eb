package cohortkit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files that the page on study folders shows are those that its commands read. */
class StudyFolderPageTest {

    private static final Path ROOT = Path.of(System.getProperty("cohortkit.root"));

    @ParameterizedTest
    @ValueSource(strings = {"clinic-counts.csv", "figures.csv"})
    void a_file_stands_on_the_page_as_it_is(String name) throws IOException {
        String file = Files.readString(ROOT.resolve("samples/paper").resolve(name));
        String page = Files.readString(ROOT.resolve("docs/pages/verify-a-study.md"));
        assertThat(page.replace("\r\n", "\n")).contains("```csv\n" + file.replace("\r\n", "\n") + "```");
    }
}
