package cohortkit.io;

import cohortkit.core.Missing;
import cohortkit.core.MissingReasons;
import cohortkit.core.VariableType;
import java.time.LocalDate;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.columns.Column;

/** One variable's values as they are read, row by row. */
final class TypedColumn {

    private final CellRule rule;
    private final LedgerLines ledger;
    private final double[] numbers;
    private final LocalDate[] dates;
    private final StringColumn texts;
    private final Missing[] missing;
    private int rows;

    /**
     * An empty column.
     *
     * @param size how many rows there will be
     */
    TypedColumn(CellRule rule, int size, LedgerLines ledger) {
        VariableType type = rule.variable().type();
        this.rule = rule;
        this.ledger = ledger;
        this.numbers = new double[type == VariableType.NUMBER ? size : 0];
        this.dates = new LocalDate[type == VariableType.DATE ? size : 0];
        this.texts = StringColumn.create(rule.variable().name());
        this.missing = new Missing[size];
    }

    void read(RawCell cell) {
        if (rule instanceof NumberRule number && number.takes(cell)) {
            numbers[rows++] = cell.number(); // without a box
            return;
        }
        Object plain = rule.plain(cell);
        if (plain != null) {
            addValue(plain);
            return;
        }
        CellOutcome outcome = rule.read(cell);
        if (outcome.action() != null) {
            ledger.add(cell, outcome);
        }
        if (outcome.value() == null) {
            addMissing(outcome.missing());
        } else {
            addValue(outcome.value());
        }
    }

    /** An empty cell. */
    void blank() {
        addMissing(rule.codes().blank());
    }

    int rows() {
        return rows;
    }

    private void addValue(Object value) {
        switch (rule.variable().type()) {
            case NUMBER -> numbers[rows] = (Double) value;
            case DATE -> dates[rows] = (LocalDate) value;
            case CATEGORY, TEXT, IDENTIFIER -> texts.append((String) value);
        }
        rows++;
    }

    private void addMissing(Missing reason) {
        missing[rows] = reason;
        switch (rule.variable().type()) {
            case NUMBER -> numbers[rows] = Double.NaN;
            case DATE -> dates[rows] = null;
            case CATEGORY, TEXT, IDENTIFIER -> texts.appendMissing();
        }
        rows++;
    }

    Column<?> column() {
        String name = rule.variable().name();
        return switch (rule.variable().type()) {
            case NUMBER -> DoubleColumn.create(name, numbers);
            case DATE -> DateColumn.create(name, dates);
            case CATEGORY, TEXT, IDENTIFIER -> texts;
        };
    }

    MissingReasons reasons() {
        return MissingReasons.of(missing);
    }
}
