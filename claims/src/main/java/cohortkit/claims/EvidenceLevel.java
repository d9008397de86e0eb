package cohortkit.claims;

/**
 * What a figure was checked against, the strongest first.
 *
 * <pre>{@code
 * EvidenceLevel.FEASIBLE_SET.label()   // "feasible set"
 * }</pre>
 */
public enum EvidenceLevel {
    /** Real individual records. */
    ROWS("rows"),
    /** Real counts, published or aggregated. */
    COUNTS("counts"),
    /** Every table of whole numbers that agrees with what the paper prints. */
    FEASIBLE_SET("feasible set"),
    /** The printed numbers against each other. */
    ARITHMETIC("arithmetic"),
    /** Nothing that could be read. */
    NONE("none");

    private final String label;

    EvidenceLevel(String label) {
        this.label = label;
    }

    /** The name in a table. */
    public String label() {
        return label;
    }

    /** Whether this is data of real people, which alone can reproduce a figure. */
    boolean isData() {
        return this == ROWS || this == COUNTS;
    }
}
