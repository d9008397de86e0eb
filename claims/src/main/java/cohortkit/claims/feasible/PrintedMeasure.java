package cohortkit.claims.feasible;

import cohortkit.claims.Printed;
import cohortkit.claims.PrintedRange;
import cohortkit.claims.Rounding;

/**
 * A printed ratio or difference of shares.
 *
 * @param rounding how it was rounded
 */
record PrintedMeasure(CountMeasure measure, Printed printed, Rounding rounding, SumBounds sums)
        implements CountCondition {

    @Override
    public boolean mayHold(long[] low, long[] high) {
        PrintedRange range = printed.range(rounding);
        return !measure.isUndefined(high)
                && new Span(measure.lowest(low, high, sums), measure.highest(low, high, sums))
                        .meets(range.lower(), range.upper());
    }

    @Override
    public int[] cells() {
        return measure.parts();
    }

    /** 0/0 prints as nothing, and an infinite ratio as a lower bound alone. */
    @Override
    public boolean holds(long[] counts) {
        double x = measure.value(counts);
        return !Double.isNaN(x) && printed.admits(x, rounding);
    }
}
