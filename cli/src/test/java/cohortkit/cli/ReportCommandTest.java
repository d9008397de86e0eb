package cohortkit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportCommandTest {

    private static final String PREGNANCY = "../examples/src/main/resources/cohortkit/examples/pregnancy/";

    @TempDir
    private Path folder;

    private CommandRun births(String... more) {
        String[] arguments = {
            "report",
            PREGNANCY + "low-birth-weight.csv",
            "--codebook",
            PREGNANCY + "codebook.csv",
            "--exposure",
            "smoke",
            "--outcome",
            "low"
        };
        return CommandRun.of(java.util.stream.Stream.of(arguments, more)
                .flatMap(java.util.stream.Stream::of)
                .toArray(String[]::new));
    }

    /** glm(low ~ smoke + age + race, binomial, MASS::birthwt): exp of smoke's coefficient is 3.01 (1.45, 6.23), Wald. */
    @Test
    void the_page_holds_what_was_asked_for() throws IOException {
        Path page = folder.resolve("report.html");
        CommandRun run = births("--adjust", "age,race", "--by", "race", "--out", page.toString());

        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
        assertThat(run.out()).isEqualTo("wrote " + page + System.lineSeparator());
        assertThat(Files.readString(page))
                .contains("Adjusted odds ratio of Smoked during pregnancy: yes: 3.01 (95 % CI 1.45 to 6.23; Wald).")
                .contains("low-birth-weight.csv", "codebook.csv", "Prevalence by Race", "30/74");
    }

    /** glm(low ~ smoke + age + race, binomial, MASS::birthwt) at 90 %; Wald. */
    @Test
    void another_level_and_journal_are_those_of_the_whole_page() throws IOException {
        Path page = folder.resolve("report.html");
        births("--adjust", "age,race", "--level", "0.9", "--journal", "lancet", "--out", page.toString());

        assertThat(Files.readString(page))
                .contains(
                        "yes: 3.01 (90 % CI 1.63 to 5.54; Wald).",
                        "Intervals are of 90 %", "(90 % CI)", "3·01 (1·63–5·54)")
                .doesNotContain("95 %");
    }

    @Test
    void the_same_data_give_the_same_bytes() {
        Path first = folder.resolve("first.html");
        Path second = folder.resolve("second.html");
        births("--out", first.toString());
        births("--out", second.toString());

        assertThat(second).hasSameBinaryContentAs(first);
    }

    @Test
    void what_came_from_a_spreadsheet_never_becomes_markup() throws IOException {
        HostileFile hostile = HostileFile.in(folder);
        Path page = folder.resolve("hostile.htm");
        CommandRun run = CommandRun.of(
                "report",
                hostile.data().toString(),
                "--codebook",
                hostile.codebook().toString(),
                "--exposure",
                HostileFile.EXPOSURE,
                "--outcome",
                "ill",
                "--adjust",
                "age",
                "--out",
                page.toString());

        assertThat(run.err()).isEmpty();
        assertThat(Files.readString(page))
                .contains("&lt;script&gt;alert(1)", "data &amp; &#39;more&#39;.csv", "<bdi>", "invalid")
                .doesNotContain("<script", "<img", "<b>Ill", "<u>", "<i>`", "\u202e", "--><");
    }

    @Test
    void wrong_use_ends_with_2() {
        assertThat(births("--out", folder.resolve("report.docx").toString()).err())
                .contains("a report is a page; ", "does not end in .html");
        assertThat(births().exit()).isEqualTo(2);
        CommandRun unknown =
                births("--adjust", "aeg", "--out", folder.resolve("r.html").toString());
        assertThat(unknown.exit()).isEqualTo(2);
        assertThat(unknown.err()).contains("age").doesNotContain("\tat ");
        assertThat(folder.resolve("r.html")).doesNotExist();
    }
}
