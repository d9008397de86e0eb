package cohortkit.io;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** What stands in a column, counted. */
final class ColumnProfile {

    private static final int MOST_TEXTS = 1000;

    private final Map<String, Integer> texts = new HashMap<>();
    private final Map<String, Integer> words = new TreeMap<>();
    private double[] numbers = new double[64];
    private int numberCount;
    private int filled;
    private int dates;
    private LocalDate firstDate = LocalDate.MAX;
    private LocalDate lastDate = LocalDate.MIN;

    void add(RawCell cell) {
        if (cell.kind() == CellKind.ERROR || cell.kind() == CellKind.UNSAVED) {
            return;
        }
        String clean = Spaces.clean(cell.shown());
        if (clean.isEmpty()) {
            return;
        }
        filled++;
        if (texts.size() < MOST_TEXTS || texts.containsKey(clean)) {
            texts.merge(clean, 1, Integer::sum);
        }
        if (cell.isDate()) {
            addDate(DateText.read(clean, DateText.Order.YEAR_FIRST).date());
        } else if (cell.kind() == CellKind.NUMBER && !cell.isTime()) {
            addNumber(cell.number());
        } else if (cell.kind() == CellKind.TEXT) {
            addText(clean);
        }
    }

    private void addText(String clean) {
        OptionalDouble number = Numbers.parse(clean);
        if (number.isEmpty()) {
            number = Numbers.parseDecimalComma(clean);
        }
        if (number.isPresent()) {
            addNumber(number.getAsDouble());
            return;
        }
        LocalDate date = DateText.read(clean, DateText.Order.UNKNOWN).date();
        if (date != null) {
            addDate(date);
        } else if (words.size() < MOST_TEXTS || words.containsKey(clean)) {
            words.merge(clean, 1, Integer::sum);
        }
    }

    private void addNumber(double x) {
        if (numberCount == numbers.length) {
            numbers = Arrays.copyOf(numbers, numberCount * 2);
        }
        numbers[numberCount++] = x;
    }

    private void addDate(LocalDate date) {
        if (date != null) {
            dates++;
            firstDate = date.isBefore(firstDate) ? date : firstDate;
            lastDate = date.isAfter(lastDate) ? date : lastDate;
        }
    }

    /** How many cells are not blank and no errors. */
    int filled() {
        return filled;
    }

    /** The different texts and how often each stands there; the first thousand. */
    Map<String, Integer> texts() {
        return texts;
    }

    /** The same of those that are neither a number nor a date, in alphabetical order. */
    Map<String, Integer> words() {
        return words;
    }

    /** The numbers and how often each stands there, in order. */
    NavigableMap<Double, Integer> numbers() {
        NavigableMap<Double, Integer> counts = new TreeMap<>();
        for (int i = 0; i < numberCount; i++) {
            counts.merge(numbers[i] + 0.0, 1, Integer::sum);
        }
        return counts;
    }

    int dates() {
        return dates;
    }

    LocalDate firstDate() {
        return firstDate;
    }

    LocalDate lastDate() {
        return lastDate;
    }
}
