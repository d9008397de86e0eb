package cohortkit.stats.crosstab;

/** Counts the steps of an exact computation, so that one out of reach ends soon. */
final class Work {

    /** More steps than this are too many: some seconds, or a gigabyte. */
    static final long MOST = 50_000_000;

    private long done;

    /** Thrown inside the package alone, and caught there. */
    static final class Exceeded extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Exceeded() {
            super("too many steps", null, false, false);
        }
    }

    void add(long steps) {
        done += steps;
        if (done > MOST) {
            throw new Exceeded();
        }
    }
}
