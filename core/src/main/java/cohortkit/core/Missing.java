package cohortkit.core;

/**
 * Why a value is missing. The reason travels with the cell through every selection and derivation.
 *
 * <pre>{@code
 * patients.missing("age")   // {not recorded=3}
 * new Missing("refused")    // refused
 * }</pre>
 *
 * @param reason in words, such as "refused" or "not done"; not blank
 */
public record Missing(String reason) {

    /** The cell was empty and the codebook says nothing of it. */
    public static final Missing BLANK = new Missing("blank");

    /** The cell held something that the codebook does not allow. */
    public static final Missing INVALID = new Missing("invalid");

    /** The codebook does not ask it of this row, and the cell was empty. */
    public static final Missing NOT_ASKED = new Missing("not asked");

    /** A derivation had no answer for this row. */
    public static final Missing UNDERIVED = new Missing("not derivable");

    public Missing {
        if (reason.isBlank()) {
            throw new InputException("a missing code needs a reason, such as 9=refused");
        }
    }

    @Override
    public String toString() {
        return reason;
    }
}
