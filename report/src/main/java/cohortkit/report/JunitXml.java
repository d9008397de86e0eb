package cohortkit.report;

import cohortkit.claims.CheckedFigure;
import cohortkit.claims.Verification;
import java.util.List;

/** Verdicts as the JUnit XML that build servers read: a suite a study, a case a figure; no times, no hosts, no dates. */
final class JunitXml {

    private JunitXml() {}

    static String of(List<Verification> studies) {
        long tests = studies.stream().mapToLong(study -> study.figures().size()).sum();
        long failures =
                studies.stream().mapToLong(study -> study.differing().size()).sum();
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites");
        counts(xml, tests, failures);
        xml.append(">\n");
        studies.forEach(study -> append(xml, study));
        return xml.append("</testsuites>\n").toString();
    }

    private static void append(StringBuilder xml, Verification study) {
        xml.append("  <testsuite");
        attribute(xml, "name", study.study().name());
        counts(xml, study.figures().size(), study.differing().size());
        xml.append(" errors=\"0\" skipped=\"0\">\n");
        study.figures().forEach(figure -> append(xml, figure));
        xml.append("  </testsuite>\n");
    }

    private static void append(StringBuilder xml, CheckedFigure checked) {
        xml.append("    <testcase");
        attribute(xml, "classname", checked.study());
        attribute(xml, "name", checked.figure().id() + ": " + checked.figure().quote());
        if (checked.asDeclared()) {
            xml.append("/>\n");
            return;
        }
        xml.append(">\n      <failure");
        attribute(
                xml,
                "message",
                "declared " + checked.figure().expected() + ", is "
                        + checked.verdict().kind());
        attribute(xml, "type", "verdict");
        xml.append('>');
        xml.append(escaped("printed " + checked.figure().asPrinted() + "\ncomputed "
                + checked.finding().text() + "\nevidence "
                + checked.finding().level().label() + "\nconvention "
                + checked.finding().convention() + "\nreason "
                + checked.verdict().reason()));
        xml.append("</failure>\n    </testcase>\n");
    }

    private static void counts(StringBuilder xml, long tests, long failures) {
        attribute(xml, "tests", Long.toString(tests));
        attribute(xml, "failures", Long.toString(failures));
    }

    private static void attribute(StringBuilder xml, String name, String value) {
        xml.append(' ').append(name).append("=\"").append(escaped(value)).append('"');
    }

    /** XML 1.0 has no place for other control characters, however written. */
    private static String escaped(String text) {
        StringBuilder xml = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                case '&' -> xml.append("&amp;");
                case '"' -> xml.append("&quot;");
                case '\n' -> xml.append("&#10;");
                default -> {
                    boolean allowed = c >= ' ' && c != 0xFFFE && c != 0xFFFF && !(c >= 0xD800 && c <= 0xDFFF);
                    xml.appendCodePoint(allowed || c == '\t' ? c : '\uFFFD');
                }
            }
        });
        return xml.toString();
    }
}
