package cohortkit.stats.table;

import cohortkit.core.Cohort;
import cohortkit.stats.Frequencies;

/** Counts of exposure against outcome in the rows of a cohort, row by row. */
final class Tabulation {

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
        return new Tabulation(cohort, exposure, outcome, Frequencies.ones(cohort));
    }

    static Tabulation of(Cohort cohort, String exposure, String outcome, String weight) {
        return new Tabulation(cohort, exposure, outcome, Frequencies.of(cohort, weight));
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
