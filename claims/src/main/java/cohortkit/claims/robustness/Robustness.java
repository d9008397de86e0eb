package cohortkit.claims.robustness;

import cohortkit.core.Estimate;
import cohortkit.core.InputException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A claim recomputed over the grid of defensible choices, a specification curve: Simonsohn, Simmons and Nelson 2020, Nat
 * Hum Behav 4:1208; Steegen et al. 2016, Perspect Psychol Sci 11:702. It counts; it is no test, for the ways through the
 * choices are not independent.
 *
 * <pre>{@code
 * var robustness = AssociationGrid.of(patients, "rls", "insomnia").excluding("sex = 'male'").claim(">1");
 * robustness                                          // holds in 23 of 24
 * robustness.holdingBy("exclusion of sex = 'male'")   // {no=12, yes=11}
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
