package cohortkit.stats.regression;

import cohortkit.core.InputException;
import java.util.List;

/**
 * Something was asked that needs finite estimates, of a fit to a separated outcome, whose likelihood has no maximum.
 * The fit itself is there, with infinite estimates and one-sided limits; see {@link Fit#separation}.
 *
 * <pre>{@code
 * var light = births.derive(Variable.binary("light", "Below 2500 g"), p -> p.number("bwt") < 2500);
 * List<SeparationException.Infinite> infinite = List.of();
 * try { Logistic.fit("low ~ light", light).covariance(); }
 * catch (SeparationException e) { infinite = e.terms(); }
 * infinite   // [(Intercept) to -infinity, light[yes] to +infinity]
 * }</pre>
 */
public class SeparationException extends InputException {

    private static final long serialVersionUID = 1L;

    private static final String REMEDY = "erge levels or leave a term out";

    /**
     * A coefficient without a finite estimate.
     *
     * @param term its name
     * @param limit positive or negative infinity; NaN if others can make up for any value of it, so that the data say
     *     nothing about it
     */
    public record Infinite(String term, double limit) {
        @Override
        public String toString() {
            return Double.isNaN(limit) ? term + " either way" : term + " to " + (limit > 0 ? "+" : "-") + "infinity";
        }
    }

    private final transient SeparationFinding finding;
    private final transient boolean[] rows;

    SeparationException(SeparationFinding finding, boolean[] rows, Link link) {
        this(finding + (link == Link.LOGIT ? ". Ask for firth(), m" : ". M") + REMEDY, finding, rows);
    }

    private SeparationException(String message, SeparationFinding finding, boolean[] rows) {
        super(message);
        this.finding = finding;
        this.rows = rows.clone();
    }

    /** The same of something that Firth's penalized likelihood does not have either, named in the plural. */
    SeparationException of(String what) {
        return new SeparationException(what + " need finite estimates; " + finding + ". M" + REMEDY, finding, rows);
    }

    /** What separates the outcome. */
    public SeparationFinding finding() {
        return finding;
    }

    /** The coefficients without a finite estimate. */
    public List<Infinite> terms() {
        return finding.terms();
    }

    /** Whether every row is predicted without error; otherwise some rows only (quasi-complete). */
    public boolean isComplete() {
        return finding.complete();
    }

    /** Which rows are predicted without error. */
    boolean[] rows() {
        return rows.clone();
    }
}
