package cohortkit.io;

import cohortkit.core.Variable;
import java.util.Optional;

/** Turns the cells of one variable into its values, by what the codebook says of it. */
abstract class CellRule {

    private final Variable variable;
    private final MissingCodes codes;

    CellRule(Variable variable) {
        this.variable = variable;
        this.codes = new MissingCodes(variable);
    }

    static CellRule of(Variable variable, ColumnReading reading) {
        return switch (variable.type()) {
            case NUMBER -> new NumberRule(variable, reading);
            case CATEGORY -> new CategoryRule(variable);
            case DATE -> new DateRule(variable, reading);
            case TIME -> new TimeRule(variable, reading.typed());
            case DATETIME -> new DateTimeRule(variable, reading);
            case TEXT -> new TextRule(variable);
            case IDENTIFIER -> new IdentifierRule(variable);
        };
    }

    Variable variable() {
        return variable;
    }

    MissingCodes codes() {
        return codes;
    }

    /** What the cell becomes: the same for all cells that hold the same, wherever they stand. */
    final CellOutcome read(RawCell cell) {
        String shown = cell.shown();
        String clean = Spaces.clean(shown);
        Optional<CellOutcome> missing = codes.find(clean);
        if (missing.isPresent()) {
            return missing.get();
        }
        return switch (cell.kind()) {
            case ERROR -> CellOutcome.refused("an error value");
            case UNSAVED ->
                CellOutcome.refused(
                        "a formula whose result was not saved; open and save the file in a spreadsheet program");
            case NUMBER, TEXT, LOGICAL -> read(cell, clean, clean.equals(shown) ? "" : Spaces.REMOVED);
        };
    }

    /**
     * What a cell becomes that is neither blank nor a missing code nor an error.
     *
     * @param clean its text without stray spaces
     * @param repair what cleaning did; empty if nothing
     */
    abstract CellOutcome read(RawCell cell, String clean, String repair);

    static String and(String repair, String more) {
        return repair.isEmpty() ? more : more.isEmpty() ? repair : repair + "; " + more;
    }
}
