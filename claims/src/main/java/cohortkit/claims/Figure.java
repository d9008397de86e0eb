package cohortkit.claims;

import cohortkit.core.InputException;
import java.util.Optional;

/**
 * A published figure, one row of a study's {@code figures.csv}.
 *
 * <pre>{@code
 * var figure = Study.named("dialysis").figures().get(1);
 * figure.quote()       // "RLS occurs in about 14% of them"
 * figure.printed()     // Optional[14%]
 * figure.asPrinted()   // "14%"
 * }</pre>
 *
 * @param id names the figure within its study
 * @param where in the paper, such as "abstract, results"
 * @param quote the paper's own words
 * @param compute the name of the computation that answers it
 * @param printed the number as printed; empty where the figure is words
 * @param lower the lower limit as printed; empty if there is none
 * @param upper the upper limit as printed; empty if there is none
 * @param expected the declared verdict
 * @param note what a reader should know; may be empty
 */
public record Figure(
        String id,
        String where,
        String quote,
        String compute,
        Optional<Printed> printed,
        Optional<Printed> lower,
        Optional<Printed> upper,
        Verdict.Kind expected,
        String note) {

    /** Checks the parts; an error if the id, the quote or the computation is blank, or limits stand without a number. */
    public Figure {
        require(id, "id", id);
        require(quote, "quote", id);
        require(compute, "compute", id);
        if (printed.isEmpty() && (lower.isPresent() || upper.isPresent())) {
            throw new InputException("figure '" + id + "' prints limits without a number; fill in printed");
        }
    }

    private static void require(String value, String name, String id) {
        if (value.isBlank()) {
            throw new InputException("figure '" + id + "' has no " + name + "; fill it in");
        }
    }

    /** As printed, limits in brackets: "2.2 (1.7 to 2.9)"; the quote where the figure is words. */
    public String asPrinted() {
        String number = printed.map(Printed::toString).orElse(quote);
        return lower.isEmpty() && upper.isEmpty() ? number : number + " (" + text(lower) + " to " + text(upper) + ")";
    }

    private static String text(Optional<Printed> limit) {
        return limit.map(Printed::toString).orElse("?");
    }

    boolean hasLimits() {
        return lower.isPresent() || upper.isPresent();
    }

    /** For findings that are a value alone: an error if the paper prints limits, which would go unchecked. */
    void requireNoLimits(String finding) {
        if (hasLimits()) {
            throw new InputException(
                    "it prints limits, and " + finding + " has none to compare; give the limits figures of their own");
        }
    }
}
