package cohortkit.stats.table;

import cohortkit.core.CellRef;
import cohortkit.core.Cohort;
import cohortkit.core.DisplayNumber;
import cohortkit.core.InputException;
import java.util.Arrays;

/** Counts of exposure against outcome in the rows of a cohort, row by row. */
final class Tabulation {

    private static final double EXACT_IN_DOUBLE = 0x1p53;

    private final Cohort cohort;
    private final String exposure;
    private final String outcome;
    private final int[] exposed;
    private final int[] events;
    private final long[] weights;

    private Tabulation(Cohort cohort, String exposure, String outcome, long[] weights) {
        this.cohort = cohort;
        this.exposure = exposure;
        this.outcome = outcome;
        this.exposed = cohort.events(exposure);
        this.events = cohort.events(outcome);
        this.weights = weights;
    }

    static Tabulation of(Cohort cohort, String exposure, String outcome) {
        long[] ones = new long[cohort.size()];
        Arrays.fill(ones, 1);
        return new Tabulation(cohort, exposure, outcome, ones);
    }

    static Tabulation of(Cohort cohort, String exposure, String outcome, String weight) {
        double[] numbers = cohort.numbers(weight);
        long[] weights = new long[numbers.length];
        for (int row = 0; row < weights.length; row++) {
            double x = numbers[row];
            if (!(x >= 0 && x <= EXACT_IN_DOUBLE && x == Math.rint(x))) {
                String where = cohort.cell(row, weight).map(CellRef::toString).orElse("row " + (row + 1));
                String found = Double.isNaN(x) ? "is missing" : "holds " + DisplayNumber.shortest(x);
                throw new InputException("the frequency '" + weight + "' " + found + " in " + where
                        + "; a table needs a whole number of 0 or more in each row");
            }
            weights[row] = (long) x;
        }
        return new Tabulation(cohort, exposure, outcome, weights);
    }

    /** All rows. */
    TwoByTwo table() {
        return table(new int[weights.length], 0);
    }

    /** The rows whose group is {@code wanted}. */
    TwoByTwo table(int[] groups, int wanted) {
        long[] counts = new long[4];
        long leftOut = 0;
        for (int row = 0; row < weights.length; row++) {
            if (groups[row] != wanted) {
                continue;
            }
            if (exposed[row] < 0 || events[row] < 0) {
                leftOut = Math.addExact(leftOut, weights[row]);
            } else {
                int cell = 2 * (1 - exposed[row]) + 1 - events[row];
                counts[cell] = Math.addExact(counts[cell], weights[row]);
            }
        }
        TableLabels labels = TableLabels.of(cohort.variable(exposure), cohort.variable(outcome), leftOut);
        return new TwoByTwo(counts[0], counts[1], counts[2], counts[3], labels);
    }

    /** People in the rows whose group is missing. */
    long without(int[] groups) {
        long sum = 0;
        for (int row = 0; row < weights.length; row++) {
            sum = groups[row] < 0 ? Math.addExact(sum, weights[row]) : sum;
        }
        return sum;
    }
}
