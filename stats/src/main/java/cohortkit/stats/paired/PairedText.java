package cohortkit.stats.paired;

import cohortkit.core.Count;
import cohortkit.stats.table.TableLabels;

/** Pairs as text: a title of at most 48 characters, then rows that fit 80 columns. */
final class PairedText {

    private static final int TITLE = 48;
    private static final int LABEL = 16;

    private PairedText() {}

    static String of(PairedTable t) {
        boolean bare = t.labels().exposure().isEmpty();
        TableLabels labels =
                bare ? new TableLabels("", "first", "not first", "", "second", "not second", 0) : t.labels();
        String yes = cut(labels.event(), LABEL);
        String no = cut(labels.noEvent(), LABEL);
        String first = cut(labels.exposed(), LABEL);
        String other = cut(labels.unexposed(), LABEL);
        int stub = Math.max(5, Math.max(first.length(), other.length()));
        int longest = Math.max(yes.length(), no.length());
        int width = 2 + Math.max(Math.max(5, longest), Long.toString(t.n()).length());
        String format = "\n%-" + stub + "s%" + width + "s%" + width + "s%" + width + "s";
        return title(t, bare)
                + format.formatted("", yes, no, "total")
                + line(format, first, t.both(), t.firstOnly())
                + line(format, other, t.secondOnly(), t.neither())
                + line(format, "total", t.both() + t.secondOnly(), t.firstOnly() + t.neither());
    }

    private static String line(String format, String label, long with, long without) {
        return format.formatted(label, with, without, with + without);
    }

    private static String title(PairedTable t, boolean bare) {
        if (bare) {
            return "table of " + Count.of(t.n(), "pair");
        }
        long leftOut = t.labels().leftOut();
        String size = ": " + Count.of(t.n(), "pair") + (leftOut > 0 ? ", " + leftOut + " left out" : "");
        return cut(t.labels().exposure() + " and " + t.labels().outcome(), TITLE - size.length()) + size;
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, Math.max(1, length - 3)) + "...";
    }
}
