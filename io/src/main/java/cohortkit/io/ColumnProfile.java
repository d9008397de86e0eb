package cohortkit.io;

import cohortkit.core.Cohort;
import cohortkit.core.Missing;
import cohortkit.core.Row;
import cohortkit.core.Variable;
import cohortkit.core.VariableType;
import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The values of a variable, counted. */
final class ColumnProfile {

    private static final int MOST_TEXTS = 100_000;

    private final NavigableMap<String, Integer> texts = new TreeMap<>();
    private final NavigableMap<Double, Integer> numbers = new TreeMap<>();
    private final NavigableMap<LocalDate, Integer> dates = new TreeMap<>();
    private final int rows;
    private final int blank;
    private int present;

    ColumnProfile(Cohort cohort, Variable variable) {
        String name = variable.name();
        this.rows = cohort.size();
        this.blank = cohort.missing(name).getOrDefault(Missing.BLANK, 0);
        for (int i = 0; i < rows; i++) {
            Row row = cohort.row(i);
            if (!row.isMissing(name)) {
                present++;
                count(row, variable);
            }
        }
    }

    private void count(Row row, Variable variable) {
        String name = variable.name();
        switch (variable.type()) {
            case NUMBER -> numbers.merge(row.number(name) + 0.0, 1, Integer::sum);
            case DATE -> dates.merge(row.date(name), 1, Integer::sum);
            case DATETIME -> dates.merge(row.dateTime(name).toLocalDate(), 1, Integer::sum);
            case TIME -> {} // a time of day has no code
            case CATEGORY, TEXT, IDENTIFIER -> {
                String text = variable.type() == VariableType.CATEGORY ? row.level(name) : row.text(name);
                if (texts.size() < MOST_TEXTS || texts.containsKey(text)) {
                    texts.merge(text, 1, Integer::sum);
                }
            }
        }
    }

    /** How many rows have a value. */
    int present() {
        return present;
    }

    int blank() {
        return blank;
    }

    /** Whether every row has a value and no value stands there twice. */
    boolean isUnique() {
        return present == rows && Math.max(texts.size(), numbers.size()) == rows;
    }

    /** Of a category, text or identifier: each value and how often it stands there. */
    NavigableMap<String, Integer> texts() {
        return texts;
    }

    NavigableMap<Double, Integer> numbers() {
        return numbers;
    }

    NavigableMap<LocalDate, Integer> dates() {
        return dates;
    }
}
