package cohortkit.io;

/** What a file says that a cell holds. A blank cell is no cell. */
enum CellKind {
    NUMBER(0),
    TEXT(1),
    LOGICAL(2),
    /** Such as #N/A or #DIV/0!. */
    ERROR(3),
    /** A formula whose result was never saved. */
    UNSAVED(4);

    private static final CellKind[] BY_CODE = {NUMBER, TEXT, LOGICAL, ERROR, UNSAVED};

    private final int code;

    CellKind(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    static CellKind of(int code) {
        return BY_CODE[code];
    }
}
