package cohortkit.stats.regression;

/** What was done about a model that did not converge at once. */
enum Rescue {
    NONE("", ""),
    NEWTON(
            ", Newton's method",
            "Fisher scoring, which glm uses, led to no maximum; Newton's method by the observed information did"),
    BOUNDARY(", maximum on the boundary", "the maximum lies on the boundary of what the model allows"),
    MODIFIED_POISSON(
            ", in place of log-binomial",
            "the log-binomial model came to no maximum that has errors; these are the risk ratios of modified Poisson"
                    + " instead, with robust errors");

    private final String tag;
    private final String note;

    Rescue(String tag, String note) {
        this.tag = tag;
        this.note = note;
    }

    /** For a convention. */
    String tag() {
        return tag;
    }

    /** For a reader. */
    String note() {
        return note;
    }
}
