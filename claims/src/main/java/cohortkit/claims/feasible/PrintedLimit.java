package cohortkit.claims.feasible;

import cohortkit.claims.Printed;
import cohortkit.claims.PrintedRange;
import cohortkit.claims.Rounding;

/**
 * One printed limit of a ratio, by the log Wald method at 95 %.
 *
 * @param sign -1 for the lower limit, 1 for the upper one
 * @param rounding how it was rounded
 */
record PrintedLimit(CountMeasure ratio, int sign, Printed printed, Rounding rounding, SumBounds sums)
        implements CountCondition {

    private static final double Z = 1.959963984540054;

    @Override
    public boolean mayHold(long[] low, long[] high) {
        Span error = ratio.errorOfLogarithm(low, high, sums);
        Span distance = sign < 0 ? new Span(-Z * error.high(), -Z * error.low()) : error.times(Z);
        double least = Math.log(ratio.lowest(low, high, sums)) + distance.low();
        double most = Math.log(ratio.highest(low, high, sums)) + distance.high();
        PrintedRange range = printed.range(rounding);
        // NaN is an end that is not known.
        return !(Math.exp(least) > range.upper() * (1 + 1e-9)) && !(Math.exp(most) < range.lower() * (1 - 1e-9));
    }

    @Override
    public int[] cells() {
        return ratio.parts();
    }

    /** A table with an empty cell that the ratio reads has no such limits. */
    @Override
    public boolean holds(long[] counts) {
        double error = ratio.errorOfLogarithm(counts);
        double limit = ratio.value(counts) * Math.exp(sign * Z * error);
        return Double.isFinite(limit) && limit > 0 && printed.admits(limit, rounding);
    }
}
