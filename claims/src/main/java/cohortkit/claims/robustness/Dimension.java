package cohortkit.claims.robustness;

import cohortkit.core.InputException;
import java.util.HashSet;
import java.util.List;

/**
 * A choice that an analyst has to make, and the ways in which it may be defended.
 *
 * <pre>{@code
 * new Dimension("interval", List.of("log Wald", "Koopman score"))   // interval: log Wald, Koopman score
 * }</pre>
 *
 * @param name what is chosen, such as "interval", "exclusion" or "reference level"
 * @param options at least one, each different; the first is the usual one
 */
public record Dimension(String name, List<String> options) {

    public Dimension {
        options = List.copyOf(options);
        if (options.isEmpty() || new HashSet<>(options).size() < options.size()) {
            throw new InputException("the choice of '" + name + "' needs options that differ; were " + options);
        }
    }

    /** Such as "interval: log Wald, Koopman score". */
    @Override
    public String toString() {
        return name + ": " + String.join(", ", options);
    }
}
