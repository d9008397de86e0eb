package cohortkit.stats.regression;

import cohortkit.core.Formula.Operand;
import cohortkit.core.InputException;
import cohortkit.core.NumberValues;
import java.util.List;
import java.util.Optional;

/** What one operand has in the analyzed rows. Several may be read side by side: a refusal waits until its turn comes. */
final class OperandValues {

    private final Operand operand;
    private final FrameReader reader;
    private Optional<Factor> factor = Optional.empty();
    private Optional<NumberValues> numbers = Optional.empty();
    private Optional<InputException> refusal = Optional.empty();

    OperandValues(Operand operand, FrameReader reader) {
        this.operand = operand;
        this.reader = reader;
        try {
            if (reader.isFactor(operand)) {
                factor = Optional.of(ofLevels(reader));
            } else {
                numbers = Optional.of(reader.values(operand));
            }
        } catch (InputException e) {
            refusal = Optional.of(e);
        }
    }

    private Factor ofLevels(FrameReader from) {
        Factor found = from.factor(operand);
        if (found.levels().size() < 2) {
            throw new InputException("variable '" + found.variable() + "' has one level only in the " + from.size()
                    + " analyzed rows (" + found.levels().get(0) + "); leave it out");
        }
        return found;
    }

    Operand operand() {
        return operand;
    }

    /** Its levels, if it is a category here. */
    Optional<Factor> factor() {
        return factor;
    }

    /** Its numbers, if it is none. */
    Optional<NumberValues> numbers() {
        return numbers;
    }

    /**
     * What a reader should know of it.
     *
     * @throws InputException if a model cannot use it
     */
    List<String> notes() {
        if (refusal.isPresent()) {
            throw refusal.get();
        }
        return reader.notes();
    }
}
