package cohortkit.io;

import cohortkit.core.Cohort;
import cohortkit.core.Variable;
import java.util.ArrayList;
import java.util.List;
import tech.tablesaw.api.Table;

/** The rows of a cohort as cells, each with its notes: see {@link MissingNotes}. */
final class WrittenRows {

    private final Cohort cohort;
    private final List<WrittenColumn> columns = new ArrayList<>();
    private final RawCell[] row;
    private String notes = "";

    WrittenRows(Cohort cohort, WrittenCells cells) {
        this.cohort = cohort;
        Table table = cohort.table();
        for (Variable variable : cohort.codebook()) {
            columns.add(new WrittenColumn(cohort, variable, table.column(variable.name()), cells));
        }
        this.row = new RawCell[columns.size()];
    }

    /** The variables' names, and the notes' column. */
    List<String> header() {
        List<String> header = new ArrayList<>(cohort.codebook().names());
        header.add(MissingNotes.header(header));
        return header;
    }

    int size() {
        return cohort.size();
    }

    /** Goes to a row, from 0. */
    void go(int to) {
        List<String> found = new ArrayList<>();
        boolean blank = true;
        for (int i = 0; i < row.length; i++) {
            row[i] = columns.get(i).cell(to);
            columns.get(i).note(to, row[i]).ifPresent(found::add);
            blank &= row[i] == null;
        }
        if (blank && found.isEmpty()) {
            found.add(columns.get(0).reason(to)); // or the row would be no row
        }
        notes = String.join("; ", found);
    }

    /** A cell of the row; null where it is blank. */
    RawCell cell(int column) {
        return row[column];
    }

    /** The row's notes; empty if there are none. */
    String notes() {
        return notes;
    }
}
