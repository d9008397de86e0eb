package cohortkit.stats.crosstab;

import cohortkit.core.Count;
import java.util.ArrayList;
import java.util.List;

/** A table as text: a title of at most 48 characters, then the counts, in blocks of columns that fit 80. */
final class CrossTableText {

    private static final int TITLE = 48;
    private static final int LABEL = 14;
    private static final int WIDTH = 80;

    private CrossTableText() {}

    static String of(CrossTable t) {
        int columns = t.columns().levels().size();
        int rows = t.rows().levels().size();
        List<String> stubs = new ArrayList<>();
        t.rows().levels().forEach(level -> stubs.add(cut(level, LABEL)));
        stubs.add("total");
        int stub = stubs.stream().mapToInt(String::length).max().orElse(0);
        List<String> heads = new ArrayList<>();
        t.columns().levels().forEach(level -> heads.add(cut(level, LABEL)));
        heads.add("total");
        int width = Math.max(
                        heads.stream().mapToInt(String::length).max().orElse(0),
                        Long.toString(t.n()).length())
                + 2;
        int block = Math.max(1, (WIDTH - stub) / width);
        StringBuilder text = new StringBuilder(title(t));
        for (int from = 0; from <= columns; from += block) {
            int to = Math.min(columns + 1, from + block);
            text.append(line("", stub, heads.subList(from, to), width));
            for (int i = 0; i <= rows; i++) {
                List<String> cells = new ArrayList<>();
                for (int j = from; j < to; j++) {
                    cells.add(Long.toString(cell(t, i, j)));
                }
                text.append(line(stubs.get(i), stub, cells, width));
            }
        }
        return text.toString();
    }

    private static long cell(CrossTable t, int i, int j) {
        boolean inRows = i < t.rows().levels().size();
        boolean inColumns = j < t.columns().levels().size();
        if (inRows && inColumns) {
            return t.count(i, j);
        }
        return inRows ? t.rowTotal(i) : inColumns ? t.columnTotal(j) : t.n();
    }

    private static String title(CrossTable t) {
        String size = t.rows().levels().size() + " x " + t.columns().levels().size();
        if (t.rows().variable().isEmpty()) {
            return size + " table of " + Count.of(t.n(), "person", "people");
        }
        String people = ": n = " + t.n() + (t.leftOut() > 0 ? ", " + t.leftOut() + " left out" : "");
        return cut(t.rows().variable() + " x " + t.columns().variable(), TITLE - people.length()) + people;
    }

    private static String line(String stub, int stubWidth, List<String> cells, int width) {
        StringBuilder line = new StringBuilder("\n").append(stub).append(" ".repeat(stubWidth - stub.length()));
        cells.forEach(cell ->
                line.append(" ".repeat(Math.max(0, width - cell.length()))).append(cell));
        return line.toString();
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, Math.max(1, length - 3)) + "...";
    }
}
