package cohortkit.report.picture;

import cohortkit.claims.robustness.Dimension;
import cohortkit.claims.robustness.GridPoint;
import cohortkit.claims.robustness.Robustness;
import cohortkit.core.Count;
import cohortkit.core.Estimate;
import cohortkit.core.InputException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A specification curve (Simonsohn, Simmons and Nelson 2020): every way through the choices from the lowest estimate to the
 * highest, a filled mark where the claim holds and a ring where it does not; below, which choices each way made.
 *
 * <pre>{@code
 * var robustness = AssociationGrid.of(patients, "rls", "insomnia").excluding("age < 30").claim(">1");
 * RobustnessPlot.of(robustness).title()   // "The claim holds in 24 of 24 analyses"
 * }</pre>
 */
public final class RobustnessPlot {

    private static final double MARGIN = 12;
    private static final double GAP = 16;
    private static final double TOP = 44;
    private static final double CURVE = 200;
    private static final double ROW = 18;
    private static final double MOST_LABEL = 260;
    private static final double LEAST_STEP = 4;
    private static final double MOST_STEP = 22;
    private static final double PLOT = 480;
    private static final int MOST_WAYS = 300;

    private RobustnessPlot() {}

    /**
     * The curve and the choices.
     *
     * @throws InputException if no way has an estimate, their scales differ, or there are more than 300
     */
    public static Picture of(Robustness robustness) {
        List<GridPoint> points = robustness.points().stream()
                .filter(point -> point.estimate().isPresent())
                .sorted(Comparator.comparingDouble(
                        point -> point.estimate().orElseThrow().value()))
                .toList();
        if (points.size() > MOST_WAYS) {
            throw new InputException(points.size() + " ways do not fit into a picture, " + MOST_WAYS
                    + " do; leave choices out, or take its points as data");
        }
        List<Estimate> estimates =
                points.stream().map(point -> point.estimate().orElseThrow()).toList();
        requireOneScale(estimates);
        double label = robustness.dimensions().stream()
                .flatMap(dimension -> dimension.options().stream())
                .mapToDouble(option -> FontWidths.of(option, false))
                .max()
                .orElse(0);
        double left = MARGIN + Math.max(60, Math.min(MOST_LABEL, label)) + GAP;
        double step = Math.max(LEAST_STEP, Math.min(MOST_STEP, PLOT / points.size()));
        Drawing drawing = new Drawing();
        String title = "The claim holds in " + robustness.holding() + " of "
                + Count.of(robustness.points().size(), "analysis", "analyses");
        drawing.bold(MARGIN, 26, Drawing.Anchor.START, title);
        double right = left + step * points.size();
        drawCurve(drawing, points, estimates, left, step);
        double bottom = drawChoices(drawing, robustness.dimensions(), points, left, step);
        List<String> description = new ArrayList<>(List.of(title));
        for (Dimension dimension : robustness.dimensions()) {
            for (Map.Entry<String, Long> option :
                    robustness.holdingBy(dimension.name()).entrySet()) {
                description.add(dimension.name() + " " + option.getKey() + ": holds in " + option.getValue());
            }
        }
        double width = Math.max(right + MARGIN, 2 * MARGIN + FontWidths.of(title, true));
        return drawing.picture(title, description, width, bottom + MARGIN);
    }

    /** Risk and odds ratios may stand on one axis; a ratio and a difference may not. */
    private static void requireOneScale(List<Estimate> estimates) {
        if (estimates.isEmpty()) {
            throw new InputException("no way through the choices has an estimate; there is nothing to draw");
        }
        Estimate first = estimates.get(0);
        estimates.stream()
                .filter(e -> e.measure().scale() != first.measure().scale())
                .findFirst()
                .ifPresent(other -> {
                    throw new InputException(first.measure().label() + " and "
                            + other.measure().label() + " do not go on one axis; make a picture of each");
                });
    }

    private static void drawCurve(
            Drawing drawing, List<GridPoint> points, List<Estimate> estimates, double left, double step) {
        Axis axis = EstimateAxis.of(estimates, TOP + CURVE, TOP);
        double right = left + step * points.size();
        for (double tick : axis.ticks()) {
            drawing.line(left - 5, axis.at(tick), left, axis.at(tick), Drawing.INK, 1);
            drawing.text(left - 9, axis.at(tick) + 4.5, Drawing.Anchor.END, Axis.words(tick));
        }
        double nil = estimates.get(0).measure().nullValue();
        if (estimates.get(0).measure().hasNull() && axis.holds(nil)) {
            drawing.dashed(left, axis.at(nil), right, axis.at(nil), Drawing.QUIET);
        }
        drawing.line(left, TOP, left, TOP + CURVE, Drawing.INK, 1);
        for (int i = 0; i < points.size(); i++) {
            double x = left + step * (i + 0.5);
            Estimate estimate = estimates.get(i);
            if (estimate.interval().exists()) {
                double lower = axis.at(estimate.interval().lower());
                drawing.line(x, lower, x, axis.at(estimate.interval().upper()), Drawing.INK, 1);
            }
            mark(drawing, x, axis.at(estimate.value()), step, points.get(i).holds());
        }
    }

    private static double drawChoices(
            Drawing drawing, List<Dimension> dimensions, List<GridPoint> points, double left, double step) {
        double y = TOP + CURVE + 14;
        for (Dimension dimension : dimensions) {
            y += ROW;
            drawing.quiet(MARGIN, y, Drawing.Anchor.START, FontWidths.fit(dimension.name(), MOST_LABEL));
            for (String option : dimension.options()) {
                y += ROW;
                drawing.text(left - 9, y, Drawing.Anchor.END, FontWidths.fit(option, left - 9 - MARGIN));
                for (int i = 0; i < points.size(); i++) {
                    if (Objects.equals(points.get(i).choices().get(dimension.name()), option)) {
                        mark(
                                drawing,
                                left + step * (i + 0.5),
                                y - 4,
                                step,
                                points.get(i).holds());
                    }
                }
            }
        }
        return y;
    }

    private static void mark(Drawing drawing, double x, double y, double step, boolean holds) {
        double radius = Math.min(4, step / 2 - 0.4);
        if (holds) {
            drawing.circle(x, y, radius, Drawing.BLUE);
        } else {
            drawing.ring(x, y, radius, Drawing.INK);
        }
    }
}
