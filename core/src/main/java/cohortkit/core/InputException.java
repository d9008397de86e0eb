package cohortkit.core;

/**
 * What was given cannot be used: a file, a cell, a variable name, a formula, a level. The message says what was found,
 * what was expected and what to do, in one line or a few; the command line prints it and exits with 2.
 *
 * <pre>{@code
 * var problem = "";
 * try { patients.variable("agee"); }
 * catch (InputException e) { problem = e.getMessage(); }
 * problem   // "no variable 'agee'; did you mean 'age'?"
 * }</pre>
 */
public class InputException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public InputException(String message) {
        super(message);
    }

    public InputException(String message, Throwable cause) {
        super(message, cause);
    }
}
