package cohortkit.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import cohortkit.core.Flow;
import cohortkit.report.PaperTables;
import cohortkit.report.picture.FlowDiagram;
import cohortkit.stats.table.TwoByTwo;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.CopyOnWriteArrayList;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What the kernel's renderer makes of results. The kernel itself is not in the registry that the build takes its libraries
 * from: the sample's cells are run by the JDK's shell, which the kernel also uses, and shown by the kernel's renderer.
 */
public class NotebookDisplayTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    /** Where the cells put their last values. */
    public static final List<Object> SHOWN = new CopyOnWriteArrayList<>();

    private final Renderer renderer = new Renderer();

    @BeforeEach
    void register() {
        NotebookDisplay.register(renderer);
        SHOWN.clear();
    }

    @Test
    void the_kernel_finds_the_extension() {
        assertThat(ServiceLoader.load(Extension.class)).hasAtLeastOneElementOfType(NotebookDisplay.class);
    }

    @Test
    void a_table_is_html_and_keeps_its_text() {
        TwoByTwo table = new TwoByTwo(12, 55, 16, 125);
        DisplayData shown = renderer.render(table);

        assertThat(shown.getData(MIMEType.TEXT_HTML))
                .isEqualTo(PaperTables.twoByTwo(table, 0.95).toHtml());
        assertThat(shown.getData(MIMEType.TEXT_PLAIN)).isEqualTo(table.toString());
    }

    @Test
    void a_picture_and_what_is_best_seen_as_one_are_svg() {
        Flow flow = Flow.startingWith(189);

        assertThat(renderer.render(flow).getData(MIMEType.IMAGE_SVG))
                .isEqualTo(FlowDiagram.of(flow).toSvg());
        assertThat(renderer.render(FlowDiagram.of(flow)).getData(MIMEType.IMAGE_SVG))
                .isEqualTo(FlowDiagram.of(flow).toSvg());
    }

    @Test
    void the_sample_notebook_runs_and_shows_its_results() throws IOException {
        try (JShell shell = JShell.builder().executionEngine("local").build()) {
            for (String cell : cells()) {
                run(shell, cell);
            }
        }
        List<DisplayData> outputs = SHOWN.stream().map(renderer::render).toList();

        assertThat(SHOWN).hasSize(4);
        assertThat(outputs.get(0).getData(MIMEType.TEXT_PLAIN)).asString().startsWith("333 rows, ");
        assertThat(outputs.get(1).getData(MIMEType.TEXT_HTML)).asString().contains("<table");
        assertThat(outputs.get(2).getData(MIMEType.IMAGE_SVG)).asString().contains("rls[yes]");
        assertThat(outputs.get(3).getData(MIMEType.IMAGE_SVG)).asString().contains("At the start: 333");
    }

    /** The cells of code but for the kernel's own commands. */
    private static List<String> cells() throws IOException {
        JsonNode notebook = new ObjectMapper()
                .readTree(ROOT.resolve("samples/notebook.ipynb").toFile());
        List<String> cells = new ArrayList<>();
        for (JsonNode cell : notebook.get("cells")) {
            StringBuilder source = new StringBuilder();
            cell.get("source").forEach(line -> source.append(line.asText()));
            if (cell.get("cell_type").asText().equals("code") && source.charAt(0) != '%') {
                cells.add(source.toString()
                        .replace("\"examples/", "\"" + ROOT.toString().replace("\\", "/") + "/examples/"));
            }
        }
        return cells;
    }

    private static void run(JShell shell, String cell) {
        String rest = cell;
        while (!rest.isBlank()) {
            var next = shell.sourceCodeAnalysis().analyzeCompletion(rest);
            for (SnippetEvent event : shell.eval(next.source())) {
                assertThat(event.status()).as(next.source()).isEqualTo(Snippet.Status.VALID);
                assertThat(event.exception()).as(next.source()).isNull();
                boolean expression = event.snippet().kind() == Snippet.Kind.EXPRESSION
                        || event.snippet().subKind() == Snippet.SubKind.TEMP_VAR_EXPRESSION_SUBKIND;
                if (expression && next.remaining().isBlank()) {
                    String value = next.source().strip().replaceAll(";$", "");
                    shell.eval(NotebookDisplayTest.class.getName() + ".SHOWN.add(" + value + ")");
                }
            }
            rest = next.remaining();
        }
    }
}
