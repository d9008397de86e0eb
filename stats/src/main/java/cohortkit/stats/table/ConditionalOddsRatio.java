package cohortkit.stats.table;

import cohortkit.core.Interval;
import cohortkit.stats.StandardNormal;

/** Estimates and limits of the odds ratio from the distribution of cell a given all margins. */
final class ConditionalOddsRatio {

    private ConditionalOddsRatio() {}

    static double mostLikely(TwoByTwo table) {
        NoncentralHypergeometric exact = new NoncentralHypergeometric(table);
        if (exact.low() == exact.high()) {
            return Double.NaN;
        }
        return Math.exp(exact.maximumLikelihood(table.a(), start(table), error(table)));
    }

    /** Where P(X > a) + P(X = a) / 2 is 1/2. */
    static double median(TwoByTwo table) {
        NoncentralHypergeometric exact = new NoncentralHypergeometric(table);
        if (exact.low() == exact.high()) {
            return Double.NaN;
        }
        if (table.a() == exact.low() || table.a() == exact.high()) {
            return table.a() == exact.low() ? 0 : Double.POSITIVE_INFINITY;
        }
        return Math.exp(exact.limit(table.a(), 1, 0.5, 0.5, start(table), error(table)));
    }

    /**
     * Each limit at a tail of (1 - level) / 2.
     *
     * @param share the part of P(X = a) that counts to a tail: 1, or 0.5 for mid-p
     */
    static Interval limits(TwoByTwo table, double level, double share) {
        double area = (1 - Interval.requireLevel(level)) / 2;
        double error = error(table);
        double half = StandardNormal.quantile(level) * error;
        NoncentralHypergeometric exact = new NoncentralHypergeometric(table);
        long a = table.a();
        double lower = a == exact.low() ? 0 : Math.exp(exact.limit(a, 1, share, area, start(table) - half, error));
        double upper = a == exact.high()
                ? Double.POSITIVE_INFINITY
                : Math.exp(exact.limit(a, -1, share, area, start(table) + half, error));
        return new Interval(lower, upper, level);
    }

    /** A first guess of the log odds ratio that no empty cell makes infinite. */
    static double start(TwoByTwo t) {
        return Math.log((t.a() + 0.5) / (t.b() + 0.5)) + Math.log((t.d() + 0.5) / (t.c() + 0.5));
    }

    /** Its standard error, likewise. */
    static double error(TwoByTwo t) {
        return Math.sqrt(1 / (t.a() + 0.5) + 1 / (t.b() + 0.5) + 1 / (t.c() + 0.5) + 1 / (t.d() + 0.5));
    }
}
