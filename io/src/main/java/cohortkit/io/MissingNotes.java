package cohortkit.io;

import java.util.List;

/**
 * What the cells of a written row cannot say themselves, in its last column: {@code age=refused; note=""} tells why the
 * blank cell of age is blank, and that the cell of note is a value just as it stands, though it looks like a missing code.
 */
final class MissingNotes {

    private static final String HEADER = "missing_reasons";

    private MissingNotes() {}

    /** The header of the column, for a codebook that may have a variable of that name. */
    static String header(List<String> names) {
        StringBuilder header = new StringBuilder(HEADER);
        while (names.stream().anyMatch(header.toString()::equalsIgnoreCase)) {
            header.append('_');
        }
        return header.toString();
    }

    /** Why a blank cell is missing. */
    static String reason(String variable, String reason) {
        return CodebookText.item(variable) + "=" + CodebookText.item(reason);
    }

    /** That a cell is a value just as it stands. */
    static String value(String variable) {
        return reason(variable, "");
    }
}
