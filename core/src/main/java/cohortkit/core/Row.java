package cohortkit.core;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;

/**
 * One participant, while a condition or a derivation looks. Asking for a missing value ends the question: {@code where}
 * leaves the row out and counts it as undecided, {@code exclude} keeps it and counts it, {@code derive} makes the
 * result missing for the same reason. To decide otherwise ask {@link #isMissing(String)} first.
 *
 * <pre>{@code
 * patients.where(p -> p.is("sex", "female") && p.number("age") >= 65).size()   // 62
 * }</pre>
 */
public interface Row {

    /** The value of a number. */
    double number(String variable);

    /** The code of a category's level. */
    String level(String variable);

    /** Whether a category has this level, named by its code or label; an unknown level is an error. */
    boolean is(String variable, String level);

    /** The value of a date. */
    LocalDate date(String variable);

    /** The value of a time of day. */
    LocalTime time(String variable);

    /** The value of a date with time. */
    LocalDateTime dateTime(String variable);

    /** The value of a text or an identifier. */
    String text(String variable);

    /** What the codebook says of a variable. */
    Variable variable(String name);

    /** Whether the value is missing. */
    boolean isMissing(String variable);

    /** Why it is missing; empty if it is not. */
    Optional<Missing> missing(String variable);
}
