package cohortkit.stats.table;

import cohortkit.core.Level;
import cohortkit.core.Variable;
import java.util.List;

/**
 * What the rows and columns of a table mean, and whom it holds.
 *
 * <pre>{@code
 * table.labels().exposed()   // "yes"
 * table.labels().leftOut()   // 0
 * }</pre>
 *
 * @param exposure the exposure's variable; empty for a table of bare counts
 * @param exposed the exposed level, the table's first row
 * @param unexposed the reference level, its second row
 * @param outcome the outcome's variable
 * @param event the level that is the outcome, the table's first column
 * @param noEvent the other level, its second column
 * @param leftOut people left out because the exposure or the outcome is missing
 */
public record TableLabels(
        String exposure, String exposed, String unexposed, String outcome, String event, String noEvent, long leftOut) {

    /** A table of bare counts. */
    public static final TableLabels NONE = new TableLabels("", "exposed", "unexposed", "", "outcome", "no outcome", 0);

    static TableLabels of(Variable exposure, Variable outcome, long leftOut) {
        return new TableLabels(
                exposure.name(),
                level(exposure, 1),
                level(exposure, 0),
                outcome.name(),
                level(outcome, 1),
                level(outcome, 0),
                leftOut);
    }

    private static String level(Variable variable, int event) {
        List<Level> levels = variable.levels();
        return levels.isEmpty() ? Integer.toString(event) : levels.get(event).label();
    }

    TableLabels withLeftOut(long people) {
        return new TableLabels(exposure, exposed, unexposed, outcome, event, noEvent, people);
    }

    boolean named() {
        return !exposure.isEmpty();
    }

    /** Such as "rls = no"; empty for bare counts. */
    String reference() {
        return named() ? exposure + " = " + unexposed : "";
    }

    /** Such as "320 of 333 people, complete in 2 variables"; empty for bare counts. */
    String denominator(long n) {
        return named() ? n + " of " + (n + leftOut) + " people, complete in " + exposure + " and " + outcome : "";
    }
}
