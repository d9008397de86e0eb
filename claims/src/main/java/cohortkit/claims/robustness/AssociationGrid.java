package cohortkit.claims.robustness;

import static java.util.Objects.requireNonNull;

import cohortkit.core.Cohort;
import cohortkit.core.Condition;
import cohortkit.core.InputException;
import cohortkit.core.Interval;
import cohortkit.core.Measure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The defensible ways to ask whether an exposure and an outcome go together: which measure with which interval or test,
 * against which reference level, what becomes of missing outcomes, whom to exclude, what to adjust for. A choice that
 * changes nothing, such as the rule for missing outcomes where none is missing, is no part of the grid.
 *
 * <pre>{@code
 * var grid = AssociationGrid.of(patients, "rls", "insomnia").excluding("age < 30").excluding("sex = 'male'");
 * grid.claim(">1")       // holds in 47 of 48
 * grid.claim("p<0.01").failing().size()   // 7
 * grid.adjustedFor("age", "sex").withMeasures(Measure.ODDS_RATIO).claim(">1").usual().choices().get("adjusted for")   // "age, sex"
 * }</pre>
 */
public final class AssociationGrid {

    private static final String METHOD = "method";
    private static final String REFERENCE = "reference";
    private static final String MISSING = "missing outcome";
    private static final String ADJUSTED = "adjusted for";
    private static final String NOTHING = "nothing";
    private static final int MOST_ADJUSTERS = 10;

    private final Cohort cohort;
    private final Map<String, int[]> exposures;
    private final int[] outcomes;
    private final List<Measure> measures;
    private final List<RowChoice> rowChoices;
    private final List<String> adjusters;
    private final Optional<String> frequency;
    private final double level;

    private AssociationGrid(
            Cohort cohort,
            Map<String, int[]> exposures,
            int[] outcomes,
            List<Measure> measures,
            List<RowChoice> rowChoices,
            List<String> adjusters,
            Optional<String> frequency,
            double level) {
        this.cohort = cohort;
        this.exposures = exposures;
        this.outcomes = outcomes;
        this.measures = List.copyOf(measures);
        this.rowChoices = List.copyOf(rowChoices);
        this.adjusters = List.copyOf(adjusters);
        this.frequency = frequency;
        this.level = level;
    }

    /**
     * The grid of two variables.
     *
     * @param exposure a binary variable, or {@code VAR=LEVEL} of a category; each other level is then a reference, and all
     *     others together
     * @param outcome a binary variable
     * @throws InputException if they are not
     */
    public static AssociationGrid of(Cohort cohort, String exposure, String outcome) {
        return new AssociationGrid(
                cohort,
                new ExposureLevels(cohort, exposure).byReference(),
                cohort.events(outcome),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Interval.DEFAULT_LEVEL);
    }

    /** Of these measures; else risk ratio and odds ratio, and of a claim about 0 the risk difference. */
    public AssociationGrid withMeasures(Measure... some) {
        return new AssociationGrid(cohort, exposures, outcomes, List.of(some), rowChoices, adjusters, frequency, level);
    }

    /**
     * Also without the people of whom a condition is true; where it is undecided they stay.
     *
     * @param condition such as {@code age < 18}
     * @throws InputException if it cannot be understood
     */
    public AssociationGrid excluding(String condition) {
        return with(RowChoice.excluding(cohort, checked(condition)));
    }

    /**
     * Of the people of whom a condition is true, and of all; where it is undecided they are not among the former.
     *
     * @param condition such as {@code age < 65}
     * @throws InputException if it cannot be understood
     */
    public AssociationGrid only(String condition) {
        return with(RowChoice.only(cohort, checked(condition)));
    }

    private Condition checked(String condition) {
        return Condition.parse(condition).checkedAgainst(cohort.codebook());
    }

    private AssociationGrid with(RowChoice choice) {
        List<RowChoice> all = new ArrayList<>(rowChoices);
        all.removeIf(same -> same.name().equals(choice.name()));
        all.add(choice);
        return new AssociationGrid(cohort, exposures, outcomes, measures, all, adjusters, frequency, level);
    }

    /**
     * Where a row stands for several people.
     *
     * @param variable how many
     */
    public AssociationGrid countedBy(String variable) {
        return new AssociationGrid(
                cohort,
                exposures,
                outcomes,
                measures,
                rowChoices,
                adjusters,
                Optional.of(cohort.variable(variable).name()),
                level);
    }

    /**
     * From a model of the outcome, adjusted for all of these, for some, and for none.
     *
     * @throws InputException if there are more than 10
     */
    public AssociationGrid adjustedFor(String... variables) {
        if (variables.length > MOST_ADJUSTERS) {
            throw new InputException(
                    "a grid adjusts for at most " + MOST_ADJUSTERS + " variables; were " + variables.length);
        }
        Arrays.stream(variables).forEach(cohort::variable);
        return new AssociationGrid(
                cohort, exposures, outcomes, measures, rowChoices, List.of(variables), frequency, level);
    }

    /** With intervals of another level. */
    public AssociationGrid withLevel(double newLevel) {
        return new AssociationGrid(
                cohort,
                exposures,
                outcomes,
                measures,
                rowChoices,
                adjusters,
                frequency,
                Interval.requireLevel(newLevel));
    }

    /**
     * In how many ways a claim holds.
     *
     * @param claim such as {@code >1}, {@code <1}, {@code >0} of a difference, {@code p<0.05}
     * @throws InputException if it is none, or does not go with the measures
     */
    public Robustness claim(String claim) {
        return claim(Claim.parse(claim));
    }

    /** The same. */
    public Robustness claim(Claim claim) {
        Map<String, AssociationMethods.Method> methods = methods(claim);
        Map<String, List<String>> sets = adjustments();
        List<Dimension> dimensions = new ArrayList<>();
        dimensions.add(new Dimension(METHOD, List.copyOf(methods.keySet())));
        dimensions.add(new Dimension(REFERENCE, List.copyOf(exposures.keySet())));
        dimensions.add(new Dimension(MISSING, missingRules()));
        rowChoices.forEach(choice -> dimensions.add(choice.dimension()));
        dimensions.add(new Dimension(ADJUSTED, List.copyOf(sets.keySet())));
        Map<Map<String, String>, ChosenRows> chosen = new HashMap<>();
        return Robustness.of(
                dimensions.stream()
                        .filter(dimension -> dimension.name().equals(METHOD)
                                || dimension.options().size() > 1)
                        .toList(),
                choices -> {
                    Map<String, String> ofRows = new HashMap<>(choices);
                    String method = ofRows.remove(METHOD);
                    String adjusted = ofRows.remove(ADJUSTED);
                    ChosenRows rows = chosen.computeIfAbsent(ofRows, this::rows);
                    List<String> set = adjusted == null ? adjusters : sets.getOrDefault(adjusted, List.of());
                    return requireNonNull(methods.get(method)).of(rows, set);
                },
                claim::holds);
    }

    private Map<String, AssociationMethods.Method> methods(Claim claim) {
        boolean isModel = !adjusters.isEmpty();
        if (claim.isOfPValue()) {
            return isModel ? AssociationMethods.testsOfModels() : AssociationMethods.testsOfTables();
        }
        List<Measure> asked = measures;
        if (asked.isEmpty()) {
            asked = claim.number() > 0
                    ? List.of(Measure.RISK_RATIO, Measure.ODDS_RATIO)
                    : List.of(Measure.RISK_DIFFERENCE);
        }
        if (asked.contains(Measure.RISK_DIFFERENCE) && asked.size() > 1) {
            throw new InputException("one claim cannot be of a difference and of a ratio; ask twice");
        }
        return isModel ? AssociationMethods.ofModels(asked, level) : AssociationMethods.ofTables(asked, level);
    }

    /** Each set of adjusters by its name, the whole one first. */
    private Map<String, List<String>> adjustments() {
        Map<String, List<String>> sets = new LinkedHashMap<>();
        for (int set = (1 << adjusters.size()) - 1; set >= 0; set--) {
            List<String> names = new ArrayList<>();
            for (int i = 0; i < adjusters.size(); i++) {
                if ((set >> i & 1) == 1) {
                    names.add(adjusters.get(i));
                }
            }
            sets.put(names.isEmpty() ? NOTHING : String.join(", ", names), names);
        }
        return sets;
    }

    private List<String> missingRules() {
        boolean someMissing = Arrays.stream(outcomes).anyMatch(outcome -> outcome < 0);
        return Stream.of(MissingOutcome.values())
                .filter(rule -> someMissing || rule == MissingOutcome.LEFT_OUT)
                .map(MissingOutcome::label)
                .toList();
    }

    private ChosenRows rows(Map<String, String> choices) {
        String reference =
                choices.getOrDefault(REFERENCE, exposures.keySet().iterator().next());
        MissingOutcome rule = Stream.of(MissingOutcome.values())
                .filter(some -> some.label().equals(choices.get(MISSING)))
                .findFirst()
                .orElse(MissingOutcome.LEFT_OUT);
        int[] exposed = exposures.getOrDefault(reference, new int[0]).clone();
        int[] events = outcomes.clone();
        rowChoices.forEach(choice -> choice.apply(choices.getOrDefault(choice.name(), ""), exposed));
        for (int i = 0; i < events.length; i++) {
            if (events[i] < 0 && exposed[i] >= 0) {
                events[i] = rule.outcome(exposed[i] == 1);
            }
        }
        return new ChosenRows(cohort, exposed, events, frequency);
    }
}
