package cohortkit.stats.regression;

import cohortkit.core.InputException;
import java.util.List;

/**
 * The outcome is separated: some combination of terms predicts it without error, so that the likelihood has no maximum
 * and at least one estimate is infinite (Albert and Anderson 1984, Biometrika 71:1).
 *
 * <pre>{@code
 * var light = births.derive(Variable.binary("light", "Below 2500 g"), p -> p.number("bwt") < 2500);
 * List<SeparationException.Infinite> infinite = List.of();
 * try { Logistic.fit("low ~ light", light); }
 * catch (SeparationException e) { infinite = e.terms(); }
 * infinite   // [(Intercept) to -infinity, light[yes] to +infinity]
 * }</pre>
 */
public class SeparationException extends InputException {

    private static final long serialVersionUID = 1L;

    /**
     * A coefficient without a finite estimate.
     *
     * @param term its name
     * @param limit positive or negative infinity
     */
    public record Infinite(String term, double limit) {
        @Override
        public String toString() {
            return term + " to " + (limit > 0 ? "+" : "-") + "infinity";
        }
    }

    private final transient List<Infinite> terms;
    private final boolean complete;

    SeparationException(String message, List<Infinite> terms, boolean complete) {
        super(message);
        this.terms = List.copyOf(terms);
        this.complete = complete;
    }

    /** The coefficients without a finite estimate. */
    public List<Infinite> terms() {
        return terms;
    }

    /** Whether every row is predicted without error; otherwise some rows only (quasi-complete). */
    public boolean isComplete() {
        return complete;
    }
}
