package cohortkit.core;

import java.util.Map;
import java.util.Optional;

/**
 * Where the rows and columns of a cohort stood in the file.
 *
 * <pre>{@code
 * patients.cell(0, "rls")   // Optional[Data (reconstructed)!G5]
 * }</pre>
 */
public final class Provenance {

    private static final Provenance NONE = new Provenance("", "", Map.of(), new int[0]);

    private final String file;
    private final String sheet;
    private final Map<String, Integer> columns;
    private final int[] rows;

    private Provenance(String file, String sheet, Map<String, Integer> columns, int[] rows) {
        this.file = file;
        this.sheet = sheet;
        this.columns = columns;
        this.rows = rows;
    }

    /** Data that came from no file. */
    public static Provenance none() {
        return NONE;
    }

    /**
     * Data that came from a sheet.
     *
     * @param file the file's name
     * @param sheet the sheet's name, empty for CSV
     * @param columns the sheet's column (from 1) of each variable
     * @param rows the sheet's row (from 1) of each row of the cohort
     */
    public static Provenance of(String file, String sheet, Map<String, Integer> columns, int[] rows) {
        return new Provenance(file, sheet, Map.copyOf(columns), rows.clone());
    }

    /** The file's name, empty if there is none. */
    public String file() {
        return file;
    }

    /** The sheet's name, empty if there is none. */
    public String sheet() {
        return sheet;
    }

    /** How many rows have their place here. */
    public int size() {
        return rows.length;
    }

    /** Whether a variable stands in the file; derived ones do not. */
    public boolean holds(String variable) {
        return columns.containsKey(variable);
    }

    /** The sheet's column of a variable, from 1; behind all others where it has none. */
    int column(String variable) {
        return columns.getOrDefault(variable, Integer.MAX_VALUE);
    }

    /** Where a value stood; empty for variables and rows that are in no file. */
    public Optional<CellRef> cell(int row, String variable) {
        Integer column = columns.get(variable);
        return column == null || row < 0 || row >= rows.length
                ? Optional.empty()
                : Optional.of(new CellRef(file, sheet, rows[row], column));
    }

    Provenance rows(int[] selected) {
        if (rows.length == 0) {
            return this;
        }
        int[] kept = new int[selected.length];
        for (int i = 0; i < selected.length; i++) {
            kept[i] = rows[selected[i]];
        }
        return new Provenance(file, sheet, columns, kept);
    }
}
