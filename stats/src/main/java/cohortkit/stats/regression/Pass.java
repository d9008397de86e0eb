package cohortkit.stats.regression;

/** What a pass over the rows adds up; each more than the one before it. */
enum Pass {
    /** The gradient of the log likelihood. */
    SLOPES,
    /** The deviance too. */
    DEVIANCE,
    /** The information too. */
    INFORMATION
}
