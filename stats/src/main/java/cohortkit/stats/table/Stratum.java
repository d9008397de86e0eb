package cohortkit.stats.table;

/**
 * One stratum: a table and the level that it belongs to.
 *
 * <pre>{@code
 * new Stratum("women", new TwoByTwo(20, 26, 46, 241)).table().riskRatio()   // 2.71 (95 % CI 1.78 to 4.14; log Wald)
 * }</pre>
 *
 * @param label such as "women"
 * @param table its counts
 */
public record Stratum(String label, TwoByTwo table) {

    /** Such as "women: 20/46 vs 46/287". */
    @Override
    public String toString() {
        return label + ": " + table.a() + "/" + table.exposed() + " vs " + table.c() + "/" + table.unexposed();
    }
}
