package cohortkit.claims.robustness;

import cohortkit.core.Cohort;
import cohortkit.core.Condition;
import java.util.List;

/**
 * Whether some people are left out, as a choice of the grid: an exclusion that is usually not made, or a restriction that
 * usually is.
 */
final class RowChoice {

    private static final String KEPT = "no";
    private static final String LEFT_OUT = "yes";

    private final Dimension dimension;
    private final boolean[] out;

    /** The options are "no" and "yes", the usual one first; with "yes" the marked rows are left out. */
    private RowChoice(String name, List<String> options, boolean[] out) {
        this.dimension = new Dimension(name, options);
        this.out = out;
    }

    /** Without those of whom a condition is true. */
    static RowChoice excluding(Cohort cohort, Condition condition) {
        return new RowChoice(
                "exclusion of " + condition.text(), List.of(KEPT, LEFT_OUT), trueOf(cohort, condition, true));
    }

    /** Without those of whom it is not true, be it undecided. */
    static RowChoice only(Cohort cohort, Condition condition) {
        return new RowChoice("only " + condition.text(), List.of(LEFT_OUT, KEPT), trueOf(cohort, condition, false));
    }

    private static boolean[] trueOf(Cohort cohort, Condition condition, boolean wanted) {
        boolean[] found = new boolean[cohort.size()];
        for (int i = 0; i < found.length; i++) {
            found[i] = condition.test(cohort.row(i)).orElse(false) == wanted;
        }
        return found;
    }

    /** Such as "exclusion of" or "only", and the condition. */
    String name() {
        return dimension.name();
    }

    Dimension dimension() {
        return dimension;
    }

    /** Takes those out, by an exposure of -1, whom an option leaves out. */
    void apply(String option, int[] exposed) {
        if (LEFT_OUT.equals(option)) {
            for (int i = 0; i < exposed.length; i++) {
                exposed[i] = out[i] ? -1 : exposed[i];
            }
        }
    }
}
