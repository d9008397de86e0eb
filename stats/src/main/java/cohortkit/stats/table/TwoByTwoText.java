package cohortkit.stats.table;

import cohortkit.core.Count;
import cohortkit.core.DisplayNumber;

/** A table as text: a title of at most 48 characters, then rows that fit 80 columns. */
final class TwoByTwoText {

    private static final int TITLE = 48;
    private static final int LABEL = 16;

    private TwoByTwoText() {}

    static String of(TwoByTwo t) {
        TableLabels labels = t.labels();
        int width = Math.max(5, Long.toString(t.n()).length());
        width = Math.max(
                        width,
                        Math.max(
                                shown(labels.event()).length(),
                                shown(labels.noEvent()).length()))
                + 2;
        int stub = Math.max(
                5,
                Math.max(
                        shown(labels.exposed()).length(),
                        shown(labels.unexposed()).length()));
        StringBuilder text = new StringBuilder(title(t));
        String format = "%n%-" + stub + "s%" + width + "s%" + width + "s%" + width + "s%9s";
        text.append(format.formatted("", shown(labels.event()), shown(labels.noEvent()), "total", "risk"));
        text.append(line(format, shown(labels.exposed()), t.a(), t.b()));
        text.append(line(format, shown(labels.unexposed()), t.c(), t.d()));
        text.append(line(format, "total", t.events(), t.b() + t.d()));
        return text.toString().replace(System.lineSeparator(), "\n");
    }

    private static String title(TwoByTwo t) {
        TableLabels labels = t.labels();
        if (!labels.named()) {
            return "2x2 table of " + Count.of(t.n(), "person", "people");
        }
        String size = ": n = " + t.n() + (labels.leftOut() > 0 ? ", " + labels.leftOut() + " left out" : "");
        return cut(labels.exposure() + " x " + labels.outcome(), TITLE - size.length()) + size;
    }

    private static String line(String format, String label, long with, long without) {
        long n = with + without;
        String risk = n == 0 ? "NA" : DisplayNumber.fixed(100.0 * with / n, 1) + " %";
        return format.formatted(label, with, without, n, risk);
    }

    private static String shown(String label) {
        return cut(label, LABEL);
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, Math.max(1, length - 3)) + "...";
    }
}
