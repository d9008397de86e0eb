package cohortkit.io;

import cohortkit.core.Ledger.Action;
import cohortkit.core.Missing;
import cohortkit.core.Variable;
import cohortkit.core.VariableType;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** The missing codes of a variable, recognised as text, in any case, and as numbers. */
final class MissingCodes {

    /** How a codebook writes the code of an empty cell. */
    static final String BLANK = "";

    private record Code(String written, Missing missing) {}

    private final Map<String, Code> byText = new HashMap<>();
    private final Map<Double, Code> byNumber = new HashMap<>();
    private final Missing blank;

    MissingCodes(Variable variable) {
        boolean numeric = variable.type() == VariableType.NUMBER || variable.type() == VariableType.CATEGORY;
        variable.missingCodes().forEach((written, missing) -> {
            Code code = new Code(written, missing);
            byText.put(Spaces.lower(written), code);
            OptionalDouble number = numeric ? Numbers.parse(written) : OptionalDouble.empty();
            number.ifPresent(x -> byNumber.put(x, code));
        });
        blank = variable.missingCodes().getOrDefault(BLANK, Missing.BLANK);
    }

    /** Why an empty cell is missing. */
    Missing blank() {
        return blank;
    }

    boolean isEmpty() {
        return byText.isEmpty();
    }

    boolean contains(double number) {
        return !byNumber.isEmpty() && byNumber.containsKey(number);
    }

    /** What a cell of that clean text becomes if it is empty or a code. */
    Optional<CellOutcome> find(String clean) {
        if (clean.isEmpty()) {
            return Optional.of(new CellOutcome(null, blank, Action.REPAIRED, "only spaces: blank"));
        }
        Code code = byText.isEmpty() ? null : byText.get(Spaces.lower(clean));
        if (code == null && !byNumber.isEmpty()) {
            OptionalDouble number = Numbers.parse(clean);
            code = number.isPresent() ? byNumber.get(number.getAsDouble()) : null;
        }
        return Optional.ofNullable(code)
                .map(found -> CellOutcome.recoded(found.missing(), "missing code " + found.written()));
    }
}
