package cohortkit.io;

import cohortkit.core.CellRef;
import cohortkit.core.Cohort;
import cohortkit.core.Condition;
import cohortkit.core.Ledger.Action;
import cohortkit.core.Missing;
import cohortkit.core.Row;
import cohortkit.core.Variable;
import cohortkit.core.VariableRules;
import cohortkit.core.VariableType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Asks the rules of the codebook of every row, once all its cells are typed. */
final class RuleCheck {

    private final SourceText source;
    private final Cohort cohort;
    private final Set<String> distinct;
    private final Action badIdentifier;
    private final LedgerLines ledger;

    /**
     * @param cohort with the reason "not asked" where it is the reason
     * @param distinct the variables whose texts were found to be different, each from all others
     * @param badIdentifier what an identifier is that is absent or stands there twice
     */
    RuleCheck(RawSheet sheet, Cohort cohort, Set<String> distinct, Action badIdentifier, LedgerLines ledger) {
        this.distinct = distinct;
        this.source = new SourceText(sheet, cohort);
        this.cohort = cohort;
        this.badIdentifier = badIdentifier;
        this.ledger = ledger;
    }

    /** Writes what breaks a rule in the ledger. */
    void check() {
        for (Variable variable : cohort.codebook()) {
            VariableRules rules = variable.rules();
            if (variable.type() == VariableType.IDENTIFIER) {
                identifiers(variable);
            } else if (rules.required() && rules.askedIf().isEmpty()) {
                for (int row = 0; row < cohort.size(); row++) {
                    required(variable, row);
                }
            }
            rules.askedIf().ifPresent(condition -> asked(variable, condition));
            rules.checks().forEach(condition -> hold(variable, condition));
        }
    }

    /** An identifier that stands there twice is kept both times: which of the two is wrong, the file cannot say. */
    private void identifiers(Variable variable) {
        if (distinct.contains(variable.name())
                && cohort.missing(variable.name()).isEmpty()) {
            return;
        }
        Map<String, Integer> firstRows = new HashMap<>();
        List<Variable> keys = RedcapDictionary.KEYS.stream()
                .flatMap(key -> cohort.codebook().find(key).stream())
                .toList();
        for (int row = 0; row < cohort.size(); row++) {
            Optional<Missing> missing = cohort.missing(row, variable.name());
            if (missing.isPresent()) {
                if (!isDeclared(variable, missing.get())) {
                    add(variable, row, badIdentifier, "no identifier");
                }
                continue;
            }
            int number = source.cell(row, variable.name()).row();
            Integer first = firstRows.putIfAbsent(key(variable, keys, cohort.row(row)), number);
            if (first != null) {
                add(variable, row, badIdentifier, "identifier stands in row " + first + " too");
            }
        }
    }

    /** A record of REDCap has a row for each event, repeated instrument and instance. */
    private String key(Variable variable, List<Variable> keys, Row row) {
        String identifier = row.text(variable.name());
        if (keys.isEmpty()) {
            return identifier;
        }
        StringBuilder key = new StringBuilder(identifier);
        for (Variable part : keys) {
            key.append('\n').append(row.isMissing(part.name()) ? "" : value(part, row));
        }
        return key.toString();
    }

    private void required(Variable variable, int row) {
        Optional<Missing> missing = cohort.missing(row, variable.name());
        if (missing.isPresent() && !isDeclared(variable, missing.get())) {
            String how = missing.get().equals(Missing.INVALID)
                    ? "refused"
                    : missing.get().reason();
            add(variable, row, Action.BROKEN_RULE, "required and " + how);
        }
    }

    private static boolean isDeclared(Variable variable, Missing reason) {
        return variable.missingCodes().containsValue(reason);
    }

    private void asked(Variable variable, Condition condition) {
        for (int row = 0; row < cohort.size(); row++) {
            Row values = cohort.row(row);
            Optional<Boolean> asked = SkipLogic.asked(condition, values);
            if (asked.equals(Optional.of(true))) {
                missingThoughAsked(variable, condition, row);
            } else if (asked.isPresent() && !values.isMissing(variable.name())) {
                String rule = "filled though asked only if " + condition;
                add(variable, row, Action.BROKEN_RULE, rule + others(condition, variable, row));
            }
        }
    }

    private void missingThoughAsked(Variable variable, Condition condition, int row) {
        Optional<Missing> missing = cohort.missing(row, variable.name());
        if (variable.rules().required()) {
            required(variable, row);
        } else if (missing.isPresent() && !isDeclared(variable, missing.get()) && source.isBlank(row, variable)) {
            add(variable, row, Action.SUSPICIOUS, "asked (" + condition + ") and blank");
        }
    }

    private void hold(Variable variable, Condition condition) {
        for (int row = 0; row < cohort.size(); row++) {
            if (condition.test(cohort.row(row)).equals(Optional.of(false))) {
                add(variable, row, Action.BROKEN_RULE, "breaks " + condition + others(condition, variable, row));
            }
        }
    }

    /** The other variables of a condition, each with its value and address. */
    private String others(Condition condition, Variable variable, int row) {
        StringBuilder text = new StringBuilder();
        for (String name : condition.variables()) {
            if (!name.equals(variable.name())) {
                text.append(text.isEmpty() ? ": " : ", ").append(name).append(" is ");
                String missing = cohort.missing(row, name)
                        .map(reason -> "missing, " + reason)
                        .orElse("");
                text.append(missing.isEmpty() ? quoted(cohort.variable(name), row) : missing);
                text.append(" (").append(source.cell(row, name).address()).append(')');
            }
        }
        return text.toString();
    }

    private String quoted(Variable variable, int row) {
        String value = value(variable, row);
        return variable.type() == VariableType.TEXT ? "'" + value + "'" : value;
    }

    private String value(Variable variable, int row) {
        return value(variable, cohort.row(row));
    }

    private static String value(Variable variable, Row values) {
        String name = variable.name();
        return switch (variable.type()) {
            case NUMBER -> Numbers.shown(values.number(name));
            case DATE -> values.date(name).toString();
            case TIME -> values.time(name).toString();
            case DATETIME -> values.dateTime(name).toString();
            case CATEGORY -> values.level(name);
            case TEXT, IDENTIFIER -> values.text(name);
        };
    }

    private void add(Variable variable, int row, Action action, String rule) {
        CellRef cell = source.cell(row, variable.name());
        boolean missing = cohort.missing(row, variable.name()).isPresent();
        ledger.add(cell.row(), cell.column(), source.raw(cell), action, missing ? "" : value(variable, row), rule);
    }
}
