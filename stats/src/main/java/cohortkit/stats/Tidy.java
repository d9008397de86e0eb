package cohortkit.stats;

/**
 * One term of a fitted model, in the columns of R's broom: the row that leaves the program.
 *
 * <pre>{@code
 * new Tidy("rls[yes]", 0.94, 0.31, 3.03, 0.0024, 0.33, 1.55, "Wald")
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
