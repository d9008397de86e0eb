package cohortkit.io;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether cells look like names of columns. */
final class HeaderLooks {

    private static final Set<String> MISSING_WORDS =
            Set.of("na", "n/a", "nan", "null", "none", "missing", "unknown", "refused", "not done", "not available");

    private HeaderLooks() {}

    /** Whether a row may name columns: two words or more, no two alike, and beside them at most numbers such as years. */
    static boolean isHeader(List<RawCell> row) {
        Set<String> names = new HashSet<>();
        int words = 0;
        for (RawCell cell : row) {
            boolean word = isWord(cell);
            if (!word && !isNameNumber(cell)) {
                return false;
            }
            words += word ? 1 : 0;
            if (!names.add(Spaces.lower(Spaces.clean(cell.shown())))) {
                return false;
            }
        }
        return words > 1 || (words == 1 && row.size() > 1);
    }

    /** Text that is no number, no date and no word for a missing value. */
    static boolean isWord(RawCell cell) {
        if (cell.kind() != CellKind.TEXT) {
            return false;
        }
        String clean = Spaces.clean(cell.shown());
        return !MISSING_WORDS.contains(Spaces.lower(clean)) && !isValue(clean);
    }

    private static boolean isValue(String clean) {
        return NumberText.read(clean, "").isPresent()
                || DateText.read(clean, DateText.Order.DAY_FIRST).date() != null
                || DateText.read(clean, DateText.Order.MONTH_FIRST).date() != null
                || ClockText.read(clean).time() != null;
    }

    /** A number or a date as data have it, whether the file knows it for one or not. */
    static boolean isValue(RawCell cell) {
        return cell.kind() == CellKind.NUMBER || (cell.kind() == CellKind.TEXT && isValue(Spaces.clean(cell.shown())));
    }

    /** Whether two cells of a column hold the same word, or codes of the same form such as P8 and P9. */
    static boolean areAlike(RawCell one, RawCell other) {
        if (one.column() != other.column() || one.kind() != CellKind.TEXT || other.kind() != CellKind.TEXT) {
            return false;
        }
        String text = Spaces.clean(one.text());
        String there = Spaces.clean(other.text());
        boolean code = text.chars().anyMatch(c -> c >= '0' && c <= '9');
        return !text.isEmpty() && (there.equals(text) || (code && shape(there).equals(shape(text))));
    }

    private static String shape(String text) {
        return text.replaceAll("\\p{L}+", "a").replaceAll("[0-9]+", "9");
    }

    /** A year, or a date over its column. */
    static boolean isNameNumber(RawCell cell) {
        boolean year = cell.kind() == CellKind.NUMBER
                && cell.form().isNumber()
                && cell.number() >= 1800
                && cell.number() <= 2200
                && cell.number() == Math.rint(cell.number());
        return year || cell.isDate();
    }
}
