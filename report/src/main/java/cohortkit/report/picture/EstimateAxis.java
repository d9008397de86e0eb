package cohortkit.report.picture;

import cohortkit.core.Estimate;
import cohortkit.core.InputException;
import cohortkit.core.Measure;
import cohortkit.core.Scale;
import java.util.List;

/** The axis on which estimates of one measure stand: logarithmic for ratios, with the value of no association on it. */
final class EstimateAxis {

    /** How far it goes beyond the outermost estimate, as a factor or a multiple of their spread. */
    private static final double REACH = 12;

    private EstimateAxis() {}

    static List<Estimate> requireOneMeasure(List<Estimate> estimates) {
        if (estimates.isEmpty()) {
            throw new InputException("a plot needs at least one estimate; no row has one");
        }
        Measure measure = estimates.get(0).measure();
        estimates.stream().filter(e -> e.measure() != measure).findFirst().ifPresent(other -> {
            throw new InputException("a plot has one axis: " + measure.label() + " and "
                    + other.measure().label() + " do not go on it together; make a plot of each");
        });
        return estimates;
    }

    static Axis of(List<Estimate> estimates, double from, double to) {
        Measure measure = estimates.get(0).measure();
        boolean log = measure.scale() == Scale.LOG;
        double nil = measure.hasNull() && Double.isFinite(measure.nullValue()) ? measure.nullValue() : Double.NaN;
        double[] points = estimates.stream()
                .mapToDouble(Estimate::value)
                .filter(x -> Double.isFinite(x) && (!log || x > 0))
                .toArray();
        double least = Double.isNaN(nil) ? Double.POSITIVE_INFINITY : nil;
        double most = Double.isNaN(nil) ? Double.NEGATIVE_INFINITY : nil;
        for (double point : points) {
            least = Math.min(least, point);
            most = Math.max(most, point);
        }
        if (least > most) { // every estimate is infinite or 0, and there is no null value
            least = log ? 1 : 0;
            most = log ? 1 : 0;
        }
        double reach = log ? 0 : REACH * Math.max(most - least, Math.max(Math.abs(most), Math.abs(least)) * 0.1);
        double floor = log ? least / REACH : least - reach;
        double ceiling = log ? most * REACH : most + reach;
        double low = least;
        double high = most;
        for (Estimate estimate : estimates) {
            if (estimate.interval().exists()) {
                low = Math.min(low, Math.max(floor, estimate.interval().lower()));
                high = Math.max(high, Math.min(ceiling, estimate.interval().upper()));
            }
        }
        return log
                ? new Axis(true, low / 1.15, high * 1.15, from, to)
                : new Axis(false, low - pad(low, high), high + pad(low, high), from, to);
    }

    private static double pad(double low, double high) {
        return high > low ? 0.05 * (high - low) : Math.max(1, Math.abs(high)) * 0.5;
    }
}
