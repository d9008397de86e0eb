package cohortkit.stats.regression;

import cohortkit.core.CellRef;
import cohortkit.core.Cohort;

/** Where a value stands, for messages. */
final class Places {

    private Places() {}

    /** The cell if it is known, else the row from 1. */
    static String of(Cohort cohort, int row, String variable) {
        return cohort.cell(row, variable).map(CellRef::toString).orElse("row " + (row + 1));
    }
}
