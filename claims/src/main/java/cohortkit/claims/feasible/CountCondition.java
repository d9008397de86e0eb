package cohortkit.claims.feasible;

/** Something printed of a table that is no sum and no share of cells: it says of a whole box of tables that none fits. */
interface CountCondition {

    /** False only if no table whose counts lie between these agrees. */
    default boolean mayHold(long[] low, long[] high) {
        return true;
    }

    /** The cells on which it hangs most, which a search had better fix first. */
    default int[] cells() {
        return new int[0];
    }

    /** Whether a table agrees. */
    boolean holds(long[] counts);
}
