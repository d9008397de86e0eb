package cohortkit.claims.arithmetic;

import cohortkit.claims.Printed;
import cohortkit.claims.PrintedRange;
import cohortkit.claims.Rounding;
import cohortkit.claims.Verdict;
import cohortkit.claims.check.Check;
import cohortkit.claims.check.Checked;
import cohortkit.claims.printed.PrintedInterval;
import cohortkit.core.InputException;
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

    /** Checks that it is of people: a change may be negative, or have its limits in another order. */
    public ShareLimits {
        if (interval.lower().range().upper() < 0 || interval.upper().range().upper() < 0) {
            throw new InputException("a percentage of people has limits of 0 or more; was " + interval);
        }
    }

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

    /** Whatever the order of the limits. */
    private boolean isOutside() {
        PrintedRange share = interval.leading().range(Rounding.ANY);
        PrintedRange lower = interval.lower().range(Rounding.ANY);
        PrintedRange upper = interval.upper().range(Rounding.ANY);
        return share.upper() < Math.min(lower.lower(), upper.lower())
                || share.lower() > Math.max(lower.upper(), upper.upper());
    }

    private Verdict verdict() {
        if (isOutside()) {
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
