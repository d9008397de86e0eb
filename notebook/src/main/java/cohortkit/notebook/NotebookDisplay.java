package cohortkit.notebook;

import cohortkit.claims.Verification;
import cohortkit.core.Flow;
import cohortkit.core.Interval;
import cohortkit.report.PaperTable;
import cohortkit.report.PaperTables;
import cohortkit.report.picture.FlowDiagram;
import cohortkit.report.picture.ForestPlot;
import cohortkit.report.picture.Picture;
import cohortkit.stats.regression.Fit;
import cohortkit.stats.table.TwoByTwo;
import java.util.function.Function;
import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;

/**
 * Shows tables as HTML and pictures as SVG in a notebook of the JJava kernel, which finds this class by itself once the
 * libraries are on its class path. Every result keeps its text beside, for readers of plain text.
 *
 * <pre>{@code
 * var renderer = new org.dflib.jjava.jupyter.kernel.display.Renderer();
 * NotebookDisplay.register(renderer);
 * renderer.render(new TwoByTwo(12, 55, 16, 125)).hasDataForType(
 *         org.dflib.jjava.jupyter.kernel.display.mime.MIMEType.TEXT_HTML)   // true
 * }</pre>
 */
public final class NotebookDisplay implements Extension {

    /** For the kernel, which makes one by its service loader. */
    public NotebookDisplay() {}

    @Override
    public void install(BaseKernel kernel) {
        register(kernel.getRenderer());
    }

    /** Tells a renderer how results are shown. */
    public static void register(Renderer renderer) {
        html(renderer, PaperTable.class, table -> table);
        html(renderer, TwoByTwo.class, table -> PaperTables.twoByTwo(table, Interval.DEFAULT_LEVEL));
        html(renderer, Verification.class, PaperTables::verdicts);
        svg(renderer, Picture.class, picture -> picture);
        svg(renderer, Flow.class, FlowDiagram::of);
        svg(renderer, Fit.class, ForestPlot::of);
    }

    private static <T> void html(Renderer renderer, Class<T> type, Function<T, PaperTable> table) {
        renderer.createRegistration(type)
                .preferring(MIMEType.TEXT_HTML)
                .register((value, context) -> context.renderIfRequested(
                        MIMEType.TEXT_HTML, () -> table.apply(value).toHtml()));
    }

    private static <T> void svg(Renderer renderer, Class<T> type, Function<T, Picture> picture) {
        renderer.createRegistration(type)
                .preferring(MIMEType.IMAGE_SVG)
                .register((value, context) -> context.renderIfRequested(
                        MIMEType.IMAGE_SVG, () -> picture.apply(value).toSvg()));
    }
}
