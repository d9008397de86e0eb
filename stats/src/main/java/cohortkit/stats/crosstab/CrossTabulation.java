package cohortkit.stats.crosstab;

import cohortkit.core.Cohort;
import cohortkit.core.InputException;
import cohortkit.core.Level;
import cohortkit.core.Variable;
import cohortkit.core.VariableType;
import cohortkit.stats.Frequencies;
import java.util.List;

/** Counts of two categories in the rows of a cohort. */
final class CrossTabulation {

    private final Axis rows;
    private final Axis columns;
    private final int[] row;
    private final int[] column;
    private final long[] weights;

    private CrossTabulation(Cohort cohort, String row, String column, long[] weights) {
        this.rows = axis(cohort.variable(row));
        this.columns = axis(cohort.variable(column));
        this.row = codes(cohort, row);
        this.column = codes(cohort, column);
        this.weights = weights;
    }

    static CrossTabulation of(Cohort cohort, String row, String column) {
        return new CrossTabulation(cohort, row, column, Frequencies.ones(cohort));
    }

    static CrossTabulation of(Cohort cohort, String row, String column, String frequency) {
        return new CrossTabulation(cohort, row, column, Frequencies.of(cohort, frequency));
    }

    private static Axis axis(Variable variable) {
        List<String> levels = variable.type() == VariableType.CATEGORY
                ? variable.levels().stream().map(Level::label).toList()
                : List.of("0", "1");
        return new Axis(variable.name(), levels);
    }

    private static int[] codes(Cohort cohort, String name) {
        return cohort.variable(name).type() == VariableType.CATEGORY ? cohort.levels(name) : cohort.events(name);
    }

    /** All rows. */
    CrossTable table() {
        return table(new int[weights.length], 0);
    }

    /** The rows whose group is {@code wanted}. */
    CrossTable table(int[] groups, int wanted) {
        long[][] counts = new long[rows.levels().size()][columns.levels().size()];
        long leftOut = 0;
        long all = 0;
        try {
            for (int i = 0; i < weights.length; i++) {
                if (groups[i] != wanted) {
                    continue;
                }
                all = Math.addExact(all, weights[i]);
                if (row[i] < 0 || column[i] < 0) {
                    leftOut += weights[i];
                } else {
                    counts[row[i]][column[i]] += weights[i];
                }
            }
        } catch (ArithmeticException e) {
            throw new InputException("the frequencies add up to more than 2^63 - 1", e);
        }
        return new CrossTable(counts, rows, columns, leftOut);
    }

    /** People in the rows whose group is missing. */
    long without(int[] groups) {
        long sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum = groups[i] < 0 ? Math.addExact(sum, weights[i]) : sum;
        }
        return sum;
    }
}
