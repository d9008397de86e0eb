package cohortkit.stats.rate;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.numbers.gamma.RegularizedGamma;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** Tails of a Poisson count in terms of its mean, and the means at which a tail has a given area. */
final class PoissonCount {

    /** Beyond it the incomplete gamma function needs more terms than it allows itself; the expansion is right to 1e-15. */
    private static final double EXPANDED = 1e8;

    private static final int MAX_EVALUATIONS = 1000;

    private PoissonCount() {}

    /** The mean at which {@code x} events or more have this probability. */
    static double lowerMean(double x, double area) {
        return x == 0 ? 0 : quantile(x, area, true);
    }

    /** The mean at which {@code x} events or fewer have this probability. */
    static double upperMean(double x, double area) {
        return quantile(x + 1, area, false);
    }

    /** The mean at which more than x events and half of x have this probability. */
    static double lowerMeanMidP(double x, double area) {
        if (x == 0) {
            return 0;
        }
        if (x > EXPANDED) {
            return quantile(x + 0.5, area, true);
        }
        return root(mean -> atLeast(x, mean, 0.5), area, quantile(x, area, true), quantile(x + 1, area, true));
    }

    /** The mean at which fewer than x events and half of x have this probability; 0 where no mean has. */
    static double upperMeanMidP(double x, double area) {
        if (x == 0) {
            return Math.max(0, -Math.log(2 * area));
        }
        if (x > EXPANDED) {
            return quantile(x + 0.5, area, false);
        }
        return root(mean -> atMost(x, mean, 0.5), area, quantile(x, area, false), quantile(x + 1, area, false));
    }

    /** More than x events and a share of x, at a mean above 0. */
    static double atLeast(double x, double mean, double share) {
        double more = RegularizedGamma.P.value(x + 1, mean);
        return share * (x == 0 ? 1 : RegularizedGamma.P.value(x, mean)) + (1 - share) * more;
    }

    /** Fewer than x events and a share of x, at a mean above 0. */
    static double atMost(double x, double mean, double share) {
        double fewer = x == 0 ? 0 : RegularizedGamma.Q.value(x, mean);
        return share * RegularizedGamma.Q.value(x + 1, mean) + (1 - share) * fewer;
    }

    /** A gamma variable of that shape lies below (or above) the result with probability {@code area}. */
    private static double quantile(double shape, double area, boolean below) {
        if (shape > EXPANDED) {
            double z = NormalDistribution.of(0, 1).inverseSurvivalProbability(area);
            return expanded(shape, below ? -z : z);
        }
        GammaDistribution gamma = GammaDistribution.of(shape, 1);
        return below ? gamma.inverseCumulativeProbability(area) : gamma.inverseSurvivalProbability(area);
    }

    /** Cornish and Fisher 1937, Rev Inst Int Stat 5:307, to the order 1 / shape. */
    private static double expanded(double shape, double z) {
        double root = Math.sqrt(shape);
        double zz = z * z;
        double small = z * (zz - 7) / (36 * root) - (3 * zz * zz + 7 * zz - 16) / (810 * shape);
        return shape + (z * root + ((zz - 1) / 3 + small));
    }

    /** On the log scale, since means and areas may be as small as 1e-300. */
    private static double root(DoubleUnaryOperator tail, double area, double low, double high) {
        DoubleUnaryOperator excess = t -> Math.log(tail.applyAsDouble(Math.exp(t)) / area);
        double start = Math.log(low);
        double end = Math.log(high);
        return Math.exp(new BrentSolver(1e-15, 1e-300).solve(MAX_EVALUATIONS, excess::applyAsDouble, start, end));
    }
}
