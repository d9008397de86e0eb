package cohortkit.stats.rate;

import cohortkit.core.CellRef;
import cohortkit.core.Cohort;
import cohortkit.core.DisplayNumber;
import cohortkit.core.InputException;
import cohortkit.core.VariableType;
import java.util.OptionalInt;

/** Events and person-time of a cohort's rows. */
final class PersonTime {

    private static final double EXACT_IN_DOUBLE = 0x1p53;

    private final Cohort cohort;
    private final String exposure;
    private final String personTime;
    private final int[] exposed;
    private final double[] events;
    private final double[] times;

    private PersonTime(Cohort cohort, String exposure, String personTime, double[] events) {
        this.cohort = cohort;
        this.exposure = exposure;
        this.personTime = personTime;
        this.exposed = cohort.events(exposure);
        this.events = events;
        this.times = cohort.numbers(personTime);
    }

    static PersonTime of(Cohort cohort, String exposure, String events, String personTime) {
        PersonTime rows = new PersonTime(cohort, exposure, personTime, counts(cohort, events));
        for (int row = 0; row < rows.times.length; row++) {
            if (!(rows.times[row] >= 0) && !Double.isNaN(rows.times[row])) {
                throw problem(cohort, "the person-time", personTime, row, rows.times[row], "a number of 0 or more");
            }
        }
        return rows;
    }

    /** NaN where missing. */
    private static double[] counts(Cohort cohort, String events) {
        if (cohort.variable(events).type() != VariableType.NUMBER) {
            int[] binary = cohort.events(events);
            double[] counts = new double[binary.length];
            for (int row = 0; row < counts.length; row++) {
                counts[row] = binary[row] < 0 ? Double.NaN : binary[row];
            }
            return counts;
        }
        double[] counts = cohort.numbers(events);
        for (int row = 0; row < counts.length; row++) {
            double x = counts[row];
            if (!Double.isNaN(x) && !(x >= 0 && x <= EXACT_IN_DOUBLE && x == Math.rint(x))) {
                throw problem(cohort, "the count of events", events, row, x, "a whole number of 0 or more");
            }
        }
        return counts;
    }

    private static InputException problem(
            Cohort cohort, String what, String variable, int row, double found, String expected) {
        String where = cohort.cell(row, variable).map(CellRef::toString).orElse("row " + (row + 1));
        return new InputException(what + " '" + variable + "' holds " + DisplayNumber.shortest(found) + " in " + where
                + "; it needs " + expected);
    }

    /** All rows. */
    RateTable table() {
        return table(new int[times.length], 0);
    }

    /** The rows whose group is {@code wanted}. */
    RateTable table(int[] groups, int wanted) {
        long[] count = new long[2];
        double[] time = new double[2];
        long rows = 0;
        long leftOut = 0;
        for (int row = 0; row < times.length; row++) {
            if (groups[row] != wanted) {
                continue;
            }
            OptionalInt group = group(row);
            if (group.isEmpty()) {
                leftOut++;
                continue;
            }
            rows++;
            count[group.getAsInt()] = Math.addExact(count[group.getAsInt()], (long) events[row]);
            time[group.getAsInt()] += times[row];
        }
        RateLabels labels = RateLabels.of(cohort.variable(exposure), rows, leftOut);
        if (!(time[0] > 0 && time[1] > 0)) {
            String empty = time[1] > 0 ? labels.unexposed() : labels.exposed();
            throw new InputException("nobody with " + empty + " has person-time in '" + personTime
                    + "'; a table of rates needs both groups");
        }
        return new RateTable(count[1], time[1], count[0], time[0], labels);
    }

    private OptionalInt group(int row) {
        boolean known = exposed[row] >= 0 && !Double.isNaN(events[row]) && !Double.isNaN(times[row]);
        return known ? OptionalInt.of(exposed[row]) : OptionalInt.empty();
    }
}
