package cohortkit.io;

import cohortkit.core.Codebook;
import cohortkit.core.Cohort;
import cohortkit.core.Ledger.Action;
import cohortkit.core.Missing;
import cohortkit.core.MissingReasons;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A table that {@link CohortCsv} or {@link CohortWorkbook} wrote, told by its header: the codebook's names and the column
 * of the {@link MissingNotes}. Its rows are the rows of the cohort, so that nothing has to be looked for, and a row may be
 * called Total, or be all missing.
 */
final class WrittenTable {

    private final RawSheet sheet;
    private final String heading;
    /** Columns of the sheet by variable, in the sheet's order, and the variables by column. */
    private final Map<String, Integer> columns = new HashMap<>();

    private final TreeMap<Integer, String> names = new TreeMap<>();
    private int notesColumn;
    private final List<Integer> positions = new ArrayList<>();
    /** What stands in the notes' column, by data row; the same notes are one list. */
    private final Map<Integer, List<CodebookText.Item>> notes = new TreeMap<>();
    /** Rows, by their numbers, whose cell of a column is a value just as it stands. */
    private final Map<Integer, BitSet> values = new HashMap<>();

    private WrittenTable(RawSheet sheet, Codebook codebook) {
        this.sheet = sheet;
        this.heading = MissingNotes.header(codebook.names());
    }

    static Optional<WrittenTable> find(RawSheet sheet, Codebook codebook, OptionalInt headerRow) {
        boolean elsewhere = headerRow.isPresent() && headerRow.getAsInt() != 1;
        if (elsewhere || sheet.rows() == 0 || sheet.rowNumber(0) != 1) {
            return Optional.empty();
        }
        WrittenTable table = new WrittenTable(sheet, codebook);
        for (RawCell cell : sheet.row(0)) {
            String name = cell.shown();
            if (name.equals(table.heading)) {
                table.notesColumn = cell.column();
            } else if (codebook.find(name).isPresent() && table.columns.put(name, cell.column()) == null) {
                table.names.put(cell.column(), name);
            }
        }
        boolean whole = table.notesColumn > 0 && table.names.size() == codebook.size();
        return whole ? Optional.of(table) : Optional.empty();
    }

    /** The rows and columns of the table; what was added to it is left out with an entry. */
    TableArea area(LedgerLines ledger) {
        ledger.detected("written by Cohortkit: header in row 1, reasons of missing values in column " + heading);
        BitSet others = new BitSet();
        for (int position = 1; position < sheet.rows(); position++) {
            boolean data = false;
            for (RawCell cell : sheet.row(position)) {
                data |= names.containsKey(cell.column()) || cell.column() == notesColumn;
                if (cell.column() == notesColumn) {
                    note(position, cell);
                } else if (!names.containsKey(cell.column())) {
                    others.set(cell.column());
                }
            }
            if (data) {
                positions.add(position);
            } else {
                ledger.dropRow(sheet.row(position), "no variable has a value");
            }
        }
        Map<Integer, String> headings = new HashMap<>();
        sheet.row(0).forEach(cell -> headings.put(cell.column(), cell.shown()));
        headings.keySet().stream()
                .filter(column -> column != notesColumn && !names.containsKey(column))
                .forEach(others::set);
        others.stream()
                .forEach(column -> ledger.add(
                        1,
                        column,
                        headings.getOrDefault(column, ""),
                        Action.DROPPED,
                        "",
                        headings.containsKey(column) ? "column is not in the codebook" : "column without a name"));
        List<TableArea.Column> area = new ArrayList<>();
        names.forEach((column, name) -> area.add(new TableArea.Column(column, name)));
        return new TableArea(
                1, area, positions.stream().mapToInt(Integer::intValue).toArray());
    }

    private void note(int position, RawCell cell) {
        List<CodebookText.Item> items = CodebookText.items(cell.shown());
        notes.put(positions.size(), items);
        for (CodebookText.Item item : items) {
            Integer column = columns.get(item.code());
            if (column != null && isValue(item)) {
                values.computeIfAbsent(column, key -> new BitSet()).set(sheet.rowNumber(position));
            }
        }
    }

    private static boolean isValue(CodebookText.Item item) {
        return item.label().filter(String::isBlank).isPresent();
    }

    /** The rows, by their numbers, whose cell of that column is noted to be a value just as it stands. */
    BitSet values(int column) {
        return values.getOrDefault(column, new BitSet());
    }

    /**
     * Gives blank cells the reasons that are noted.
     *
     * @param cohorts makes the cohort with those reasons
     * @param reasons of its cells
     */
    void apply(Function<Map<String, MissingReasons>, Cohort> cohorts, Map<String, MissingReasons> reasons) {
        Cohort cohort = cohorts.apply(reasons);
        Map<String, Missing[]> changed = new HashMap<>();
        notes.forEach((row, items) -> {
            for (CodebookText.Item item : items) {
                Integer column = columns.get(item.code());
                if (column != null
                        && item.label().isPresent()
                        && cell(row, column).isEmpty()) {
                    changed.computeIfAbsent(item.code(), name -> byRow(cohort, name))[row] =
                            isValue(item) ? null : new Missing(item.label().get());
                }
            }
        });
        changed.forEach((name, byRow) -> reasons.put(name, MissingReasons.of(byRow)));
    }

    /** Tells notes that say nothing, or of a cell that somebody filled. */
    void check(LedgerLines ledger) {
        notes.forEach((row, items) -> {
            for (CodebookText.Item item : items) {
                Integer column = columns.get(item.code());
                if (column == null || item.label().isEmpty()) {
                    suspect(ledger, row, notesColumn, "notes no reason for a variable: " + item.code());
                } else if (!isValue(item) && cell(row, column).isPresent()) {
                    suspect(
                            ledger,
                            row,
                            column,
                            "noted as missing (" + item.label().get() + ") and not blank");
                }
            }
        });
    }

    private static Missing[] byRow(Cohort cohort, String name) {
        Missing[] byRow = new Missing[cohort.size()];
        for (int row = 0; row < byRow.length; row++) {
            byRow[row] = cohort.missing(row, name).orElse(null);
        }
        return byRow;
    }

    private void suspect(LedgerLines ledger, int row, int column, String rule) {
        RawCell cell = cell(row, column).orElseThrow();
        ledger.add(cell.row(), column, cell.shown(), Action.SUSPICIOUS, cell.shown(), rule);
    }

    private Optional<RawCell> cell(int row, int column) {
        return sheet.row(positions.get(row)).stream()
                .filter(cell -> cell.column() == column)
                .findFirst();
    }
}
