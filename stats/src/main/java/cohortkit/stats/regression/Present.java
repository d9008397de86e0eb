package cohortkit.stats.regression;

import cohortkit.core.Cohort;
import cohortkit.core.InputException;
import cohortkit.core.Missing;
import cohortkit.core.NumberValues;
import cohortkit.core.Variable;
import cohortkit.core.VariableType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the rows that are complete in every variable of a model, and counts what the others lack. */
final class Present {

    private final Cohort cohort;
    private final Set<String> variables;
    private final boolean[] complete;
    private final Map<String, Map<Missing, Integer>> missing = new LinkedHashMap<>();
    private final Map<String, NumberValues> numbers = new HashMap<>();
    private int completeRows;

    private Present(Cohort cohort, Set<String> variables) {
        this.cohort = cohort;
        this.variables = variables;
        this.complete = new boolean[cohort.size()];
        Arrays.fill(complete, true);
    }

    static Present of(Regression model, Cohort cohort) {
        Set<String> variables = new LinkedHashSet<>(model.formula().variables());
        model.weights().variable().ifPresent(variables::add);
        Present present = new Present(cohort, variables);
        variables.parallelStream()
                .filter(name -> cohort.codebook().find(name).isPresent())
                .filter(name -> cohort.variable(name).type() == VariableType.NUMBER)
                .map(name -> Map.entry(name, cohort.numberValues(name)))
                .toList()
                .forEach(entry -> present.numbers.put(entry.getKey(), entry.getValue()));
        variables.forEach(present::count);
        return present;
    }

    /** The values of a number of the model, NaN where missing. */
    NumberValues numbers(String variable) {
        NumberValues known = numbers.get(variable);
        return known == null ? cohort.numberValues(variable) : known;
    }

    private void count(String variable) {
        Variable described = cohort.variable(variable);
        VariableType type = described.type();
        if (type != VariableType.NUMBER && type != VariableType.CATEGORY) {
            throw new InputException("variable '" + variable + "' is " + described.described()
                    + (described.note().isEmpty() ? "" : " (" + described.note() + ")")
                    + "; a model takes numbers and categories. Derive one of them from it");
        }
        if (type == VariableType.NUMBER && numbers.get(variable).areFinite()) {
            return;
        }
        boolean number = type == VariableType.NUMBER;
        NumberValues values = number ? numbers.get(variable) : new ArrayValues(new double[0]);
        int[] levels = number ? new int[0] : cohort.levels(variable);
        Map<Missing, Integer> counts = new LinkedHashMap<>();
        for (int row = 0; row < complete.length; row++) {
            if (number ? Double.isNaN(values.at(row)) : levels[row] < 0) {
                complete[row] = false;
                counts.merge(cohort.missing(row, variable).orElse(Missing.BLANK), 1, Integer::sum);
            } else if (number && Double.isInfinite(values.at(row))) {
                throw new InputException("variable '" + variable + "' is infinite in "
                        + Places.of(cohort, row, variable) + "; correct it or make it missing");
            }
        }
        if (!counts.isEmpty()) {
            missing.put(variable, counts);
        }
    }

    /** Why each row is not complete, as the first variable that it lacks says; null if it is. */
    static Missing[] reasons(Regression model, Cohort cohort) {
        Present present = of(model, cohort);
        Missing[] reasons = new Missing[cohort.size()];
        for (int row = 0; row < reasons.length; row++) {
            if (!present.complete[row]) {
                for (String variable : present.variables) {
                    if (reasons[row] == null) {
                        reasons[row] = cohort.missing(row, variable).orElse(null);
                    }
                }
                reasons[row] = reasons[row] == null ? Missing.BLANK : reasons[row];
            }
        }
        return reasons;
    }

    boolean isComplete(int row) {
        return complete[row];
    }

    /** Which rows are complete and which of those have no weight. */
    CompleteCases cases(double[] weights) {
        completeRows = 0;
        int analyzed = 0;
        for (int row = 0; row < complete.length; row++) {
            completeRows += complete[row] ? 1 : 0;
            analyzed += complete[row] && weights[row] > 0 ? 1 : 0;
        }
        return cases(analyzed);
    }

    /** What each row lacks, by the variables in their order, with the reasons. */
    static List<Map<String, Missing>> lacking(Regression model, Cohort cohort) {
        Present present = of(model, cohort);
        List<Map<String, Missing>> lacking = new ArrayList<>();
        for (int row = 0; row < present.complete.length; row++) {
            Map<String, Missing> own = present.complete[row] ? Map.of() : new LinkedHashMap<>();
            lacking.add(own);
        }
        for (String variable : present.missing.keySet()) {
            boolean number = cohort.variable(variable).type() == VariableType.NUMBER;
            double[] numbers = number ? cohort.numbers(variable) : new double[0];
            int[] levels = number ? new int[0] : cohort.levels(variable);
            for (int row = 0; row < lacking.size(); row++) {
                if (number ? Double.isNaN(numbers[row]) : levels[row] < 0) {
                    lacking.get(row).put(variable, cohort.missing(row, variable).orElse(Missing.BLANK));
                }
            }
        }
        return lacking;
    }

    /** Rows that are complete and have a weight. */
    int[] rows(double[] weights, Weights described) {
        int[] rows = new int[complete.length];
        int count = 0;
        completeRows = 0;
        for (int row = 0; row < complete.length; row++) {
            if (complete[row]) {
                completeRows++;
                if (weights[row] > 0) {
                    rows[count++] = row;
                }
            }
        }
        if (completeRows == 0) {
            throw new InputException("none of the " + complete.length + " rows is complete in "
                    + String.join(", ", variables)
                    + (missing.isEmpty() ? "" : ": " + cases(0).reasons()));
        }
        if (count == 0) {
            throw new InputException("weight '" + described.variable().orElse("") + "' is 0 in each of the "
                    + completeRows + " complete rows; nothing is left to fit");
        }
        return Arrays.copyOf(rows, count);
    }

    CompleteCases cases(int analyzed) {
        return new CompleteCases(complete.length, completeRows, completeRows - analyzed, variables.size(), missing);
    }

    @Override
    public String toString() {
        return completeRows + " rows of " + cohort.size();
    }
}
