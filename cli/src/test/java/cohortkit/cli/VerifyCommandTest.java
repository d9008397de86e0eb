package cohortkit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cohortkit.claims.Printed;
import cohortkit.claims.feasible.ReconstructedCohort;
import cohortkit.core.Cohort;
import cohortkit.io.Workbook;
import cohortkit.stats.table.TwoByTwo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class VerifyCommandTest {

    private static final String STUDIES = "../examples/studies";
    private static final String BIRTHS = STUDIES + "/low-birth-weight";

    @TempDir
    private Path folder;

    @Test
    void the_shipped_studies_have_their_declared_verdicts() {
        CommandRun run = CommandRun.of("verify", STUDIES);
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("low-birth-", "dialysis-", "18 figures: 8 REPRODUCED", "18 as declared, 0 not");
    }

    private Path changed(String from, String to) throws IOException {
        Path copy = Files.createDirectories(folder.resolve("births"));
        try (Stream<Path> files = Files.list(Path.of(BIRTHS))) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        Path figures = copy.resolve("figures.csv");
        String text = Files.readString(figures);
        assertThat(text).contains(from);
        Files.writeString(figures, text.replace(from, to));
        return copy;
    }

    @Test
    void a_changed_figure_fails_everywhere() throws Exception {
        Path study = changed("race[2])\",1.004", "race[2])\",1.040");
        Path junit = folder.resolve("target").resolve("reports").resolve("junit.xml");
        Path json = folder.resolve("figures.json");
        Path html = folder.resolve("figures.html");
        CommandRun run = CommandRun.of(
                "verify",
                study.toString(),
                "--junit",
                junit.toString(),
                "--json",
                json.toString(),
                "--html",
                html.toString(),
                "--annotations",
                "github");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out())
                .contains("births race-2 is declared REPRODUCED and is CONTRADICTED: printed 1.040, computed")
                .contains("::error file=" + study.toString().replace('\\', '/')
                        + "/figures.csv,line=5,title=births race-2::is declared REPRODUCED and is"
                        + " CONTRADICTED: printed");
        Document xml = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(junit.toFile());
        Element suite = (Element) xml.getElementsByTagName("testsuite").item(0);
        assertThat(suite.getAttribute("name")).isEqualTo("births");
        assertThat(suite.getAttribute("tests")).isEqualTo("11");
        assertThat(suite.getAttribute("failures")).isEqualTo("1");
        Element failure = (Element) xml.getElementsByTagName("failure").item(0);
        assertThat(failure.getAttribute("message")).isEqualTo("declared REPRODUCED, is CONTRADICTED");
        assertThat(((Element) failure.getParentNode()).getAttribute("name")).isEqualTo("race-2: race 2: 1.004");
        assertThat(Files.readString(json)).contains("\"id\" : \"race-2\"", "\"verdict\" : \"CONTRADICTED\"");
        assertThat(Files.readString(html)).contains("Low birth weight", "declared REPRODUCED");
        assertThat(CommandRun.of("verify", study.toString(), "--annotations", "plain")
                        .out())
                .contains("/figures.csv:5: error: race-2 is declared REPRODUCED and is CONTRADICTED: ");
    }

    @Test
    void a_manifest_is_the_same_bytes_and_says_what_moved() throws Exception {
        Path study = changed("age < 20", "age < 20");
        Path first = folder.resolve("first.json");
        Path second = folder.resolve("second.json");
        assertThat(CommandRun.of("verify", study.toString(), "--manifest", first.toString())
                        .exit())
                .isZero();
        CommandRun same = CommandRun.of(
                "verify", study.toString(), "--manifest", second.toString(), "--against", first.toString());
        assertThat(same.exit()).isZero();
        assertThat(same.out()).contains("nothing moved since first.json");
        assertThat(second).hasSameBinaryContentAs(first);

        Path figures = study.resolve("figures.csv");
        Files.writeString(figures, Files.readString(figures).replace("age < 20", "age < 21"));
        CommandRun other = CommandRun.of("verify", study.toString(), "--against", first.toString());
        assertThat(other.exit()).isEqualTo(1);
        assertThat(other.out())
                .contains("births, figure smoke-young: compute was riskRatio(smoke, low) where age < 20, is ")
                .contains("births, figure smoke-young: value was 1.0")
                .contains(" things moved since first.json");
        CommandRun none = CommandRun.of("verify", study.toString(), "--against", figures.toString());
        assertThat(none.exit()).isEqualTo(2);
        assertThat(none.err()).contains("figures.csv is no manifest");
    }

    @Test
    void bad_input_ends_with_2_and_its_place() throws Exception {
        Path study = changed("riskRatio(smoke, low)\"", "riskRatio(smoke; low)\"");
        CommandRun run = CommandRun.of("verify", study.toString());
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("figures.csv, line 10, column compute: ").doesNotContain("\tat ");
        assertThat(CommandRun.of("verify", folder.resolve("none").toString()).exit())
                .isEqualTo(2);
        assertThat(CommandRun.of("verify").exit()).isEqualTo(2);
    }

    @Test
    void a_verdict_leads_to_its_cells_and_a_cell_to_its_figures() {
        CommandRun why = CommandRun.of("verify", BIRTHS, "--why", "smoke-young");
        assertThat(why.exit()).isZero();
        assertThat(why.out())
                .contains("rows        51 of 189 rows of low-birth-weight.csv")
                .contains("cells       age B2:B190")
                .contains("convention  ratio of two risks");
        CommandRun impact = CommandRun.of("verify", BIRTHS, "--impact", "low-birth-weight.csv!E2");
        assertThat(impact.out())
                .contains("low-birth-weight smoke-risk-ratio: ")
                .endsWith("3 figures rest on low-birth-weight.csv!E2" + System.lineSeparator());
        assertThat(CommandRun.of("verify", BIRTHS, "--impact", "B3").out()).contains("low-birth-weight age: ");
        assertThat(CommandRun.of("verify", BIRTHS, "--impact", "B").exit()).isEqualTo(2);
        assertThat(CommandRun.of("verify", BIRTHS, "--why", "smoke-yung").err())
                .contains("did you mean 'smoke-young'?");
        assertThat(CommandRun.of("verify", BIRTHS, "--impact", "low-birth-wait.csv!E2")
                        .err())
                .contains("no data file 'low-birth-wait.csv'; did you mean 'low-birth-weight.csv'?");
        CommandRun both = CommandRun.of("verify", BIRTHS, "--why", "age", "--robust", "age");
        assertThat(both.exit()).isEqualTo(2);
        assertThat(both.err()).contains("--why does not go with --robust; ask one at a time");
    }

    @Test
    void printed_numbers_are_cells_too() {
        String abstractOnly = STUDIES + "/dialysis-abstract";
        assertThat(CommandRun.of("verify", abstractOnly, "--why", "twice").out())
                .contains("cells       printed.csv!C2 printed.csv!C3 printed.csv!C4 printed.csv!C5");
        CommandRun impact = CommandRun.of("verify", abstractOnly, "--impact", "printed.csv!C4");
        assertThat(impact.out())
                .contains("dialysis-abstract twice: ")
                .doesNotContain("dialysis-abstract percentages: ")
                .endsWith("6 figures rest on printed.csv!C4" + System.lineSeparator());
        assertThat(CommandRun.of("verify", abstractOnly, "--impact", "printed.csv!B4")
                        .out())
                .startsWith("0 figures rest on");
    }

    @Test
    void a_reconstruction_prints_the_published_totals_and_is_named_one_everywhere() throws Exception {
        String abstractOnly = STUDIES + "/dialysis-abstract";
        CommandRun run = CommandRun.of("verify", abstractOnly, "--reconstruct", folder.toString(), "--seed", "2005");
        assertThat(run.err()).isEmpty();
        Path file = folder.resolve("dialysis-abstract-abstract-reconstructed-from-published-totals.xlsx");
        assertThat(run.out()).isEqualTo(file + ": 333 rows, invented" + System.lineSeparator());
        Workbook workbook = Workbook.open(file);
        Cohort read = workbook.cohort();
        TwoByTwo table = TwoByTwo.of(read, "exposure", "outcome");
        assertThat(table.n()).isEqualTo(333);
        assertThat(Printed.parse("14%").admits((double) table.exposed() / table.n()))
                .isTrue();
        assertThat(Printed.parse("35%").admits((double) table.a() / table.exposed()))
                .isTrue();
        assertThat(Printed.parse("16%").admits((double) table.c() / table.unexposed()))
                .isTrue();
        assertThat(workbook.sheets()).containsExactly("Data", "Codebook");
        assertThat(read.table().stringColumn("origin").unique()).containsExactly(ReconstructedCohort.LABEL);
        assertThat(workbook.codebook().orElseThrow().variable("outcome").note()).isEqualTo(ReconstructedCohort.LABEL);
        byte[] first = Files.readAllBytes(file);
        CommandRun.of("verify", abstractOnly, "--reconstruct", folder.toString(), "--seed", "2005");
        assertThat(Files.readAllBytes(file)).isEqualTo(first);
        CommandRun none = CommandRun.of("verify", BIRTHS, "--reconstruct", folder.toString());
        assertThat(none.exit()).isEqualTo(2);
        assertThat(none.err()).contains("there is nothing to reconstruct in").contains("no set in printed.csv");
    }

    @Test
    void a_figures_claim_is_asked_of_every_defensible_way() {
        CommandRun text = CommandRun.of("verify", STUDIES, "--robust", "smoke-young", "--claim", ">1");
        assertThat(text.exit()).isZero();
        assertThat(text.out())
                .startsWith("low-birth-weight smoke-young: the same below 20 years" + System.lineSeparator()
                        + "computed: 1.07 (95 % CI 0.45 to 2.50; log Wald)" + System.lineSeparator()
                        + "> 1 holds in 12 of 24")
                .contains("only age < 20  yes", "exposure: smoke", "event: low = 1=yes");
        CommandRun csv =
                CommandRun.of("verify", BIRTHS, "--robust", "race-2", "--exclude", "ptl > 0", "--format", "csv");
        assertThat(csv.out()).startsWith("method,reference,exclusion of ptl > 0,adjusted for,measure,estimate,");
        assertThat(csv.out().lines()).hasSize(1 + 5 * 3 * 2 * 8);
        assertThat(CommandRun.of("verify", BIRTHS, "--robust", "race-2", "--format", "json")
                        .out())
                .contains("against one reference, people of other levels are left out", "\"of\" : 120");
    }

    @Test
    void what_has_no_claim_says_why() {
        CommandRun none = CommandRun.of("verify", BIRTHS, "--robust", "smoke-young");
        assertThat(none.exit()).isEqualTo(2);
        assertThat(none.err()).contains("prints no number and states nothing", "name a claim");
        assertThat(CommandRun.of("verify", STUDIES, "--robust", "twice").err())
                .contains("figures.csv, line 5, column compute", "there are no rows among which to choose");
        CommandRun alone = CommandRun.of("verify", BIRTHS, "--exclude", "ptl > 0");
        assertThat(alone.exit()).isEqualTo(2);
        assertThat(alone.err()).contains("are of --robust ID");
    }

    @Test
    void a_count_that_follows_from_what_is_printed_is_told() throws IOException {
        Path study = Files.createDirectories(folder.resolve("controls"));
        Files.writeString(
                study.resolve("figures.csv"),
                "id,where,quote,compute,printed,lower,upper,expected,note\n"
                        + "n,a,q,\"value(cell a, c)\",39,,,CONSISTENT,\n");
        Files.writeString(
                study.resolve("printed.csv"),
                "set,quantity,printed\nc,n,290\nc,exposed count,182\nc,cell a,39\nc,risk ratio,>1\nc,p,0.009\n");
        assertThat(CommandRun.of("verify", study.toString(), "--reconstruct", folder.toString())
                        .out())
                .contains(
                        "290 rows, invented",
                        "c: cell c is 10: forced by n 290, exposed count 182, cell a 39, risk ratio >1, p 0.009");
    }
}
