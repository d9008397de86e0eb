package cohortkit.claims.printed;

import cohortkit.claims.Printed;

/**
 * One number with the word before it and the unit behind it.
 *
 * <pre>{@code
 * PrintedFigure.parse("median 8")    // median 8
 * PrintedFigure.parse("12.4 mmol")   // 12.4 mmol
 * }</pre>
 *
 * @param name such as "median" or "p"; may be empty
 * @param leading the number
 * @param unit such as "mmol"; empty for a percentage, whose sign belongs to the number
 */
public record PrintedSingle(String name, Printed leading, String unit) implements PrintedFigure {

    @Override
    public String toString() {
        return ((name.isEmpty() ? "" : name + " ") + leading + " " + unit).strip();
    }
}
