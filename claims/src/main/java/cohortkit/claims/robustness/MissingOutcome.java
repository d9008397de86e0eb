package cohortkit.claims.robustness;

/**
 * What becomes of people whose outcome is missing. The last two are the bounds of all that the missing may have been: Gamble
 * and Hollis 2005, J Clin Epidemiol 58:579.
 *
 * <pre>{@code
 * MissingOutcome.AS_EVENT.outcome(true)   // 1
 * MissingOutcome.LEFT_OUT.outcome(true)   // -1
 * }</pre>
 */
public enum MissingOutcome {
    /** Complete cases. */
    LEFT_OUT("left out", -1, -1),
    /** Nobody of them had it. */
    AS_NO("as no", 0, 0),
    /** All of them had it. */
    AS_EVENT("as yes", 1, 1),
    /** The exposed had it, the others did not. */
    FOR_ASSOCIATION("yes in the exposed alone", 1, 0),
    /** The unexposed had it, the others did not. */
    AGAINST_ASSOCIATION("yes in the unexposed alone", 0, 1);

    private final String label;
    private final int exposed;
    private final int unexposed;

    MissingOutcome(String label, int exposed, int unexposed) {
        this.label = label;
        this.exposed = exposed;
        this.unexposed = unexposed;
    }

    /** Such as "left out" or "as yes". */
    public String label() {
        return label;
    }

    /** The outcome that stands for the missing one: 1 the event, 0 none, -1 missing still. */
    public int outcome(boolean isExposed) {
        return isExposed ? exposed : unexposed;
    }
}
