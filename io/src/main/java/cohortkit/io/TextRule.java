package cohortkit.io;

import cohortkit.core.Variable;

/** Free text, just as it stands, spaces included. */
final class TextRule extends CellRule {

    TextRule(Variable variable) {
        super(variable);
    }

    @Override
    CellOutcome read(RawCell cell, String clean, String repair) {
        return CellOutcome.asItStands(cell.shown());
    }
}
