package cohortkit.io;

import cohortkit.core.InputException;
import cohortkit.core.Level;
import cohortkit.core.Missing;
import cohortkit.core.Range;
import cohortkit.core.Variable;
import cohortkit.core.VariableRules;
import cohortkit.core.VariableType;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** The words in which a codebook's cells describe a variable. */
final class CodebookWords {

    static final String TYPES = "number, category, binary, date, time, datetime, text, identifier";

    private static final String BINARY = "binary";
    private static final Map<String, VariableType> BY_WORD = Map.ofEntries(
            Map.entry("number", VariableType.NUMBER),
            Map.entry("numeric", VariableType.NUMBER),
            Map.entry("integer", VariableType.NUMBER),
            Map.entry("decimal", VariableType.NUMBER),
            Map.entry("category", VariableType.CATEGORY),
            Map.entry("categorical", VariableType.CATEGORY),
            Map.entry("factor", VariableType.CATEGORY),
            Map.entry(BINARY, VariableType.CATEGORY),
            Map.entry("date", VariableType.DATE),
            Map.entry("time", VariableType.TIME),
            Map.entry("datetime", VariableType.DATETIME),
            Map.entry("date-time", VariableType.DATETIME),
            Map.entry("text", VariableType.TEXT),
            Map.entry("string", VariableType.TEXT),
            Map.entry("identifier", VariableType.IDENTIFIER),
            Map.entry("id", VariableType.IDENTIFIER));

    /** A codebook's line, as text. */
    record Line(
            String name,
            String label,
            String type,
            String levels,
            String unit,
            String min,
            String max,
            String missing,
            String note) {}

    private CodebookWords() {}

    static Optional<VariableType> type(String word) {
        return Optional.ofNullable(BY_WORD.get(Spaces.lower(Spaces.clean(word))));
    }

    static Variable variable(Line line) {
        VariableType type = type(line.type())
                .orElseThrow(() -> new InputException("variable '" + line.name() + "' has the unknown type '"
                        + line.type() + "'; use one of " + TYPES));
        List<Level> levels = levels(line.levels());
        if (levels.isEmpty() && Spaces.lower(line.type()).equals(BINARY)) {
            levels = Variable.binary(line.name(), line.label()).levels();
        }
        if (type != VariableType.CATEGORY && !levels.isEmpty()) {
            throw new InputException("variable '" + line.name() + "' has levels but is a " + line.type()
                    + "; make it a category or leave them out");
        }
        return new Variable(
                line.name(),
                line.label(),
                type,
                levels,
                line.unit(),
                range(line, type),
                missing(line.missing()),
                VariableRules.NONE,
                line.note());
    }

    /** Reads "0=no; 1=yes", "0, no | 1, yes", "female; male" or one of a line; the first is the reference. */
    static List<Level> levels(String text) {
        return CodebookText.items(text).stream()
                .map(item -> new Level(item.code(), item.label().orElse(item.code())))
                .toList();
    }

    /** Reads "9=refused; n/a=not done"; blank= gives the reason of empty cells. */
    static Map<String, Missing> missing(String text) {
        Map<String, Missing> missing = new LinkedHashMap<>();
        for (CodebookText.Item item : CodebookText.items(text)) {
            String code = item.isBlank() ? MissingCodes.BLANK : item.code();
            missing.put(code, new Missing(item.label().orElse("code " + item.code())));
        }
        return missing;
    }

    private static Range range(Line line, VariableType type) {
        double min = limit(line, type, line.min(), Double.NEGATIVE_INFINITY);
        double max = limit(line, type, line.max(), Double.POSITIVE_INFINITY);
        if (min > max) {
            throw new InputException(
                    "variable '" + line.name() + "' has min " + line.min() + " above max " + line.max());
        }
        return new Range(min, max);
    }

    /** A day as the upper limit of dates with times ends with its last millisecond. */
    private static OptionalDouble dateLimit(String text, VariableType type, boolean upper) {
        DateText.Reading at = DateText.read(text, DateText.Order.UNKNOWN);
        if (at.date() == null) {
            return OptionalDouble.empty();
        }
        long day = at.date().toEpochDay();
        double second = at.time() != null ? at.time().toNanoOfDay() / 1e9 : upper ? 86_399.999 : 0;
        return OptionalDouble.of(type == VariableType.DATE ? day : day * 86_400.0 + second);
    }

    private static OptionalDouble timeLimit(String text) {
        LocalTime time = ClockText.read(text).time();
        return time == null ? OptionalDouble.empty() : OptionalDouble.of(time.toNanoOfDay() / 1e9);
    }

    /** The limit that a text names, in place of that infinite one. */
    static OptionalDouble limit(VariableType type, String text, double none) {
        return switch (type) {
            case NUMBER -> Numbers.parse(text);
            case DATE, DATETIME -> dateLimit(text, type, none > 0);
            case TIME -> timeLimit(text);
            case CATEGORY, TEXT, IDENTIFIER -> OptionalDouble.empty();
        };
    }

    private static double limit(Line line, VariableType type, String text, double none) {
        if (text.isEmpty()) {
            return none;
        }
        OptionalDouble limit = limit(type, text, none);
        if (limit.isPresent()) {
            return limit.getAsDouble();
        }
        String wanted = switch (type) {
            case DATE -> "a date such as 2004-03-17";
            case DATETIME -> "a date with time such as 2004-03-17 08:30";
            case TIME -> "a time such as 08:30";
            case NUMBER, CATEGORY, TEXT, IDENTIFIER -> "a number";
        };
        throw new InputException("variable '" + line.name() + "' has the limit '" + text + "', which is not " + wanted);
    }
}
