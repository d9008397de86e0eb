package cohortkit.stats;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.numbers.gamma.RegularizedBeta;
import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * Blaker's limits without a search in steps. Going inwards from the Clopper-Pearson limit, the smaller tail grows from
 * (1 - level) / 2 and the opposite tail ends at a count k that moves towards x. While k stays, their sum falls and then
 * rises; where k moves, it jumps to twice the smaller tail, which is more than 1 - level. So the limit is where the sum
 * crosses 1 - level before k first moves, or else the point where it moves.
 */
final class Acceptability {

    private Acceptability() {}

    static double lower(double x, double n, double level) {
        if (x == 0) {
            return 0;
        }
        double start = BetaDistribution.of(x, n - x + 1).inverseCumulativeProbability((1 - level) / 2);
        double k = -1;
        double over = x;
        while (over - k > 1) {
            double middle = Math.floor((k + over) / 2);
            boolean within = atMost(middle, n, start) <= atLeast(x, n, start);
            k = within ? middle : k;
            over = within ? over : middle;
        }
        double end = over;
        double low = median(end + 1, n - end);
        double moves = TailRoot.of(p -> atLeast(x, n, p), p -> atMost(end, n, p), low, median(x, n - x + 1));
        double far = k;
        return crossing(p -> atLeast(x, n, p) + atMost(far, n, p), start, moves, level);
    }

    static double upper(double x, double n, double level) {
        if (x == n) {
            return 1;
        }
        double start = BetaDistribution.of(x + 1, n - x).inverseSurvivalProbability((1 - level) / 2);
        double k = n + 1;
        double under = x;
        while (k - under > 1) {
            double middle = Math.floor((k + under) / 2);
            boolean within = atLeast(middle, n, start) <= atMost(x, n, start);
            k = within ? middle : k;
            under = within ? under : middle;
        }
        double end = under;
        double high = median(end, n - end + 1);
        double moves = TailRoot.of(p -> atLeast(end, n, p), p -> atMost(x, n, p), median(x + 1, n - x), high);
        double far = k;
        return crossing(p -> atMost(x, n, p) + atLeast(far, n, p), start, moves, level);
    }

    /** Where the sum of the tails reaches 1 - level between the start and the point at which it jumps. */
    private static double crossing(DoubleUnaryOperator sum, double start, double moves, double level) {
        double area = 1 - level;
        if (sum.applyAsDouble(start) >= area) {
            return start;
        }
        if (sum.applyAsDouble(moves) <= area) {
            return moves;
        }
        return TailRoot.of(sum, area, Math.min(start, moves), Math.max(start, moves));
    }

    private static double median(double a, double b) {
        return BetaDistribution.of(a, b).inverseCumulativeProbability(0.5);
    }

    private static double atLeast(double k, double n, double p) {
        if (k <= 0) {
            return 1;
        }
        return k > n ? 0 : RegularizedBeta.value(p, k, n - k + 1);
    }

    private static double atMost(double k, double n, double p) {
        if (k < 0) {
            return 0;
        }
        return k >= n ? 1 : RegularizedBeta.complement(p, k + 1, n - k);
    }
}
