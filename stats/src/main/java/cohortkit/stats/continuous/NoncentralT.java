package cohortkit.stats.continuous;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The noncentral t distribution, (Z + delta) / S with nu S^2 chi-square of nu degrees of freedom: the normal
 * probability is integrated over S by Gauss and Legendre's rule, panels halved until two agree. The integrand is
 * log-concave and positive, so that both tails keep their digits; the series of AS 243, as in R, has only absolute
 * accuracy.
 */
final class NoncentralT {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final GaussIntegrator RULE = new GaussIntegratorFactory().legendre(16);
    /** What the integrand may lose, as a logarithm, before it no longer counts. */
    private static final double DROP = 45;

    private static final int DEEPEST = 12;

    private final double df;
    private final double logConstant;

    NoncentralT(double df) {
        this.df = df;
        this.logConstant = Math.log(df / Math.PI) / 2 - stirlingError(df / 2);
    }

    /** P(T ≥ t), delta being the noncentrality. */
    double atLeast(double t, double delta) {
        return integral(s -> delta - t * s, Math.abs(t));
    }

    /** P(T ≤ t). */
    double atMost(double t, double delta) {
        return integral(s -> t * s - delta, Math.abs(t));
    }

    /** The noncentrality at which the tail from t upwards has an area. */
    double lower(double t, double area) {
        return root(delta -> Math.log(atLeast(t, delta) / area), t, -1);
    }

    /** The noncentrality at which the tail from t downwards has an area. */
    double upper(double t, double area) {
        return root(delta -> Math.log(atMost(t, delta) / area), t, 1);
    }

    private double root(DoubleUnaryOperator f, double start, int direction) {
        double step = 2 * (1 + Math.abs(start) / Math.sqrt(2 * df));
        double near = start;
        double far = start;
        while (f.applyAsDouble(far) > 0) {
            near = far;
            far += direction * step;
            step *= 1.5;
        }
        while (near == far && f.applyAsDouble(near) <= 0) {
            near -= direction * step;
            step *= 1.5;
            if (f.applyAsDouble(near) <= 0) {
                far = near;
            }
        }
        return new BrentSolver(1e-15, 1e-300).solve(10_000, f::applyAsDouble, Math.min(near, far), Math.max(near, far));
    }

    /** Of the normal probability of a line in s times the density of S. */
    private double integral(DoubleUnaryOperator line, double slope) {
        DoubleUnaryOperator log = s -> logDensity(s) + logNormal(line.applyAsDouble(s));
        double reach = 1 + 40 / Math.sqrt(2 * df);
        double mode = mode(log, reach);
        double top = log.applyAsDouble(mode);
        double low = log.applyAsDouble(0) > top - DROP ? 0 : edge(log, mode, 0, top - DROP);
        double high = reach;
        while (log.applyAsDouble(high) > top - DROP) {
            high += reach;
        }
        high = edge(log, mode, high, top - DROP);
        DoubleUnaryOperator f = s -> Math.exp(log.applyAsDouble(s) - top);
        double width = Math.min(1 / Math.sqrt(2 * df), 8 / Math.max(slope, 1e-300));
        double size = panels(f, low, mode, width) + panels(f, mode, high, width);
        return Math.exp(top) * size;
    }

    /** Some even panels to begin with, so that no narrow step is overlooked. */
    private static double panels(DoubleUnaryOperator f, double low, double high, double width) {
        int n = (int) Math.min(64, Math.max(4, Math.ceil((high - low) / width)));
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double a = low + (high - low) * i / n;
            double b = low + (high - low) * (i + 1) / n;
            sum += halved(f, a, b, rule(f, a, b), 0);
        }
        return sum;
    }

    private static double halved(DoubleUnaryOperator f, double a, double b, double whole, int depth) {
        double middle = (a + b) / 2;
        double left = rule(f, a, middle);
        double right = rule(f, middle, b);
        double both = left + right;
        // Below 1e-18 of the peak's height over this width nothing counts.
        if (Math.abs(both - whole) <= 1e-13 * both + 1e-18 * (b - a) || depth == DEEPEST) {
            return both;
        }
        return halved(f, a, middle, left, depth + 1) + halved(f, middle, b, right, depth + 1);
    }

    private static double rule(DoubleUnaryOperator f, double a, double b) {
        double middle = (a + b) / 2;
        double half = (b - a) / 2;
        return half * RULE.integrate(x -> f.applyAsDouble(middle + half * x));
    }

    /** The top of a concave function on [0, infinity). */
    private static double mode(DoubleUnaryOperator log, double reach) {
        double low = 0;
        double high = reach;
        for (int i = 0; i < 120; i++) {
            double a = low + (high - low) * 0.382;
            double b = low + (high - low) * 0.618;
            if (log.applyAsDouble(a) < log.applyAsDouble(b)) {
                low = a;
            } else {
                high = b;
            }
        }
        return (low + high) / 2;
    }

    private static double edge(DoubleUnaryOperator log, double inside, double outside, double height) {
        double in = inside;
        double out = outside;
        for (int i = 0; i < 40; i++) {
            double middle = (in + out) / 2;
            if (log.applyAsDouble(middle) > height) {
                in = middle;
            } else {
                out = middle;
            }
        }
        return out;
    }

    /** Of S: near the mode as a multiple of log s - (s^2 - 1) / 2, whose terms would cancel, by its series. */
    private double logDensity(double s) {
        double u = s - 1;
        if (Math.abs(u) < 0.5) {
            return logConstant + df * (logMinus(u) - u * u / 2) - Math.log1p(u);
        }
        double power = df == 1 ? 0 : (df - 1) * Math.log(s);
        return logConstant + power - df * u * (s + 1) / 2;
    }

    /** log(1 + u) - u, from log(1 + u) = 2 atanh(r) with r = u / (2 + u). */
    private static double logMinus(double u) {
        double r = u / (2 + u);
        double square = r * r;
        double sum = 0;
        for (int k = 35; k >= 3; k -= 2) {
            sum = sum * square + 1.0 / k;
        }
        return 2 * r * square * sum - u * r;
    }

    /** The logarithm of the normal probability up to x. */
    private static double logNormal(double x) {
        if (x > -37) {
            double above = NORMAL.survivalProbability(x);
            return x > 0 ? Math.log1p(-above) : Math.log(NORMAL.cumulativeProbability(x));
        }
        double square = x * x;
        // Mills' ratio; at 37 the next term is 1e-13.
        double ratio = 1 - (1 - (3 - (15 - 105 / square) / square) / square) / square;
        return -square / 2 - Math.log(-x * Math.sqrt(2 * Math.PI)) + Math.log(ratio);
    }

    /** log Gamma(x) less Stirling's formula. */
    private static double stirlingError(double x) {
        if (x < 15) {
            return LogGamma.value(x) - (x - 0.5) * Math.log(x) + x - Math.log(2 * Math.PI) / 2;
        }
        double square = x * x;
        return (1 / 12.0
                        - (1 / 360.0
                                        - (1 / 1260.0
                                                        - (1 / 1680.0 - (1 / 1188.0 - 691 / 360360.0 / square) / square)
                                                                / square)
                                                / square)
                                / square)
                / x;
    }
}
