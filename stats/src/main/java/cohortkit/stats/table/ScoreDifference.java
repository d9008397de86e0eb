package cohortkit.stats.table;

import cohortkit.core.Interval;

/**
 * The score statistic of a risk difference: risks are estimated under the difference delta, and the observed difference
 * from it is measured in the standard error that these give. Miettinen and Nurminen 1985, Stat Med 4:213.
 */
final class ScoreDifference {

    private static final double WIDEST = 1 - 0x1p-40;

    private final double a;
    private final double b;
    private final double c;
    private final double d;
    private final double difference;

    /** A table with people in both rows. */
    ScoreDifference(TwoByTwo table) {
        this.a = table.a();
        this.b = table.b();
        this.c = table.c();
        this.d = table.d();
        this.difference = table.riskDifferenceValue();
    }

    /** The statistic at delta in (-1, 1): positive where the observed difference is above. */
    double z(double delta) {
        double n = a + b + c + d;
        double excess = difference - delta;
        return excess == 0 ? 0 : excess / Math.sqrt(variance(delta) * (n / (n - 1)));
    }

    /** The derivative of the log likelihood at delta, the unexposed risk being of highest likelihood. */
    double slope(double delta) {
        double excess = difference - delta;
        return excess == 0 ? 0 : excess / variance(delta);
    }

    private double variance(double delta) {
        double p0 = riskUnder(delta);
        double p1 = p0 + delta;
        return p1 * (1 - p1) / (a + b) + p0 * (1 - p0) / (c + d);
    }

    /** The differences at which the statistic is z and -z. */
    Interval limits(double z, double level) {
        double lower = difference == -1 ? -1 : limit(-WIDEST, Math.min(WIDEST, difference), z);
        double upper = difference == 1 ? 1 : limit(Math.max(-WIDEST, difference), WIDEST, -z);
        return new Interval(lower, upper, level);
    }

    private double limit(double low, double high, double z) {
        double atLow = z(low) - z;
        double atHigh = z(high) - z;
        if (!(atLow > 0 && atHigh < 0)) {
            return z > 0 ? low : high;
        }
        return Roots.between(delta -> z(delta) - z, low, high);
    }

    /** The unexposed risk of highest likelihood where the exposed risk is higher by delta. */
    private double riskUnder(double delta) {
        double low = Math.max(0, -delta);
        double high = Math.min(1, 1 - delta);
        double p = (a + c) / (a + b + c + d);
        p = p > low && p < high ? p : (low + high) / 2;
        for (int i = 0; i < 200 && high - low > 1e-17; i++) {
            double score = term(a, p + delta) - term(b, 1 - p - delta) + term(c, p) - term(d, 1 - p);
            double slope = slope(a, p + delta) + slope(b, 1 - p - delta) + slope(c, p) + slope(d, 1 - p);
            low = score > 0 ? p : low;
            high = score > 0 ? high : p;
            double next = p + score / slope;
            if (!(next > low && next < high)) {
                next = (low + high) / 2;
            }
            if (Math.abs(next - p) <= 1e-16 * p) {
                return next;
            }
            p = next;
        }
        return p;
    }

    private static double term(double count, double p) {
        return count == 0 ? 0 : count / p;
    }

    private static double slope(double count, double p) {
        return count == 0 ? 0 : count / (p * p);
    }
}
