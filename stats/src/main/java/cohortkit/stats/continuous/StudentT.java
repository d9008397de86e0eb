package cohortkit.stats.continuous;

import cohortkit.core.Interval;
import org.apache.commons.statistics.distribution.TDistribution;

/** What intervals and tests of means take from Student's distribution, to the last digits. */
final class StudentT {

    private StudentT() {}

    /** The t that holds the level between -t and t. */
    static double quantile(double level, double df) {
        double tail = (1 - Interval.requireLevel(level)) / 2;
        TDistribution distribution = TDistribution.of(df);
        double t = distribution.inverseSurvivalProbability(tail);
        // The library brackets to 1e-9; Newton steps on the logarithm bring the last digits.
        for (int i = 0; i < 4; i++) {
            double area = distribution.survivalProbability(t);
            t += Math.log(area / tail) * area / distribution.density(t);
        }
        return t;
    }

    /** The two-sided p-value, by the survival function. */
    static double pValue(double t, double df) {
        return 2 * TDistribution.of(df).survivalProbability(Math.abs(t));
    }

    /** value ± t standard errors. */
    static Interval around(double value, double error, double df, double level) {
        double half = quantile(level, df) * error;
        return new Interval(value - half, value + half, level);
    }
}
