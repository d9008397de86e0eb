package cohortkit.report;

import cohortkit.claims.robustness.Dimension;
import cohortkit.claims.robustness.GridPoint;
import cohortkit.claims.robustness.Robustness;
import cohortkit.core.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A claim over a grid of choices, as tables: a row a way for the data behind a picture, a row an option for people.
 *
 * <pre>{@code
 * var robustness = AssociationGrid.of(patients, "rls", "insomnia").excluding("age < 30").claim(">1");
 * RobustnessTables.options(robustness).toCsv().contains("exclusion of age < 30,yes,12,12")   // true
 * }</pre>
 */
public final class RobustnessTables {

    private RobustnessTables() {}

    /** One row a way: its choices, estimate and limits, whether it keeps the claim, and why there is no estimate. */
    public static ResultTable ways(Robustness robustness) {
        List<String> columns = new ArrayList<>();
        robustness.dimensions().forEach(dimension -> columns.add(dimension.name()));
        columns.addAll(List.of("measure", "estimate", "conf.low", "conf.high", "holds", "problem"));
        return new ResultTable(
                columns,
                robustness.points().stream()
                        .map(point -> way(robustness, point))
                        .toList());
    }

    private static List<Object> way(Robustness robustness, GridPoint point) {
        List<Object> row = new ArrayList<>();
        for (Dimension dimension : robustness.dimensions()) {
            row.add(point.choices().getOrDefault(dimension.name(), ""));
        }
        row.add(point.estimate().map(found -> found.measure().symbol()).orElse(""));
        row.add(point.estimate().map(Estimate::value).orElse(Double.NaN));
        row.add(point.estimate().map(found -> found.interval().lower()).orElse(Double.NaN));
        row.add(point.estimate().map(found -> found.interval().upper()).orElse(Double.NaN));
        row.add(point.holds() ? "yes" : "no");
        row.add(point.reason());
        return row;
    }

    /** One row an option: in how many of its ways the claim holds; which choice it hangs on. */
    public static ResultTable options(Robustness robustness) {
        List<List<Object>> rows = new ArrayList<>();
        for (Dimension dimension : robustness.dimensions()) {
            Map<String, Long> holding = robustness.holdingBy(dimension.name());
            long ways = robustness.points().size() / dimension.options().size();
            dimension
                    .options()
                    .forEach(option ->
                            rows.add(List.of(dimension.name(), option, holding.getOrDefault(option, 0L), ways)));
        }
        return new ResultTable(List.of("choice", "option", "holds", "of"), rows);
    }
}
