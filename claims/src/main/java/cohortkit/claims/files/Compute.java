package cohortkit.claims.files;

import cohortkit.core.Condition;
import java.util.List;
import java.util.Optional;

/**
 * A computation as it stands in figures.csv: {@code riskRatio(rls, insomnia) > 1 from patients where age < 65}.
 *
 * @param text as written
 * @param function the name before the parentheses
 * @param arguments between them, stripped
 * @param statement what a figure in words says of the value; empty where a number is printed
 * @param source the name of the data file or of the set of printed numbers; empty: the only one
 * @param where which rows; empty: all
 */
record Compute(
        String text,
        String function,
        List<String> arguments,
        Optional<Statement> statement,
        Optional<String> source,
        Optional<Condition> where) {

    Compute {
        arguments = List.copyOf(arguments);
    }

    /**
     * Reads a computation.
     *
     * @throws cohortkit.core.InputException if it does not parse; the message points at the character
     */
    static Compute parse(String text) {
        return new ComputeParser(text).compute();
    }

    @Override
    public String toString() {
        return text;
    }
}
