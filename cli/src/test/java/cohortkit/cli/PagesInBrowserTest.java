package cohortkit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages as a real browser shows and prints them. */
class PagesInBrowserTest {

    private static final double AA = 4.5;
    private static final String DIALYSIS = "../examples/src/main/resources/cohortkit/examples/dialysis/"
            + "dialysis-reconstructed-from-published-totals.xlsx";

    @TempDir
    private Path folder;

    private Browser browser;

    @BeforeEach
    void find() {
        browser = Browser.orSkip(folder);
    }

    private Path report() {
        Path page = folder.resolve("report.html");
        CommandRun run = CommandRun.of(
                "report",
                DIALYSIS,
                "--exposure",
                "rls",
                "--outcome",
                "insomnia",
                "--adjust",
                "age,sex,vintage",
                "--by",
                "sex",
                "--out",
                page.toString());
        assertThat(run.err()).isEmpty();
        return page;
    }

    private Path reproduction() {
        CommandRun run = CommandRun.of("reproduce", "--out", folder.toString());
        assertThat(run.err()).isEmpty();
        return folder.resolve("index.html");
    }

    private Path ledger() {
        Path page = folder.resolve("ledger.html");
        assertThat(CommandRun.of("import", DIALYSIS, "--ledger", page.toString())
                        .err())
                .isEmpty();
        return page;
    }

    /** More levels than a screen has room for, and names that try to be something else. */
    private Path hostile() throws IOException {
        Path page = folder.resolve("hostile.html");
        HostileFile hostile = HostileFile.in(folder);
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
        return page;
    }

    /** What each page measures in a frame of each width, under one scheme of colors. */
    private JsonNode measures(List<Path> pages, String... options) throws IOException, InterruptedException {
        StringBuilder frames = new StringBuilder();
        for (Path page : pages) {
            String source = Files.readString(page).replace("&", "&amp;").replace("\"", "&quot;");
            for (int width : new int[] {360, 1280}) {
                frames.append("<iframe title=\"%s\" style=\"width: %dpx; height: 800px; border: 0\" srcdoc=\""
                                .formatted(page.getFileName(), width))
                        .append(source)
                        .append("\"></iframe>\n");
            }
        }
        Path wrapper = folder.resolve("measure.html");
        try (InputStream in = PagesInBrowserTest.class.getResourceAsStream("measure.html")) {
            String measuring = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            Files.writeString(wrapper, measuring.replace("FRAMES", frames));
        }
        Browser.Run run = browser.dom(wrapper, options);
        assertThat(run.err()).doesNotContain("CONSOLE");
        Matcher found = Pattern.compile("<pre id=\"measures\">(.*?)</pre>").matcher(run.out());
        assertThat(found.find()).as(run.err()).isTrue();
        String json = found.group(1).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
        JsonNode measures = new JsonMapper().readTree(json);
        assertThat(measures).hasSize(2 * pages.size());
        return measures;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void have_no_scroll_sideways_enough_contrast_and_no_scripts(int scheme) throws Exception {
        List<Path> pages = List.of(report(), hostile(), ledger(), reproduction());
        for (JsonNode at : measures(pages, "--blink-settings=preferredColorScheme=" + scheme)) {
            String where = at.toString();
            int width = at.get("width").asInt();
            assertThat(at.get("dark").asBoolean()).as(where).isEqualTo(scheme == 0);
            assertThat(at.get("scroll").asInt()).as(where).isLessThanOrEqualTo(width);
            assertThat(at.get("unfolded").asInt()).as(where).isLessThanOrEqualTo(width);
            assertThat(at.get("texts").asInt()).as(where).isGreaterThan(20);
            assertThat(at.get("least").asDouble()).as(where).isGreaterThanOrEqualTo(AA);
            assertThat(at.get("scripts").asInt() + at.get("images").asInt())
                    .as(where)
                    .isZero();
            assertThat(at.get("pictures")).as(where).isEqualTo(at.get("described"));
            if (at.get("page").asText().equals("report.html")) {
                assertThat(at.get("pictures").asInt()).isEqualTo(5);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"report, A4, 595", "hostile, Letter, 612", "reproduction, A4, 595"})
    void are_printed_within_their_paper(String name, String paper, float width) throws Exception {
        Path page = switch (name) {
            case "report" -> report();
            case "hostile" -> hostile();
            default -> reproduction();
        };
        Path sized = folder.resolve("sized.html");
        Files.writeString(
                sized, Files.readString(page).replace("@page { margin", "@page { size: " + paper + "; margin"));
        try (PDDocument pdf = Loader.loadPDF(browser.pdf(sized).toFile())) {
            assertThat(pdf.getPage(0).getMediaBox().getWidth()).isBetween(width - 1, width + 1);
            RightEdge edge = new RightEdge();
            String text = edge.getText(pdf);
            assertThat(text)
                    .contains(name.equals("reproduction") ? "Published figures" : "Where the numbers come from");
            assertThat(edge.right).isGreaterThan(width / 2).isLessThanOrEqualTo(width);
        }
    }

    /** How far to the right any letter goes. */
    private static final class RightEdge extends PDFTextStripper {

        private float right;

        @Override
        protected void processTextPosition(TextPosition text) {
            right = Math.max(right, text.getXDirAdj() + text.getWidthDirAdj());
            super.processTextPosition(text);
        }
    }
}
