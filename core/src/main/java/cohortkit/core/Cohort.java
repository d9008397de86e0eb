package cohortkit.core;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;
import tech.tablesaw.selection.Selection;

/**
 * The participants of a study under a codebook. Immutable: every verb returns another cohort, with labels, missing
 * reasons, cell addresses and participant flow kept.
 *
 * <pre>{@code
 * var adults = births.
 *     exclude("younger than 18", p -> p.number("age") < 18).
 *     derive(Variable.binary("heavy", "200 lb or more"), p -> p.number("lwt") >= 200);
 * adults                           // 164 rows, 11 variables
 * adults.flow().remaining()        // 164
 * Prevalence.of(adults, "heavy")   // 7/164 = 4.3 % (95 % CI 2.1 to 8.5; Wilson)
 * }</pre>
 */
public final class Cohort {

    private final Table table;
    private final Codebook codebook;
    private final Map<String, MissingReasons> missing;
    private final Lineage lineage;
    private final Ledger ledger;
    private final Flow flow;

    private Cohort(
            Table table,
            Codebook codebook,
            Map<String, MissingReasons> missing,
            Lineage lineage,
            Ledger ledger,
            Flow flow) {
        this.table = table;
        this.codebook = codebook;
        this.missing = missing;
        this.lineage = lineage;
        this.ledger = ledger;
        this.flow = flow;
    }

    /**
     * A cohort from a Tablesaw table. The table is copied; each column is checked against its variable. Missing cells
     * are missing as {@link Missing#BLANK}, the codebook's missing codes with their reasons.
     *
     * @throws InputException if a variable has no column, a column no variable, or a value is not allowed; all
     *     problems at once
     */
    public static Cohort of(Table table, Codebook codebook) {
        return new TableTyping(table, codebook).cohort();
    }

    /** A cohort from a Tablesaw table alone: numbers stay numbers, text becomes categories in alphabetical order. */
    public static Cohort of(Table table) {
        return of(table, TableTyping.draft(table));
    }

    /**
     * A cohort whose cells were typed already, as an importer does: numbers in a {@link DoubleColumn}, level codes,
     * text and identifiers in a {@link StringColumn}, dates in a {@link DateColumn}, times in a
     * {@link tech.tablesaw.api.TimeColumn}, dates with times in a {@link tech.tablesaw.api.DateTimeColumn}. The table must
     * not be changed afterwards.
     *
     * @param missing the reasons for each variable that has missing values
     */
    public static Cohort of(
            Table table, Codebook codebook, Map<String, MissingReasons> missing, Provenance provenance, Ledger ledger) {
        for (Variable variable : codebook) {
            TableTyping.requireStorage(table, variable);
        }
        return new Cohort(
                table,
                codebook,
                Map.copyOf(missing),
                Lineage.of(provenance),
                ledger,
                Flow.startingWith(table.rowCount()));
    }

    /** A copy as a Tablesaw table: level codes as text, missing values as Tablesaw's missing. */
    public Table table() {
        codebook.forEach(variable -> read(variable.name()));
        return table.copy();
    }

    /** How many rows there are. */
    public int size() {
        return table.rowCount();
    }

    /** What the columns mean. */
    public Codebook codebook() {
        return codebook;
    }

    /** The variable of that name; an error with the nearest names if there is none. */
    public Variable variable(String name) {
        return codebook.variable(name);
    }

    /** Who was left out, when and why. */
    public Flow flow() {
        return flow;
    }

    /** What the import did to cells that it did not take as they stood. */
    public Ledger ledger() {
        return ledger;
    }

    /** The file and sheet that the rows came from. */
    public Provenance provenance() {
        return lineage.provenance();
    }

    /** The same rows and values; what is asked of them, and of cohorts made of them, is written down. */
    public Cohort readBy(Reads reads) {
        return new Cohort(table, codebook, missing, lineage.readBy(reads), ledger, flow);
    }

    /** The cell from which a value came; empty for derived variables and data without a file. */
    public Optional<CellRef> cell(int row, String variable) {
        codebook.variable(variable);
        return provenance().cell(row, variable);
    }

    /** A number's values, NaN where missing. Length {@link #size()}. */
    public double[] numbers(String variable) {
        variable(variable).require(VariableType.NUMBER);
        return ((DoubleColumn) column(variable)).asDoubleArray();
    }

    /** The same, to be read in runs. */
    public NumberValues numberValues(String variable) {
        variable(variable).require(VariableType.NUMBER);
        return NumberColumn.values((DoubleColumn) column(variable));
    }

    /** A category's values as positions among its levels, -1 where missing. Length {@link #size()}. */
    public int[] levels(String variable) {
        Variable described = variable(variable).require(VariableType.CATEGORY);
        return new LevelCodes(described, (StringColumn) column(variable)).codes();
    }

    /**
     * An outcome's or exposure's values: 1 for the event, 0 for none, -1 where missing. The event is the second level
     * of a category of two, or the 1 of a number that is only 0 or 1.
     *
     * @throws InputException if the variable is not binary
     */
    public int[] events(String variable) {
        return new BinaryEvents(this, variable).events();
    }

    /** One participant, for reading. Row 0 is the first. */
    public Row row(int row) {
        if (row < 0 || row >= size()) {
            throw new IndexOutOfBoundsException("row " + row + " of " + size());
        }
        return new TableRow(this, row);
    }

    /** How many values of a variable are missing, by reason. */
    public Map<Missing, Integer> missing(String variable) {
        codebook.variable(variable);
        read(variable);
        MissingReasons reasons = missing.get(variable);
        return reasons == null ? Map.of() : reasons.counts();
    }

    /** Why a value is missing; empty if it is present. */
    public Optional<Missing> missing(int row, String variable) {
        codebook.variable(variable);
        read(variable);
        return reason(row, variable);
    }

    Optional<Missing> reason(int row, String variable) {
        MissingReasons reasons = missing.get(variable);
        return reasons == null ? Optional.empty() : reasons.reason(row);
    }

    /** Only the rows for which the condition holds. */
    public Cohort where(Predicate<Row> condition) {
        return where("not selected", condition);
    }

    /** Only the rows for which the condition holds; {@code reason} stands in the flow for those that left. */
    public Cohort where(String reason, Predicate<Row> condition) {
        return keep(reason, condition, true);
    }

    /** Without the rows for which the condition holds. */
    public Cohort exclude(String reason, Predicate<Row> condition) {
        return keep(reason, condition, false);
    }

    private Cohort keep(String reason, Predicate<Row> condition, boolean answerToKeep) {
        TableRow row = new TableRow(this, 0);
        int[] kept = new int[size()];
        int count = 0;
        int undecided = 0;
        for (int i = 0; i < size(); i++) {
            boolean keep;
            try {
                keep = condition.test(row.at(i)) == answerToKeep;
            } catch (TableRow.MissingRead e) {
                undecided++;
                keep = !answerToKeep;
            }
            if (keep) {
                kept[count++] = i;
            }
        }
        return rows(java.util.Arrays.copyOf(kept, count), flow.then(reason, size() - count, undecided));
    }

    private Cohort rows(int[] kept, Flow newFlow) {
        Map<String, MissingReasons> keptReasons = new HashMap<>();
        missing.forEach((name, reasons) -> keptReasons.put(name, reasons.rows(kept)));
        return new Cohort(
                table.where(Selection.with(kept)),
                codebook,
                Map.copyOf(keptReasons),
                lineage.rows(kept),
                ledger,
                newFlow);
    }

    /**
     * With one more variable. The rule returns a number, a level's code or label, true or false for a variable of two
     * levels (true is the second), a date, a time, text, a {@link Missing}, or null for missing. Where it asks for a missing
     * value the result is missing for the same reason.
     *
     * @throws InputException if the name is taken, or a result is not a value of the variable
     */
    public Cohort derive(Variable variable, Function<Row, ?> rule) {
        if (codebook.find(variable.name()).isPresent()) {
            throw new InputException("there is a variable '" + variable.name() + "' already; choose another name");
        }
        DerivedColumn derived = new DerivedColumn(variable, size());
        Reads asked = new Reads();
        TableRow row = new TableRow(readBy(asked), 0);
        for (int i = 0; i < size(); i++) {
            try {
                derived.set(i, rule.apply(row.at(i)));
            } catch (TableRow.MissingRead e) {
                derived.set(i, e.missing());
            }
        }
        List<Column<?>> columns = new ArrayList<>(table.columns());
        columns.add(derived.column());
        Map<String, MissingReasons> reasons = new HashMap<>(missing);
        reasons.put(variable.name(), derived.reasons());
        return new Cohort(
                Table.create(table.name(), columns),
                codebook.with(variable),
                Map.copyOf(reasons),
                lineage.derived(variable.name(), asked),
                ledger,
                flow);
    }

    Column<?> column(String variable) {
        codebook.variable(variable);
        read(variable);
        return table.column(variable);
    }

    void read(String variable) {
        lineage.read(variable);
    }

    /** For a cursor, which says once for all rows what it reads. */
    Column<?> unread(String variable) {
        return table.column(variable);
    }

    /** Such as "333 rows, 14 variables, 27 cells repaired, 2 refused: see ledger()". */
    @Override
    public String toString() {
        return Count.of(size(), "row") + ", " + Count.of(codebook.size(), "variable") + ledger.summary();
    }
}
