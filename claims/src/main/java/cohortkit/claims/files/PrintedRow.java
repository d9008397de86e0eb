package cohortkit.claims.files;

import java.util.Optional;

/**
 * One number of printed.csv.
 *
 * @param quantity what it is of
 * @param printed the number
 * @param lower the lower limit of a ratio; empty if none is printed
 * @param upper the upper limit
 */
record PrintedRow(String quantity, String printed, Optional<String> lower, Optional<String> upper) {

    /** Such as "risk ratio 2.2 (1.7 to 2.9)". */
    @Override
    public String toString() {
        String limits =
                lower.isEmpty() && upper.isEmpty() ? "" : " (" + lower.orElse("?") + " to " + upper.orElse("?") + ")";
        return quantity + " " + printed + limits;
    }
}
