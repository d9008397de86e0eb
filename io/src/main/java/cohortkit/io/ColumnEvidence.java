package cohortkit.io;

import cohortkit.core.Level;
import cohortkit.core.Variable;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What the cells of a column without a codebook show of its variable. All numbers: a number (text with a leading zero is
 * none). All dates that name one day: a date. Named id or ..._id, each present and different: an identifier. At most 20
 * different texts: a category, its levels in alphabetical order. Anything else: text. The words NA and N/A, in any case, are
 * missing codes.
 */
final class ColumnEvidence {

    static final String NOT_AVAILABLE = "not available";

    private static final int MOST_LEVELS = 20;
    private static final Pattern NUMBER = Pattern.compile("[+-]?(0|[1-9][0-9]*)?([.,][0-9]+)?");
    private static final Pattern IDENTIFIER_NAME = Pattern.compile("(?i)(.*[ _.-])?id");

    private final String name;
    private final Set<String> missingWords = new LinkedHashSet<>();
    private final Set<String> values = new TreeSet<>();
    private final Set<String> identifiers = new HashSet<>();
    private final boolean mayIdentify;
    private boolean allNumbers = true;
    private boolean allDates = true;
    private int filled;

    ColumnEvidence(String name) {
        this.name = name;
        this.mayIdentify = IDENTIFIER_NAME.matcher(name).matches();
    }

    /** Whether every cell must be seen, since it may be an identifier. */
    boolean mayIdentify() {
        return mayIdentify;
    }

    /** Whether it has too many values for a category. */
    boolean isManifold() {
        return values.size() > MOST_LEVELS;
    }

    /** A cell that holds what one before held, for which {@link #add} was true. */
    void addAgain() {
        filled++;
    }

    /** A number like any other, where there are many. */
    void addNumber() {
        allDates = false;
        filled++;
    }

    /** Looks at a cell; whether it holds a value. */
    boolean add(RawCell cell) {
        if (cell.kind() == CellKind.ERROR || cell.kind() == CellKind.UNSAVED) {
            return false;
        }
        boolean plain = cell.kind() == CellKind.NUMBER && cell.form().shape() == NumberForm.Shape.NUMBER;
        boolean many = values.size() > MOST_LEVELS && !mayIdentify;
        if (many && (plain ? cell.form().zeros() == 0 : cell.isDate())) {
            allNumbers &= plain;
            allDates &= !plain;
            filled++;
            return true;
        }
        String clean = Spaces.clean(cell.shown());
        if (clean.isEmpty()) {
            return false;
        }
        if (clean.equalsIgnoreCase("NA") || clean.equalsIgnoreCase("N/A")) {
            missingWords.add(clean);
            return false;
        }
        filled++;
        allNumbers &= plain ? cell.form().zeros() == 0 : cell.kind() == CellKind.TEXT && isNumber(clean);
        allDates &= cell.isDate()
                || (cell.kind() == CellKind.TEXT
                        && DateText.read(clean, DateText.Order.UNKNOWN).date() != null);
        if (values.size() <= MOST_LEVELS) {
            values.add(clean);
        }
        if (mayIdentify) {
            identifiers.add(clean);
        }
        return true;
    }

    private static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches()
                && (Numbers.parse(text).isPresent()
                        || Numbers.parseDecimalComma(text).isPresent());
    }

    /**
     * The variable that they suggest.
     *
     * @param rows how many rows there are
     */
    Variable draft(int rows) {
        Variable variable = typed(rows);
        for (String word : missingWords) {
            variable = variable.withMissing(word, NOT_AVAILABLE);
        }
        return variable;
    }

    private Variable typed(int rows) {
        if (filled == 0) {
            return Variable.text(name, name);
        }
        if (mayIdentify && filled == rows && identifiers.size() == rows) {
            return Variable.identifier(name, name);
        }
        if (allNumbers) {
            return Variable.number(name, name);
        }
        if (allDates) {
            return Variable.date(name, name);
        }
        return values.size() <= MOST_LEVELS
                ? Variable.category(name, name, values.stream().map(Level::of).toArray(Level[]::new))
                : Variable.text(name, name);
    }
}
