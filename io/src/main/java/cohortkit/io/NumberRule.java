package cohortkit.io;

import cohortkit.core.Variable;
import java.util.OptionalDouble;

/** Numbers, also where they were stored as text. */
final class NumberRule extends CellRule {

    private static final char MINUS = '\u2212';

    private final boolean typed;

    NumberRule(Variable variable, boolean typed) {
        super(variable);
        this.typed = typed;
    }

    /** Whether a plain number is a value just as it stands. */
    boolean takes(double number) {
        return variable().range().contains(number) && !codes().contains(number);
    }

    @Override
    CellOutcome read(RawCell cell, String clean, String repair) {
        if (cell.isDate() || cell.isTime()) {
            return CellOutcome.refused("a " + (cell.isDate() ? "date" : "time") + " where a number is expected");
        }
        if (cell.kind() == CellKind.LOGICAL) {
            return CellOutcome.refused("a logical value where a number is expected");
        }
        if (cell.kind() == CellKind.NUMBER) {
            return inRange(cell.number(), repair);
        }
        String rule = typed ? and(repair, "number stored as text") : repair;
        String text = clean;
        if (text.indexOf(MINUS) == 0) {
            text = '-' + text.substring(1);
            rule = and(rule, "printed minus sign");
        }
        OptionalDouble number = Numbers.parse(text);
        if (number.isPresent()) {
            return inRange(number.getAsDouble(), rule);
        }
        OptionalDouble comma = Numbers.parseDecimalComma(text);
        if (comma.isPresent()) {
            return inRange(comma.getAsDouble(), and(rule, "decimal comma"));
        }
        boolean ambiguous = text.matches("[+-]?[0-9]{1,3}(,[0-9]{3})+");
        return CellOutcome.refused(ambiguous ? "a comma before three digits: thousands or decimals?" : "not a number");
    }

    private CellOutcome inRange(double x, String rule) {
        return variable().range().contains(x)
                ? CellOutcome.repaired(x, rule)
                : CellOutcome.refused("outside " + variable().range());
    }
}
