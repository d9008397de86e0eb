package cohortkit.io;

import cohortkit.core.Codebook;
import cohortkit.core.InputException;
import cohortkit.core.Level;
import cohortkit.core.Missing;
import cohortkit.core.Variable;
import cohortkit.core.VariableRules;
import cohortkit.core.VariableType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A REDCap data dictionary as a codebook: the fields, and the columns that an export adds by itself ("Data Exports",
 * REDCap help). An export may lack any of them, by its choice of forms, by rights or to hide identifiers.
 */
final class RedcapDictionary {

    static final String EVENT = "redcap_event_name";
    static final String INSTRUMENT = "redcap_repeat_instrument";
    static final String INSTANCE = "redcap_repeat_instance";
    static final String ACCESS_GROUP = "redcap_data_access_group";
    static final String SURVEY_IDENTIFIER = "redcap_survey_identifier";

    /** The columns that tell the rows of one record apart. */
    static final List<String> KEYS = List.of(EVENT, INSTRUMENT, INSTANCE);

    /** What is written before the reason why branching logic is no condition. */
    static final String UNCHECKED_LOGIC = "branching logic not checked";

    private static final String NOT_COMPLETED = "[not completed]";

    private final List<RedcapField> fields;
    private final Set<String> forms = new LinkedHashSet<>();
    private final Map<String, Missing> codes;
    private final Map<String, Variable> variables = new LinkedHashMap<>();

    private RedcapDictionary(List<RedcapField> fields, Map<String, Missing> codes) {
        this.fields = fields;
        this.codes = codes;
        fields.stream().map(RedcapField::form).filter(form -> !form.isEmpty()).forEach(forms::add);
    }

    /**
     * The codebook of the first sheet that is a data dictionary.
     *
     * @param codes the project's missing data codes, which the dictionary does not have
     */
    static Optional<Codebook> find(List<RawSheet> sheets, Map<String, Missing> codes) {
        return sheets.stream()
                .flatMap(sheet -> RedcapField.read(sheet).stream())
                .findFirst()
                .map(fields -> new RedcapDictionary(fields, codes).codebook());
    }

    /** Whether an export has the column only where the project or the data call for it. */
    static boolean isExtra(Variable variable, Codebook codebook) {
        String name = variable.name();
        if (name.startsWith("redcap_") || variable.missingCodes().containsKey(NOT_COMPLETED)) {
            return true;
        }
        String field = RedcapVariables.isCheckbox(variable) ? RedcapText.checkboxField(name) : "";
        for (Variable other : codebook) {
            if (!field.isEmpty() && RedcapText.checkboxField(other.name()).equals(field)) {
                for (String code : other.missingCodes().keySet()) {
                    if (RedcapText.checkboxColumn(field, code).equals(name)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** Whether the values are names that the dictionary does not have, such as those of events. */
    static boolean hasOpenLevels(Variable variable) {
        return variable.type() == VariableType.TEXT
                && (variable.name().equals(EVENT) || variable.name().equals(ACCESS_GROUP));
    }

    private Codebook codebook() {
        Map<RedcapField, List<String>> names = new LinkedHashMap<>();
        for (int i = 0; i < fields.size(); i++) {
            RedcapField field = fields.get(i);
            boolean first = i == 0 || !field.form().equals(fields.get(i - 1).form());
            boolean last = i + 1 == fields.size()
                    || !field.form().equals(fields.get(i + 1).form());
            if (i > 0 && first) {
                addTimestamp(field);
            }
            names.put(field, i == 0 ? addRecord(field) : addField(field));
            if (i == 0) {
                addStructure(field);
                addTimestamp(field);
            }
            if (last && !field.form().isEmpty()) {
                add(field, complete(field.form()));
            }
        }
        Codebook plain = Codebook.of(List.copyOf(variables.values()));
        names.forEach((field, columns) -> addLogic(field, columns, plain));
        return Codebook.of(List.copyOf(variables.values())).asPartial();
    }

    /** The first field names the record. */
    private List<String> addRecord(RedcapField field) {
        add(field, Variable.identifier(field.name(), field.label()));
        return List.of();
    }

    private List<String> addField(RedcapField field) {
        List<String> names = new ArrayList<>();
        try {
            for (Variable variable : RedcapVariables.of(field, codes)) {
                boolean code = isCodeColumn(field, variable);
                Variable coded = code || !field.takesMissingCodes() ? variable : withCodes(variable);
                add(field, coded);
                if (!code) {
                    names.add(variable.name());
                }
            }
        } catch (InputException e) {
            throw e.getMessage().startsWith("'") ? e : field.problem(e.getMessage());
        }
        return names;
    }

    private boolean isCodeColumn(RedcapField field, Variable variable) {
        return RedcapVariables.isCheckbox(variable)
                && RedcapText.choices(field.raw(RedcapColumn.CHOICES)).stream()
                        .noneMatch(choice -> RedcapText.checkboxColumn(field.name(), choice.code())
                                .equals(variable.name()));
    }

    private Variable withCodes(Variable variable) {
        return Codebook.of(variable).withMissing(codes).variable(variable.name());
    }

    private void add(RedcapField field, Variable variable) {
        if (variables.putIfAbsent(variable.name(), variable) != null) {
            throw field.problem("two fields have the column '" + variable.name() + "'; rename one");
        }
    }

    private void addStructure(RedcapField field) {
        add(field, Variable.text(EVENT, "Event Name"));
        if (!forms.isEmpty()) {
            Level[] levels =
                    forms.stream().map(form -> new Level(form, title(form))).toArray(Level[]::new);
            add(field, Variable.category(INSTRUMENT, "Repeat Instrument", levels));
        }
        add(field, Variable.number(INSTANCE, "Repeat Instance"));
        add(field, Variable.text(ACCESS_GROUP, "Data Access Group"));
        add(field, Variable.text(SURVEY_IDENTIFIER, "Survey Identifier"));
    }

    /** A survey that nobody ended has words where the others have the time. */
    private void addTimestamp(RedcapField field) {
        if (!field.form().isEmpty()) {
            String label = (forms.size() > 1 ? title(field.form()) + ": " : "") + "Survey Timestamp";
            add(
                    field,
                    Variable.dateTime(field.form() + "_timestamp", label).withMissing(NOT_COMPLETED, "not completed"));
        }
    }

    private Variable complete(String form) {
        return Variable.category(
                form + "_complete",
                (forms.size() > 1 ? title(form) + ": " : "") + "Complete?",
                new Level("0", "Incomplete"),
                new Level("1", "Unverified"),
                new Level("2", "Complete"));
    }

    private static String title(String form) {
        String spaced = form.replace('_', ' ');
        return Character.toUpperCase(spaced.charAt(0)) + spaced.substring(1);
    }

    private void addLogic(RedcapField field, List<String> columns, Codebook plain) {
        String logic = Spaces.clean(field.raw(RedcapColumn.BRANCHING));
        if (logic.isEmpty() || columns.isEmpty()) {
            return;
        }
        RedcapLogic.Translation translation = RedcapLogic.translate(field.raw(RedcapColumn.BRANCHING), plain);
        for (String column : columns) {
            Variable variable = variables.get(column);
            variables.put(
                    column,
                    translation.condition().isPresent()
                            ? variable.withRules(new VariableRules(
                                    variable.rules().required(),
                                    translation.condition(),
                                    variable.rules().checks()))
                            : variable.withMoreNote(UNCHECKED_LOGIC + " (" + translation.reason() + "): " + logic));
        }
    }
}
