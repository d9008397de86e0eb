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

    private Codebook(Map<String, Variable> variables) {
        this.variables = variables;
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
        return new Codebook(byName);
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
        return new Codebook(copy);
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
                && List.copyOf(variables.values()).equals(List.copyOf(that.variables.values()));
    }

    @Override
    public int hashCode() {
        return variables.hashCode();
    }

    /** One line a variable: name, kind, label. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(size() + " variables");
        int width = variables.keySet().stream().mapToInt(String::length).max().orElse(0);
        for (Variable variable : this) {
            text.append('\n')
                    .append(variable.name())
                    .append(" ".repeat(width - variable.name().length() + 2));
            text.append(variable.described());
            if (!variable.label().equals(variable.name())) {
                text.append(": ").append(variable.label());
            }
        }
        return text.toString();
    }
}
