package cohortkit.claims.feasible;

/** {@code factors . counts >= bound}; it narrows the range of each count, given those of the others. */
final class Inequality {

    private static final double SLACK = 1e-9;

    private final double[] factors;
    private final double bound;

    Inequality(double[] factors, double bound) {
        this.factors = factors;
        this.bound = bound;
    }

    /** Narrows the ranges; false if nothing is left. Sets {@code changed[0]} if a range became narrower. */
    boolean narrow(long[] low, long[] high, boolean[] changed) {
        double most = 0;
        double size = Math.abs(bound);
        for (int i = 0; i < factors.length; i++) {
            double term = factors[i] > 0 ? factors[i] * high[i] : factors[i] * low[i];
            most += term;
            size += Math.abs(term);
        }
        double slack = SLACK * (1 + size);
        if (most < bound - slack) {
            return false;
        }
        for (int i = 0; i < factors.length; i++) {
            double f = factors[i];
            if (f == 0 || low[i] == high[i]) {
                continue;
            }
            // f x >= bound - (the most that the others give)
            double rest = bound - slack - (most - (f > 0 ? f * high[i] : f * low[i]));
            if (f > 0) {
                long least = (long) Math.ceil(rest / f - SLACK);
                if (least > low[i]) {
                    low[i] = least;
                    changed[0] = true;
                }
            } else {
                long greatest = (long) Math.floor(rest / f + SLACK);
                if (greatest < high[i]) {
                    high[i] = greatest;
                    changed[0] = true;
                }
            }
            if (low[i] > high[i]) {
                return false;
            }
        }
        return true;
    }
}
