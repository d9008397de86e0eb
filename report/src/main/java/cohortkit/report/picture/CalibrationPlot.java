package cohortkit.report.picture;

import cohortkit.core.DisplayNumber;
import cohortkit.core.Estimate;
import cohortkit.core.Interval;
import cohortkit.stats.regression.diagnostics.Calibration;
import cohortkit.stats.regression.diagnostics.CalibrationGroup;
import cohortkit.stats.regression.diagnostics.CalibrationPoint;
import java.util.ArrayList;
import java.util.List;

/**
 * Observed against predicted risks: a square a group of people with its interval, and a smooth curve; on the diagonal
 * every risk is true.
 *
 * <pre>{@code
 * CalibrationPlot.of(Calibration.of(Logistic.fit("low ~ age + lwt", births)), 5).title()   // "Calibration"
 * }</pre>
 */
public final class CalibrationPlot {

    private CalibrationPlot() {}

    /**
     * The groups and the curve in the unit square.
     *
     * @param groups how many groups of about equal size, such as 10
     * @throws cohortkit.core.InputException if the data do not allow so many
     */
    public static Picture of(Calibration calibration, int groups) {
        Drawing drawing = new Drawing();
        UnitSquare.draw(drawing, "Calibration", "predicted risk", "observed risk");
        List<CalibrationPoint> curve = calibration.curve();
        double[] line = new double[2 * curve.size()];
        for (int i = 0; i < curve.size(); i++) {
            line[2 * i] = UnitSquare.X.at(curve.get(i).predicted());
            line[2 * i + 1] = UnitSquare.Y.at(curve.get(i).observed());
        }
        drawing.path(Drawing.BLUE, 2, line);
        List<String> description = new ArrayList<>();
        for (CalibrationGroup group : calibration.groups(groups)) {
            Estimate observed = group.observed(Interval.DEFAULT_LEVEL);
            double x = UnitSquare.X.at(group.risk());
            double y = UnitSquare.Y.at(observed.value());
            drawing.line(
                    x,
                    UnitSquare.Y.at(observed.interval().lower()),
                    x,
                    UnitSquare.Y.at(observed.interval().upper()),
                    Drawing.INK,
                    1.2);
            drawing.bar(x - 4, y - 4, 8, 8, Drawing.INK);
            description.add("Predicted " + DisplayNumber.percent(group.risk(), 1) + " %, observed " + observed);
        }
        return drawing.picture("Calibration", description, UnitSquare.WIDTH, UnitSquare.HEIGHT);
    }
}
