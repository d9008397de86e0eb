package cohortkit.stats.regression;

import cohortkit.core.Missing;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Which rows a fit rests on, and what the others lack. A row that lacks two variables counts in both.
 *
 * <pre>{@code
 * fit.completeCases()   // complete cases: 330 of 333; age missing 3 (not recorded)
 * }</pre>
 *
 * @param rows in the cohort
 * @param complete in every variable of the model
 * @param zeroWeights complete rows of weight 0, which do not count
 * @param variables in the model
 * @param missing for each variable that has missing values, how many rows by reason
 */
public record CompleteCases(
        int rows, int complete, int zeroWeights, int variables, Map<String, Map<Missing, Integer>> missing) {

    /** Keeps the order of the formula. */
    public CompleteCases {
        missing = Collections.unmodifiableMap(new LinkedHashMap<>(missing));
    }

    /** Rows that count: complete, and not of weight 0. */
    public int analyzed() {
        return complete - zeroWeights;
    }

    /** Of both together; of the same model. */
    CompleteCases plus(CompleteCases more) {
        Map<String, Map<Missing, Integer>> all = new LinkedHashMap<>();
        missing.forEach((variable, counts) -> all.put(variable, new LinkedHashMap<>(counts)));
        more.missing.forEach((variable, counts) -> counts.forEach((reason, count) ->
                all.computeIfAbsent(variable, name -> new LinkedHashMap<>()).merge(reason, count, Math::addExact)));
        return new CompleteCases(
                Math.addExact(rows, more.rows),
                complete + more.complete,
                zeroWeights + more.zeroWeights,
                variables,
                all);
    }

    /** Such as "320 of 333 rows, complete in 4 variables". */
    String denominator() {
        return complete == rows
                ? rows + " rows"
                : complete + " of " + rows + " rows, complete in " + variables + " variables";
    }

    /** Such as "age missing 9 (refused), smoke missing 4 (3 refused, 1 blank)"; empty if nothing is missing. */
    String reasons() {
        List<String> parts = new ArrayList<>();
        missing.forEach((variable, counts) -> {
            int sum = counts.values().stream().mapToInt(Integer::intValue).sum();
            String reasons = counts.size() == 1
                    ? counts.keySet().iterator().next().reason()
                    : counts.entrySet().stream()
                            .map(e -> e.getValue() + " " + e.getKey().reason())
                            .collect(Collectors.joining(", "));
            parts.add(variable + " missing " + sum + " (" + reasons + ")");
        });
        return String.join(", ", parts);
    }

    /** One line. */
    @Override
    public String toString() {
        String text = "complete cases: " + complete + " of " + rows;
        if (!missing.isEmpty()) {
            text += "; " + reasons();
        }
        return zeroWeights == 0 ? text : text + "; " + zeroWeights + " of weight 0 left out";
    }
}
