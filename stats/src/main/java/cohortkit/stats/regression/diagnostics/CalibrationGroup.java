package cohortkit.stats.regression.diagnostics;

import cohortkit.core.Estimate;
import cohortkit.stats.Proportion;
import cohortkit.stats.ProportionInterval;

/**
 * People of about one predicted risk.
 *
 * <pre>{@code
 * Calibration.of(fit).groups(4).get(0).n()   // 83
 * }</pre>
 *
 * @param n how many there are
 * @param events how many had the event
 * @param risk their mean predicted risk
 */
public record CalibrationGroup(long n, long events, double risk) {

    /** With the people of another. */
    CalibrationGroup with(CalibrationGroup other) {
        long people = n + other.n;
        return new CalibrationGroup(people, events + other.events, (n * risk + other.n * other.risk) / people);
    }

    /** The observed risk with Wilson's interval. */
    public Estimate observed(double level) {
        return new Proportion(events, n).estimate(ProportionInterval.WILSON, level);
    }
}
