package cohortkit.stats.paired;

import org.apache.commons.numbers.gamma.RegularizedBeta;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The lower tail of a binomial of m and one half, at k up to m / 2. The incomplete beta function loses digits in
 * proportion to m: six are left at 10^12.
 */
final class HalfBinomial {

    private static final long BETA = 10_000;
    private static final long SUM = 100_000_000_000L;
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private HalfBinomial() {}

    /** The probability of fewer than k, and a share of that of k itself. */
    static double tail(long k, long m, double share) {
        if (m <= BETA) {
            return share * atMost(k, m) + (1 - share) * atMost(k - 1, m);
        }
        double point = point(k, m);
        return point == 0 ? 0 : (m <= SUM ? summed(k, m, point) : expanded(k, m)) + (share - 0.5) * point;
    }

    private static double atMost(long k, long m) {
        if (k < 0) {
            return 0;
        }
        return k == m ? 1 : RegularizedBeta.value(0.5, (double) (m - k), k + 1.0);
    }

    /** Of fewer than k and half of k, from k downwards until the terms no longer count. */
    static double summed(long k, long m, double point) {
        double term = point;
        double sum = point / 2;
        for (long j = k; j > 0 && term > 1e-17 * sum; j--) {
            term *= (double) j / (double) (m - j + 1);
            sum += term;
        }
        return sum;
    }

    /** The same by Edgeworth's expansion and Euler and Maclaurin's sum, to the order 1 / m. */
    static double expanded(long k, long m) {
        double z = (double) (m - 2 * k) / Math.sqrt((double) m);
        return NORMAL.survivalProbability(z) + NORMAL.density(z) * z * (7 - z * z) / (12.0 * m);
    }

    /** The probability of k, by deviance and Stirling's errors. After Loader 2000. */
    static double point(long k, long m) {
        double u = (double) (m - 2 * k) / m;
        double root = Math.sqrt(2 / Math.PI / m / (1 - u * u));
        return root * Math.exp(stirlingError(m) - stirlingError(k) - stirlingError(m - k) - m * halfDeviance(u));
    }

    private static double stirlingError(long n) {
        double x = (double) n;
        return (1 / 12.0 - 1 / (360 * x * x)) / x;
    }

    /** ((1 + u) log(1 + u) + (1 - u) log(1 - u)) / 2; near 0 by its series, since the two terms cancel. */
    private static double halfDeviance(double u) {
        double square = u * u;
        if (u > 0.1) {
            return ((1 + u) * Math.log1p(u) + (1 - u) * Math.log1p(-u)) / 2;
        }
        double sum = 0;
        for (int j = 8; j >= 1; j--) {
            sum = (sum + 1.0 / (2 * j * (2 * j - 1))) * square;
        }
        return sum;
    }
}
