package cohortkit.io;

/**
 * The sign before the decimals of numbers that are written as text, as in every CSV.
 *
 * <pre>{@code
 * Workbook.read("d.csv", "x;y\n1,234;5\n".getBytes()).
 *     cohort(ImportOptions.defaults().withDecimal(DecimalMark.COMMA)).
 *     numbers("x")[0]   // 1.234
 * }</pre>
 */
public enum DecimalMark {
    /** Told by each number itself and by the others of its column; where they do not say, the cell is refused. */
    DETECTED,
    /** 1.5; a comma parts thousands. */
    POINT,
    /** 1,5; a point parts thousands. */
    COMMA
}
