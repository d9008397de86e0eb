package cohortkit.io;

import cohortkit.core.Cohort;
import cohortkit.core.Condition;
import cohortkit.core.Missing;
import cohortkit.core.Variable;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.columns.Column;

/** A variable's values as cells of a file, and what must be noted beside them so that they are read as they were. */
final class WrittenColumn {

    private final Cohort cohort;
    private final Variable variable;
    private final Column<?> values;
    private final WrittenCells cells;
    private final CellRule rule;
    private final Map<String, RawCell> byCode = new HashMap<>();
    private final Map<String, Boolean> codesRead = new HashMap<>();

    WrittenColumn(Cohort cohort, Variable variable, Column<?> values, WrittenCells cells) {
        this.cohort = cohort;
        this.variable = variable;
        this.values = values;
        this.cells = cells;
        this.rule = CellRule.of(variable, cells == WrittenCells.XLSX);
    }

    /** The row's cell; null where it is missing. */
    RawCell cell(int row) {
        boolean noDay = values instanceof DateColumn && values.isMissing(row);
        if (noDay || cohort.missing(row, variable.name()).isPresent()) {
            return null;
        }
        return switch (variable.type()) {
            case NUMBER -> cells.number(((DoubleColumn) values).getDouble(row));
            case DATE -> cells.date(((DateColumn) values).get(row));
            case CATEGORY -> byCode.computeIfAbsent(((StringColumn) values).get(row), cells::code);
            case TEXT, IDENTIFIER -> cells.text(((StringColumn) values).get(row));
        };
    }

    /** What must be noted of the row's cell; empty if the cell alone is read as what it is. */
    Optional<String> note(int row, RawCell cell) {
        if (cell != null) {
            return isRead(row, cell) ? Optional.empty() : Optional.of(MissingNotes.value(variable.name()));
        }
        Missing missing = cohort.missing(row, variable.name()).orElse(Missing.BLANK);
        return ofBlank(row).filter(missing::equals).isPresent() ? Optional.empty() : Optional.of(reason(row));
    }

    /** Why the row's cell is blank, as a note. */
    String reason(int row) {
        Missing missing = cohort.missing(row, variable.name()).orElse(Missing.BLANK);
        return MissingNotes.reason(variable.name(), missing.reason());
    }

    /** What a blank cell is taken for, if that can be told from the values of the row alone. */
    private Optional<Missing> ofBlank(int row) {
        Optional<Condition> askedIf = variable.rules().askedIf();
        Missing blank = rule.codes().blank();
        return askedIf.isEmpty()
                ? Optional.of(blank)
                : askedIf.get().test(cohort.row(row)).map(asked -> asked ? blank : Missing.NOT_ASKED);
    }

    private boolean isRead(int row, RawCell cell) {
        return switch (variable.type()) {
            case NUMBER -> {
                double value = ((DoubleColumn) values).getDouble(row);
                boolean taken = ((NumberRule) rule).takes(cell) && Double.compare(cell.number(), value) == 0;
                yield taken || isRead(cell, value);
            }
            case DATE -> isRead(cell, ((DateColumn) values).get(row));
            case CATEGORY -> codesRead.computeIfAbsent(((StringColumn) values).get(row), code -> isRead(cell, code));
            case TEXT, IDENTIFIER -> isRead(cell, ((StringColumn) values).get(row));
        };
    }

    private boolean isRead(RawCell cell, Object value) {
        if (cell.kind() == CellKind.TEXT && cell.text().isEmpty()) {
            return false;
        }
        Object plain = rule.plain(cell);
        return value.equals(plain == null ? rule.read(cell).value() : plain);
    }
}
