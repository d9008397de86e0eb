package cohortkit.stats.continuous;

import cohortkit.core.CellRef;
import cohortkit.core.Cohort;
import cohortkit.core.InputException;
import cohortkit.core.Missing;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntPredicate;

/** A cohort's column of numbers, finite where known. */
final class Numbers {

    private final Cohort cohort;
    private final String variable;
    private final double[] values;

    private Numbers(Cohort cohort, String variable, double[] values) {
        this.cohort = cohort;
        this.variable = variable;
        this.values = values;
    }

    static Numbers of(Cohort cohort, String variable) {
        double[] values = cohort.numbers(variable);
        for (int row = 0; row < values.length; row++) {
            if (Double.isInfinite(values[row])) {
                String where = cohort.cell(row, variable).map(CellRef::toString).orElse("row " + (row + 1));
                requireFinite(values[row], variable, "in " + where);
            }
        }
        return new Numbers(cohort, variable, values);
    }

    static double requireFinite(double x, String name, String where) {
        if (Double.isNaN(x) || Double.isInfinite(x)) {
            throw new InputException("'" + name + "' holds " + x + " " + where + "; a value must be finite");
        }
        return x;
    }

    double value(int row) {
        return values[row];
    }

    boolean known(int row) {
        return !Double.isNaN(values[row]);
    }

    /** The known values of the rows that are wanted, and why the others of them are missing. */
    Sample sample(String name, IntPredicate wanted) {
        double[] known = new double[values.length];
        int n = 0;
        Map<Missing, Integer> missing = new LinkedHashMap<>();
        for (int row = 0; row < values.length; row++) {
            if (!wanted.test(row)) {
                continue;
            }
            if (known(row)) {
                known[n++] = values[row];
            } else {
                missing.merge(cohort.missing(row, variable).orElse(Missing.BLANK), 1, Integer::sum);
            }
        }
        return new Sample(name, Arrays.copyOf(known, n), missing);
    }
}
