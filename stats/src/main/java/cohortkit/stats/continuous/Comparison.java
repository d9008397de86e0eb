package cohortkit.stats.continuous;

import cohortkit.core.DisplayNumber;
import cohortkit.core.Estimate;
import cohortkit.stats.TestResult;

/**
 * An estimate with its interval, and the test of its null value by the same method.
 *
 * <pre>{@code
 * var weight = GroupedValues.of(births, "bwt", "smoke");
 * weight.meanDifference()                   // -284 (95 % CI -489 to -78.57; Welch t), p = 0.0070
 * weight.meanDifference().test().pValue()   // 0.00700254...
 * }</pre>
 *
 * @param estimate the estimate and its interval
 * @param test the test of the null value
 */
public record Comparison(Estimate estimate, TestResult test) {

    /** Such as "-284 (95 % CI -489 to -78.57; Welch t), p = 0.0070". */
    @Override
    public String toString() {
        String p = DisplayNumber.pValue(test.pValue());
        return estimate + (p.startsWith("<") ? ", p < " + p.substring(1) : ", p = " + p);
    }
}
