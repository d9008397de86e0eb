package cohortkit.stats.regression;

import cohortkit.core.Cohort;
import cohortkit.core.Missing;
import cohortkit.core.Variable;
import java.util.concurrent.atomic.AtomicInteger;

/** Adds numbers to a cohort, one a row, with the reasons of those that are missing. */
final class RowColumns {

    private final Missing[] missing;
    private Cohort cohort;

    RowColumns(Cohort cohort, Missing[] missing) {
        this.cohort = cohort;
        this.missing = missing;
    }

    /** NaN where the reasons say so, or, without a reason, where there is no such number. */
    void add(Variable variable, double[] values) {
        AtomicInteger next = new AtomicInteger();
        cohort = cohort.derive(variable, row -> {
            int at = next.getAndIncrement();
            if (missing[at] != null) {
                return missing[at];
            }
            return Double.isNaN(values[at]) ? Missing.UNDERIVED : (Object) values[at];
        });
    }

    Cohort cohort() {
        return cohort;
    }
}
