package cohortkit.io;

import cohortkit.core.Ledger.Action;
import cohortkit.core.Missing;
import cohortkit.core.Variable;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The missing codes of a variable, recognised as {@link Variable#missingCode} says. */
final class MissingCodes {

    /** How a codebook writes the code of an empty cell. */
    static final String BLANK = "";

    private final Variable variable;
    private final Set<Double> numbers = new HashSet<>();
    private final Missing blank;

    MissingCodes(Variable variable) {
        this.variable = variable;
        variable.missingCodes().keySet().forEach(code -> Numbers.parse(code).ifPresent(numbers::add));
        blank = variable.missingCodes().getOrDefault(BLANK, Missing.BLANK);
    }

    /** Why an empty cell is missing. */
    Missing blank() {
        return blank;
    }

    boolean isEmpty() {
        return variable.missingCodes().isEmpty();
    }

    boolean contains(double number) {
        return !numbers.isEmpty() && numbers.contains(number);
    }

    /** What a cell of that clean text becomes if it is empty or a code. */
    Optional<CellOutcome> find(String clean) {
        if (clean.isEmpty()) {
            return Optional.of(new CellOutcome(null, blank, Action.REPAIRED, "only spaces: blank"));
        }
        return variable.missingCode(clean)
                .map(code -> CellOutcome.recoded(variable.missingCodes().get(code), "missing code " + code));
    }
}
