package cohortkit.stats.rate;

import cohortkit.core.Cohort;
import cohortkit.core.Convention;
import cohortkit.core.DisplayNumber;
import cohortkit.core.Estimate;
import cohortkit.core.InputException;
import cohortkit.core.Interval;
import cohortkit.core.Measure;
import cohortkit.stats.table.TableRow;
import java.util.List;

/**
 * Events and person-time of the exposed and the unexposed. Nothing is added to empty cells: a ratio is then 0, infinite,
 * or NaN with the reason in its convention.
 *
 * <pre>{@code
 * var table = new RateTable(41, 28010, 15, 19017);
 * table.rateRatio()        // 1.86 (95 % CI 1.03 to 3.35; log Wald)
 * table.rateDifference()   // 0.000675 (95 % CI 0.0000749 to 0.00128; Wald)
 * }</pre>
 *
 * @param exposedEvents events of the exposed, 0 or more
 * @param exposedTime their person-time, above 0
 * @param unexposedEvents events of the unexposed
 * @param unexposedTime their person-time in the same unit
 * @param labels what the rows mean
 */
public record RateTable(
        long exposedEvents, double exposedTime, long unexposedEvents, double unexposedTime, RateLabels labels) {

    /** Checks counts and times as {@link Rate} does; an error if the events add up to more than 2^63 - 1. */
    public RateTable {
        new Rate(exposedEvents, exposedTime);
        new Rate(unexposedEvents, unexposedTime);
        try {
            Math.addExact(exposedEvents, unexposedEvents);
        } catch (ArithmeticException e) {
            throw new InputException(
                    "the events " + exposedEvents + " and " + unexposedEvents + " add up to more than 2^63 - 1", e);
        }
    }

    /** A table of bare numbers. */
    public RateTable(long exposedEvents, double exposedTime, long unexposedEvents, double unexposedTime) {
        this(exposedEvents, exposedTime, unexposedEvents, unexposedTime, RateLabels.NONE);
    }

    /**
     * Adds up the rows in which exposure, events and person-time are known; {@link RateLabels#leftOut()} counts the others.
     *
     * @param exposure a binary variable (see {@link Cohort#events})
     * @param events a binary variable, or a number: how many events a row stands for
     * @param personTime a number of 0 or more: the time that the people of a row were watched
     * @throws InputException if a variable is of another kind, a count is not whole, a time negative, or one of the two
     *     groups has no person-time
     */
    public static RateTable of(Cohort cohort, String exposure, String events, String personTime) {
        return PersonTime.of(cohort, exposure, events, personTime).table();
    }

    /** All events. */
    public long events() {
        return exposedEvents + unexposedEvents;
    }

    /** The rate of the exposed, then of the unexposed. */
    public List<Rate> rates() {
        return List.of(new Rate(exposedEvents, exposedTime), new Rate(unexposedEvents, unexposedTime));
    }

    /** The rate ratio, log Wald at 95 %. */
    public Estimate rateRatio() {
        return rateRatio(RateRatioInterval.LOG_WALD, Interval.DEFAULT_LEVEL);
    }

    /**
     * The rate ratio, {@code (a / T1) / (c / T0)}: 0 without events in the exposed, infinite without events in the
     * unexposed, NaN without any.
     *
     * @param level coverage in (0, 1), for example 0.95
     */
    public Estimate rateRatio(RateRatioInterval method, double level) {
        Interval.requireLevel(level);
        Convention convention = labels.convention("ratio of two rates", method.label());
        if (events() == 0) {
            return new Estimate(
                    Measure.RATE_RATIO,
                    Double.NaN,
                    new Interval(0, Double.POSITIVE_INFINITY, level),
                    convention.withZeroCells("undefined: nobody has an event"));
        }
        boolean empty = exposedEvents == 0 || unexposedEvents == 0;
        if (empty && method == RateRatioInterval.LOG_WALD) {
            convention = convention.withZeroCells("no limits: 0 to Inf");
        }
        return new Estimate(Measure.RATE_RATIO, ratioValue(), method.limits(this, level), convention);
    }

    /** The rate difference, Wald at 95 %. */
    public Estimate rateDifference() {
        return rateDifference(RateDifferenceInterval.WALD, Interval.DEFAULT_LEVEL);
    }

    /** The rate difference, {@code a / T1 - c / T0}, per unit of person-time. */
    public Estimate rateDifference(RateDifferenceInterval method, double level) {
        Interval.requireLevel(level);
        Convention convention = labels.convention("difference of two rates", method.label());
        if (events() == 0 && method == RateDifferenceInterval.WALD) {
            convention = convention.withZeroCells("without events the formula has no width");
        }
        return new Estimate(Measure.RATE_DIFFERENCE, differenceValue(), method.limits(this, level), convention);
    }

    /**
     * Rates, ratio and difference by every method, a row each, interval and p-value of a row by the same method.
     *
     * @param level coverage in (0, 1), for example 0.95
     */
    public List<TableRow> measures(double level) {
        return new RateMeasures(level).of(this);
    }

    /** NaN for 0/0. */
    double ratioValue() {
        return (double) exposedEvents / unexposedEvents * (unexposedTime / exposedTime);
    }

    double differenceValue() {
        return exposedEvents / exposedTime - unexposedEvents / unexposedTime;
    }

    /** The exposed's share of the person-time. */
    double exposedShare() {
        return exposedTime / (exposedTime + unexposedTime);
    }

    RateTable exchanged() {
        return new RateTable(unexposedEvents, unexposedTime, exposedEvents, exposedTime, labels);
    }

    /** A title, then a line each for exposed and unexposed. */
    @Override
    public String toString() {
        return "person-time " + DisplayNumber.shortest(exposedTime + unexposedTime) + ", events " + events() + "\n  "
                + labels.exposed() + ": " + rates().get(0) + "\n  " + labels.unexposed() + ": "
                + rates().get(1);
    }
}
