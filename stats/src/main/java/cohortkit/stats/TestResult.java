package cohortkit.stats;

import cohortkit.core.DisplayNumber;

/**
 * The result of a hypothesis test.
 *
 * <pre>{@code
 * ChiSquare.test(table)            // Pearson chi-square: 9.20, df 1, p = 0.0024
 * ChiSquare.test(table).pValue()   // 0.0024157...
 * }</pre>
 *
 * @param method the test's name, such as "Pearson chi-square"
 * @param statistic its statistic; NaN where there is none, as in exact tests
 * @param df its degrees of freedom; NaN where there are none
 * @param pValue the p-value, in [0, 1], two-sided unless the method says otherwise; made from the survival function, so
 *     that it is right down to 1e-300
 */
public record TestResult(String method, double statistic, double df, double pValue) {

    /** Such as "Pearson chi-square: 9.20, df 1, p = 0.0024". */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(method).append(": ");
        if (!Double.isNaN(statistic)) {
            text.append(DisplayNumber.fixed(statistic, 2)).append(", ");
        }
        if (!Double.isNaN(df)) {
            text.append("df ")
                    .append(df == Math.rint(df) ? DisplayNumber.shortest(df) : DisplayNumber.fixed(df, 1))
                    .append(", ");
        }
        String p = DisplayNumber.pValue(pValue);
        return text.append(p.startsWith("<") ? "p < " + p.substring(1) : "p = " + p)
                .toString();
    }
}
