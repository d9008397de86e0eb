package cohortkit.report;

import cohortkit.claims.CheckedFigure;
import cohortkit.claims.Verification;

/** The reproduction as one page that needs nothing else: no network, no scripts, light and dark, fit for print. */
final class ReproductionPage {

    private static final String LEVELS = """
            <p><b>Evidence.</b> <i>rows</i>: real individual records. <i>counts</i>: real counts. <i>feasible set</i>: every
            data set of whole numbers that agrees with what the paper prints; its value here is from a workbook
            reconstructed from published totals where one is named. <i>arithmetic</i>: printed numbers against each other.
            <i>none</i>: nothing readable.</p>
            <p><b>Verdicts.</b> REPRODUCED: equal at the printed precision, from rows or counts. CONSISTENT: true of every
            feasible data set. POSSIBLE: true of some. CONTRADICTED: true of none. NOT_CHECKABLE: with the reason.</p>
            """;

    private ReproductionPage() {}

    static String of(Reproduction reproduction) {
        StringBuilder page = new StringBuilder();
        page.append(Html.start("Cohortkit: published figures, recomputed", ""));
        page.append("<h1>Published figures, recomputed</h1>\n<p>");
        page.append(Html.escaped(reproduction.counts()).replace("\n", "<br>"))
                .append("</p>\n")
                .append(LEVELS);
        reproduction.studies().forEach(study -> append(page, study));
        return page.append(Html.END).toString();
    }

    private static void append(StringBuilder page, Verification verification) {
        page.append("<h2 id=\"")
                .append(Html.escaped(verification.study().name()))
                .append("\">");
        page.append(Html.escaped(verification.study().title())).append("</h2>\n<table>\n<thead><tr>");
        for (String title : new String[] {"figure as printed", "evidence", "recomputed", "verdict"}) {
            page.append("<th scope=\"col\">").append(title).append("</th>");
        }
        page.append("</tr></thead>\n<tbody>\n");
        verification.figures().forEach(figure -> append(page, figure));
        page.append("</tbody>\n</table>\n");
    }

    private static void append(StringBuilder page, CheckedFigure checked) {
        String id = checked.study() + "-" + checked.figure().id();
        page.append("<tr id=\"").append(Html.escaped(id)).append("\"><td>");
        page.append(Html.escaped(checked.figure().quote()))
                .append("<small>")
                .append(Html.escaped(checked.figure().where()));
        page.append("; ")
                .append(Html.escaped(checked.figure().id()))
                .append("</small></td><td data-name=\"evidence\">");
        page.append(Html.escaped(checked.finding().level().label())).append("</td><td data-name=\"recomputed\">");
        page.append(Html.escaped(Reproduction.recomputed(checked))).append("<small>");
        page.append(Html.escaped(checked.finding().convention())).append("</small><small>");
        page.append(Html.escaped(reason(checked))).append("</small></td>");
        page.append("<td class=\"verdict")
                .append(checked.asDeclared() ? "" : " wrong")
                .append("\" data-name=\"verdict\">");
        page.append(checked.verdict().kind());
        if (!checked.asDeclared()) {
            page.append("<small>declared ").append(checked.figure().expected()).append("</small>");
        }
        page.append("</td></tr>\n");
    }

    private static String reason(CheckedFigure checked) {
        String reason = "Verdict: " + checked.verdict().reason();
        return checked.figure().note().isBlank()
                ? reason
                : reason + ". Note: " + checked.figure().note();
    }
}
