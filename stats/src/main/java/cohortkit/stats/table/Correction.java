package cohortkit.stats.table;

/**
 * The continuity correction of a chi-square.
 *
 * <pre>{@code
 * ChiSquare.test(table, Correction.NONE)    // Pearson chi-square: 9.20, df 1, p = 0.0024
 * ChiSquare.test(table, Correction.YATES)   // Pearson chi-square with continuity correction: 8.01, df 1, p = 0.0047
 * }</pre>
 */
public enum Correction {
    /** None: the default here, in SAS and in Stata. */
    NONE(""),
    /**
     * Differences between observed and expected counts are made smaller by 1/2, but not past 0: the default of R's
     * {@code chisq.test}. Yates 1934, J R Stat Soc Suppl 1:217.
     */
    YATES(" with continuity correction");

    private final String suffix;

    Correction(String suffix) {
        this.suffix = suffix;
    }

    /** After a test's name; empty for none. */
    String suffix() {
        return suffix;
    }

    /** A difference after the correction, at least 0. */
    double shrink(double difference) {
        double size = Math.abs(difference);
        return this == NONE ? size : Math.max(0, size - 0.5);
    }
}
