package cohortkit.io;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds the header without a codebook: the first of the rows with the most different texts, or a row above it where that
 * one goes on below as data do. It has a second line where one of its cells is merged over several columns that have texts
 * of their own below, or where the next row has names under each of its gaps, as a merged header has when it comes as CSV.
 */
final class EvidenceHeader {

    /** The rule of a name that another column has too. */
    static final String TWICE = "the name stands there twice";

    private static final int ROWS_SEARCHED = 50;
    private static final int LAST_COLUMN = XlsxFormat.MOST_COLUMNS;

    private final RawSheet sheet;
    /** Headings over several columns. */
    private final List<Span> wide = new ArrayList<>();

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
        if (hasSecondLine(first)) {
            return header(first, first + 1);
        }
        Header header = header(first, first);
        return LabelsBelow.areLabels(sheet, first) ? header.labelled(LabelsBelow.row(sheet, first)) : header;
    }

    private int bestPosition() {
        int end = Math.min(sheet.rows(), ROWS_SEARCHED);
        boolean wide = false;
        for (int position = 0; position < end; position++) {
            wide |= filled(position).size() > 1;
        }
        int first = -1;
        int best = -1;
        int most = 0;
        for (int position = 0; position < end; position++) {
            List<RawCell> row = filled(position);
            if (row.isEmpty() || (wide && row.size() == 1)) {
                continue; // a title
            }
            first = first < 0 ? position : first;
            int words = words(row);
            if (words > most) {
                most = words;
                best = position;
            }
        }
        if (best < 0) {
            return first < 0 && sheet.rows() > 0 ? 0 : first;
        }
        return isData(best) ? namesAbove(best) : best;
    }

    private List<RawCell> filled(int position) {
        return sheet.row(position).stream()
                .filter(cell -> !Spaces.clean(cell.shown()).isEmpty())
                .toList();
    }

    private static int words(List<RawCell> row) {
        Set<String> texts = new HashSet<>();
        for (RawCell cell : row) {
            String clean = Spaces.clean(cell.shown());
            if (cell.kind() == CellKind.TEXT && Numbers.parse(clean).isEmpty()) {
                texts.add(clean);
            }
        }
        return texts.size();
    }

    /** The nearest row above that may name columns, though it has fewer words than its data; else the row itself. */
    private int namesAbove(int position) {
        for (int above = position - 1; above >= 0 && isNext(above); above--) {
            if (HeaderLooks.isHeader(filled(above)) && !isData(above)) {
                return above;
            }
        }
        return position;
    }

    private boolean isNext(int position) {
        return sheet.rowNumber(position) + 1 == sheet.rowNumber(position + 1);
    }

    /** Whether a row goes on below as data do: a word stands there again, or a code of the same form. */
    private boolean isData(int position) {
        List<RawCell> row = filled(position);
        int end = Math.min(sheet.rows(), position + 1 + ROWS_SEARCHED);
        for (int below = position + 1; below < end; below++) {
            for (RawCell other : sheet.row(below)) {
                if (row.stream().anyMatch(cell -> HeaderLooks.areAlike(cell, other))) {
                    return true;
                }
            }
        }
        return position > 0 && position + 1 == sheet.rows();
    }

    private boolean hasSecondLine(int position) {
        if (position + 1 >= sheet.rows() || !isNext(position)) {
            return false;
        }
        int row = sheet.rowNumber(position);
        List<RawCell> below = filled(position + 1);
        List<Span> merges = sheet.merged().stream()
                .filter(span ->
                        span.firstRow() == row && span.lastRow() == row && span.lastColumn() > span.firstColumn())
                .toList();
        boolean merged = !merges.isEmpty()
                && below.stream()
                        .allMatch(cell -> cell.kind() == CellKind.TEXT
                                && merges.stream().anyMatch(span -> span.contains(row, cell.column())));
        if (merged) {
            wide.addAll(merges);
        }
        return merged || fillsGaps(position, below);
    }

    /** Whether the next row has words under all gaps of this one, and values under some of these words. */
    private boolean fillsGaps(int position, List<RawCell> below) {
        Region region = Region.of(sheet, new Span(sheet.rowNumber(position), 1, Integer.MAX_VALUE - 1, LAST_COLUMN));
        BitSet above = region.filled(position);
        BitSet names = region.filled(position + 1);
        BitSet gaps = (BitSet) names.clone();
        gaps.andNot(above);
        BitSet all = (BitSet) above.clone();
        all.or(names);
        int[] rows = region.after(position + 1, ROWS_SEARCHED);
        if (gaps.isEmpty() || names.equals(all) || below.stream().anyMatch(cell -> !HeaderLooks.isWord(cell))) {
            return false;
        }
        if (below.stream().noneMatch(cell -> region.hasValues(rows, cell.column()))) {
            return false;
        }
        for (int column = above.nextSetBit(0); column >= 0; column = above.nextSetBit(column + 1)) {
            int end = above.nextSetBit(column + 1);
            int last = (end < 0 ? all.length() : end) - 1;
            if (names.get(column) && last > column) {
                wide.add(new Span(sheet.rowNumber(position), column, sheet.rowNumber(position), last));
            }
        }
        return !wide.isEmpty();
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
        return new Header(sheet.rowNumber(first), sheet.rowNumber(last), names(lowest.values()), headings, List.of());
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
        for (Span span : wide) {
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
