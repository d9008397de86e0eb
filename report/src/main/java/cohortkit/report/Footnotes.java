package cohortkit.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The footnotes of a table in the order of reading, with their marks a, b, c, ... */
final class Footnotes {

    private static final int LETTERS = 26;

    private final Map<String, String> marks = new LinkedHashMap<>();

    Footnotes(PaperTable table) {
        table.columns().forEach(column -> add(column.header()));
        table.rows().forEach(row -> row.cells().forEach(this::add));
    }

    private void add(PaperCell cell) {
        cell.footnotes().forEach(text -> marks.computeIfAbsent(text, ignored -> mark(marks.size())));
    }

    /** a to z, then aa, ab, ... */
    static String mark(int index) {
        String last = String.valueOf((char) ('a' + index % LETTERS));
        return index < LETTERS ? last : mark(index / LETTERS - 1) + last;
    }

    /** A cell's marks with commas between them, "a,b"; empty if it has none. */
    String marks(PaperCell cell) {
        List<String> all = new ArrayList<>();
        cell.footnotes().stream().distinct().forEach(text -> all.add(marks.get(text)));
        return String.join(",", all);
    }

    /** Each text with its mark, in order. */
    Map<String, String> byText() {
        return java.util.Collections.unmodifiableMap(marks);
    }
}
