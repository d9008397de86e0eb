package cohortkit.stats.table;

/**
 * What a test of two risks is against.
 *
 * <pre>{@code
 * BarnardExact.test(table, Alternative.GREATER)   // Barnard exact, higher risk in the exposed: 3.03, p = 0.0069
 * }</pre>
 */
public enum Alternative {
    /** The risks differ. */
    TWO_SIDED("two-sided"),
    /** The exposed have the higher risk. */
    GREATER("higher risk in the exposed"),
    /** The exposed have the lower risk. */
    LESS("lower risk in the exposed");

    private final String label;

    Alternative(String label) {
        this.label = label;
    }

    /** In words, such as "two-sided". */
    public String label() {
        return label;
    }
}
