package cohortkit.claims.check;

import cohortkit.claims.Verdict;

/**
 * A check of figures that may not belong together, such as a percentage near a sample size: what it would contradict is
 * NOT_CHECKABLE, with the doubt. Whatever else it says stands.
 *
 * <pre>{@code
 * var women = new ShareOfTotal(Printed.parse("43.9%"), 156);
 * women.checked().verdict().kind()                                      // CONTRADICTED
 * new Doubtful(women, "it may be of others").checked().verdict().kind()   // NOT_CHECKABLE
 * }</pre>
 *
 * @param check of the figures as if they belonged together
 * @param doubt why they may not
 */
public record Doubtful(Check check, String doubt) implements Check {

    @Override
    public Checked checked() {
        Checked checked = check.checked();
        Verdict verdict = checked.isContradicted()
                ? new Verdict.NotCheckable(checked.verdict().reason() + "; " + doubt)
                : checked.verdict();
        String assumption = checked.assumption().isEmpty() ? "figures that belong together" : checked.assumption();
        return new Checked(checked.check(), checked.figures(), verdict, assumption);
    }
}
