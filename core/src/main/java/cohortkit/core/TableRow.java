package cohortkit.core;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.TimeColumn;

/** A cursor over a cohort's rows. Not shared between threads. */
final class TableRow implements Row {

    /** Ends the evaluation of a condition that asked for a missing value. */
    static final class MissingRead extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Missing missing;

        MissingRead(String message, Missing missing) {
            super(message, null, false, false);
            this.missing = missing;
        }

        Missing missing() {
            return missing;
        }
    }

    private final Cohort cohort;
    private int row;
    /** The last two that were read, the same objects in every row: a condition is asked of many. */
    private String last = "";

    private String lastButOne = "";

    TableRow(Cohort cohort, int row) {
        this.cohort = cohort;
        this.row = row;
    }

    TableRow at(int newRow) {
        row = newRow;
        return this;
    }

    @Override
    public double number(String variable) {
        return present(variable, DoubleColumn.class, "number").getDouble(row);
    }

    @Override
    public String level(String variable) {
        requireType(variable, VariableType.CATEGORY, "level");
        return present(variable, StringColumn.class, "level").get(row);
    }

    @Override
    public boolean is(String variable, String level) {
        requireType(variable, VariableType.CATEGORY, "is");
        Variable described = cohort.variable(variable);
        int index = described.levelIndex(level).orElseThrow(() -> described.unknownLevel(level));
        return level(variable).equals(described.levels().get(index).code());
    }

    @Override
    public LocalDate date(String variable) {
        return present(variable, DateColumn.class, "date").get(row);
    }

    @Override
    public LocalTime time(String variable) {
        return present(variable, TimeColumn.class, "time").get(row);
    }

    @Override
    public LocalDateTime dateTime(String variable) {
        return present(variable, DateTimeColumn.class, "dateTime").get(row);
    }

    @Override
    public String text(String variable) {
        return present(variable, StringColumn.class, "text").get(row);
    }

    @Override
    public Variable variable(String name) {
        return cohort.variable(name);
    }

    @Override
    public boolean isMissing(String variable) {
        return missing(variable).isPresent();
    }

    @Override
    public Optional<Missing> missing(String variable) {
        cohort.variable(variable);
        read(variable);
        return cohort.reason(row, variable);
    }

    @SuppressWarnings({"ReferenceEquality", "StringEquality"})
    private void read(String variable) {
        if (variable != last && variable != lastButOne) {
            lastButOne = last;
            last = variable;
            cohort.read(variable);
        }
    }

    private <C> C present(String variable, Class<C> column, String question) {
        Variable described = cohort.variable(variable);
        read(variable);
        Object found = cohort.unread(variable);
        if (!column.isInstance(found)) {
            throw new InputException(
                    "variable '" + variable + "' is " + described.described() + "; " + question + "() cannot read it");
        }
        missing(variable).ifPresent(reason -> {
            throw new MissingRead(
                    "variable '" + variable + "' is missing (" + reason + ") in row " + (row + 1), reason);
        });
        return column.cast(found);
    }

    private void requireType(String variable, VariableType type, String question) {
        Variable described = cohort.variable(variable);
        if (described.type() != type) {
            throw new InputException(
                    "variable '" + variable + "' is " + described.described() + "; " + question + "() cannot read it");
        }
    }
}
