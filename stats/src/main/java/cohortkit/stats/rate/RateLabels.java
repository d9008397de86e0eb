package cohortkit.stats.rate;

import cohortkit.core.Convention;
import cohortkit.core.Level;
import cohortkit.core.Variable;
import java.util.List;

/**
 * What the rows of a table of rates mean, and whom it holds.
 *
 * <pre>{@code
 * new RateTable(41, 28010, 15, 19017).labels().exposed()   // "exposed"
 * }</pre>
 *
 * @param exposure the exposure's variable; empty for bare numbers
 * @param exposed the exposed level
 * @param unexposed the reference level
 * @param rows rows of the cohort that are counted
 * @param leftOut rows left out because exposure, events or person-time is missing
 */
public record RateLabels(String exposure, String exposed, String unexposed, long rows, long leftOut) {

    /** A table of bare numbers. */
    public static final RateLabels NONE = new RateLabels("", "exposed", "unexposed", 0, 0);

    static RateLabels of(Variable exposure, long rows, long leftOut) {
        return new RateLabels(exposure.name(), level(exposure, 1), level(exposure, 0), rows, leftOut);
    }

    private static String level(Variable variable, int index) {
        List<Level> levels = variable.levels();
        String level =
                levels.isEmpty() ? Integer.toString(index) : levels.get(index).label();
        return variable.name() + " = " + level;
    }

    Convention convention(String estimator, String interval) {
        Convention plain = Convention.of(estimator, interval);
        return exposure.isEmpty()
                ? plain
                : plain.withReference(unexposed).withDenominator(rows + " of " + (rows + leftOut) + " rows");
    }
}
