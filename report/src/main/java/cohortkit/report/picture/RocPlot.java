package cohortkit.report.picture;

import cohortkit.core.Estimate;
import cohortkit.core.Interval;
import cohortkit.stats.regression.diagnostics.RocCurve;
import cohortkit.stats.regression.diagnostics.RocPoint;
import java.util.List;

/**
 * A ROC curve: sensitivity against 1 - specificity, with the area below it and the point of Youden's index.
 *
 * <pre>{@code
 * RocPlot.of(RocCurve.of(Logistic.fit("low ~ age + smoke", births))).title()   // "ROC curve"
 * }</pre>
 */
public final class RocPlot {

    private RocPlot() {}

    /** The curve in the unit square. */
    public static Picture of(RocCurve curve) {
        Drawing drawing = new Drawing();
        UnitSquare.draw(drawing, "ROC curve", "1 - specificity", "sensitivity");
        List<RocPoint> points = curve.points();
        double[] line = new double[2 * points.size()];
        for (int i = 0; i < points.size(); i++) {
            line[2 * i] = UnitSquare.X.at(1 - points.get(i).specificity());
            line[2 * i + 1] = UnitSquare.Y.at(points.get(i).sensitivity());
        }
        drawing.path(Drawing.BLUE, 2, line);
        RocPoint best = curve.youden();
        drawing.ring(UnitSquare.X.at(1 - best.specificity()), UnitSquare.Y.at(best.sensitivity()), 4.5, Drawing.INK);
        Estimate area = curve.area(Interval.DEFAULT_LEVEL);
        String words = "area " + area;
        drawing.text(UnitSquare.LEFT + UnitSquare.SIDE - 8, UnitSquare.BOTTOM - 12, Drawing.Anchor.END, words);
        return drawing.picture(
                "ROC curve",
                List.of(
                        words.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + words.substring(1),
                        "Ring: Youden's index is largest at sensitivity " + Svg.number(best.sensitivity())
                                + " and specificity " + Svg.number(best.specificity())),
                UnitSquare.WIDTH,
                UnitSquare.HEIGHT);
    }
}
