package cohortkit.stats.table;

import cohortkit.core.Estimate;
import cohortkit.stats.TestResult;

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
        double pValue) {

    /** A measure by the method of its interval; where it has no value, the reason stands beside the method. */
    public static TableRow of(Estimate estimate, double statistic, double pValue) {
        String method = estimate.convention().interval();
        boolean undefined = Double.isNaN(estimate.value());
        return new TableRow(
                estimate.measure().label(),
                undefined ? method + " (" + estimate.convention().zeroCells() + ")" : method,
                estimate.value(),
                estimate.interval().lower(),
                estimate.interval().upper(),
                statistic,
                pValue);
    }

    /**
     * A test.
     *
     * @param what it is a test of, such as "association"
     */
    public static TableRow of(String what, TestResult test) {
        return new TableRow(what, test.method(), Double.NaN, Double.NaN, Double.NaN, test.statistic(), test.pValue());
    }
}
