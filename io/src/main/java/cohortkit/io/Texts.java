package cohortkit.io;

/** Texts by their places. */
interface Texts {

    String get(int place);

    /** Whether a text is only spaces. */
    boolean isBlank(int place);

    /** Whether no text has two places, as in a file's own table of texts it may have. */
    boolean keepsEachOnce();
}
