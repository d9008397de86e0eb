package cohortkit.stats.table;

/**
 * One measure or test of a table, as it leaves the program. Interval and p-value are by the same method.
 *
 * <pre>{@code
 * table.measures(0.95).get(0).measure()    // "risk, exposed"
 * table.measures(0.95).get(0).method()     // "Wilson"
 * table.measures(0.95).get(0).estimate()   // 0.3478260...
 * }</pre>
 *
 * @param measure such as "risk ratio", or "association" for a test
 * @param method such as "log Wald"
 * @param estimate NaN for a test
 * @param confLow the lower limit; may be infinite; NaN where there is none
 * @param confHigh the upper limit; may be infinite; NaN where there is none
 * @param statistic the z or chi-square to which the p-value belongs; NaN for exact methods
 * @param pValue two-sided, of the hypothesis of no association; NaN where there is none
 */
public record TableRow(
        String measure,
        String method,
        double estimate,
        double confLow,
        double confHigh,
        double statistic,
        double pValue) {}
