package cohortkit.claims.arithmetic;

import cohortkit.claims.PrintedRange;
import cohortkit.claims.Rounding;
import cohortkit.claims.printed.PrintedInterval;
import cohortkit.core.Scale;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The estimates b and standard errors s, on the scale of the interval, that print as an estimate with the limits b - q s and
 * b + q s: a polygon, given by its corners, since each printed number keeps b, b - q s or b + q s between two ends.
 *
 * @param estimate the ends of b
 * @param lower the ends of the lower limit
 * @param upper the ends of the upper limit
 * @param quantile of the standard normal (or Student's) distribution, q
 */
record WaldBox(PrintedRange estimate, PrintedRange lower, PrintedRange upper, double quantile) {

    /** Relative to the size of the numbers; far below any printed digit. */
    private static final double SLACK = 1e-9;

    private static final double LEAST = 1e-300;

    /** A corner of the polygon. */
    record Point(double b, double s) {
        double statistic() {
            return s == 0 ? (b == 0 ? 0 : Double.POSITIVE_INFINITY) : Math.abs(b / s);
        }
    }

    static WaldBox of(PrintedInterval printed, Scale scale, Rounding rounding, double quantile) {
        return new WaldBox(
                onScale(printed.leading().range(rounding), scale),
                onScale(printed.lower().range(rounding), scale),
                onScale(printed.upper().range(rounding), scale),
                quantile);
    }

    private static PrintedRange onScale(PrintedRange range, Scale scale) {
        return scale == Scale.LOG
                ? new PrintedRange(Math.log(Math.max(LEAST, range.lower())), Math.log(Math.max(LEAST, range.upper())))
                : range;
    }

    /** The statistics |b| / s over the polygon; empty if there is none, the limits not being equally far from the estimate. */
    Optional<PrintedRange> statistics() {
        List<Point> corners = corners();
        if (corners.isEmpty()) {
            return Optional.empty();
        }
        double least = corners.stream().mapToDouble(Point::statistic).min().orElseThrow();
        double most = corners.stream().mapToDouble(Point::statistic).max().orElseThrow();
        boolean crossesNull =
                corners.stream().anyMatch(c -> c.b() <= 0) && corners.stream().anyMatch(c -> c.b() >= 0);
        return Optional.of(new PrintedRange(crossesNull ? 0 : least, most));
    }

    /** The statistics if either limit alone may tell the standard error; for intervals that are not Wald's. */
    PrintedRange looseStatistics() {
        double below = Math.max(0, estimate.lower() - lower.upper());
        double above = Math.max(0, upper.lower() - estimate.upper());
        double least = Math.min(below, above) / quantile;
        double most = Math.max(estimate.upper() - lower.lower(), upper.upper() - estimate.lower()) / quantile;
        double near = estimate.contains(0) ? 0 : Math.min(Math.abs(estimate.lower()), Math.abs(estimate.upper()));
        double far = Math.max(Math.abs(estimate.lower()), Math.abs(estimate.upper()));
        return new PrintedRange(most > 0 ? near / most : 0, least > 0 ? far / least : Double.POSITIVE_INFINITY);
    }

    /** Whether the estimate may lie between its limits. */
    boolean isOrdered() {
        return lower.lower() <= estimate.upper() && estimate.lower() <= upper.upper() && lower.lower() <= upper.upper();
    }

    private List<Point> corners() {
        // Each side: c1 b + c2 s = end, kept on one side of it.
        double[][] sides = {
            {1, 0, estimate.lower()}, {1, 0, estimate.upper()},
            {1, -quantile, lower.lower()}, {1, -quantile, lower.upper()},
            {1, quantile, upper.lower()}, {1, quantile, upper.upper()},
            {0, 1, 0}
        };
        List<Point> corners = new ArrayList<>();
        for (int i = 0; i < sides.length; i++) {
            for (int j = i + 1; j < sides.length; j++) {
                double determinant = sides[i][0] * sides[j][1] - sides[j][0] * sides[i][1];
                if (determinant != 0) {
                    double b = (sides[i][2] * sides[j][1] - sides[j][2] * sides[i][1]) / determinant;
                    double s = (sides[i][0] * sides[j][2] - sides[j][0] * sides[i][2]) / determinant;
                    if (holds(b, s)) {
                        corners.add(new Point(b, Math.max(0, s)));
                    }
                }
            }
        }
        return corners;
    }

    private boolean holds(double b, double s) {
        return s >= -SLACK && within(estimate, b) && within(lower, b - quantile * s) && within(upper, b + quantile * s);
    }

    private static boolean within(PrintedRange range, double x) {
        double slack = SLACK * Math.max(1, Math.abs(x));
        return range.lower() - slack <= x && x <= range.upper() + slack;
    }
}
