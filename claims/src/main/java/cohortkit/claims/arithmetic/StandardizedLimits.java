package cohortkit.claims.arithmetic;

import cohortkit.claims.Printed;
import cohortkit.claims.PrintedRange;
import cohortkit.claims.Rounding;
import cohortkit.claims.Verdict;
import cohortkit.claims.check.Boxes;
import cohortkit.claims.check.Check;
import cohortkit.claims.check.Checked;
import cohortkit.claims.printed.PrintedInterval;
import cohortkit.core.InputException;
import cohortkit.core.Interval;
import cohortkit.stats.rate.Rate;
import cohortkit.stats.rate.RateInterval;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The interval of a standardized ratio against its observed and expected events: which of the usual methods gives the limits.
 * One that none gives is contradicted only beyond all of them, since there are other methods.
 *
 * <pre>{@code
 * var limits = StandardizedLimits.of("64", "45.6", "1.40 (1.08-1.79)");
 * limits.fitting()                       // [EXACT, BYAR]
 * limits.checked().verdict().kind()      // POSSIBLE
 * StandardizedLimits.of("64", "45.6", "1.40 (0.9-1.79)").checked().verdict().kind()   // CONTRADICTED
 * }</pre>
 *
 * @param observed events, exact
 * @param expected events as printed, above 0
 * @param interval the ratio with its limits
 */
public record StandardizedLimits(long observed, Printed expected, PrintedInterval interval) implements Check {

    /** Checks the numbers. */
    public StandardizedLimits {
        if (observed < 0
                || !(expected.range().lower() > 0)
                || Double.isInfinite(expected.range().upper())) {
            throw new InputException(
                    "a standardized ratio needs observed events of 0 or more and expected ones above 0;" + " was "
                            + observed + " and " + expected);
        }
    }

    /** From the texts as printed. */
    public static StandardizedLimits of(String observed, String expected, String ratio) {
        return new StandardizedLimits(whole(observed), Printed.parse(expected), IntervalSymmetry.interval(ratio));
    }

    private static long whole(String events) {
        Printed printed = Printed.parse(events);
        double middle = (printed.range().lower() + printed.range().upper()) / 2;
        if (middle != Math.rint(middle)) {
            throw new InputException("observed events are a whole number; was '" + events + "'");
        }
        return (long) middle;
    }

    /** The methods whose limits print so, figures rounded to the nearest or cut off. */
    public List<RateInterval> fitting() {
        return methods(Rounding.ANY);
    }

    private List<RateInterval> methods(Rounding rounding) {
        List<RateInterval> methods = new ArrayList<>();
        for (RateInterval method : RateInterval.values()) {
            Interval limits = limits(method);
            boolean lower = Boxes.overlap(interval.lower(), r -> over(limits.lower(), r), rounding);
            if (lower && Boxes.overlap(interval.upper(), r -> over(limits.upper(), r), rounding)) {
                methods.add(method);
            }
        }
        return methods;
    }

    private PrintedRange over(double events, Rounding rounding) {
        PrintedRange range = expected.range(rounding);
        return new PrintedRange(events / range.upper(), events / Math.max(Double.MIN_NORMAL, range.lower()));
    }

    @Override
    public Checked checked() {
        return new Checked(
                "limits of a standardized ratio",
                observed + " / " + expected + " = " + interval,
                verdict(),
                "events of a Poisson distribution");
    }

    private Verdict verdict() {
        List<RateInterval> nearest = methods(Rounding.HALF_EITHER);
        if (!nearest.isEmpty()) {
            return new Verdict.Possible("limits as " + nearest + " gives them");
        }
        List<RateInterval> any = fitting();
        if (!any.isEmpty()) {
            return new Verdict.Possible("limits as " + any + " gives them: only if some figures were truncated");
        }
        String text = "none of the usual methods gives these limits: lower ones are "
                + text(interval.lower(), Interval::lower) + ", upper ones " + text(interval.upper(), Interval::upper);
        boolean isBeyond = isBeyond(interval.lower(), Interval::lower) || isBeyond(interval.upper(), Interval::upper);
        return isBeyond ? new Verdict.Contradicted(text) : new Verdict.NotCheckable(text);
    }

    private String text(Printed printed, ToDoubleFunction<Interval> end) {
        return Boxes.text(printed, hull(end, Rounding.HALF_EITHER));
    }

    /** Whether it is outside of all that the usual methods give, figures rounded or cut off. */
    private boolean isBeyond(Printed printed, ToDoubleFunction<Interval> end) {
        return !Boxes.overlap(printed, rounding -> hull(end, rounding), Rounding.ANY);
    }

    /** From the lowest to the highest of the usual methods' limits. */
    private PrintedRange hull(ToDoubleFunction<Interval> end, Rounding rounding) {
        double lowest = Double.POSITIVE_INFINITY;
        double highest = 0;
        for (RateInterval method : RateInterval.values()) {
            PrintedRange limits = over(end.applyAsDouble(limits(method)), rounding);
            lowest = Math.min(lowest, limits.lower());
            highest = Math.max(highest, limits.upper());
        }
        return new PrintedRange(lowest, highest);
    }

    private Interval limits(RateInterval method) {
        return new Rate(observed, 1).estimate(method, interval.levelOrDefault()).interval();
    }
}
