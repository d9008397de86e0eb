package cohortkit.io;

import cohortkit.core.CellRef;
import cohortkit.core.Cohort;
import cohortkit.core.Ledger.Action;
import cohortkit.core.Row;
import cohortkit.core.Variable;
import cohortkit.core.VariableType;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.dates.PackedLocalDate;
import tech.tablesaw.columns.datetimes.PackedLocalDateTime;

/** Looks in columns of dates that no codebook describes for days that may stand for none. */
final class DateCheck {

    private final Cohort cohort;
    private final Table table;
    private final SourceText source;
    private final LedgerLines ledger;

    /**
     * Looks at a cohort.
     *
     * @param table its values
     */
    DateCheck(RawSheet sheet, Cohort cohort, Table table, LedgerLines ledger) {
        this.cohort = cohort;
        this.table = table;
        this.source = new SourceText(sheet, cohort);
        this.ledger = ledger;
    }

    /**
     * Writes their cells in the ledger.
     *
     * @param variables those that have a day that may stand for none
     */
    void check(Set<String> variables) {
        for (Variable variable : cohort.codebook()) {
            if (variables.contains(variable.name())) {
                report(variable);
            }
        }
    }

    /** The days as Tablesaw has them. */
    private IntUnaryOperator packed(Variable variable) {
        if (variable.type() == VariableType.DATE) {
            return table.dateColumn(variable.name())::getIntInternal;
        }
        DateTimeColumn moments = table.dateTimeColumn(variable.name());
        return row -> PackedLocalDateTime.date(moments.getLongInternal(row));
    }

    private void report(Variable variable) {
        Int2IntOpenHashMap byDay = new Int2IntOpenHashMap();
        IntUnaryOperator packed = packed(variable);
        boolean complete = cohort.missing(variable.name()).isEmpty();
        for (int row = 0; row < cohort.size(); row++) {
            if (complete || cohort.missing(row, variable.name()).isEmpty()) {
                byDay.addTo(packed.applyAsInt(row), 1);
            }
        }
        NavigableMap<LocalDate, Integer> counts = new TreeMap<>();
        byDay.int2IntEntrySet()
                .forEach(day -> counts.put(PackedLocalDate.asLocalDate(day.getIntKey()), day.getIntValue()));
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
