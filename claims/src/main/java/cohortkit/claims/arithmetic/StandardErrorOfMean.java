package cohortkit.claims.arithmetic;

import cohortkit.claims.Printed;
import cohortkit.claims.PrintedRange;
import cohortkit.claims.Rounding;
import cohortkit.claims.check.Boxes;
import cohortkit.claims.check.Check;
import cohortkit.claims.check.Checked;
import cohortkit.core.InputException;

/**
 * A standard deviation, a standard error and the number of people against each other: {@code SE = SD / sqrt(n)}.
 *
 * <pre>{@code
 * StandardErrorOfMean.of("10.24", "0.72", 200).checked().verdict().kind()   // CONSISTENT
 * StandardErrorOfMean.of("10.24", "1.72", 200).checked().verdict().kind()   // CONTRADICTED
 * }</pre>
 *
 * @param sd as printed
 * @param se as printed
 * @param n people, at least 1
 */
public record StandardErrorOfMean(Printed sd, Printed se, long n) implements Check {

    /** Checks the number of people. */
    public StandardErrorOfMean {
        if (n < 1) {
            throw new InputException("a standard error needs at least 1 person; was " + n);
        }
    }

    /** From the texts as printed. */
    public static StandardErrorOfMean of(String sd, String se, long n) {
        return new StandardErrorOfMean(Printed.parse(sd), Printed.parse(se), n);
    }

    @Override
    public Checked checked() {
        return new Checked(
                "standard error",
                "SD " + sd + ", SE " + se + ", n = " + n,
                Boxes.verdict(se, this::errors),
                "all " + n + " people");
    }

    private PrintedRange errors(Rounding rounding) {
        PrintedRange range = sd.range(rounding);
        double root = Math.sqrt((double) n);
        return new PrintedRange(range.lower() / root, range.upper() / root);
    }
}
