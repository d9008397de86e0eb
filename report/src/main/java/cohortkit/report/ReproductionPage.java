package cohortkit.report;

import cohortkit.claims.CheckedFigure;
import cohortkit.claims.Verification;

/** The reproduction as one page that needs nothing else: no network, no scripts, light and dark, fit for print. */
final class ReproductionPage {

    private static final String STYLE = """
            :root { color-scheme: light dark; --line: #8886; }
            body { font: 1rem/1.45 system-ui, sans-serif; margin: 0 auto; padding: 1rem; max-width: 72rem; }
            h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin-top: 2rem; }
            table { border-collapse: collapse; width: 100%; }
            th, td { text-align: left; vertical-align: top; padding: .35rem .6rem; border-bottom: 1px solid var(--line); }
            td.verdict { font-weight: 600; white-space: nowrap; }
            small { display: block; }
            .wrong { outline: 2px solid; }
            @media (max-width: 40rem) {
              thead { position: absolute; left: -999rem; }
              tr { display: block; border-bottom: 2px solid var(--line); padding: .5rem 0; }
              td { display: block; border: 0; padding: .1rem 0; overflow-wrap: anywhere; }
              td[data-name]::before { content: attr(data-name) ": "; }
            }
            @media print { body { max-width: none; font-size: 9pt; } tr { break-inside: avoid; } }
            """;

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
        page.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        page.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        page.append("<title>Cohortkit: published figures, recomputed</title>\n<style>\n")
                .append(STYLE);
        page.append("</style>\n</head>\n<body>\n<h1>Published figures, recomputed</h1>\n<p>");
        page.append(escaped(reproduction.counts()).replace("\n", "<br>"))
                .append("</p>\n")
                .append(LEVELS);
        reproduction.studies().forEach(study -> append(page, study));
        return page.append("</body>\n</html>\n").toString();
    }

    private static void append(StringBuilder page, Verification verification) {
        page.append("<h2 id=\"").append(escaped(verification.study().name())).append("\">");
        page.append(escaped(verification.study().title())).append("</h2>\n<table>\n<thead><tr>");
        for (String title : new String[] {"figure as printed", "evidence", "recomputed", "verdict"}) {
            page.append("<th scope=\"col\">").append(title).append("</th>");
        }
        page.append("</tr></thead>\n<tbody>\n");
        verification.figures().forEach(figure -> append(page, figure));
        page.append("</tbody>\n</table>\n");
    }

    private static void append(StringBuilder page, CheckedFigure checked) {
        String id = checked.study() + "-" + checked.figure().id();
        page.append("<tr id=\"").append(escaped(id)).append("\"><td>");
        page.append(escaped(checked.figure().quote()))
                .append("<small>")
                .append(escaped(checked.figure().where()));
        page.append("; ").append(escaped(checked.figure().id())).append("</small></td><td data-name=\"evidence\">");
        page.append(escaped(checked.finding().level().label())).append("</td><td data-name=\"recomputed\">");
        page.append(escaped(Reproduction.recomputed(checked))).append("<small>");
        page.append(escaped(checked.finding().convention())).append("</small><small>");
        page.append(escaped(reason(checked))).append("</small></td>");
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

    /** What came from a file never becomes markup. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
