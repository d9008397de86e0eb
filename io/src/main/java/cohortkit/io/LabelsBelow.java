package cohortkit.io;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A second row of words below the names of the columns, which says what each means, as survey programs export it. */
final class LabelsBelow {

    private static final int ROWS_SEARCHED = 50;
    private static final int FEWEST_ROWS = 2;

    private LabelsBelow() {}

    /** The cells of the row below that are not blank; none if it does not follow straight. */
    static List<RawCell> row(RawSheet sheet, int position) {
        boolean follows = position + 1 < sheet.rows() && sheet.rowNumber(position) + 1 == sheet.rowNumber(position + 1);
        return !follows
                ? List.of()
                : sheet.row(position + 1).stream()
                        .filter(cell -> !Spaces.isBlank(cell.shown()))
                        .toList();
    }

    /**
     * Whether the row below has such words: one under each name, no two alike, half of them or more over columns of numbers
     * and dates, and none that stands again in its column.
     */
    static boolean areLabels(RawSheet sheet, int position) {
        List<RawCell> labels = row(sheet, position);
        Set<Integer> named = new HashSet<>();
        sheet.row(position).stream()
                .filter(cell -> !Spaces.isBlank(cell.shown()))
                .forEach(cell -> named.add(cell.column()));
        Set<String> texts = new HashSet<>();
        boolean words = labels.size() > 1
                && labels.size() == named.size()
                && labels.stream()
                        .allMatch(cell -> named.contains(cell.column())
                                && HeaderLooks.isWord(cell)
                                && texts.add(Spaces.lower(Spaces.clean(cell.shown()))));
        return words && areOverValues(sheet, position + 1, labels);
    }

    private static boolean areOverValues(RawSheet sheet, int position, List<RawCell> labels) {
        Span below = new Span(sheet.rowNumber(position), 1, Integer.MAX_VALUE - 1, XlsxFormat.MOST_COLUMNS);
        Region region = Region.of(sheet, below);
        int[] rows = region.after(position, ROWS_SEARCHED);
        long values = labels.stream()
                .filter(cell -> region.hasValues(rows, cell.column()))
                .count();
        if (rows.length < FEWEST_ROWS || 2 * values < labels.size()) {
            return false;
        }
        for (int row : rows) {
            for (RawCell cell : sheet.row(row)) {
                if (labels.stream().anyMatch(label -> HeaderLooks.areAlike(label, cell))) {
                    return false;
                }
            }
        }
        return true;
    }
}
