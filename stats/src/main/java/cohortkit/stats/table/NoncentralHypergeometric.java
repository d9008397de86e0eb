package cohortkit.stats.table;

import cohortkit.core.InputException;

/**
 * The distribution of cell a given all margins, at the log odds ratio t. Fisher 1935, J R Stat Soc 98:39. Weights are
 * taken relative to the mode and summed outwards until the terms no longer count, so that a table of 10^12 people needs
 * some million terms and none overflows. Commons Statistics has the central case for {@code int} counts alone.
 */
final class NoncentralHypergeometric {

    private static final double NEGLIGIBLE = 1e-18;
    private static final double RESCALE = 1e-250;
    private static final double LOG_OF_NOTHING = -760;
    private static final long LIMIT = 1_000_000_000_000_000L;

    private final double n1;
    private final double n0;
    private final double m;
    private final long low;
    private final long high;

    NoncentralHypergeometric(TwoByTwo table) {
        if (table.n() > LIMIT) {
            throw new InputException("exact methods take tables of up to 10^15 people; this one has " + table.n());
        }
        this.n1 = table.exposed();
        this.n0 = table.unexposed();
        this.m = table.events();
        this.low = Math.max(0, table.events() - table.unexposed());
        this.high = Math.min(table.exposed(), table.events());
    }

    long low() {
        return low;
    }

    long high() {
        return high;
    }

    /** Weights from x outwards relative to that at x: their sum and their first two moments about x. */
    private record Sums(double weight, double first, double second) {}

    /** w(x + 1) / w(x). */
    private double ratio(long cell, double psi) {
        double x = cell;
        return (n1 - x) * (m - x) / ((x + 1) * (n0 - m + x + 1)) * psi;
    }

    private double step(long x, int direction, double psi) {
        return direction > 0 ? ratio(x, psi) : 1 / ratio(x - 1, psi);
    }

    private boolean isEnd(long x, int direction) {
        return direction > 0 ? x >= high : x <= low;
    }

    private long mode(double psi) {
        long x = Math.max(low, Math.min(high, (long) FittedCell.at(n1, n0, m, psi)));
        while (x < high && ratio(x, psi) > 1) {
            x++;
        }
        while (x > low && ratio(x - 1, psi) < 1) {
            x--;
        }
        return x;
    }

    private Sums outward(long from, int direction, double psi) {
        double term = 1;
        double sum = 1;
        double first = 0;
        double second = 0;
        for (long x = from; !isEnd(x, direction); ) {
            double ratio = step(x, direction, psi);
            term *= ratio;
            x += direction;
            double distance = x - from;
            sum += term;
            first += term * distance;
            second += term * distance * distance;
            if (ratio < 1 && term * ratio * distance * distance <= NEGLIGIBLE * (1 - ratio) * (1 + Math.abs(second))) {
                break;
            }
        }
        return new Sums(sum, first, second);
    }

    /** Weight of the tail that begins where the log weight relative to the mode falls to the bound. */
    private double tailBelow(long mode, int direction, double bound) {
        double scale = 0;
        double term = 1;
        double limit = Math.exp(bound);
        long x = mode;
        while (term > limit && !isEnd(x, direction)) {
            term *= step(x, direction, 1);
            x += direction;
            if (term < RESCALE) {
                scale += Math.log(term);
                term = 1;
                limit = Math.exp(bound - scale);
            }
        }
        return term > limit ? 0 : Math.exp(scale) * term * outward(x, direction, 1).weight;
    }

    /** Log weight of x relative to the mode; -Infinity where it is below the range of double. */
    private double logWeight(long mode, long x, double psi) {
        int direction = x >= mode ? 1 : -1;
        double scale = 0;
        double term = 1;
        for (long y = mode; y != x; y += direction) {
            term *= step(y, direction, psi);
            if (term < RESCALE) {
                scale += Math.log(term);
                term = 1;
                if (scale < LOG_OF_NOTHING) {
                    return Double.NEGATIVE_INFINITY;
                }
            }
        }
        return scale + Math.log(term);
    }

    /**
     * The logarithm of P(X ≥ x) for direction 1, of P(X ≤ x) for direction -1, at log odds ratio t, and its slope.
     *
     * @param share the part of P(X = x) that counts: 1, or 0.5 for mid-p
     */
    Roots.Slope logTail(long x, int direction, double t, double share) {
        double psi = Math.exp(t);
        long mode = mode(psi);
        Sums up = outward(mode, 1, psi);
        Sums down = outward(mode, -1, psi);
        double total = up.weight + down.weight - 1;
        double mean = (up.first + down.first) / total;
        double logWeight = logWeight(mode, x, psi);
        if ((x - mode) * direction >= 0) {
            Sums sums = outward(x, direction, psi);
            double counted = sums.weight - (1 - share);
            return new Roots.Slope(logWeight + Math.log(counted / total), sums.first / counted + (x - mode) - mean);
        }
        Sums sums = outward(x, -direction, psi);
        double others = sums.weight - share;
        double p = Math.exp(logWeight) * others / total;
        double distance = others > 0 ? sums.first / others + (x - mode) - mean : 0;
        return new Roots.Slope(Math.log1p(-p), -p * distance / (1 - p));
    }

    /** P(X ≥ x) for direction 1, P(X ≤ x) for direction -1, where the odds ratio is 1. */
    double tail(long x, int direction, double share) {
        return Math.exp(logTail(x, direction, 0, share).value());
    }

    /** P-value of the central hypothesis t = 0: all tables no likelier than x, with R's relative fuzz of 1e-7. */
    double minimumLikelihood(long x) {
        long mode = mode(1);
        double bound = logWeight(mode, x, 1);
        if (bound == Double.NEGATIVE_INFINITY) {
            return 0;
        }
        bound += Math.log1p(1e-7);
        if (bound >= 0) {
            return 1;
        }
        double total = outward(mode, 1, 1).weight + outward(mode, -1, 1).weight - 1;
        return Math.min(1, (tailBelow(mode, 1, bound) + tailBelow(mode, -1, bound)) / total);
    }

    /**
     * The t at which the expected count is x: the conditional maximum likelihood estimate.
     *
     * @param start where to look first
     * @param reach the longest step, about a standard error
     */
    double maximumLikelihood(long x, double start, double reach) {
        if (x == low || x == high) {
            return x == low ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        return Roots.newton(
                t -> {
                    double psi = Math.exp(t);
                    long mode = mode(psi);
                    Sums up = outward(mode, 1, psi);
                    Sums down = outward(mode, -1, psi);
                    double total = up.weight + down.weight - 1;
                    double mean = (up.first + down.first) / total;
                    return new Roots.Slope(mean - (x - mode), (up.second + down.second) / total - mean * mean);
                },
                start,
                reach);
    }

    /** The t at which the tail from x in a direction has a given area. */
    double limit(long x, int direction, double share, double area, double start, double reach) {
        double logArea = Math.log(area);
        return Roots.newton(
                t -> {
                    Roots.Slope tail = logTail(x, direction, t, share);
                    return new Roots.Slope(tail.value() - logArea, tail.slope());
                },
                start,
                reach);
    }
}
