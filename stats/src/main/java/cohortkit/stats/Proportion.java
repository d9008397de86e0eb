package cohortkit.stats;

import cohortkit.core.Convention;
import cohortkit.core.DisplayNumber;
import cohortkit.core.Estimate;
import cohortkit.core.InputException;
import cohortkit.core.Interval;
import cohortkit.core.Measure;
import java.util.List;

/**
 * A number of events among a number of people.
 *
 * <pre>{@code
 * new Proportion(46, 333).estimate()   // 13.8 % (95 % CI 10.5 to 17.9; Wilson)
 * }</pre>
 *
 * @param events people with the event, from 0 to n
 * @param n people, at least 1
 */
public record Proportion(long events, long n) {

    /** Checks that 0 ≤ events ≤ n and n ≥ 1. */
    public Proportion {
        if (n < 1) {
            throw new InputException("a proportion needs at least one person; was " + events + " of " + n);
        }
        if (events < 0 || events > n) {
            throw new InputException("a proportion needs 0 to " + n + " events among " + n + "; was " + events);
        }
    }

    /** events / n, in [0, 1]. */
    public double value() {
        return (double) events / n;
    }

    /** With Wilson's interval at 95 %. */
    public Estimate estimate() {
        return estimate(ProportionInterval.WILSON, Interval.DEFAULT_LEVEL);
    }

    /**
     * With an interval of choice.
     *
     * @param method how the interval is made
     * @param level coverage in (0, 1), for example 0.95
     */
    public Estimate estimate(ProportionInterval method, double level) {
        Interval interval = method.limits((double) events, (double) n, Interval.requireLevel(level));
        Convention convention = Convention.of("events / n", method.label());
        if (events == 0 || events == n) {
            convention = switch (method) {
                case WALD -> convention.withZeroCells("at 0/n and n/n the formula has no width");
                case LOGIT -> convention.withZeroCells("at 0/n and n/n the formula has no limits: 0 to 1");
                default -> convention;
            };
        }
        return new Estimate(Measure.PREVALENCE, value(), interval, convention);
    }

    /** The estimates at 95 % that a package prints by default, one an interval. */
    public List<Estimate> as(Software software) {
        return software.intervals(this).stream()
                .map(method -> estimate(method, Interval.DEFAULT_LEVEL))
                .toList();
    }

    /** Such as "46/333 = 13.8 %". */
    @Override
    public String toString() {
        return events + "/" + n + " = " + DisplayNumber.percent(value(), 1) + " %";
    }
}
