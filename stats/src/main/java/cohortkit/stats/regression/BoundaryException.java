package cohortkit.stats.regression;

/** The likelihood has its maximum on the boundary of what the model allows. */
final class BoundaryException extends ConvergenceException {

    private static final long serialVersionUID = 1L;

    private final transient BoundaryLikelihood likelihood;
    private final transient BoundaryMaximum maximum;

    BoundaryException(BoundaryLikelihood likelihood, BoundaryMaximum maximum) {
        super("the maximum lies on the boundary of what the model allows");
        this.likelihood = likelihood;
        this.maximum = maximum;
    }

    BoundaryLikelihood likelihood() {
        return likelihood;
    }

    BoundaryMaximum maximum() {
        return maximum;
    }
}
