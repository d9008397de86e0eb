package cohortkit.stats.rate;

import cohortkit.core.Convention;
import cohortkit.core.DisplayNumber;
import cohortkit.core.Estimate;
import cohortkit.core.InputException;
import cohortkit.core.Interval;
import cohortkit.core.Measure;

/**
 * Events in an amount of person-time.
 *
 * <pre>{@code
 * new Rate(41, 28010).estimate()   // 0.00146 (95 % CI 0.00105 to 0.00199; exact)
 * new Rate(41, 28010)              // 41/28010 = 0.00146
 * }</pre>
 *
 * @param events how often it happened, 0 or more
 * @param personTime the time that people were watched, above 0, in any unit: the rate is per that unit
 */
public record Rate(long events, double personTime) {

    /** Checks that events ≥ 0 and person-time is above 0 and finite. */
    public Rate {
        if (events < 0) {
            throw new InputException("a rate needs 0 or more events; was " + events);
        }
        if (!(personTime > 0 && Double.isFinite(personTime))) {
            throw new InputException("a rate needs person-time above 0; was " + personTime);
        }
    }

    /** events / person-time. */
    public double value() {
        return events / personTime;
    }

    /** With the exact interval at 95 %. */
    public Estimate estimate() {
        return estimate(RateInterval.EXACT, Interval.DEFAULT_LEVEL);
    }

    /**
     * With an interval of choice.
     *
     * @param level coverage in (0, 1), for example 0.95
     */
    public Estimate estimate(RateInterval method, double level) {
        Interval count = method.limits((double) events, Interval.requireLevel(level));
        return new Estimate(
                Measure.RATE,
                value(),
                new Interval(count.lower() / personTime, count.upper() / personTime, level),
                Convention.of("events / person-time", method.label()).withZeroCells(method.zeroCells((double) events)));
    }

    /** Such as "41/28010 = 0.00146". */
    @Override
    public String toString() {
        return events + "/" + DisplayNumber.shortest(personTime) + " = " + DisplayNumber.ratio(value());
    }
}
