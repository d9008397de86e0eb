package cohortkit.stats;

import cohortkit.core.Cohort;
import cohortkit.core.Convention;
import cohortkit.core.Count;
import cohortkit.core.Estimate;
import cohortkit.core.InputException;
import cohortkit.core.Interval;
import cohortkit.core.Level;
import cohortkit.core.Missing;
import cohortkit.core.Variable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How frequent an event is among those in whom it is known.
 *
 * <pre>{@code
 * Prevalence.of(patients, "rls")                 // 46/333 = 13.8 % (95 % CI 10.5 to 17.9; Wilson)
 * Prevalence.by(patients, "rls", "sex").get(0)   // sex = female: 27/185 = 14.6 % (95 % CI 10.2 to 20.4; Wilson)
 * var old = patients.derive(Variable.binary("old", "65 or older"), p -> p.number("age") >= 65);
 * Prevalence.of(old, "old").missing()   // {not recorded=3}
 * }</pre>
 *
 * @param variable the event's variable
 * @param group the group, such as "sex = female"; empty for the whole cohort
 * @param proportion people with the event among those in whom it is known
 * @param missing people in whom it is not known, by reason; they are not in the denominator
 * @param estimate the prevalence with its interval
 */
public record Prevalence(
        String variable, String group, Proportion proportion, Map<Missing, Integer> missing, Estimate estimate) {

    public Prevalence {
        missing = Collections.unmodifiableMap(new LinkedHashMap<>(missing));
    }

    /** The prevalence of a binary variable's event (see {@link Cohort#events}), with Wilson's interval at 95 %. */
    public static Prevalence of(Cohort cohort, String variable) {
        return of(cohort, variable, ProportionInterval.WILSON, Interval.DEFAULT_LEVEL);
    }

    /**
     * The prevalence of a binary variable's event.
     *
     * @param level coverage in (0, 1), for example 0.95
     * @throws InputException if the variable is not binary, or is missing in everybody
     */
    public static Prevalence of(Cohort cohort, String variable, ProportionInterval method, double level) {
        Tally count = new Tally();
        int[] events = cohort.events(variable);
        for (int row = 0; row < events.length; row++) {
            count.add(cohort, variable, row, events[row]);
        }
        return count.prevalence(variable, "", method, level);
    }

    /**
     * The prevalence of one level of a category, with Wilson's interval at 95 %.
     *
     * @param code the level's code or label
     */
    public static Prevalence of(Cohort cohort, String variable, String code) {
        return of(cohort, variable, code, ProportionInterval.WILSON, Interval.DEFAULT_LEVEL);
    }

    /** The prevalence of one level of a category, with an interval of choice. */
    public static Prevalence of(Cohort cohort, String variable, String code, ProportionInterval method, double level) {
        int[] levels = cohort.levels(variable);
        Variable described = cohort.variable(variable);
        int wanted = described
                .levelIndex(code)
                .orElseThrow(() -> new InputException("'" + code + "' is not a level of '" + variable + "'; there are "
                        + described.levels().stream().map(Level::toString).collect(Collectors.joining(", "))));
        Tally count = new Tally();
        for (int row = 0; row < levels.length; row++) {
            count.add(cohort, variable, row, levels[row] < 0 ? -1 : levels[row] == wanted ? 1 : 0);
        }
        return count.prevalence(
                variable + " = " + described.levels().get(wanted).code(), "", method, level);
    }

    /** The prevalence in each group, with Wilson's interval at 95 %. */
    public static List<Prevalence> by(Cohort cohort, String variable, String group) {
        return by(cohort, variable, group, ProportionInterval.WILSON, Interval.DEFAULT_LEVEL);
    }

    /**
     * The prevalence in each level of a category, in the codebook's order; levels in which nobody's value is known are
     * left out. People without a group are in none: {@link Cohort#missing(String)} counts them.
     */
    public static List<Prevalence> by(
            Cohort cohort, String variable, String group, ProportionInterval method, double level) {
        int[] events = cohort.events(variable);
        int[] groups = cohort.levels(group);
        List<Level> levels = cohort.variable(group).levels();
        List<Prevalence> all = new ArrayList<>();
        for (int g = 0; g < levels.size(); g++) {
            Tally count = new Tally();
            for (int row = 0; row < events.length; row++) {
                if (groups[row] == g) {
                    count.add(cohort, variable, row, events[row]);
                }
            }
            if (count.known > 0) {
                all.add(count.prevalence(variable, group + " = " + levels.get(g).label(), method, level));
            }
        }
        return List.copyOf(all);
    }

    /** The same people as a package prints them by default, at this level of confidence, one an interval. */
    public List<Prevalence> as(Software software) {
        return software.intervals(proportion).stream().map(this::with).toList();
    }

    private Prevalence with(ProportionInterval method) {
        Estimate plain = proportion.estimate(method, estimate.interval().level());
        Convention named =
                plain.convention().withDenominator(estimate.convention().denominator());
        Estimate other = new Estimate(plain.measure(), plain.value(), plain.interval(), named);
        return new Prevalence(variable, group, proportion, missing, other);
    }

    /** How many people's values are missing. */
    public int missingCount() {
        return missing.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Such as "46/333 = 13.8 % (95 % CI 10.5 to 17.9; Wilson)", after "sex = female: " in a group. */
    @Override
    public String toString() {
        String prefix = group.isEmpty() ? "" : group + ": ";
        return prefix + proportion.events() + "/" + proportion.n() + " = " + estimate;
    }

    /** People seen so far. */
    private static final class Tally {

        private final Map<Missing, Integer> missing = new LinkedHashMap<>();
        private long with;
        private long known;
        private long rows;

        void add(Cohort cohort, String variable, int row, int event) {
            rows++;
            if (event < 0) {
                missing.merge(cohort.missing(row, variable).orElse(Missing.BLANK), 1, Integer::sum);
            } else {
                known++;
                with += event;
            }
        }

        Prevalence prevalence(String variable, String group, ProportionInterval method, double level) {
            if (known == 0) {
                throw new InputException("nobody has a value of '" + variable + "': " + Count.of(rows, "row")
                        + ", missing " + missing + "; there is no prevalence");
            }
            Proportion proportion = new Proportion(with, known);
            Estimate plain = proportion.estimate(method, level);
            String denominator = known + " of " + rows + " rows" + (group.isEmpty() ? "" : " with " + group)
                    + missing.entrySet().stream()
                            .map(reason -> reason.getValue() + " " + reason.getKey())
                            .reduce((one, next) -> one + ", " + next)
                            .map(reasons -> "; missing: " + reasons)
                            .orElse("");
            Estimate estimate = new Estimate(
                    plain.measure(),
                    plain.value(),
                    plain.interval(),
                    plain.convention().withDenominator(denominator));
            return new Prevalence(variable, group, proportion, missing, estimate);
        }
    }
}
