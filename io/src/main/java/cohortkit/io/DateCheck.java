package cohortkit.io;

import cohortkit.core.CellRef;
import cohortkit.core.Cohort;
import cohortkit.core.Ledger.Action;
import cohortkit.core.Row;
import cohortkit.core.Variable;
import cohortkit.core.VariableType;
import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Looks in columns of dates that no codebook describes for days that may stand for none. */
final class DateCheck {

    private final Cohort cohort;
    private final SourceText source;
    private final LedgerLines ledger;

    DateCheck(RawSheet sheet, Cohort cohort, LedgerLines ledger) {
        this.cohort = cohort;
        this.source = new SourceText(sheet, cohort);
        this.ledger = ledger;
    }

    /** Writes their cells in the ledger. */
    void check() {
        for (Variable variable : cohort.codebook()) {
            if ((variable.type() == VariableType.DATE || variable.type() == VariableType.DATETIME)
                    && mayHave(variable)) {
                report(variable);
            }
        }
    }

    private boolean mayHave(Variable variable) {
        for (int row = 0; row < cohort.size(); row++) {
            LocalDate day = day(variable, row);
            if (day != null && SuspectedDates.mayBeOne(day)) {
                return true;
            }
        }
        return false;
    }

    private void report(Variable variable) {
        NavigableMap<LocalDate, Integer> counts = new TreeMap<>();
        for (int row = 0; row < cohort.size(); row++) {
            LocalDate day = day(variable, row);
            if (day != null) {
                counts.merge(day, 1, Integer::sum);
            }
        }
        Map<LocalDate, String> suspected = SuspectedDates.among(counts);
        for (int row = 0; row < cohort.size() && !suspected.isEmpty(); row++) {
            LocalDate day = day(variable, row);
            if (day != null && suspected.containsKey(day)) {
                CellRef cell = source.cell(row, variable.name());
                ledger.add(
                        cell.row(),
                        cell.column(),
                        source.raw(cell),
                        Action.SUSPICIOUS,
                        day.toString(),
                        "may be a missing code: " + suspected.get(day));
            }
        }
    }

    private @Nullable LocalDate day(Variable variable, int row) {
        Row values = cohort.row(row);
        if (values.isMissing(variable.name())) {
            return null;
        }
        return variable.type() == VariableType.DATE
                ? values.date(variable.name())
                : values.dateTime(variable.name()).toLocalDate();
    }
}
