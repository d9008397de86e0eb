package cohortkit.core;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.api.TimeColumn;
import tech.tablesaw.columns.Column;

/** Turns a user's Tablesaw table into a cohort's storage, or says all that is wrong with it. */
final class TableTyping {

    private static final int MOST_PROBLEMS = 10;

    /** From so many rows on columns are copied side by side. */
    private static final int MANY = 10_000;

    private final Table table;
    private final Codebook codebook;
    private final List<String> problems = new ArrayList<>();

    TableTyping(Table table, Codebook codebook) {
        this.table = table;
        this.codebook = codebook;
    }

    /** The codebook that a table's own types suggest. */
    static Codebook draft(Table table) {
        List<Variable> variables = new ArrayList<>();
        for (Column<?> column : table.columns()) {
            String name = column.name();
            if (column instanceof NumericColumn) {
                variables.add(Variable.number(name, name));
            } else if (column instanceof DateColumn) {
                variables.add(Variable.date(name, name));
            } else if (column instanceof TimeColumn) {
                variables.add(Variable.time(name, name));
            } else if (column instanceof DateTimeColumn) {
                variables.add(Variable.dateTime(name, name));
            } else {
                variables.add(Variable.category(name, name, distinct(column)));
            }
        }
        return Codebook.of(variables);
    }

    private static Level[] distinct(Column<?> column) {
        return column.asStringColumn().unique().removeMissing().asList().stream()
                .sorted()
                .map(Level::of)
                .toArray(Level[]::new);
    }

    Cohort cohort() {
        for (String name : table.columnNames()) {
            if (codebook.find(name).isEmpty()) {
                problems.add("column '" + name + "' is not in the codebook");
            }
        }
        List<Column<?>> columns = new ArrayList<>();
        Map<String, MissingReasons> missing = new HashMap<>();
        Map<String, NumberColumn> plain = plain();
        for (Variable variable : codebook) {
            NumberColumn copy = plain.get(variable.name());
            if (copy != null) {
                columns.add(copy);
                missing.put(variable.name(), blanks(copy));
            } else if (table.containsColumn(variable.name())) {
                DerivedColumn typed = typed(variable, table.column(variable.name()));
                columns.add(typed.column());
                missing.put(variable.name(), typed.reasons());
            } else {
                problems.add("the table has no column '" + variable.name() + "'");
            }
        }
        if (!problems.isEmpty()) {
            int rest = problems.size() - MOST_PROBLEMS;
            throw new InputException("table '" + table.name() + "' does not fit its codebook:\n  "
                    + String.join("\n  ", problems.subList(0, Math.min(MOST_PROBLEMS, problems.size())))
                    + (rest > 0 ? "\n  and " + rest + " more" : ""));
        }
        return Cohort.of(Table.create(table.name(), columns), codebook, missing, Provenance.none(), Ledger.empty());
    }

    /** Numbers that need no look at their text or range are copied whole: a table may have many millions of them. */
    private Map<String, NumberColumn> plain() {
        Map<String, DoubleColumn> columns = new HashMap<>();
        for (Variable variable : codebook) {
            if (variable.type() == VariableType.NUMBER
                    && variable.missingCodes().isEmpty()
                    && variable.range().equals(Range.ALL)
                    && table.containsColumn(variable.name())
                    && table.column(variable.name()) instanceof DoubleColumn column) {
                columns.put(variable.name(), column);
            }
        }
        return (table.rowCount() < MANY ? columns.entrySet().stream() : columns.entrySet().parallelStream())
                .collect(Collectors.toMap(Map.Entry::getKey, column -> new NumberColumn(column.getValue())));
    }

    private static MissingReasons blanks(NumberColumn column) {
        if (column.isComplete()) {
            return MissingReasons.none(column.size());
        }
        Missing[] missing = new Missing[column.size()];
        for (int row = 0; row < missing.length; row++) {
            missing[row] = column.isMissing(row) ? Missing.BLANK : null;
        }
        return MissingReasons.of(missing);
    }

    private DerivedColumn typed(Variable variable, Column<?> column) {
        DerivedColumn typed = new DerivedColumn(variable, column.size());
        Set<String> identifiers = new HashSet<>();
        for (int row = 0; row < column.size(); row++) {
            String text = text(column, row);
            Optional<String> code = column.isMissing(row) ? Optional.of("") : variable.missingCode(text);
            if (code.isPresent()) {
                typed.set(row, variable.missingCodes().getOrDefault(code.get(), Missing.BLANK));
                continue;
            }
            try {
                typed.set(row, value(variable, column, row, text));
            } catch (InputException e) {
                problems.add("row " + (row + 1) + ": " + e.getMessage());
            }
            if (variable.type() == VariableType.IDENTIFIER && !identifiers.add(text)) {
                problems.add("row " + (row + 1) + ": identifier '" + text + "' stands there twice");
            }
        }
        return typed;
    }

    private static Object value(Variable variable, Column<?> column, int row, String text) {
        Object raw = column.get(row);
        return switch (variable.type()) {
            case NUMBER, DATE, TIME, DATETIME -> raw;
            case CATEGORY, TEXT, IDENTIFIER -> text;
        };
    }

    /** A number without ".0", so that a coded column of any numeric type has the codes 0, 1, 2. */
    private static String text(Column<?> column, int row) {
        if (column.isMissing(row)) {
            return "";
        }
        Object value = column.get(row);
        return value instanceof Double || value instanceof Float
                ? DisplayNumber.shortest(((Number) value).doubleValue())
                : String.valueOf(value);
    }

    static void requireStorage(Table table, Variable variable) {
        Column<?> column = table.column(variable.name());
        boolean fits = switch (variable.type()) {
            case NUMBER -> column instanceof DoubleColumn;
            case DATE -> column instanceof DateColumn;
            case TIME -> column instanceof TimeColumn;
            case DATETIME -> column instanceof DateTimeColumn;
            case CATEGORY, TEXT, IDENTIFIER -> column instanceof StringColumn;
        };
        if (!fits) {
            throw new IllegalArgumentException("column '" + variable.name() + "' is stored as "
                    + column.type().name() + ", which does not fit " + variable.described());
        }
    }
}
