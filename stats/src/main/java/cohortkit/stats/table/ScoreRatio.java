package cohortkit.stats.table;

import cohortkit.core.Interval;

/**
 * The score statistic of a risk ratio: risks are estimated under the ratio theta, and the difference of the observed
 * risks from it is measured in the standard error that these give.
 */
final class ScoreRatio {

    private final double a;
    private final double n1;
    private final double c;
    private final double n0;
    private final double riskDifference;
    private final double inflation;

    /**
     * A table with people in both rows.
     *
     * @param inflation what the variance is multiplied by: 1 (Koopman) or n / (n - 1) (Miettinen and Nurminen)
     */
    ScoreRatio(TwoByTwo table, double inflation) {
        this.a = table.a();
        this.n1 = table.exposed();
        this.c = table.c();
        this.n0 = table.unexposed();
        this.riskDifference = table.riskDifferenceValue();
        this.inflation = inflation;
    }

    /** The statistic at theta: positive where the observed ratio is above. */
    double z(double theta) {
        double excess = excess(theta);
        return excess == 0 ? 0 : excess / Math.sqrt(variance(theta, riskUnder(theta)) * inflation);
    }

    /** The derivative of the log likelihood by log theta, the unexposed risk being of highest likelihood. */
    double slope(double theta) {
        double excess = excess(theta);
        double p0 = riskUnder(theta);
        return excess == 0 ? 0 : excess * (theta * p0) / variance(theta, p0);
    }

    private double excess(double theta) {
        return riskDifference + (1 - theta) * (c / n0);
    }

    private double variance(double theta, double p0) {
        double p1 = theta * p0;
        return p1 * Math.max(0, 1 - p1) / n1 + theta * theta * p0 * Math.max(0, 1 - p0) / n0;
    }

    private double riskUnder(double theta) {
        // The quadratic for the risk in the unexposed; its discriminant as a sum, so that no digits are lost.
        double difference = theta * (n1 + c) - (n0 + a);
        double root = Math.sqrt(difference * difference + 4 * theta * (n1 - a) * (n0 - c));
        return 2 * (a + c) / (theta * (n1 + c) + n0 + a + root);
    }

    /** The ratios at which the statistic is z and -z. */
    Interval limits(double z, double level) {
        double start = Math.log((a + 0.5) / (n1 + 0.5) / ((c + 0.5) / (n0 + 0.5)));
        double step = z * Math.sqrt(1 / (a + 0.5) + 1 / (c + 0.5));
        double lower = a == 0 ? 0 : limit(start - step, step, z);
        double upper = c == 0 ? Double.POSITIVE_INFINITY : limit(start + step, step, -z);
        return new Interval(lower, upper, level);
    }

    private double limit(double start, double step, double z) {
        return Math.exp(Roots.decreasing(t -> z(Math.exp(t)) - z, start, step));
    }
}
