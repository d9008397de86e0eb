package cohortkit.claims.check;

import cohortkit.claims.Verdict;

/**
 * What a check found, and how sure it is. CONTRADICTED is said only where no rounding rule allows what is printed; what
 * else it rests on stands in the assumption.
 *
 * <pre>{@code
 * var checked = new CountShare(64, 100, Printed.parse("84.21%")).checked();
 * checked.verdict().kind()   // CONTRADICTED
 * checked.sureness()         // "sure: no rounding rule allows it"
 * }</pre>
 *
 * @param check the check's name, such as "percent of a count"
 * @param figures what was checked, as printed
 * @param verdict with its reason
 * @param assumption what must hold for the verdict, such as "a Wald interval of 95 %"; empty if nothing else
 */
public record Checked(String check, String figures, Verdict verdict, String assumption) {

    /** Without any assumption. */
    public static Checked of(String check, String figures, Verdict verdict) {
        return new Checked(check, figures, verdict, "");
    }

    /** Whether no rounding rule allows what is printed. */
    public boolean isContradicted() {
        return verdict.kind() == Verdict.Kind.CONTRADICTED;
    }

    /** How sure the verdict is, in words. */
    public String sureness() {
        String condition = assumption.isEmpty() ? "" : ", given " + assumption;
        return switch (verdict.kind()) {
            case REPRODUCED, CONSISTENT -> "sure" + condition;
            case POSSIBLE -> "possible" + condition;
            case CONTRADICTED -> "sure: no rounding rule allows it" + condition;
            case NOT_CHECKABLE -> "not decidable" + condition;
        };
    }

    /** One line, such as "48/59 (81.3%): POSSIBLE, percent of a count: only if truncated". */
    @Override
    public String toString() {
        return figures + ": " + verdict.kind() + ", " + check + ": " + verdict.reason();
    }
}
