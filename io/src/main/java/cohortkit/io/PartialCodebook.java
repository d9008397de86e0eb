package cohortkit.io;

import cohortkit.core.Codebook;
import cohortkit.core.Condition;
import cohortkit.core.Variable;
import cohortkit.core.VariableRules;
import cohortkit.core.VariableType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The part of a codebook that a file has columns for. What the file cannot answer is told, and not asked. */
final class PartialCodebook {

    private static final int MOST_NAMED = 10;

    private final Codebook whole;
    private final RawSheet sheet;
    private final TableArea area;
    private final LedgerLines ledger;
    private final Set<String> present = new HashSet<>();

    PartialCodebook(Codebook whole, RawSheet sheet, TableArea area, LedgerLines ledger) {
        this.whole = whole;
        this.sheet = sheet;
        this.area = area;
        this.ledger = ledger;
        area.columns().forEach(column -> present.add(column.name()));
    }

    Codebook fitted() {
        List<String> absent = whole.names().stream()
                .filter(name -> !present.contains(name) && !RedcapDictionary.isExtra(whole.variable(name), whole))
                .toList();
        if (!absent.isEmpty()) {
            ledger.detected("no column for " + absent.size() + (absent.size() == 1 ? " variable" : " variables")
                    + " of the codebook: " + named(absent));
        }
        boolean split = RedcapDictionary.KEYS.stream().anyMatch(present::contains);
        List<String> required = new ArrayList<>();
        List<Variable> variables = new ArrayList<>();
        for (Variable variable : whole) {
            if (present.contains(variable.name())) {
                Variable fitted = answerable(variable);
                if (split && fitted.rules().required()) {
                    required.add(variable.name());
                    fitted = fitted.withRules(new VariableRules(
                            false, fitted.rules().askedIf(), fitted.rules().checks()));
                }
                variables.add(RedcapDictionary.hasOpenLevels(variable) ? observed(variable) : fitted);
            }
        }
        if (!required.isEmpty()) {
            ledger.detected("not required, since a row holds one event or instrument: " + named(required));
        }
        List<String> unchecked = variables.stream()
                .filter(variable -> variable.note().contains(RedcapDictionary.UNCHECKED_LOGIC))
                .map(Variable::name)
                .toList();
        if (!unchecked.isEmpty()) {
            ledger.detected(RedcapDictionary.UNCHECKED_LOGIC + ", see the codebook's notes: " + named(unchecked));
        }
        return Codebook.of(variables);
    }

    private static String named(List<String> names) {
        String text = String.join(", ", names.subList(0, Math.min(MOST_NAMED, names.size())));
        return names.size() > MOST_NAMED ? text + " and " + (names.size() - MOST_NAMED) + " more" : text;
    }

    /** Without the rules that ask for a variable that has no column. */
    private Variable answerable(Variable variable) {
        VariableRules rules = variable.rules();
        Optional<Condition> askedIf = rules.askedIf().filter(condition -> isAnswerable(variable, condition));
        List<Condition> checks = rules.checks().stream()
                .filter(condition -> isAnswerable(variable, condition))
                .toList();
        return variable.withRules(new VariableRules(rules.required(), askedIf, checks));
    }

    private boolean isAnswerable(Variable variable, Condition condition) {
        List<String> absent = condition.variables().stream()
                .filter(name -> !present.contains(name))
                .toList();
        if (!absent.isEmpty()) {
            ledger.detected("rule of " + variable.name() + " not checked, since there is no column "
                    + String.join(", ", absent) + ": " + condition);
        }
        return absent.isEmpty();
    }

    /** As a category of what stands there, if it shows that it is one. */
    private Variable observed(Variable variable) {
        int number = area.columns().stream()
                .filter(column -> column.name().equals(variable.name()))
                .mapToInt(TableArea.Column::column)
                .findFirst()
                .orElseThrow();
        ColumnEvidence evidence = new ColumnEvidence(variable.name(), sheet, number, DecimalMark.DETECTED);
        for (int row = 0; row < area.size(); row++) {
            int position = area.position(row);
            int cell = sheet.cells().cellIn(position, number);
            if (cell >= 0) {
                evidence.add(sheet.cell(position, cell), -1);
            }
        }
        Variable observed = evidence.draft(area.size());
        return observed.type() == VariableType.CATEGORY ? observed.withLabel(variable.label()) : variable;
    }
}
