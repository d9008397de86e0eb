package cohortkit.report;

import cohortkit.claims.Verification;
import cohortkit.core.Cohort;
import cohortkit.core.Flow;
import cohortkit.stats.ProportionInterval;
import cohortkit.stats.regression.ModelTable;
import cohortkit.stats.table.TwoByTwo;
import java.util.List;

/**
 * Tables that papers print: prevalences, a 2x2 table with all that follows from it, verdicts, the flow of participants.
 *
 * <pre>{@code
 * var adults = births.exclude("younger than 18", p -> p.number("age") < 18);
 * PaperTables.flow(adults.flow()).rows().get(1)                                             // younger than 18: 25, 0, 164
 * PaperTables.prevalences(patients, List.of("rls"), "sex").rows().get(0).cells().get(0)     // Restless legs syndrome: yes
 * }</pre>
 */
public final class PaperTables {

    private PaperTables() {}

    /** The prevalence of each outcome in all and in each group, with Wilson's interval at 95 %. */
    public static PaperTable prevalences(Cohort cohort, List<String> outcomes, String group) {
        return prevalences(cohort, outcomes, group, ProportionInterval.WILSON, 0.95);
    }

    /**
     * The prevalence of each outcome in all who have a group, and in each group, with who is missing.
     *
     * @param outcomes binary variables (see {@link Cohort#events})
     * @param group a category
     * @param level coverage in (0, 1), for example 0.95
     * @throws cohortkit.core.InputException if an outcome is not binary, or the group is no category
     */
    public static PaperTable prevalences(
            Cohort cohort, List<String> outcomes, String group, ProportionInterval method, double level) {
        return new PrevalenceRows(cohort, group, method, level).table(outcomes);
    }

    /**
     * A 2x2 table on one page: counts and risks; risk difference, risk ratio, odds ratio, also the exact one, attributable
     * fractions and number needed, each with its interval; and the tests. All that Stata's cs and cc print, and no shortcut
     * between an interval and a p-value of another method.
     *
     * @param level coverage in (0, 1), for example 0.95
     */
    public static PaperTable twoByTwo(TwoByTwo table, double level) {
        return new TwoByTwoRows(table, level).table();
    }

    /**
     * A model's terms alone beside all together: reference levels, events and people of each level, and one method of
     * intervals and p-values. All fits rest on the rows that are complete in the whole model; a univariable fit without an
     * answer says why in a footnote.
     *
     * @throws cohortkit.core.InputException for weights
     */
    public static PaperTable regression(ModelTable models) {
        return new RegressionRows(models).table();
    }

    /** Each published figure, as printed and as computed, with the level of evidence and the verdict. */
    public static PaperTable verdicts(Verification verification) {
        return VerdictRows.table(verification);
    }

    /** Who was left out, step by step, as STROBE asks. */
    public static PaperTable flow(Flow flow) {
        return FlowRows.table(flow);
    }
}
