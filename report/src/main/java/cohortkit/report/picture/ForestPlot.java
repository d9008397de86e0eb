package cohortkit.report.picture;

import cohortkit.core.DisplayNumber;
import cohortkit.core.Estimate;
import cohortkit.core.Measure;
import cohortkit.core.Scale;
import cohortkit.stats.regression.Fit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A table and a plot in one: a row an estimate, its words to the right, its interval drawn. Ratios stand on a logarithmic
 * axis. A limit beyond the axis, or infinite, ends in an arrow; what it is stands in words.
 *
 * <pre>{@code
 * var rows = List.of(
 *         ForestPlot.Row.of("all", TwoByTwo.of(births, "smoke", "low").riskRatio()),
 *         ForestPlot.Row.of("score", TwoByTwo.of(births, "smoke", "low").riskRatio(RiskRatioInterval.KOOPMAN_SCORE)));
 * ForestPlot.of("Smoking and low birth weight", rows).height()   // 144.0
 * ForestPlot.of(Logistic.fit("low ~ age + smoke", births)).description()   // "age: 0.95...
 * }</pre>
 */
public final class ForestPlot {

    private static final double ROW = 22;
    private static final double MARGIN = 12;
    private static final double GAP = 18;
    private static final double PLOT = 260;
    private static final double MOST_LABEL = 320;

    /**
     * A line of the plot.
     *
     * @param label its words
     * @param estimate what is drawn; empty for a heading or a reference level
     * @param remark what stands in the place of an absent estimate, such as "reference"
     */
    public record Row(String label, Optional<Estimate> estimate, String remark) {

        /** A row with an estimate. */
        public static Row of(String label, Estimate estimate) {
            return new Row(label, Optional.of(estimate), "");
        }

        /** A row of words alone. */
        public static Row words(String label, String remark) {
            return new Row(label, Optional.empty(), remark);
        }
    }

    private ForestPlot() {}

    /** Every term of a model but the intercept, as ratios where its coefficients are their logarithms. */
    public static Picture of(Fit fit) {
        boolean ratio = fit.model().model().measure().scale() == Scale.LOG;
        List<Row> rows = fit.terms().stream()
                .filter(term -> !term.equals("(Intercept)"))
                .map(term -> Row.of(term, ratio ? fit.ratio(term) : fit.estimate(term)))
                .toList();
        String measures = ratio ? fit.model().model().measure().label() + "s" : "coefficients";
        return of(
                measures.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + measures.substring(1) + " of "
                        + fit.model().formula().outcome(),
                rows);
    }

    /**
     * Estimates of one measure.
     *
     * @throws cohortkit.core.InputException if there are none, or their measures differ
     */
    public static Picture of(String title, List<Row> rows) {
        List<Estimate> estimates = EstimateAxis.requireOneMeasure(
                rows.stream().flatMap(row -> row.estimate().stream()).toList());
        return draw(title, rows, estimates, estimates.get(0).measure());
    }

    private static Picture draw(String title, List<Row> rows, List<Estimate> estimates, Measure measure) {
        double label = rows.stream()
                .mapToDouble(row -> FontWidths.of(row.label(), false))
                .max()
                .orElse(0);
        double labelWidth = Math.min(MOST_LABEL, label) + GAP;
        double wordsWidth = rows.stream()
                .mapToDouble(row -> FontWidths.of(words(row), false))
                .max()
                .orElse(0);
        double left = MARGIN + labelWidth;
        double width = Math.max(left + PLOT + GAP + wordsWidth + MARGIN, 2 * MARGIN + FontWidths.of(title, true));
        double top = MARGIN + 2 * ROW;
        double bottom = top + rows.size() * ROW;
        Axis axis = EstimateAxis.of(estimates, left, left + PLOT);
        Drawing drawing = new Drawing();
        List<String> description = new ArrayList<>();

        drawing.bold(MARGIN, MARGIN + 14, Drawing.Anchor.START, title);
        drawing.quiet(left + PLOT + GAP, top - 8, Drawing.Anchor.START, heading(measure, estimates.get(0)));
        drawAxis(drawing, axis, measure, top, bottom);
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            double y = top + (i + 0.5) * ROW;
            drawing.text(MARGIN, y + 4.5, Drawing.Anchor.START, FontWidths.fit(row.label(), labelWidth - GAP));
            drawing.text(left + PLOT + GAP, y + 4.5, Drawing.Anchor.START, words(row));
            row.estimate().ifPresent(estimate -> drawEstimate(drawing, axis, estimate, y));
            description.add(row.label() + ": " + words(row));
        }
        return drawing.picture(title, description, width, bottom + 2 * ROW);
    }

    private static String heading(Measure measure, Estimate first) {
        String interval = first.interval().exists() ? " (" + first.interval().levelText() + ")" : "";
        return measure.symbol() + interval;
    }

    /** What stands beside a row. */
    static String words(Row row) {
        return row.estimate().map(ForestPlot::words).orElse(row.remark());
    }

    private static String words(Estimate estimate) {
        boolean percent = estimate.measure().isPercent();
        String value = words(estimate.value(), percent);
        return estimate.interval().exists()
                ? value + " (" + words(estimate.interval().lower(), percent) + " to "
                        + words(estimate.interval().upper(), percent) + ")"
                : value;
    }

    private static String words(double x, boolean percent) {
        return percent ? DisplayNumber.percent(x, 1) + " %" : DisplayNumber.ratio(x);
    }

    private static void drawAxis(Drawing drawing, Axis axis, Measure measure, double top, double bottom) {
        if (measure.hasNull() && axis.holds(measure.nullValue())) {
            double x = axis.at(measure.nullValue());
            drawing.dashed(x, top - 4, x, bottom, Drawing.QUIET);
        }
        drawing.line(axis.from(), bottom, axis.to(), bottom, Drawing.INK, 1);
        double free = Double.NEGATIVE_INFINITY;
        for (double tick : axis.ticks()) {
            double x = axis.at(tick);
            drawing.line(x, bottom, x, bottom + 5, Drawing.INK, 1);
            String words = measure.isPercent() ? Axis.words(tick * 100) + " %" : Axis.words(tick);
            double half = FontWidths.of(words, false) / 2;
            if (x - half > free) {
                drawing.text(x, bottom + 19, Drawing.Anchor.MIDDLE, words);
                free = x + half + 4;
            }
        }
        drawing.quiet((axis.from() + axis.to()) / 2, bottom + 36, Drawing.Anchor.MIDDLE, measure.label());
    }

    private static void drawEstimate(Drawing drawing, Axis axis, Estimate estimate, double y) {
        if (estimate.interval().exists()) {
            double lower = estimate.interval().lower();
            double upper = estimate.interval().upper();
            drawing.line(axis.at(lower), y, axis.at(upper), y, Drawing.INK, 1.5);
            end(drawing, axis, lower, y, -1);
            end(drawing, axis, upper, y, 1);
        }
        if (axis.holds(estimate.value())) {
            double x = axis.at(estimate.value());
            drawing.bar(x - 4, y - 4, 8, 8, Drawing.BLUE);
        }
    }

    /** A bar where the limit is on the axis, an arrow where it is not. */
    private static void end(Drawing drawing, Axis axis, double limit, double y, int side) {
        double x = axis.at(limit);
        if (axis.holds(limit)) {
            drawing.line(x, y - 4, x, y + 4, Drawing.INK, 1.5);
        } else {
            drawing.polygon(Drawing.INK, x + side * 3, y, x - side * 5, y - 4.5, x - side * 5, y + 4.5);
        }
    }
}
