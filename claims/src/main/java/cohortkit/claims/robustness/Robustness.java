package cohortkit.claims.robustness;

import cohortkit.core.Cohort;
import cohortkit.core.Estimate;
import cohortkit.core.InputException;
import cohortkit.core.Interval;
import cohortkit.core.Row;
import cohortkit.stats.table.OddsRatioInterval;
import cohortkit.stats.table.RiskRatioInterval;
import cohortkit.stats.table.TwoByTwo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A claim recomputed over the grid of defensible choices, a specification curve: Simonsohn, Simmons and Nelson 2020, Nat
 * Hum Behav 4:1208; Steegen et al. 2016, Perspect Psychol Sci 11:702. It counts; it is no test, for the ways through the
 * choices are not independent.
 *
 * <pre>{@code
 * var robustness = Robustness.ofRiskRatio(patients, "rls", "insomnia", Map.of(
 *         "all", p -> true,
 *         "women", p -> p.is("sex", "female"),
 *         "men", p -> p.is("sex", "male")));
 * robustness                     // holds in 22 of 33
 * robustness.holdingBy("rows")   // {all=11, men=1, women=10}
 * }</pre>
 */
public final class Robustness {

    private static final int MOST = 100_000;

    private final List<Dimension> dimensions;
    private final List<GridPoint> points;

    private Robustness(List<Dimension> dimensions, List<GridPoint> points) {
        this.dimensions = List.copyOf(dimensions);
        this.points = List.copyOf(points);
    }

    /**
     * Every way through the choices, the last dimension changing fastest.
     *
     * @param estimate of the chosen options, by dimension; an {@link InputException} says that there is none
     * @param claim what is claimed, such as {@code e -> e.interval().lower() > 1}
     * @throws InputException if there is no dimension, two have one name, or there are more than 100,000 ways
     */
    public static Robustness of(
            List<Dimension> dimensions, Function<Map<String, String>, Estimate> estimate, Predicate<Estimate> claim) {
        long ways = 1;
        for (Dimension dimension : dimensions) {
            ways = Math.min(MOST + 1L, ways * dimension.options().size());
        }
        long names = dimensions.stream().map(Dimension::name).distinct().count();
        if (dimensions.isEmpty() || names < dimensions.size() || ways > MOST) {
            throw new InputException(
                    "a grid needs 1 to " + MOST + " ways through choices of different names; was " + dimensions);
        }
        List<GridPoint> points = new ArrayList<>();
        walk(dimensions, new LinkedHashMap<>(), estimate, claim, points);
        return new Robustness(dimensions, points);
    }

    private static void walk(
            List<Dimension> rest,
            Map<String, String> chosen,
            Function<Map<String, String>, Estimate> estimate,
            Predicate<Estimate> claim,
            List<GridPoint> points) {
        if (rest.isEmpty()) {
            points.add(point(chosen, estimate, claim));
            return;
        }
        Dimension next = rest.get(0);
        for (String option : next.options()) {
            Map<String, String> choices = new LinkedHashMap<>(chosen);
            choices.put(next.name(), option);
            walk(rest.subList(1, rest.size()), choices, estimate, claim, points);
        }
    }

    private static GridPoint point(
            Map<String, String> choices, Function<Map<String, String>, Estimate> estimate, Predicate<Estimate> claim) {
        try {
            Estimate found = estimate.apply(choices);
            return new GridPoint(choices, Optional.of(found), claim.test(found), "");
        } catch (InputException e) {
            return new GridPoint(choices, Optional.empty(), false, String.valueOf(e.getMessage()));
        }
    }

    /**
     * The claim that exposed people have the outcome more often, in each way to make an interval of the risk ratio or the
     * odds ratio that has a closed form or a root, among each choice of rows: the whole interval is above 1.
     *
     * @param rows which rows, by the name of the choice; taken in the order of the names
     */
    public static Robustness ofRiskRatio(
            Cohort cohort, String exposure, String outcome, Map<String, Predicate<Row>> rows) {
        Map<String, TwoByTwo> tables = new TreeMap<>();
        rows.forEach(
                (name, condition) -> tables.put(name, TwoByTwo.of(cohort.where(name, condition), exposure, outcome)));
        Map<String, Function<TwoByTwo, Estimate>> methods = new LinkedHashMap<>();
        for (RiskRatioInterval method : RiskRatioInterval.values()) {
            if (method != RiskRatioInterval.EXACT_UNCONDITIONAL) {
                methods.put("risk ratio, " + method.label(), table -> table.riskRatio(method, Interval.DEFAULT_LEVEL));
            }
        }
        for (OddsRatioInterval method : OddsRatioInterval.values()) {
            if (method != OddsRatioInterval.EXACT_CROSS_PRODUCT
                    && method != OddsRatioInterval.HALDANE_ANSCOMBE
                    && method != OddsRatioInterval.MEDIAN_UNBIASED) {
                methods.put("odds ratio, " + method.label(), table -> table.oddsRatio(method, Interval.DEFAULT_LEVEL));
            }
        }
        return of(
                List.of(
                        new Dimension("method", List.copyOf(methods.keySet())),
                        new Dimension("rows", List.copyOf(tables.keySet()))),
                choices -> Objects.requireNonNull(methods.get(choices.get("method")))
                        .apply(Objects.requireNonNull(tables.get(choices.get("rows")))),
                estimate -> estimate.interval().lower() > 1);
    }

    /** The choices. */
    public List<Dimension> dimensions() {
        return dimensions;
    }

    /** Every way, the last dimension changing fastest. */
    public List<GridPoint> points() {
        return points;
    }

    /** The first way: the usual option of each choice. */
    public GridPoint usual() {
        return points.get(0);
    }

    /** In how many ways the claim holds. */
    public long holding() {
        return points.stream().filter(GridPoint::holds).count();
    }

    /** The ways in which it does not. */
    public List<GridPoint> failing() {
        return points.stream().filter(point -> !point.holds()).toList();
    }

    /** How many ways with an option keep the claim, by option; which choice it hangs on. */
    public Map<String, Long> holdingBy(String dimension) {
        Dimension wanted = dimensions.stream()
                .filter(d -> d.name().equals(dimension))
                .findFirst()
                .orElseThrow(() -> new InputException("there is no choice of '" + dimension + "'; there are "
                        + dimensions.stream().map(Dimension::name).toList()));
        Map<String, Long> counts = new LinkedHashMap<>();
        for (String option : wanted.options()) {
            counts.put(
                    option,
                    points.stream()
                            .filter(point -> point.holds()
                                    && option.equals(point.choices().get(dimension)))
                            .count());
        }
        return counts;
    }

    /** Such as "holds in 46 of 48". */
    @Override
    public String toString() {
        return "holds in " + holding() + " of " + points.size();
    }
}
