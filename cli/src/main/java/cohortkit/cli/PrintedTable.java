package cohortkit.cli;

import cohortkit.stats.table.TableRow;
import java.util.List;

/**
 * A table as it is printed.
 *
 * @param counts what it counts, as text
 * @param rows its measures and tests
 * @param people how many are in it
 * @param notes what a reader should know
 */
record PrintedTable(Object counts, List<TableRow> rows, long people, List<String> notes) {

    PrintedTable {
        rows = List.copyOf(rows);
        notes = List.copyOf(notes);
    }
}
