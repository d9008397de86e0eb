package cohortkit.claims.arithmetic;

import cohortkit.claims.Printed;
import cohortkit.claims.Rounding;
import cohortkit.claims.Verdict;
import cohortkit.claims.check.Check;
import cohortkit.claims.check.Checked;
import cohortkit.claims.printed.PrintedInterval;
import cohortkit.core.Interval;
import cohortkit.stats.Proportion;
import cohortkit.stats.ProportionInterval;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The interval of a percentage: outside its limits it is contradicted; where its counts are printed, the verdict says which of
 * the usual methods give the limits. Weights and clusters give others, so that no method is no contradiction.
 *
 * <pre>{@code
 * var limits = ShareLimits.of("14.3% (10.1%-19.8%)", 29, 203);
 * limits.fitting()   // [WILSON, AGRESTI_COULL, LOGIT]
 * ShareLimits.of("14.3% (30.1%-39.8%)", 29, 203).checked().verdict().kind()   // CONTRADICTED
 * }</pre>
 *
 * @param interval the percentage with its limits
 * @param counts what it is of; empty if that is not printed
 */
public record ShareLimits(PrintedInterval interval, Optional<Proportion> counts) implements Check {

    /** From the text as printed, such as "14.3% (10.1%-19.8%)", of so many people. */
    public static ShareLimits of(String share, long events, long n) {
        return new ShareLimits(IntervalSymmetry.interval(share), Optional.of(new Proportion(events, n)));
    }

    /** The methods whose limits print so, rounded or cut off; none without counts. */
    public List<ProportionInterval> fitting() {
        return Arrays.stream(ProportionInterval.values())
                .filter(method ->
                        counts.filter(proportion -> prints(proportion, method)).isPresent())
                .toList();
    }

    private boolean prints(Proportion proportion, ProportionInterval method) {
        Interval limits = limits(proportion, method);
        return prints(interval.lower(), limits.lower()) && prints(interval.upper(), limits.upper());
    }

    private static boolean prints(Printed limit, double value) {
        return limit.admits(value, Rounding.ANY);
    }

    private Interval limits(Proportion proportion, ProportionInterval method) {
        return proportion.estimate(method, interval.levelOrDefault()).interval();
    }

    @Override
    public Checked checked() {
        String of = counts.map(proportion -> proportion.events() + "/" + proportion.n() + " = ")
                .orElse("");
        return Checked.of("limits of a percentage", of + interval, verdict());
    }

    private Verdict verdict() {
        if (IntervalSymmetry.isOutside(interval)) {
            return new Verdict.Contradicted(IntervalSymmetry.OUTSIDE);
        }
        if (counts.isEmpty()) {
            return new Verdict.Possible("it lies between its limits");
        }
        List<ProportionInterval> fitting = fitting();
        Interval wilson = limits(counts.get(), ProportionInterval.WILSON);
        return fitting.isEmpty()
                ? new Verdict.NotCheckable("none of the usual methods gives these limits; Wilson's are "
                        + interval.lower().beside(wilson.lower()) + " to "
                        + interval.upper().beside(wilson.upper()) + "; weights and clusters give others")
                : new Verdict.Possible("limits as "
                        + fitting.stream().map(ProportionInterval::label).collect(Collectors.joining(" or "))
                        + " gives them");
    }
}
