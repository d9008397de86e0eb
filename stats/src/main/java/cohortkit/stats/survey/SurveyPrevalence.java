package cohortkit.stats.survey;

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
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How frequent an event is in the population from which a sample was drawn by design, among those in whom it is known.
 * People in whom it is not known, and those of other groups, stay in the design.
 *
 * <pre>{@code
 * var design = SurveyDesign.weighted("lwt").withPsu("age");
 * SurveyPrevalence.of(births, "smoke", design)            // 74/189, weighted 38.6 % (95 % CI 32.1 to 45.7; logit)
 * SurveyPrevalence.by(births, "smoke", "race", design).size()   // 3
 * }</pre>
 *
 * @param variable the event's variable
 * @param group the group, such as "sex = female"; empty for the whole cohort
 * @param events people with the event, without their weights
 * @param missing people in whom it is not known, by reason
 * @param proportion the weighted proportion with the variance of the design
 * @param estimate the same with its interval
 */
public record SurveyPrevalence(
        String variable,
        String group,
        long events,
        Map<Missing, Integer> missing,
        DesignProportion proportion,
        Estimate estimate) {

    public SurveyPrevalence {
        missing = Collections.unmodifiableMap(new LinkedHashMap<>(missing));
    }

    /** The prevalence of a binary variable's event (see {@link Cohort#events}), with the logit interval at 95 %. */
    public static SurveyPrevalence of(Cohort cohort, String variable, SurveyDesign design) {
        return of(cohort, variable, design, SurveyInterval.LOGIT, Interval.DEFAULT_LEVEL);
    }

    /**
     * The prevalence of a binary variable's event.
     *
     * @param level coverage in (0, 1), for example 0.95
     * @throws InputException if the variable is not binary or nobody's value is known, if a variable of the design is
     *     missing somewhere, or if a stratum has one unit and the design has no rule for that
     */
    public static SurveyPrevalence of(
            Cohort cohort, String variable, SurveyDesign design, SurveyInterval method, double level) {
        return whole(cohort, variable, variable, cohort.events(variable), design)
                .with(method, level);
    }

    /** The prevalence of one level of a category, by its code or label, with an interval of choice. */
    public static SurveyPrevalence of(
            Cohort cohort, String variable, String code, SurveyDesign design, SurveyInterval method, double level) {
        Variable described = cohort.variable(variable);
        int[] levels = cohort.levels(variable);
        int wanted = described
                .levelIndex(code)
                .orElseThrow(() -> new InputException("'" + code + "' is not a level of '" + variable + "'; there are "
                        + described.levels().stream().map(Level::toString).collect(Collectors.joining(", "))));
        int[] events = Arrays.stream(levels)
                .map(at -> at < 0 ? -1 : at == wanted ? 1 : 0)
                .toArray();
        String name = variable + " = " + described.levels().get(wanted).code();
        return whole(cohort, variable, name, events, design).with(method, level);
    }

    private static SurveyPrevalence whole(
            Cohort cohort, String variable, String name, int[] events, SurveyDesign design) {
        Domain domain = new Domain(cohort, variable, Sample.of(cohort, design));
        for (int row = 0; row < events.length; row++) {
            domain.add(row, events[row]);
        }
        if (domain.known == 0) {
            throw new InputException("nobody with a weight above 0 has a value of '" + variable + "': "
                    + Count.of(domain.rows, "row") + ", missing " + domain.missing + "; there is no prevalence");
        }
        return domain.prevalence(name, "");
    }

    /** The prevalence in each group, with the logit interval at 95 %. */
    public static List<SurveyPrevalence> by(Cohort cohort, String variable, String group, SurveyDesign design) {
        return by(cohort, variable, group, design, SurveyInterval.LOGIT, Interval.DEFAULT_LEVEL);
    }

    /**
     * The prevalence in each level of a category, in the codebook's order, each with the whole design; levels in which
     * nobody's value is known are left out.
     */
    public static List<SurveyPrevalence> by(
            Cohort cohort, String variable, String group, SurveyDesign design, SurveyInterval method, double level) {
        int[] events = cohort.events(variable);
        int[] groups = cohort.levels(group);
        Sample sample = Sample.of(cohort, design);
        List<Level> levels = cohort.variable(group).levels();
        List<SurveyPrevalence> all = new ArrayList<>();
        for (int g = 0; g < levels.size(); g++) {
            Domain domain = new Domain(cohort, variable, sample);
            for (int row = 0; row < events.length; row++) {
                if (groups[row] == g) {
                    domain.add(row, events[row]);
                }
            }
            if (domain.known > 0) {
                all.add(domain.prevalence(
                                variable, group + " = " + levels.get(g).label())
                        .with(method, level));
            }
        }
        return List.copyOf(all);
    }

    /** The same with another interval. */
    public SurveyPrevalence with(SurveyInterval method, double level) {
        Estimate other = proportion.estimate(method, level);
        Convention convention =
                other.convention().withDenominator(estimate.convention().denominator());
        return new SurveyPrevalence(
                variable,
                group,
                events,
                missing,
                proportion,
                new Estimate(other.measure(), other.value(), other.interval(), convention));
    }

    /** How many people's values are missing. */
    public int missingCount() {
        return missing.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Such as "74/189, weighted 38.6 % (95 % CI 32.1 to 45.7; logit)", after "sex = female: " in a group. */
    @Override
    public String toString() {
        return (group.isEmpty() ? "" : group + ": ") + events + "/" + proportion.n() + ", weighted " + estimate;
    }

    /** Rows of a group, within the sample. */
    private static final class Domain {

        private final Cohort cohort;
        private final String variable;
        private final Sample sample;
        private final int[] events;
        private final Map<Missing, Integer> missing = new LinkedHashMap<>();
        private long rows;
        private long known;
        private long with;
        private long weightless;

        Domain(Cohort cohort, String variable, Sample sample) {
            this.cohort = cohort;
            this.variable = variable;
            this.sample = sample;
            this.events = new int[cohort.size()];
            Arrays.fill(events, -1);
        }

        void add(int row, int event) {
            rows++;
            if (event < 0) {
                missing.merge(cohort.missing(row, variable).orElse(Missing.BLANK), 1, Integer::sum);
            } else if (sample.counts(row)) {
                events[row] = event;
                known++;
                with += event;
            } else {
                weightless++;
            }
        }

        SurveyPrevalence prevalence(String name, String group) {
            DesignProportion proportion = sample.proportion(events);
            String denominator = known + " of " + rows + " rows" + (group.isEmpty() ? "" : " with " + group) + " in "
                    + proportion.psus() + " units of " + proportion.strata() + " strata"
                    + (weightless == 0 ? "" : "; weight 0: " + weightless)
                    + missing.entrySet().stream()
                            .map(reason -> reason.getValue() + " " + reason.getKey())
                            .reduce((one, next) -> one + ", " + next)
                            .map(reasons -> "; missing: " + reasons)
                            .orElse("");
            Estimate bare = proportion.estimate(SurveyInterval.LOGIT, Interval.DEFAULT_LEVEL);
            Estimate estimate = new Estimate(
                    bare.measure(),
                    bare.value(),
                    bare.interval(),
                    bare.convention().withDenominator(denominator));
            return new SurveyPrevalence(name, group, with, missing, proportion, estimate);
        }
    }
}
