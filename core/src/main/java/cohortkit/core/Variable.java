package cohortkit.core;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the codebook says of one column.
 *
 * <pre>{@code
 * var age = Variable.number("age", "Age at interview").withUnit("years").withRange(new Range(16, 110));
 * age.described()                                                                     // "a number in years"
 * Variable.category("sex", "Sex", Level.of("female"), Level.of("male")).reference()   // female
 * }</pre>
 *
 * @param name as it stands in formulas and in the header
 * @param label as it stands in tables
 * @param type the kind of values
 * @param levels the allowed values of a category in order, the reference first; empty for other types
 * @param unit such as "years"; empty if there is none
 * @param range the valid values of a number, a date, a time or both, each as {@link Range} counts them
 * @param missingCodes codes that mean "missing", each with its reason, in the codebook's order
 * @param rules what is asked of the values beyond that
 * @param note what people should know of it and no rule says; empty if there is nothing
 */
public record Variable(
        String name,
        String label,
        VariableType type,
        List<Level> levels,
        String unit,
        Range range,
        Map<String, Missing> missingCodes,
        VariableRules rules,
        String note) {

    private static final Pattern NUMBER = Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]{1,3})?");

    public Variable {
        if (name.isBlank()) {
            throw new InputException("a variable needs a name");
        }
        label = label.isBlank() ? name : label;
        levels = List.copyOf(levels);
        missingCodes = Collections.unmodifiableMap(new LinkedHashMap<>(missingCodes));
        if (type == VariableType.CATEGORY && levels.isEmpty()) {
            throw new InputException(
                    "variable '" + name + "' is a category without levels; list them, such as 0=no; 1=yes");
        }
        if (levels.stream().map(Level::code).distinct().count() < levels.size()) {
            throw new InputException("variable '" + name + "' lists a level twice: " + levels);
        }
        for (Level level : levels) {
            if (missingCodes.containsKey(level.code())) {
                throw new InputException(
                        "variable '" + name + "': '" + level.code() + "' is a level and a missing code");
            }
        }
    }

    /** A measured number. */
    public static Variable number(String name, String label) {
        return simple(name, label, VariableType.NUMBER);
    }

    /** A category; the first level is the reference. */
    public static Variable category(String name, String label, Level... levels) {
        return new Variable(
                name, label, VariableType.CATEGORY, List.of(levels), "", Range.ALL, Map.of(), VariableRules.NONE, "");
    }

    /** A category with the levels "no" (reference) and "yes" (event). */
    public static Variable binary(String name, String label) {
        return category(name, label, Level.of("no"), Level.of("yes"));
    }

    /** A calendar day. */
    public static Variable date(String name, String label) {
        return simple(name, label, VariableType.DATE);
    }

    /** A time of day. */
    public static Variable time(String name, String label) {
        return simple(name, label, VariableType.TIME);
    }

    /** A calendar day with a time of day. */
    public static Variable dateTime(String name, String label) {
        return simple(name, label, VariableType.DATETIME);
    }

    /** Free text. */
    public static Variable text(String name, String label) {
        return simple(name, label, VariableType.TEXT);
    }

    /** A participant's identifier. */
    public static Variable identifier(String name, String label) {
        return simple(name, label, VariableType.IDENTIFIER);
    }

    private static Variable simple(String name, String label, VariableType type) {
        return new Variable(name, label, type, List.of(), "", Range.ALL, Map.of(), VariableRules.NONE, "");
    }

    /** The same with another label. */
    public Variable withLabel(String newLabel) {
        return new Variable(name, newLabel, type, levels, unit, range, missingCodes, rules, note);
    }

    /** The same with a note for people. */
    public Variable withNote(String newNote) {
        return new Variable(name, label, type, levels, unit, range, missingCodes, rules, newNote);
    }

    /** The same with one more sentence in its note. */
    public Variable withMoreNote(String sentence) {
        return withNote(note.isEmpty() ? sentence : note + "; " + sentence);
    }

    /** The same with a unit. */
    public Variable withUnit(String newUnit) {
        return new Variable(name, label, type, levels, newUnit, range, missingCodes, rules, note);
    }

    /** The same with a valid range. */
    public Variable withRange(Range newRange) {
        return new Variable(name, label, type, levels, unit, newRange, missingCodes, rules, note);
    }

    /** The same with one more missing code. */
    public Variable withMissing(String code, String reason) {
        Map<String, Missing> codes = new LinkedHashMap<>(missingCodes);
        codes.put(code, new Missing(reason));
        return new Variable(name, label, type, levels, unit, range, codes, rules, note);
    }

    /** The same with a value, or a declared missing code, in every row. */
    public Variable asRequired() {
        return withRules(new VariableRules(true, rules.askedIf(), rules.checks()));
    }

    /**
     * The same, asked only of the rows for which a {@link Condition} holds.
     *
     * @throws InputException if the condition does not parse
     */
    public Variable withAskedIf(String condition) {
        return withRules(new VariableRules(rules.required(), Optional.of(Condition.parse(condition)), rules.checks()));
    }

    /**
     * The same with one more {@link Condition} that every row must meet.
     *
     * @throws InputException if the condition does not parse
     */
    public Variable withCheck(String condition) {
        List<Condition> checks = new ArrayList<>(rules.checks());
        checks.add(Condition.parse(condition));
        return withRules(new VariableRules(rules.required(), rules.askedIf(), checks));
    }

    /** The same under other rules. */
    public Variable withRules(VariableRules newRules) {
        return new Variable(name, label, type, levels, unit, range, missingCodes, newRules, note);
    }

    /** The same with {@code code} as the first level, the others in their order. */
    public Variable withReference(String code) {
        int index = levelIndex(code).orElseThrow(() -> unknownLevel(code));
        List<Level> reordered = new ArrayList<>(levels);
        reordered.add(0, reordered.remove(index));
        return new Variable(name, label, type, reordered, unit, range, missingCodes, rules, note);
    }

    /** The reference level, the first listed. */
    public Level reference() {
        if (levels.isEmpty()) {
            throw new InputException("variable '" + name + "' is " + described() + " and has no reference level");
        }
        return levels.get(0);
    }

    /**
     * The missing code that a text is, as the codebook writes it: that code itself, else, if the text is no level, the
     * code in another case or, of a number or a category, another form of the same number (99.0 for 99).
     */
    public Optional<String> missingCode(String text) {
        if (missingCodes.containsKey(text)) {
            return Optional.of(text);
        }
        if (missingCodes.isEmpty() || levelIndex(text).isPresent()) {
            return Optional.empty();
        }
        boolean numeric = (type == VariableType.NUMBER || type == VariableType.CATEGORY) && isNumber(text);
        return missingCodes.keySet().stream()
                .filter(code -> code.equalsIgnoreCase(text)
                        || (numeric
                                && isNumber(code)
                                && Double.compare(Double.parseDouble(code), Double.parseDouble(text)) == 0))
                .findFirst();
    }

    private static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }

    /** The position of a code or, failing that, of a label among the levels. */
    public OptionalInt levelIndex(String codeOrLabel) {
        for (int i = 0; i < levels.size(); i++) {
            if (levels.get(i).code().equals(codeOrLabel)) {
                return OptionalInt.of(i);
            }
        }
        for (int i = 0; i < levels.size(); i++) {
            if (levels.get(i).label().equals(codeOrLabel)) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    InputException unknownLevel(String code) {
        return new InputException("'" + code + "' is not a level of '" + name + "'; there are "
                + levels.stream().map(Level::toString).collect(Collectors.joining(", ")));
    }

    /** Such as "a number in years" or "a category of 2 levels (no, yes)", for messages. */
    public String described() {
        return switch (type) {
            case NUMBER -> unit.isEmpty() ? "a number" : "a number in " + unit;
            case CATEGORY ->
                "a category of " + Count.of(levels.size(), "level") + " ("
                        + levels.stream().map(Level::code).collect(Collectors.joining(", ")) + ")";
            case DATE -> "a date";
            case TIME -> "a time of day";
            case DATETIME -> "a date with time";
            case TEXT -> "text";
            case IDENTIFIER -> "an identifier";
        };
    }

    /** This variable, if it is of that type. */
    Variable require(VariableType needed) {
        if (type != needed) {
            throw new InputException("variable '" + name + "' is " + described() + "; a "
                    + needed.name().toLowerCase(Locale.ROOT) + " is needed here"
                    + (note.isEmpty() ? "" : " (" + note + ")"));
        }
        return this;
    }
}
