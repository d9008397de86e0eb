package cohortkit.io;

import cohortkit.core.Cohort;
import cohortkit.core.Condition;
import cohortkit.core.Missing;
import cohortkit.core.Variable;
import cohortkit.core.VariableType;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tech.tablesaw.columns.Column;

/** A variable's values as cells of a file, and what must be noted beside them so that they are read as they were. */
final class WrittenColumn {

    private final Cohort cohort;
    private final Variable variable;
    private final Column<?> values;
    private final WrittenCells cells;
    private final CellRule rule;
    /** The cells of a category's levels, and whether each is read as what it is. */
    private final Map<Object, RawCell> levelCells = new HashMap<>();

    private final Map<Object, Boolean> levelsRead = new HashMap<>();

    WrittenColumn(Cohort cohort, Variable variable, Column<?> values, WrittenCells cells) {
        this.cohort = cohort;
        this.variable = variable;
        this.values = values;
        this.cells = cells;
        // As a table that we wrote is read: with a decimal point, and no form that depends on other cells.
        this.rule = CellRule.of(
                variable, new ColumnReading(cells == WrittenCells.XLSX, DecimalMark.POINT, ColumnForms::new));
    }

    /** The row's cell; null where it is missing. */
    RawCell cell(int row) {
        Object value = cohort.missing(row, variable.name()).isPresent() ? null : values.get(row);
        if (value == null) {
            return null;
        }
        return variable.type() == VariableType.CATEGORY ? levelCells.computeIfAbsent(value, this::cell) : cell(value);
    }

    private RawCell cell(Object value) {
        return switch (variable.type()) {
            case NUMBER -> cells.number((Double) value);
            case DATE -> cells.date((LocalDate) value);
            case TIME -> cells.time((LocalTime) value);
            case DATETIME -> cells.dateTime((LocalDateTime) value);
            case CATEGORY -> cells.code((String) value);
            case TEXT, IDENTIFIER -> cells.text((String) value);
        };
    }

    /** What must be noted of the row's cell; empty if the cell alone is read as what it is. */
    Optional<String> note(int row, RawCell cell) {
        if (cell != null) {
            return isRead(values.get(row), cell) ? Optional.empty() : Optional.of(MissingNotes.value(variable.name()));
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

    private boolean isRead(Object value, RawCell cell) {
        if (variable.type() == VariableType.CATEGORY) {
            return levelsRead.computeIfAbsent(value, level -> reads(cell, level));
        }
        boolean taken = rule instanceof NumberRule number
                && cell.kind() == CellKind.NUMBER
                && number.takes(cell.number(), -1)
                && value.equals(cell.number());
        return taken || reads(cell, value);
    }

    private boolean reads(RawCell cell, Object value) {
        boolean empty = cell.kind() == CellKind.TEXT && cell.text().isEmpty();
        return !empty && value.equals(rule.read(cell).value());
    }
}
