package cohortkit.report.picture;

import cohortkit.core.Estimate;
import cohortkit.core.Measure;
import java.util.ArrayList;
import java.util.List;

/**
 * Estimates over the levels of an exposure, from the lowest to the highest: a point and its interval at each level, the
 * reference at the value of no association.
 *
 * <pre>{@code
 * var fit = Logistic.fit("low ~ race", births);
 * var rows = List.of(
 *         ForestPlot.Row.words("white", "reference"),
 *         ForestPlot.Row.of("black", fit.oddsRatio("race[2]")),
 *         ForestPlot.Row.of("other", fit.oddsRatio("race[3]")));
 * DoseResponse.of("Low birth weight", "race", rows).description()   // "white: reference. black: 2.33...
 * }</pre>
 */
public final class DoseResponse {

    private static final double LEFT = 78;
    private static final double TOP = 44;
    private static final double HEIGHT = 240;
    private static final double LEAST_STEP = 80;
    private static final double MOST_STEP = 180;

    private DoseResponse() {}

    /**
     * The levels from left to right.
     *
     * @param exposure the words below the axis of the levels
     * @param levels a row a level; one without an estimate is the reference
     * @throws cohortkit.core.InputException if no level has an estimate, or their measures differ
     */
    public static Picture of(String title, String exposure, List<ForestPlot.Row> levels) {
        List<Estimate> estimates = EstimateAxis.requireOneMeasure(
                levels.stream().flatMap(row -> row.estimate().stream()).toList());
        Measure measure = estimates.get(0).measure();
        double step = levels.stream()
                .mapToDouble(row -> FontWidths.of(row.label(), false) + 16)
                .max()
                .orElse(LEAST_STEP);
        step = Math.min(MOST_STEP, Math.max(LEAST_STEP, step));
        double bottom = TOP + HEIGHT;
        double right = LEFT + step * levels.size();
        Axis axis = EstimateAxis.of(estimates, bottom, TOP);
        Drawing drawing = new Drawing();
        drawing.bold(12, 26, Drawing.Anchor.START, title);
        for (double tick : axis.ticks()) {
            drawing.line(LEFT - 5, axis.at(tick), LEFT, axis.at(tick), Drawing.INK, 1);
            String words = measure.isPercent() ? Axis.words(tick * 100) + " %" : Axis.words(tick);
            drawing.text(LEFT - 9, axis.at(tick) + 4.5, Drawing.Anchor.END, words);
        }
        if (measure.hasNull() && axis.holds(measure.nullValue())) {
            drawing.dashed(LEFT, axis.at(measure.nullValue()), right, axis.at(measure.nullValue()), Drawing.QUIET);
        }
        drawing.line(LEFT, TOP, LEFT, bottom, Drawing.INK, 1);
        drawing.line(LEFT, bottom, right, bottom, Drawing.INK, 1);
        List<String> description = new ArrayList<>();
        for (int i = 0; i < levels.size(); i++) {
            ForestPlot.Row level = levels.get(i);
            double x = LEFT + step * (i + 0.5);
            point(drawing, axis, level, measure, x);
            drawing.text(x, bottom + 19, Drawing.Anchor.MIDDLE, FontWidths.fit(level.label(), step - 8));
            description.add(level.label() + ": " + ForestPlot.words(level));
        }
        drawing.quiet((LEFT + right) / 2, bottom + 40, Drawing.Anchor.MIDDLE, exposure);
        drawing.upright(18, (TOP + bottom) / 2, measure.label());
        double width = Math.max(right + 16, 24 + FontWidths.of(title, true));
        return drawing.picture(title, description, width, bottom + 52);
    }

    private static void point(Drawing drawing, Axis axis, ForestPlot.Row level, Measure measure, double x) {
        if (level.estimate().isEmpty()) {
            if (measure.hasNull() && axis.holds(measure.nullValue())) {
                drawing.ring(x, axis.at(measure.nullValue()), 4.5, Drawing.INK);
            }
            return;
        }
        Estimate estimate = level.estimate().get();
        if (estimate.interval().exists()) {
            double lower = estimate.interval().lower();
            double upper = estimate.interval().upper();
            drawing.line(x, axis.at(lower), x, axis.at(upper), Drawing.INK, 1.5);
            end(drawing, axis, lower, x, 1);
            end(drawing, axis, upper, x, -1);
        }
        if (axis.holds(estimate.value())) {
            drawing.bar(x - 4, axis.at(estimate.value()) - 4, 8, 8, Drawing.BLUE);
        }
    }

    private static void end(Drawing drawing, Axis axis, double limit, double x, int side) {
        double y = axis.at(limit);
        if (axis.holds(limit)) {
            drawing.line(x - 4, y, x + 4, y, Drawing.INK, 1.5);
        } else {
            drawing.polygon(Drawing.INK, x, y + side * 3, x - 4.5, y - side * 5, x + 4.5, y - side * 5);
        }
    }
}
