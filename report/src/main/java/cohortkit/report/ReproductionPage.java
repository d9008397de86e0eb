package cohortkit.report;

import cohortkit.claims.CheckedFigure;
import cohortkit.claims.Verification;
import cohortkit.core.Estimate;
import cohortkit.core.Measure;
import cohortkit.report.picture.ForestPlot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The reproduction as one page that needs nothing else: no network, no scripts, light and dark, fit for print. */
final class ReproductionPage {

    private static final String METHODS = """
        <p><b>Evidence.</b> <i>rows</i>: real individual records. <i>counts</i>: real counts. <i>feasible set</i>: every
        data set of whole numbers that agrees with what the paper prints; its value here is from a workbook
        reconstructed from published totals where one is named. <i>arithmetic</i>: printed numbers against each other.
        <i>none</i>: nothing readable.</p>
        <p><b>Verdicts.</b> REPRODUCED: equal at the printed precision, from rows or counts. CONSISTENT: true of every
        feasible data set. POSSIBLE: true of some. CONTRADICTED: true of none. NOT_CHECKABLE: with the reason.</p>
        <p><b>Precision.</b> A printed number stands for every number that rounds to it, so that nobody chooses a
        tolerance. How a figure was computed unfolds in its row: estimator, interval, reference level, denominator.</p>
        """;

    private ReproductionPage() {}

    static String of(Reproduction reproduction) {
        StringBuilder page = new StringBuilder();
        page.append(Html.start("Cohortkit: published figures, recomputed", ""));
        page.append("<h1>Published figures, recomputed</h1>\n");
        reproduction.counts().lines().forEach(line -> page.append(Html.paragraph(line)));
        page.append("<nav aria-label=\"Studies\">\n<ul>\n");
        reproduction
                .studies()
                .forEach(each -> page.append("<li><a href=\"#")
                        .append(Html.escaped(each.study().name()))
                        .append("\">")
                        .append(Html.words(each.study().title()))
                        .append("</a></li>\n"));
        page.append("</ul>\n</nav>\n<main>\n");
        page.append(Html.section(
                "methods",
                "Methods",
                METHODS
                        + Html.paragraph(
                                "Computed by Cohortkit " + Manifest.CODE + ", from the files of each study.")));
        reproduction
                .studies()
                .forEach(each -> page.append(
                        Html.section(each.study().name(), each.study().title(), table(each) + pictures(each))));
        return page.append("</main>\n").append(Html.END).toString();
    }

    private static String table(Verification verification) {
        StringBuilder table = new StringBuilder();
        table.append(Html.paragraph(verification.counts().entrySet().stream()
                .filter(count -> count.getValue() > 0)
                .map(count -> count.getValue() + " " + count.getKey())
                .collect(Collectors.joining(", "))));
        table.append("<table>\n<thead><tr>");
        for (String title : new String[] {"figure as printed", "evidence", "recomputed", "verdict"}) {
            table.append("<th scope=\"col\">").append(title).append("</th>");
        }
        table.append("</tr></thead>\n<tbody>\n");
        verification.figures().forEach(figure -> append(table, figure));
        return table.append("</tbody>\n</table>\n").toString();
    }

    private static void append(StringBuilder table, CheckedFigure checked) {
        String id = checked.study() + "-" + checked.figure().id();
        table.append("<tr id=\"").append(Html.escaped(id)).append("\"><td>");
        table.append(Html.words(checked.figure().quote()))
                .append("<small>")
                .append(Html.words(
                        checked.figure().where() + "; " + checked.figure().id()))
                .append("</small></td><td data-name=\"evidence\">");
        table.append(Html.words(checked.finding().level().label())).append("</td><td data-name=\"recomputed\">");
        table.append(Html.words(Reproduction.recomputed(checked))).append("<small>");
        table.append(Html.words(reason(checked))).append("</small>");
        table.append(Html.details("how", Html.list(how(checked)))).append("</td>");
        table.append("<td class=\"verdict")
                .append(checked.asDeclared() ? "" : " wrong")
                .append("\" data-name=\"verdict\">");
        table.append(checked.verdict().kind());
        if (!checked.asDeclared()) {
            table.append("<small>declared ").append(checked.figure().expected()).append("</small>");
        }
        table.append("</td></tr>\n");
    }

    private static String reason(CheckedFigure checked) {
        String reason = "Verdict: " + checked.verdict().reason();
        return checked.figure().note().isBlank()
                ? reason
                : reason + ". Note: " + checked.figure().note();
    }

    /** What the study asks for, and the convention of the answer part by part. */
    private static List<String> how(CheckedFigure checked) {
        List<String> how = new ArrayList<>();
        how.add("compute: " + checked.figure().compute());
        for (String part : checked.finding().convention().split("; ", -1)) {
            if (!part.isBlank()) {
                how.add(part);
            }
        }
        return how;
    }

    /** A plot for each measure of which a figure has an estimate with limits. */
    private static String pictures(Verification verification) {
        Map<Measure, List<ForestPlot.Row>> rows = new LinkedHashMap<>();
        for (CheckedFigure checked : verification.figures()) {
            checked.finding()
                    .estimated()
                    .filter(estimate -> estimate.interval().exists() && !Double.isNaN(estimate.value()))
                    .ifPresent(estimate -> rows.computeIfAbsent(estimate.measure(), each -> new ArrayList<>())
                            .add(row(checked, estimate)));
        }
        return rows.entrySet().stream()
                .map(each ->
                        Html.figure(ForestPlot.of("Recomputed: " + each.getKey().label(), each.getValue())))
                .collect(Collectors.joining());
    }

    private static ForestPlot.Row row(CheckedFigure checked, Estimate estimate) {
        return ForestPlot.Row.of(
                Words.clean(checked.figure().id()) + " ("
                        + checked.finding().level().label() + ")",
                estimate);
    }
}
