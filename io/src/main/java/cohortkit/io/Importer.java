package cohortkit.io;

import cohortkit.core.Codebook;
import cohortkit.core.Cohort;
import cohortkit.core.InputException;
import cohortkit.core.Ledger;
import cohortkit.core.Ledger.Action;
import cohortkit.core.MissingReasons;
import cohortkit.core.Provenance;
import cohortkit.core.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Makes a cohort of a sheet. */
final class Importer {

    private final RawSheet sheet;
    private final LedgerLines ledger;
    private final Optional<WrittenTable> written;
    private final TableArea area;
    private final Codebook codebook;
    private final Action badIdentifier;

    Importer(RawSheet sheet, Optional<Codebook> codebook, OptionalInt headerRow) {
        codebook.ifPresent(Importer::requireDistinct);
        codebook.ifPresent(Importer::requireRulesFit);
        // A draft calls it an identifier because it looks like one; a codebook that is given says that it is.
        this.badIdentifier = codebook.isPresent() ? Action.BROKEN_RULE : Action.SUSPICIOUS;
        this.sheet = sheet;
        this.ledger = new LedgerLines(sheet);
        this.written = codebook.flatMap(book -> WrittenTable.find(sheet, book, headerRow));
        this.area = written.isPresent()
                ? written.get().area(ledger)
                : new TableFinder(sheet, codebook, ledger).find(headerRow);
        this.codebook = codebook.orElseGet(this::draft);
    }

    /** Tables do not tell upper from lower case. */
    private static void requireDistinct(Codebook codebook) {
        Map<String, String> names = new HashMap<>();
        for (Variable variable : codebook) {
            String other = names.put(Spaces.lower(variable.name()), variable.name());
            if (other != null) {
                throw new InputException("the codebook's variables '" + other + "' and '" + variable.name()
                        + "' differ in upper and lower case only; rename one");
            }
        }
    }

    private static void requireRulesFit(Codebook codebook) {
        for (Variable variable : codebook) {
            try {
                variable.rules().askedIf().ifPresent(condition -> condition.checkedAgainst(codebook));
                variable.rules().checks().forEach(condition -> condition.checkedAgainst(codebook));
            } catch (InputException e) {
                throw new InputException("variable '" + variable.name() + "': " + e.getMessage());
            }
        }
    }

    private Codebook draft() {
        Map<Integer, ColumnEvidence> byColumn = new HashMap<>();
        area.columns().forEach(column -> byColumn.put(column.column(), new ColumnEvidence(column.name())));
        for (int row = 0; row < area.size(); row++) {
            int position = area.position(row);
            int end = sheet.firstCell(position + 1);
            for (int i = sheet.firstCell(position); i < end; i++) {
                byColumn.get(sheet.column(i)).add(sheet.cell(position, i));
            }
        }
        List<Variable> variables = new ArrayList<>();
        for (TableArea.Column column : area.columns()) {
            variables.add(byColumn.get(column.column()).draft(area.size()));
        }
        return Codebook.of(variables);
    }

    Cohort cohort() {
        TypedColumn[] byColumn = typedColumns();
        List<TypedColumn> all = new ArrayList<>();
        Map<String, Integer> columnNumbers = new HashMap<>();
        for (TableArea.Column column : area.columns()) {
            all.add(byColumn[column.column()]);
            columnNumbers.put(column.name(), column.column());
        }
        int[] rowNumbers = new int[area.size()];
        for (int row = 0; row < rowNumbers.length; row++) {
            int position = area.position(row);
            rowNumbers[row] = sheet.rowNumber(position);
            int end = sheet.firstCell(position + 1);
            for (int i = sheet.firstCell(position); i < end; i++) {
                int column = sheet.column(i);
                if (column < byColumn.length && byColumn[column] != null) {
                    byColumn[column].read(sheet.cell(position, i));
                }
            }
            for (TypedColumn column : all) {
                if (column.rows() == row) {
                    column.blank();
                }
            }
        }
        return cohort(byColumn, columnNumbers, rowNumbers);
    }

    private TypedColumn[] typedColumns() {
        int last = area.columns().get(area.columns().size() - 1).column();
        TypedColumn[] byColumn = new TypedColumn[last + 1];
        for (TableArea.Column column : area.columns()) {
            CellRule rule =
                    CellRule.of(codebook.variable(column.name()), sheet.traits().typed());
            CellRule noted =
                    written.map(table -> table.rule(rule, column.column())).orElse(rule);
            byColumn[column.column()] = new TypedColumn(noted, area.size(), ledger);
        }
        return byColumn;
    }

    private Cohort cohort(TypedColumn[] byColumn, Map<String, Integer> columnNumbers, int[] rowNumbers) {
        List<Column<?>> columns = new ArrayList<>();
        Map<String, MissingReasons> missing = new HashMap<>();
        for (Variable variable : codebook) {
            TypedColumn column = byColumn[columnNumbers.get(variable.name())];
            columns.add(column.column());
            missing.put(variable.name(), column.reasons());
        }
        String name = sheet.name().isEmpty() ? sheet.file() : sheet.name();
        Table table = Table.create(name, columns);
        Provenance provenance = Provenance.of(sheet.file(), sheet.name(), columnNumbers, rowNumbers);
        Function<Map<String, MissingReasons>, Cohort> cohorts =
                reasons -> Cohort.of(table, codebook, reasons, provenance, Ledger.empty());
        written.ifPresent(notes -> notes.apply(cohorts, missing)); // what is a value counts in conditions
        Cohort typed = new SkipLogic(cohorts, missing, sheet).applied(ledger);
        if (written.isPresent()) {
            written.get().apply(cohorts, missing);
            written.get().check(ledger);
            typed = cohorts.apply(missing);
        }
        new RuleCheck(sheet, typed, badIdentifier, ledger).check();
        return Cohort.of(table, codebook, missing, provenance, ledger.ledger());
    }
}
