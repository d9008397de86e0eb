package cohortkit.core;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.TimeColumn;
import tech.tablesaw.columns.Column;

/** The column that a derivation fills. */
final class DerivedColumn {

    private final Variable variable;
    private final Column<?> column;
    private final Missing[] missing;

    DerivedColumn(Variable variable, int size) {
        this.variable = variable;
        this.missing = new Missing[size];
        this.column = switch (variable.type()) {
            case NUMBER -> DoubleColumn.create(variable.name(), size);
            case DATE -> DateColumn.create(variable.name(), size);
            case TIME -> TimeColumn.create(variable.name(), size);
            case DATETIME -> DateTimeColumn.create(variable.name(), size);
            case CATEGORY, TEXT, IDENTIFIER -> StringColumn.create(variable.name(), size);
        };
    }

    void set(int row, Object value) {
        if (value == null || value instanceof Missing) {
            missing[row] = value == null ? Missing.UNDERIVED : (Missing) value;
            column.setMissing(row);
            return;
        }
        switch (variable.type()) {
            case NUMBER -> ((DoubleColumn) column).set(row, number(value));
            case DATE -> ((DateColumn) column).set(row, as(LocalDate.class, value));
            case TIME -> ((TimeColumn) column).set(row, as(LocalTime.class, value));
            case DATETIME -> ((DateTimeColumn) column).set(row, as(LocalDateTime.class, value));
            case CATEGORY -> ((StringColumn) column).set(row, level(value));
            case TEXT, IDENTIFIER -> ((StringColumn) column).set(row, as(String.class, value));
        }
    }

    private double number(Object value) {
        double number = as(Number.class, value).doubleValue();
        if (Double.isNaN(number) || !variable.range().contains(number)) {
            throw new InputException(
                    "variable '" + variable.name() + "': " + number + " is outside its range " + variable.range());
        }
        return number;
    }

    private String level(Object value) {
        if (value instanceof Boolean yes && variable.levels().size() == 2) {
            return variable.levels().get(yes ? 1 : 0).code();
        }
        String code = as(String.class, value);
        int index = variable.levelIndex(code).orElseThrow(() -> variable.unknownLevel(code));
        return variable.levels().get(index).code();
    }

    private <T> T as(Class<T> type, Object value) {
        if (!type.isInstance(value)) {
            throw new InputException("variable '" + variable.name() + "' is " + variable.described()
                    + "; the rule returned a " + value.getClass().getSimpleName());
        }
        return type.cast(value);
    }

    Column<?> column() {
        return column;
    }

    MissingReasons reasons() {
        return MissingReasons.of(missing);
    }
}
