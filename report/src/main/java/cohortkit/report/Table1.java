package cohortkit.report;

import cohortkit.core.Cohort;
import cohortkit.core.InputException;
import cohortkit.core.Variable;
import cohortkit.core.VariableType;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The first table of a paper: who the participants are, by group. Numbers as mean (SD) or median [Q1, Q3], categories as n (%)
 * of those in whom they are known, missing values by reason, the standardized difference of the groups, and on each row the
 * test and its p-value. Missing values enter no test. Immutable: {@code with} returns another.
 *
 * <pre>{@code
 * var characteristics = Table1.of(births, "smoke", "bwt", "race");
 * characteristics.table().rows().get(1)   // Birth weight (g), mean (SD): 2945 (729), 3056 (753), 2772 (660), 0.40, 0.0070, Welch t
 * characteristics.with("bwt", NumberSummary.MEDIAN_QUARTILES).table().rows().get(1).cells().get(0)   // Birth weight (g), median [Q1, Q3]
 * }</pre>
 */
public final class Table1 {

    private final Cohort cohort;
    private final String group;
    private final List<String> variables;
    private final NumberSummary summary;
    private final Map<String, NumberSummary> summaries;

    private Table1(
            Cohort cohort,
            String group,
            List<String> variables,
            NumberSummary summary,
            Map<String, NumberSummary> summaries) {
        this.cohort = cohort;
        this.group = group;
        this.variables = List.copyOf(variables);
        this.summary = summary;
        this.summaries = Map.copyOf(summaries);
    }

    /**
     * The table of these variables by the levels of a category; without variables that of all numbers and categories.
     *
     * @throws InputException if the group is no category, nobody is in a group, or a variable is neither number nor
     *     category, is the group, or stands there twice
     */
    public static Table1 of(Cohort cohort, String group, String... variables) {
        return of(cohort, group, List.of(variables));
    }

    /** The same with a list of variables. */
    public static Table1 of(Cohort cohort, String group, List<String> variables) {
        Set<String> seen = new LinkedHashSet<>();
        for (String name : variables) {
            Variable variable = cohort.variable(name);
            if (!isDescribed(variable)) {
                throw new InputException("variable '" + name + "' is " + variable.described()
                        + "; a Table 1 describes numbers and categories: derive one from it");
            }
            if (name.equals(group) || !seen.add(name)) {
                throw new InputException("variable '" + name + "' "
                        + (name.equals(group) ? "is the group" : "is named twice") + "; leave it out");
            }
        }
        if (variables.isEmpty()) {
            for (Variable variable : cohort.codebook()) {
                if (isDescribed(variable) && !variable.name().equals(group)) {
                    seen.add(variable.name());
                }
            }
        }
        return new Table1(cohort, group, List.copyOf(seen), NumberSummary.BY_SKEWNESS, Map.of());
    }

    private static boolean isDescribed(Variable variable) {
        return variable.type() == VariableType.NUMBER || variable.type() == VariableType.CATEGORY;
    }

    /** The same with one way to describe all numbers. */
    public Table1 with(NumberSummary newSummary) {
        return new Table1(cohort, group, variables, newSummary, Map.of());
    }

    /**
     * The same with a way to describe one of its numbers.
     *
     * @throws InputException if the number is not in the table
     */
    public Table1 with(String variable, NumberSummary newSummary) {
        if (!variables.contains(variable) || cohort.variable(variable).type() != VariableType.NUMBER) {
            List<String> numbers = Stream.of(variables)
                    .flatMap(List::stream)
                    .filter(name -> cohort.variable(name).type() == VariableType.NUMBER)
                    .toList();
            throw new InputException("'" + variable + "' is no number of this table; there are " + numbers);
        }
        Map<String, NumberSummary> more = new HashMap<>(summaries);
        more.put(variable, newSummary);
        return new Table1(cohort, group, variables, summary, more);
    }

    /** The table, ready to be printed. */
    public PaperTable table() {
        Table1Rows rows = new Table1Rows(cohort, new GroupColumns(cohort, group), group);
        for (String name : variables) {
            Variable variable = cohort.variable(name);
            if (variable.type() == VariableType.NUMBER) {
                rows.number(variable, summaries.getOrDefault(name, summary));
            } else {
                rows.category(variable);
            }
        }
        return rows.table();
    }

    /** Writes the table to a file in the format of its name; see {@link TableFormat}. */
    public void save(Path path) {
        table().save(path);
    }

    /** As text; the first line is the title. */
    @Override
    public String toString() {
        return table().toString();
    }
}
