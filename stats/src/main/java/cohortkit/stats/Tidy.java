package cohortkit.stats;

/**
 * One term of a fitted model, in the columns of R's broom: the row that leaves the program.
 *
 * <pre>{@code
 * fit.tidy().get(1).term()       // "rls[yes]"
 * fit.tidy().get(1).estimate()   // 1.0359527...
 * }</pre>
 *
 * @param term the term, such as "rls[yes]"
 * @param estimate the estimate, on the scale that the producer names
 * @param stdError its standard error; NaN where there is none
 * @param statistic the test statistic; NaN where there is none
 * @param pValue the two-sided p-value; NaN where there is none
 * @param confLow the lower confidence limit; may be infinite
 * @param confHigh the upper confidence limit; may be infinite
 * @param method how interval and p-value were made, such as "Wald" or "profile likelihood"
 */
public record Tidy(
        String term,
        double estimate,
        double stdError,
        double statistic,
        double pValue,
        double confLow,
        double confHigh,
        String method) {}
