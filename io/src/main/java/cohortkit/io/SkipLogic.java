package cohortkit.io;

import cohortkit.core.Cohort;
import cohortkit.core.Condition;
import cohortkit.core.Missing;
import cohortkit.core.MissingReasons;
import cohortkit.core.Row;
import cohortkit.core.Variable;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Finds the blank cells that are blank because the question was not asked. */
final class SkipLogic {

    private final Function<Map<String, MissingReasons>, Cohort> cohorts;
    private final Map<String, MissingReasons> reasons;
    private final SourceText source;
    private Cohort cohort;

    /**
     * @param cohorts makes the cohort with those reasons
     * @param reasons of the cells as they were typed; not asked is put in
     */
    SkipLogic(
            Function<Map<String, MissingReasons>, Cohort> cohorts,
            Map<String, MissingReasons> reasons,
            RawSheet sheet) {
        this.cohorts = cohorts;
        this.reasons = reasons;
        this.cohort = cohorts.apply(reasons);
        this.source = new SourceText(sheet, cohort);
    }

    /**
     * Whether a question was asked; empty where that cannot be told. One that depends on what was not asked itself was
     * not asked either.
     */
    static Optional<Boolean> asked(Condition condition, Row row) {
        Optional<Boolean> asked = condition.test(row);
        if (asked.isPresent()) {
            return asked;
        }
        boolean unasked = condition.variables().stream()
                .flatMap(name -> row.missing(name).stream())
                .allMatch(Missing.NOT_ASKED::equals);
        boolean any = condition.variables().stream().anyMatch(row::isMissing);
        return any && unasked ? Optional.of(false) : Optional.empty();
    }

    /** The cohort with the reason "not asked" wherever it is the reason. */
    Cohort applied(LedgerLines ledger) {
        boolean changed = true;
        // A question may depend on one further down, whose own answer is then known in the next round only.
        while (changed) {
            changed = false;
            for (Variable variable : cohort.codebook()) {
                Optional<Condition> condition = variable.rules().askedIf();
                changed |= condition.isPresent() && apply(variable, condition.get());
            }
        }
        for (Variable variable : cohort.codebook()) {
            if (variable.rules().askedIf().isEmpty()) {
                continue;
            }
            int count = cohort.missing(variable.name()).getOrDefault(Missing.NOT_ASKED, 0);
            variable.rules().askedIf().filter(condition -> count > 0).ifPresent(condition -> {
                String cells = count == 1 ? " blank cell" : " blank cells";
                ledger.detected(
                        variable.name() + ": " + count + cells + " not asked; it is asked only if " + condition);
            });
        }
        return cohort;
    }

    private boolean apply(Variable variable, Condition condition) {
        Missing[] byRow = new Missing[cohort.size()];
        boolean changed = false;
        for (int i = 0; i < byRow.length; i++) {
            Row row = cohort.row(i);
            byRow[i] = row.missing(variable.name()).orElse(null);
            boolean open = byRow[i] == null
                    ? RedcapVariables.isUnchecked(variable, row)
                    : !byRow[i].equals(Missing.NOT_ASKED) && source.isBlank(i, variable);
            if (open && asked(condition, row).equals(Optional.of(false))) {
                byRow[i] = Missing.NOT_ASKED;
                changed = true;
            }
        }
        if (changed) {
            reasons.put(variable.name(), MissingReasons.of(byRow));
            cohort = cohorts.apply(reasons);
        }
        return changed;
    }
}
