package cohortkit.stats.rate;

/**
 * One stratum of person-time.
 *
 * <pre>{@code
 * new RateStratum("65 to 74", new RateTable(76, 5882, 121, 15252)).table().rateRatio()   // 1.63 (95 % CI 1.22 to 2.17...
 * }</pre>
 *
 * @param label its name
 * @param table its events and person-time
 */
public record RateStratum(String label, RateTable table) {

    /** Such as "65 to 74: 76/5882 against 121/15252". */
    @Override
    public String toString() {
        return label + ": " + table.rates().get(0) + " against " + table.rates().get(1);
    }
}
