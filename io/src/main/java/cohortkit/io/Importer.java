package cohortkit.io;

import cohortkit.core.Codebook;
import cohortkit.core.Cohort;
import cohortkit.core.InputException;
import cohortkit.core.MissingReasons;
import cohortkit.core.Provenance;
import cohortkit.core.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Makes a cohort of a sheet. */
final class Importer {

    private final RawSheet sheet;
    private final LedgerLines ledger;
    private final TableArea area;
    private final Codebook codebook;

    Importer(RawSheet sheet, Optional<Codebook> codebook, OptionalInt headerRow) {
        codebook.ifPresent(Importer::requireDistinct);
        this.sheet = sheet;
        this.ledger = new LedgerLines(sheet);
        this.area = new TableFinder(sheet, codebook, ledger).find(headerRow);
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

    private Codebook draft() {
        Map<Integer, String> names = new HashMap<>();
        area.columns().forEach(column -> names.put(column.column(), column.name()));
        EvidenceReader[] evidence = new TableScan(sheet, area)
                .read(
                        EvidenceReader[]::new,
                        column -> new EvidenceReader(new ColumnEvidence(names.get(column)), area.size()));
        List<Variable> variables = new ArrayList<>();
        for (TableArea.Column column : area.columns()) {
            variables.add(evidence[column.column()].evidence().draft(area.size()));
        }
        return Codebook.of(variables);
    }

    Cohort cohort() {
        Map<String, Integer> columnNumbers = new HashMap<>();
        Map<Integer, CellRule> rules = new HashMap<>();
        for (TableArea.Column column : area.columns()) {
            columnNumbers.put(column.name(), column.column());
            Variable variable = codebook.variable(column.name());
            rules.put(column.column(), CellRule.of(variable, sheet.traits().typed()));
        }
        TypedColumn[] byColumn = new TableScan(sheet, area)
                .read(
                        TypedColumn[]::new,
                        column -> new TypedColumn(rules.get(column), column, area.size(), new LedgerLines(sheet)));
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
        for (Variable variable : codebook) {
            TypedColumn column = byColumn[columnNumbers.get(variable.name())];
            columns.add(column.column());
            missing.put(variable.name(), column.reasons());
        }
        String name = sheet.name().isEmpty() ? sheet.file() : sheet.name();
        return Cohort.of(
                Table.create(name, columns),
                codebook,
                missing,
                Provenance.of(sheet.file(), sheet.name(), columnNumbers, rowNumbers),
                ledger.ledger());
    }
}
