package cohortkit.io;

import cohortkit.core.Level;
import cohortkit.core.Variable;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What the cells of a column without a codebook show of its variable. All numbers: a number (text with a leading zero is
 * none), in percent or a currency where all texts say so. All spans of time: a number of hours. All dates that name one
 * day: a date, with time where one of them has a time. All times: a time. Named id or ..._id, each present and different:
 * an identifier. At most 20 different texts: a category, its levels in alphabetical order. Anything else: text. The words
 * NA and N/A, in any case, are missing codes.
 */
final class ColumnEvidence {

    static final String NOT_AVAILABLE = "not available";

    /** Of NA and N/A, the longer. */
    private static final int NOT_AVAILABLE_LENGTH = 3;

    static final int MOST_LEVELS = 20;
    private static final Pattern LEADING_ZERO = Pattern.compile("[+-]?0[0-9].*");
    private static final Pattern IDENTIFIER_NAME = Pattern.compile("(?i)(.*[ _.-])?id");

    private final String name;
    private final ColumnReading reading;
    private final ColumnForms forms = new ColumnForms();
    private final Set<String> missingWords = new LinkedHashSet<>();
    private final Set<String> values = new TreeSet<>();
    private final Texts texts;
    private final DifferentTexts identifiers;
    /** Texts that may be one of two numbers, the first of each mark. */
    private final Map<Character, String> ambiguous = new LinkedHashMap<>();

    private final boolean mayIdentify;
    private boolean allNumbers = true;
    private boolean somePercent;
    private boolean someWithout;
    private boolean allDates = true;
    private boolean someTimes;
    private boolean allTimes = true;
    private boolean allSpans = true;
    private int filled;

    /** Of a column of a sheet, from 1. */
    ColumnEvidence(String name, RawSheet sheet, int column, DecimalMark decimal) {
        this.name = name;
        this.texts = sheet.texts(column);
        this.identifiers = new DifferentTexts(texts);
        this.reading = new ColumnReading(sheet.traits().typed(), decimal, () -> forms);
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

    /** Takes a text where it can be nothing but text; whether it was such a one. */
    boolean addIdentifier(int place) {
        if (!isText() || !isManifold()) {
            return false;
        }
        String text = texts.get(place);
        if (text.length() <= NOT_AVAILABLE_LENGTH || !Spaces.isClean(text)) {
            return false;
        }
        filled++;
        identifiers.add(place);
        return true;
    }

    /** Cells that hold what others before held, for which {@link #add} was true. */
    void addAgain(int cells) {
        filled += cells;
    }

    /** Takes cells where there are many values, if all of them are plain numbers and none may show something new. */
    boolean addNumbers(ColumnCells cells) {
        boolean anyTold = reading.typed() || isText() || ambiguous.containsKey('.');
        boolean point = forms.has(ColumnForms.Form.DECIMAL_POINT);
        int count = 0;
        for (int i = 0; i < cells.rows(); i++) {
            if (cells.indexes[i] < 0) {
                continue;
            }
            count++;
            if (!cells.isDecimal(i) && !cells.isBareNumber(i)) {
                return false;
            }
            boolean isShort = cells.isDigits(i) && cells.forms[i] < NumberText.THOUSAND;
            boolean told = anyTold
                    || (isShort
                            ? point || cells.forms[i] == 0
                            : addsNothing(cells.number(i), cells.decimals(i), point));
            if (!told) {
                return false;
            }
        }
        if (count > 0) {
            addPlainNumbers(count);
        }
        return true;
    }

    /** Takes cells where there are many values, if all of them are text that is a day. */
    boolean addDays(ColumnCells cells) {
        int count = 0;
        for (int i = 0; i < cells.rows(); i++) {
            if (cells.indexes[i] >= 0) {
                count++;
                if (!cells.isDay(i)) {
                    return false;
                }
            }
        }
        allNumbers &= count == 0;
        allTimes &= count == 0;
        allSpans &= count == 0;
        filled += count;
        return true;
    }

    private static boolean addsNothing(double x, int decimals, boolean point) {
        return (x == Math.rint(x) && decimals < 1) || (point && !NumberText.mayHaveThousands(x, decimals));
    }

    private void addPlainNumbers(int count) {
        allDates = false;
        allTimes = false;
        allSpans = false;
        someWithout = true;
        filled += count;
    }

    /**
     * Takes a plain number where there are many values, unless it may show something new.
     *
     * @param decimals how many digits stood after its point; -1 where the file has a number
     */
    boolean addNumber(double x, int decimals) {
        boolean told = reading.typed()
                || isText()
                || ambiguous.containsKey('.')
                || addsNothing(x, decimals, forms.has(ColumnForms.Form.DECIMAL_POINT));
        if (told) {
            addPlainNumbers(1);
        }
        return told;
    }

    /**
     * Looks at a cell; whether it holds a value.
     *
     * @param place the place of the text; negative if it has none
     */
    boolean add(RawCell cell, int place) {
        if (cell.kind() == CellKind.ERROR || cell.kind() == CellKind.UNSAVED) {
            return false;
        }
        if (isManifold() && !mayIdentify && cell.isDate()) {
            allNumbers = false;
            allTimes = false;
            allSpans = false;
            someTimes |= cell.number() != Math.rint(cell.number());
            filled++;
            return true;
        }
        String clean = Spaces.clean(cell.shown());
        if (clean.isEmpty()) {
            return false;
        }
        if (clean.length() <= NOT_AVAILABLE_LENGTH && (clean.equalsIgnoreCase("NA") || clean.equalsIgnoreCase("N/A"))) {
            missingWords.add(clean);
            return false;
        }
        filled++;
        look(cell, clean);
        if (values.size() <= MOST_LEVELS) {
            values.add(clean);
        }
        if (mayIdentify && place >= 0 && clean.equals(cell.text())) {
            identifiers.add(place);
        } else if (mayIdentify) {
            identifiers.add(clean);
        }
        return true;
    }

    /** Whether nothing but text, a category or an identifier is left. */
    private boolean isText() {
        return !(allNumbers || allDates || allTimes || allSpans);
    }

    private void look(RawCell cell, String clean) {
        if (isText()) {
            return;
        }
        forms.add(cell, reading.typed());
        someWithout |= cell.kind() == CellKind.NUMBER && cell.form().shape() == NumberForm.Shape.NUMBER;
        boolean text = cell.kind() == CellKind.TEXT;
        allNumbers = allNumbers && ((text || !reading.typed()) ? isNumber(cell, clean) : isNumber(cell));
        if (allDates) {
            DateText.Reading date =
                    text ? DateText.read(clean, DateText.Order.UNKNOWN) : new DateText.Reading(null, "");
            allDates = cell.isDate() || date.date() != null;
            someTimes |= cell.isDate() ? cell.number() != Math.rint(cell.number()) : !date.isMidnight();
        }
        boolean span = cell.form().shape() == NumberForm.Shape.DURATION;
        allSpans &= span;
        allTimes = allTimes
                && (text
                        ? ClockText.read(clean).time() != null
                        : cell.isTime()
                                && !span
                                && DateSystem.timeOfDay(cell.number()).isPresent());
    }

    private static boolean isNumber(RawCell cell) {
        return cell.kind() == CellKind.NUMBER
                && cell.form().isNumber()
                && cell.form().zeros() == 0;
    }

    private boolean isNumber(RawCell cell, String clean) {
        if (cell.kind() == CellKind.LOGICAL
                || !cell.form().isNumber()
                || LEADING_ZERO.matcher(clean).matches()) {
            return false;
        }
        Optional<NumberText> number = NumberText.read(clean, "");
        if (number.isEmpty() || clean.indexOf('e') >= 0 || clean.indexOf('E') >= 0) {
            return number.isPresent() && !number.get().currency().isEmpty();
        }
        somePercent |= number.get().percent();
        someWithout |= !number.get().percent();
        boolean clear = Double.isNaN(number.get().point())
                || Double.isNaN(number.get().comma())
                || number.get().point() == number.get().comma();
        if (!clear) {
            ambiguous.putIfAbsent(clean.indexOf(',') >= 0 ? ',' : '.', clean);
        }
        return true;
    }

    /** The variable that they suggest, of so many rows. */
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
        if (mayIdentify && filled == rows && identifiers.count() == rows) {
            return Variable.identifier(name, name);
        }
        if (allNumbers && forms.currencies().size() < 2 && !(somePercent && someWithout) && isClear()) {
            String currency = String.join("", forms.currencies());
            return Variable.number(name, name).withUnit(somePercent ? "%" : currency);
        }
        if (allSpans) {
            return Variable.number(name, name).withUnit("hours");
        }
        if (allDates) {
            return someTimes ? Variable.dateTime(name, name) : Variable.date(name, name);
        }
        if (allTimes) {
            return Variable.time(name, name);
        }
        return values.size() <= MOST_LEVELS
                ? Variable.category(name, name, values.stream().map(Level::of).toArray(Level[]::new))
                : Variable.text(name, name);
    }

    private boolean isClear() {
        return ambiguous.values().stream()
                .allMatch(text -> NumberText.read(text, "")
                        .filter(number -> !Double.isNaN(
                                DecimalChoice.of(number, text, reading).value()))
                        .isPresent());
    }
}
