package cohortkit.core;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The variables of a study, in file order. Names are unique.
 *
 * <pre>{@code
 * var codebook = Codebook.of(Variable.binary("rls", "Restless legs"), Variable.number("age", "Age"));
 * codebook.variable("rls").label()   // "Restless legs"
 * }</pre>
 */
public final class Codebook implements Iterable<Variable> {

    private final Map<String, Variable> variables;
    private final boolean partial;

    private Codebook(Map<String, Variable> variables, boolean partial) {
        this.variables = variables;
        this.partial = partial;
    }

    /** The codebook of these variables. */
    public static Codebook of(Variable... variables) {
        return of(List.of(variables));
    }

    /**
     * The codebook of these variables.
     *
     * @throws InputException if two have the same name
     */
    public static Codebook of(List<Variable> variables) {
        Map<String, Variable> byName = new LinkedHashMap<>();
        for (Variable variable : variables) {
            if (byName.put(variable.name(), variable) != null) {
                throw new InputException("the codebook names '" + variable.name() + "' twice; rename one");
            }
        }
        return new Codebook(byName, false);
    }

    /**
     * The variable of that name.
     *
     * @throws InputException if there is none; the message has the nearest names
     */
    public Variable variable(String name) {
        return find(name)
                .orElseThrow(() ->
                        new InputException("no variable '" + name + "'; " + NearestNames.of(name, variables.keySet())));
    }

    /** The variable of that name, if there is one. */
    public Optional<Variable> find(String name) {
        return Optional.ofNullable(variables.get(name));
    }

    /** All names, in order. */
    public List<String> names() {
        return List.copyOf(variables.keySet());
    }

    /** How many variables there are. */
    public int size() {
        return variables.size();
    }

    /** The same with one more variable, or another in the place of the one of that name. */
    public Codebook with(Variable variable) {
        Map<String, Variable> copy = new LinkedHashMap<>(variables);
        copy.put(variable.name(), variable);
        return new Codebook(copy, partial);
    }

    /**
     * The same with missing codes that hold for every variable, as in "-99 is unknown, wherever it stands". Identifiers
     * take none, a code that is a level stays a level with a note, and a variable keeps the reason that it gives to a code itself.
     *
     * @param codes each with its reason
     */
    public Codebook withMissing(Map<String, Missing> codes) {
        Map<String, Variable> coded = new LinkedHashMap<>();
        for (Variable variable : this) {
            coded.put(variable.name(), variable.type() == VariableType.IDENTIFIER ? variable : coded(variable, codes));
        }
        return new Codebook(coded, partial);
    }

    private static Variable coded(Variable variable, Map<String, Missing> codes) {
        Variable coded = variable;
        for (Map.Entry<String, Missing> code : codes.entrySet()) {
            if (variable.levels().stream().anyMatch(level -> level.code().equals(code.getKey()))) {
                coded = coded.withMoreNote(code.getKey() + " is a level and stays one");
            } else if (!variable.missingCodes().containsKey(code.getKey())) {
                coded = coded.withMissing(code.getKey(), code.getValue().reason());
            }
        }
        return coded;
    }

    /**
     * The same for files that have columns for some of its variables only, as the dictionary of a whole study does. An
     * import then leaves out the others and says so; of any other codebook it refuses a file that lacks one.
     */
    public Codebook asPartial() {
        return new Codebook(variables, true);
    }

    /** Whether a file may lack some of the variables. */
    public boolean isPartial() {
        return partial;
    }

    /** Only the named variables, in the order given. */
    public Codebook select(List<String> names) {
        List<Variable> selected = new ArrayList<>();
        names.forEach(name -> selected.add(variable(name)));
        return of(selected);
    }

    @Override
    public Iterator<Variable> iterator() {
        return List.copyOf(variables.values()).iterator();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Codebook that
                && that.partial == partial
                && List.copyOf(variables.values()).equals(List.copyOf(that.variables.values()));
    }

    @Override
    public int hashCode() {
        return variables.hashCode();
    }

    /** One line a variable: name, kind, label. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(Count.of(size(), "variable").toString());
        int width = variables.keySet().stream().mapToInt(String::length).max().orElse(0);
        for (Variable variable : this) {
            text.append('\n')
                    .append(variable.name())
                    .append(" ".repeat(width - variable.name().length() + 2));
            text.append(variable.described());
            if (!variable.label().equals(variable.name())) {
                text.append(": ").append(variable.label());
            }
            if (!variable.note().isEmpty()) {
                text.append(" (").append(variable.note()).append(')');
            }
        }
        return text.toString();
    }
}
