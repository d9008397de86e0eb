package cohortkit.cli;

/** A script's own check does not hold. */
final class FailedAssertion extends RuntimeException {

    private static final long serialVersionUID = 1;

    FailedAssertion(String message) {
        super(message);
    }
}
