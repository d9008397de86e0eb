package cohortkit.stats.regression.effects;

/**
 * How common an outcome is at the end of follow-up, which decides what an odds ratio says of the risk ratio.
 *
 * <pre>{@code
 * EValue.of(fit.oddsRatio("rls[yes]"), Outcome.RARE)   // 5.08 (95 % CI 2.17 to Inf; Wald)
 * }</pre>
 */
public enum Outcome {
    /** Below about 15 %: the odds ratio is close to the risk ratio. */
    RARE,
    /** 15 % or more: the square root of the odds ratio stands for the risk ratio. */
    COMMON
}
