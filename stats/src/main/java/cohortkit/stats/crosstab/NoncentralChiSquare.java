package cohortkit.stats.crosstab;

import org.apache.commons.numbers.gamma.RegularizedGamma;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Tails of the square of a normal variable with mean mu plus an independent chi-square with df - 1: an integral over the
 * normal one, by the double exponential rule, in which nothing grows with the size of mu. The series of Poisson weights
 * needs as many terms as mu.
 */
final class NoncentralChiSquare {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final double NEGLIGIBLE = 39;
    private static final double STEP = 1.0 / 64;
    private static final double REACH = 4.5;

    private final double df;
    private final double root;

    /** At a value of the statistic, given by its square root. */
    NoncentralChiSquare(double df, double root) {
        this.df = df;
        this.root = root;
    }

    /** P(X ≥ root²). */
    double atLeast(double mu) {
        double outside = NORMAL.survivalProbability(root - mu) + NORMAL.survivalProbability(root + mu);
        return df == 1 ? outside : outside + integral(mu, true);
    }

    /** P(X ≤ root²). */
    double atMost(double mu) {
        if (df == 1) {
            return NORMAL.probability(-root - mu, root - mu);
        }
        return integral(mu, false);
    }

    private double integral(double mu, boolean upper) {
        double low = Math.max(-root, mu - NEGLIGIBLE);
        double high = Math.min(root, mu + NEGLIGIBLE);
        if (low >= high) {
            return 0;
        }
        double sum = 0;
        for (double t = -REACH; t <= REACH; t += STEP) {
            double q = Math.exp(-Math.PI * Math.sinh(Math.abs(t)));
            double near = (high - low) * (q / (1 + q));
            double y = t < 0 ? low + near : high - near;
            double below = high == root && t >= 0 ? near : root - y;
            double above = low == -root && t < 0 ? near : root + y;
            double weight = Math.PI * Math.cosh(t) * (high - low) * q / ((1 + q) * (1 + q));
            sum += weight * NORMAL.density(y - mu) * gamma(below * above / 2, upper);
        }
        return sum * STEP;
    }

    private double gamma(double half, boolean upper) {
        double a = (df - 1) / 2;
        return upper ? RegularizedGamma.Q.value(a, half) : RegularizedGamma.P.value(a, half);
    }
}
