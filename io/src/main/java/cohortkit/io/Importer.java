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
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Makes a cohort of a sheet. */
final class Importer {

    private final RawSheet sheet;
    private final LedgerLines ledger;
    private final Optional<WrittenTable> written;
    private final TableArea area;
    private final DecimalMark decimal;
    private final Codebook codebook;
    private final boolean isDrafted;
    private final Action badIdentifier;

    Importer(TablePlace place, Optional<Codebook> codebook, ImportOptions options, List<String> detected) {
        codebook.ifPresent(Importer::requireDistinct);
        codebook.ifPresent(Importer::requireRulesFit);
        this.isDrafted = codebook.isEmpty();
        // A draft calls it an identifier because it looks like one; a codebook that is given says that it is.
        this.badIdentifier = isDrafted ? Action.SUSPICIOUS : Action.BROKEN_RULE;
        this.sheet = place.cells();
        this.ledger = new LedgerLines(sheet);
        detected.forEach(ledger::detected);
        if (!place.detected().isEmpty()) {
            ledger.detected(place.detected());
        }
        place.report(ledger);
        this.written = codebook.flatMap(book -> WrittenTable.find(sheet, book, options.headerRow()));
        this.area = written.isPresent()
                ? written.get().area(ledger)
                : new TableFinder(sheet, codebook, ledger).find(options.headerRow());
        this.decimal = written.isPresent() ? DecimalMark.POINT : options.decimal();
        this.codebook = codebook.map(this::fitted).orElseGet(this::draft);
    }

    private Codebook fitted(Codebook given) {
        return given.isPartial() ? new PartialCodebook(given, sheet, area, ledger).fitted() : given;
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
        Map<Integer, String> names = new HashMap<>();
        area.columns().forEach(column -> names.put(column.column(), column.name()));
        EvidenceReader[] evidence = new TableScan(sheet, area)
                .read(
                        EvidenceReader[]::new,
                        column -> new EvidenceReader(
                                new ColumnEvidence(names.get(column), sheet, column, decimal), area.size()));
        List<Variable> variables = new ArrayList<>();
        for (TableArea.Column column : area.columns()) {
            Variable variable = evidence[column.column()].evidence().draft(area.size());
            variables.add(variable);
            List<String> alike = Lookalikes.alike(variable);
            if (!alike.isEmpty()) {
                String rule = "levels that differ in upper and lower case or in letters that look alike only";
                ledger.add(area.headerRow(), column.column(), String.join("; ", alike), Action.SUSPICIOUS, "", rule);
            }
        }
        return Codebook.of(variables);
    }

    Cohort cohort() {
        Map<String, Integer> columnNumbers = new HashMap<>();
        Map<Integer, CellRule> rules = new HashMap<>();
        SheetForms forms = new SheetForms(sheet, area, codebook);
        for (TableArea.Column column : area.columns()) {
            columnNumbers.put(column.name(), column.column());
            Variable variable = codebook.variable(column.name());
            ColumnReading reading = new ColumnReading(sheet.traits().typed(), decimal, () -> forms.of(column.column()));
            rules.put(column.column(), CellRule.of(variable, reading));
        }
        TypedColumn[] byColumn = new TableScan(sheet, area)
                .read(
                        TypedColumn[]::new,
                        column -> new TypedColumn(
                                rules.get(column),
                                written.map(table -> table.values(column)).orElseGet(BitSet::new),
                                area.size(),
                                new LedgerLines(sheet)));
        for (TableArea.Column column : area.columns()) {
            ledger.addAll(byColumn[column.column()].ledger());
        }
        int[] rowNumbers = new int[area.size()];
        for (int row = 0; row < rowNumbers.length; row++) {
            rowNumbers[row] = sheet.rowNumber(area.position(row));
        }
        return cohort(byColumn, columnNumbers, rowNumbers);
    }

    private Cohort cohort(TypedColumn[] byColumn, Map<String, Integer> columnNumbers, int[] rowNumbers) {
        List<Column<?>> columns = new ArrayList<>();
        Map<String, MissingReasons> missing = new HashMap<>();
        Set<String> distinct = new HashSet<>();
        Set<String> oddDays = new HashSet<>();
        for (Variable variable : codebook) {
            TypedColumn column = byColumn[columnNumbers.get(variable.name())];
            columns.add(column.finished());
            missing.put(variable.name(), column.reasons());
            if (column.isDistinct()) {
                distinct.add(variable.name());
            }
            if (column.hasOddDay()) {
                oddDays.add(variable.name());
            }
        }
        String name = sheet.name().isEmpty() ? sheet.file() : sheet.name();
        Table table = Table.create(name, columns);
        Provenance provenance = Provenance.of(sheet.file(), sheet.name(), columnNumbers, rowNumbers);
        Function<Map<String, MissingReasons>, Cohort> cohorts =
                reasons -> Cohort.of(table, codebook, reasons, provenance, Ledger.empty());
        Cohort typed = written.isPresent()
                ? asWritten(written.get(), cohorts, missing)
                : asFound(new CheckboxCodes(sheet, area, table, missing, ledger), cohorts, missing);
        new RuleCheck(sheet, typed, distinct, badIdentifier, ledger).check();
        if (isDrafted) {
            new DateCheck(sheet, typed, table, ledger).check(oddDays);
        }
        return Cohort.of(table, codebook, missing, provenance, ledger.ledger());
    }

    private Cohort asFound(
            CheckboxCodes checkboxes,
            Function<Map<String, MissingReasons>, Cohort> cohorts,
            Map<String, MissingReasons> missing) {
        checkboxes.applyCodes(codebook);
        Cohort typed = new SkipLogic(cohorts, missing, sheet).applied(ledger);
        checkboxes.applyNotAsked(codebook);
        return typed;
    }

    private Cohort asWritten(
            WrittenTable notes,
            Function<Map<String, MissingReasons>, Cohort> cohorts,
            Map<String, MissingReasons> missing) {
        notes.apply(cohorts, missing); // what is a value counts in conditions
        new SkipLogic(cohorts, missing, sheet).applied(ledger);
        notes.apply(cohorts, missing);
        notes.check(ledger);
        return cohorts.apply(missing);
    }
}
