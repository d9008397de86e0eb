package cohortkit.io;

import cohortkit.core.Level;
import cohortkit.core.Missing;
import cohortkit.core.Range;
import cohortkit.core.Row;
import cohortkit.core.Variable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The columns that a field of a REDCap project has in an export, as variables without their branching logic ("Field
 * Types" and "Text Validation", REDCap help).
 */
final class RedcapVariables {

    private static final Level[] CHECKBOX = {new Level("0", "Unchecked"), new Level("1", "Checked")};
    private static final Range SLIDER = new Range(0, 100);

    private final RedcapField field;
    private final Map<String, Missing> codes;

    private RedcapVariables(RedcapField field, Map<String, Missing> codes) {
        this.field = field;
        this.codes = field.takesMissingCodes() ? codes : Map.of();
    }

    /**
     * The variables of a field: none of a descriptive text, one a choice of a checkbox.
     *
     * @param codes the project's missing data codes
     */
    static List<Variable> of(RedcapField field, Map<String, Missing> codes) {
        return new RedcapVariables(field, codes).variables();
    }

    private List<Variable> variables() {
        return switch (field.type()) {
            case "descriptive" -> List.of();
            case "checkbox" -> checkboxes();
            case "radio", "dropdown", "select" -> List.of(finished(choice()));
            case "yesno" -> List.of(finished(category(new Level("0", "No"), new Level("1", "Yes"))));
            case "truefalse" -> List.of(finished(category(new Level("0", "False"), new Level("1", "True"))));
            case "calc" -> List.of(finished(Variable.number(field.name(), field.label())));
            case "slider" -> List.of(finished(slider()));
            case "text" -> List.of(finished(withLimits(validated())));
            case "notes", "file", "sql", "signature" -> List.of(finished(text()));
            default ->
                List.of(finished(text().withNote("field type '" + field.type() + "' is not known: read as text")));
        };
    }

    private Variable text() {
        return Variable.text(field.name(), field.label());
    }

    private Variable category(Level... levels) {
        return Variable.category(field.name(), field.label(), levels);
    }

    private Variable choice() {
        List<Level> levels = RedcapText.choices(field.raw(RedcapColumn.CHOICES));
        return levels.isEmpty()
                ? text().withNote("the dictionary lists no choices: read as text")
                : category(levels.toArray(Level[]::new));
    }

    private Variable slider() {
        OptionalDouble min = Numbers.parse(field.text(RedcapColumn.MIN));
        OptionalDouble max = Numbers.parse(field.text(RedcapColumn.MAX));
        Range range = new Range(min.orElse(SLIDER.min()), Math.max(min.orElse(SLIDER.min()), max.orElse(SLIDER.max())));
        return Variable.number(field.name(), field.label()).withRange(range);
    }

    private Variable validated() {
        String validation = field.validation();
        if (validation.startsWith("number")
                || List.of("integer", "int", "float").contains(validation)) {
            return Variable.number(field.name(), field.label());
        }
        // The order of day and month is the form's, where people type; an export has y-m-d.
        if (validation.startsWith("date_")) {
            return Variable.date(field.name(), field.label());
        }
        if (validation.startsWith("datetime_")) {
            return Variable.dateTime(field.name(), field.label());
        }
        if (validation.equals("time") || validation.equals("time_hh_mm_ss")) {
            return Variable.time(field.name(), field.label());
        }
        return text();
    }

    /** Limits warn whoever types, and the value may stay: they are checks, and no range. */
    private Variable withLimits(Variable variable) {
        Variable limited = withLimit(variable, ">=", RedcapColumn.MIN);
        return withLimit(limited, "<=", RedcapColumn.MAX);
    }

    private Variable withLimit(Variable variable, String relation, RedcapColumn column) {
        String limit = field.text(column);
        if (limit.isEmpty()) {
            return variable;
        }
        String value = switch (variable.type()) {
            case NUMBER -> number(limit);
            case DATE -> day(limit);
            default -> "";
        };
        return value.isEmpty()
                ? variable.withMoreNote("limit " + relation + " " + limit + " is not checked")
                : variable.withCheck(variable.name() + " " + relation + " " + value);
    }

    private static String number(String text) {
        OptionalDouble number = Numbers.parse(text);
        number = number.isPresent() ? number : Numbers.parseDecimalComma(text);
        return number.isPresent() ? Numbers.shown(number.getAsDouble()) : "";
    }

    private static String day(String text) {
        LocalDate date = DateText.read(text, DateText.Order.UNKNOWN).date();
        return date == null ? "" : date.toString();
    }

    /** A column a choice, and one for each missing data code, which REDCap exports as if it were a choice. */
    private List<Variable> checkboxes() {
        List<Variable> variables = new ArrayList<>();
        List<Level> choices = RedcapText.choices(field.raw(RedcapColumn.CHOICES));
        for (Level choice : choices) {
            variables.add(finished(checkbox(choice.code(), choice.label())));
        }
        codes.forEach((code, missing) -> {
            if (choices.stream().noneMatch(choice -> choice.code().equalsIgnoreCase(code))) {
                variables.add(checkbox(code, missing.reason()));
            }
        });
        return variables;
    }

    private Variable checkbox(String code, String label) {
        return Variable.category(
                RedcapText.checkboxColumn(field.name(), code), field.label() + " (choice=" + label + ")", CHECKBOX);
    }

    private Variable finished(Variable variable) {
        String note = Stream.of(RedcapText.plain(field.raw(RedcapColumn.NOTE)), variable.note())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("; "));
        Variable finished = variable.withNote(note);
        // A checkbox always has a value: unchecked.
        boolean required = field.isRequired() && !field.type().equals("checkbox");
        return required ? finished.asRequired() : finished;
    }

    /** Whether a variable is a column of a checkbox. */
    static boolean isCheckbox(Variable variable) {
        return variable.levels().equals(List.of(CHECKBOX))
                && !RedcapText.checkboxField(variable.name()).isEmpty();
    }

    /** Whether a value is a box of REDCap that nobody checked, or nobody could. */
    static boolean isUnchecked(Variable variable, Row row) {
        return isCheckbox(variable)
                && !row.isMissing(variable.name())
                && row.level(variable.name()).equals(CHECKBOX[0].code());
    }
}
