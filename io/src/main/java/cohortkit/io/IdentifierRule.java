package cohortkit.io;

import cohortkit.core.Variable;

/** Identifiers as text. Whether one stands there twice, {@link RuleCheck} asks of the whole column. */
final class IdentifierRule extends CellRule {

    private static final double MOST_EXACT = 1e15;

    IdentifierRule(Variable variable) {
        super(variable);
    }

    @Override
    CellOutcome read(RawCell cell, String clean, String repair) {
        if (cell.isDate() || cell.isTime()) {
            return CellOutcome.suspicious(clean, "an identifier that is a date to the spreadsheet program");
        }
        boolean rounded = cell.kind() == CellKind.NUMBER
                && (Math.abs(cell.number()) >= MOST_EXACT || cell.number() != Math.rint(cell.number()));
        if (Lookalikes.mixes(clean)) {
            return CellOutcome.suspicious(clean, "an identifier with letters that look like Latin ones");
        }
        return rounded
                ? CellOutcome.suspicious(clean, "an identifier that is a number; digits may have been lost")
                : CellOutcome.repaired(clean, repair);
    }
}
