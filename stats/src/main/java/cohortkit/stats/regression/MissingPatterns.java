package cohortkit.stats.regression;

import cohortkit.core.Cohort;
import cohortkit.core.DisplayNumber;
import cohortkit.core.Missing;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What complete cases lose: which variables of a model are missing together, for which reasons, in how many rows, and
 * how the outcome is where it is known. An outcome that differs between the rows that are lost and those that are kept
 * says that the lost ones are no random sample.
 *
 * <pre>{@code
 * var patterns = MissingPatterns.of(Model.LOGISTIC.of("insomnia ~ rls + age"), patients);
 * patterns.lost().rows()             // 3
 * patterns.patterns().get(1).text()  // "age (not recorded)"
 * }</pre>
 *
 * @param outcome how the outcome is named, such as "low = 1", or "bwt" for the mean of a number
 * @param event whether the outcome is yes or no
 * @param patterns the complete rows first, then the largest
 */
public record MissingPatterns(String outcome, boolean event, List<Pattern> patterns) {

    /**
     * Rows that lack the same variables for the same reasons.
     *
     * @param missing the variables in the order of the formula, with the reason; empty for complete rows
     * @param rows how many
     * @param known how many of them have the outcome
     * @param sum of the known outcomes: how many have the event
     */
    public record Pattern(Map<String, Missing> missing, int rows, int known, double sum) {

        /** Keeps the order of the variables. */
        public Pattern {
            missing = Collections.unmodifiableMap(new LinkedHashMap<>(missing));
        }

        /** The share of events or the mean among the known outcomes; NaN if none is known. */
        public double mean() {
            return known == 0 ? Double.NaN : sum / known;
        }

        /** Such as "age (refused), smoke (blank)"; "nothing" for complete rows. */
        public String text() {
            return missing.isEmpty()
                    ? "nothing"
                    : missing.entrySet().stream()
                            .map(entry ->
                                    entry.getKey() + " (" + entry.getValue().reason() + ")")
                            .collect(Collectors.joining(", "));
        }

        private Pattern plus(Pattern other) {
            return new Pattern(missing, rows + other.rows, known + other.known, sum + other.sum);
        }
    }

    /** Keeps the order of the patterns. */
    public MissingPatterns {
        patterns = List.copyOf(patterns);
    }

    /**
     * Of the variables of a model, the weights among them.
     *
     * @throws cohortkit.core.InputException if a variable is not in the cohort, or is no number and no category
     */
    public static MissingPatterns of(Regression model, Cohort cohort) {
        List<Map<String, Missing>> lacking = Present.lacking(model, cohort);
        String name = model.formula().outcome();
        boolean event = model.family().isEvent();
        int[] events = event ? cohort.events(name) : new int[0];
        double[] numbers = event ? new double[0] : cohort.numbers(name);
        Map<Map<String, Missing>, Pattern> found = new LinkedHashMap<>();
        for (int row = 0; row < lacking.size(); row++) {
            boolean known = event ? events[row] >= 0 : !Double.isNaN(numbers[row]);
            double value = !known ? 0 : event ? events[row] : numbers[row];
            Pattern one = new Pattern(lacking.get(row), 1, known ? 1 : 0, value);
            found.merge(lacking.get(row), one, Pattern::plus);
        }
        List<Pattern> patterns = new ArrayList<>(found.values());
        patterns.sort(
                Comparator.comparing((Pattern pattern) -> !pattern.missing().isEmpty())
                        .thenComparing(pattern -> -pattern.rows()));
        return new MissingPatterns(event ? new FrameReader(cohort, new int[0]).event(model) : name, event, patterns);
    }

    /** The complete rows. */
    public Pattern kept() {
        return sum(true);
    }

    /** All the other rows together. */
    public Pattern lost() {
        return sum(false);
    }

    private Pattern sum(boolean complete) {
        return patterns.stream()
                .filter(pattern -> pattern.missing().isEmpty() == complete)
                .reduce(new Pattern(Map.of(), 0, 0, 0), Pattern::plus);
    }

    /** All rows. */
    public int rows() {
        return patterns.stream().mapToInt(Pattern::rows).sum();
    }

    /** How the outcome is among those of a pattern that have one. */
    private String shown(Pattern pattern) {
        if (pattern.known() == 0) {
            return "not known";
        }
        return event
                ? (long) pattern.sum() + "/" + pattern.known() + " = " + DisplayNumber.percent(pattern.mean(), 1) + " %"
                : DisplayNumber.significant(pattern.mean(), 4) + " in " + pattern.known();
    }

    /** What was lost in one line, a row a pattern, and the outcome among the kept and the lost. */
    @Override
    public String toString() {
        AlignedText text =
                new AlignedText("complete: " + kept().rows() + " of " + rows() + " rows, lost " + lost().rows());
        List<String[]> table = new ArrayList<>();
        table.add(new String[] {"missing", "rows", "%", event ? outcome : "mean " + outcome});
        for (Pattern pattern : patterns) {
            String share = DisplayNumber.fixed(100.0 * pattern.rows() / rows(), 1);
            table.add(new String[] {pattern.text(), String.valueOf(pattern.rows()), share, shown(pattern)});
        }
        text.table(table);
        text.wrap(outcome + ": kept " + shown(kept()) + ", lost " + shown(lost()));
        return text.toString();
    }
}
