package cohortkit.io;

import cohortkit.core.CellRef;
import cohortkit.core.Cohort;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** A row of words straight above or below the columns' names that says what each means. */
final class LabelRow {

    private LabelRow() {}

    /** The label of each variable that has one. */
    static Map<String, String> of(RawSheet sheet, Cohort cohort) {
        Map<Integer, String> names = new HashMap<>();
        int firstRow = Integer.MAX_VALUE;
        for (String name : cohort.codebook().names()) {
            CellRef cell = cohort.cell(0, name).orElseThrow();
            names.put(cell.column(), name);
            firstRow = cell.row();
        }
        int header = headerPosition(sheet, names, firstRow);
        if (header < 0) {
            return Map.of();
        }
        boolean below = header + 1 < sheet.position(firstRow);
        if (!below && (header < 1 || sheet.rowNumber(header - 1) + 1 != sheet.rowNumber(header))) {
            return Map.of();
        }
        Map<String, String> labels = new HashMap<>();
        List<RawCell> row = below ? LabelsBelow.row(sheet, header) : sheet.row(header - 1);
        for (RawCell cell : row) {
            String text = Spaces.clean(cell.shown());
            if (cell.kind() == CellKind.TEXT && !text.isEmpty() && names.containsKey(cell.column())) {
                labels.put(names.get(cell.column()), text);
            }
        }
        boolean labelled = 2 * labels.size() > names.size()
                && labels.size() > 1
                && labels.size() == new HashSet<>(labels.values()).size();
        return labelled ? labels : Map.of();
    }

    /** The last row above the data that has the names. */
    private static int headerPosition(RawSheet sheet, Map<Integer, String> names, int firstRow) {
        int position = sheet.position(firstRow) - 1;
        while (position >= 0
                && sheet.row(position).stream()
                        .noneMatch(cell -> Spaces.clean(cell.shown()).equals(names.get(cell.column())))) {
            position--;
        }
        return position;
    }
}
