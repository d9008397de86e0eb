package cohortkit.claims.check;

/**
 * A check of what a paper prints, as a value: the figures are its components, the answer is a verdict.
 *
 * <pre>{@code
 * Check check = new CountShare(39, 48, Printed.parse("81.2%"));
 * check.checked().verdict().kind()   // CONSISTENT
 * }</pre>
 */
public interface Check {

    /** The answer. */
    Checked checked();
}
