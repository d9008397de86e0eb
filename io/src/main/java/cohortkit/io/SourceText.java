package cohortkit.io;

import cohortkit.core.CellRef;
import cohortkit.core.Cohort;
import cohortkit.core.Variable;

/** What stands in the cells that a cohort was made of. */
final class SourceText {

    private final RawSheet sheet;
    private final Cohort cohort;

    SourceText(RawSheet sheet, Cohort cohort) {
        this.sheet = sheet;
        this.cohort = cohort;
    }

    CellRef cell(int row, String variable) {
        return cohort.cell(row, variable).orElseThrow();
    }

    String raw(CellRef cell) {
        int position = sheet.position(cell.row());
        int index = sheet.cells().cellIn(position, cell.column());
        return index < 0 ? "" : sheet.cell(position, index).shown();
    }

    /** Whether nothing stands there that people can see. */
    boolean isBlank(int row, Variable variable) {
        return Spaces.isBlank(raw(cell(row, variable.name())));
    }
}
