package cohortkit.io;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds the header without a codebook: the first of the rows with the most different texts. It has a second line where
 * one of its cells is merged over several columns that have texts of their own below.
 */
final class EvidenceHeader {

    /** The rule of a name that another column has too. */
    static final String TWICE = "the name stands there twice";

    private static final int ROWS_SEARCHED = 50;

    private final RawSheet sheet;

    EvidenceHeader(RawSheet sheet) {
        this.sheet = sheet;
    }

    Header find(OptionalInt row) {
        int first = row.isPresent() ? sheet.position(row.getAsInt()) : bestPosition();
        if (first < 0) {
            throw sheet.problem(
                    row.isPresent()
                            ? "row " + row.getAsInt() + " is empty; it cannot be the header"
                            : "there are no cells");
        }
        int last = hasSecondLine(first) ? first + 1 : first;
        return header(first, last);
    }

    private int bestPosition() {
        int best = -1;
        int most = 0;
        for (int position = 0; position < Math.min(sheet.rows(), ROWS_SEARCHED); position++) {
            Set<String> texts = new HashSet<>();
            for (RawCell cell : sheet.row(position)) {
                String clean = Spaces.clean(cell.shown());
                if (cell.kind() == CellKind.TEXT
                        && !clean.isEmpty()
                        && Numbers.parse(clean).isEmpty()) {
                    texts.add(clean);
                }
            }
            if (texts.size() > most) {
                most = texts.size();
                best = position;
            }
        }
        return best < 0 && sheet.rows() > 0 ? 0 : best;
    }

    private boolean hasSecondLine(int position) {
        int row = sheet.rowNumber(position);
        if (position + 1 >= sheet.rows() || sheet.rowNumber(position + 1) != row + 1) {
            return false;
        }
        List<RawCell> below = sheet.row(position + 1);
        List<Span> wide = sheet.merged().stream()
                .filter(span ->
                        span.firstRow() == row && span.lastRow() == row && span.lastColumn() > span.firstColumn())
                .toList();
        return !wide.isEmpty()
                && below.stream()
                        .allMatch(cell -> cell.kind() == CellKind.TEXT
                                && wide.stream().anyMatch(span -> span.contains(row, cell.column())));
    }

    private Header header(int first, int last) {
        Map<Integer, RawCell> lowest = new TreeMap<>();
        List<RawCell> headings = new ArrayList<>();
        for (int position = first; position <= last; position++) {
            for (RawCell cell : sheet.row(position)) {
                RawCell above = Spaces.clean(cell.shown()).isEmpty() ? null : lowest.put(cell.column(), cell);
                if (above != null) {
                    headings.add(above);
                }
            }
        }
        return new Header(sheet.rowNumber(first), sheet.rowNumber(last), names(lowest.values()), headings);
    }

    /** Names that differ; upper and lower case is no difference, since tables do not know one. */
    private List<Header.Name> names(Collection<RawCell> cells) {
        Map<String, Integer> counts = new HashMap<>();
        cells.forEach(cell -> counts.merge(key(cell), 1, Integer::sum));
        Set<String> taken = new HashSet<>();
        counts.forEach((key, count) -> {
            if (count == 1) {
                taken.add(key);
            }
        });
        List<Header.Name> names = new ArrayList<>();
        for (RawCell cell : cells) {
            String raw = cell.shown();
            String clean = Spaces.clean(raw);
            String repair = clean.equals(raw) ? "" : Spaces.REMOVED;
            String name = clean;
            if (counts.get(key(cell)) > 1) {
                name = distinguished(cell, clean, taken);
                repair = name.equals(clean) ? repair : CellRule.and(repair, TWICE);
            }
            taken.add(Spaces.lower(name));
            names.add(new Header.Name(cell.row(), cell.column(), raw, name, repair, true));
        }
        return names;
    }

    private static String key(RawCell cell) {
        return Spaces.lower(Spaces.clean(cell.shown()));
    }

    /** With the heading above it, or else with a number. */
    private String distinguished(RawCell cell, String clean, Set<String> taken) {
        String heading = headingAbove(cell);
        String base = heading.isEmpty() ? clean : heading + " " + clean;
        String name = base;
        for (int i = 2; taken.contains(Spaces.lower(name)); i++) {
            name = base + "_" + i;
        }
        return name;
    }

    private String headingAbove(RawCell cell) {
        int above = cell.row() - 1;
        for (Span span : sheet.merged()) {
            if (span.contains(above, cell.column()) && sheet.position(span.firstRow()) >= 0) {
                for (RawCell heading : sheet.row(sheet.position(span.firstRow()))) {
                    if (heading.column() == span.firstColumn()) {
                        return Spaces.clean(heading.shown());
                    }
                }
            }
        }
        return "";
    }
}
