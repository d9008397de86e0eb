package cohortkit.stats.table;

import cohortkit.core.InputException;
import java.util.Arrays;
import java.util.List;

/**
 * The distribution of the sum over strata of cell a, given all margins of each: the product of the strata's polynomials in
 * the odds ratio. Birch 1964, J R Stat Soc B 26:313; Gart 1970, Biometrika 57:471. It is made at an odds ratio near the one
 * that is asked for, so that what underflows does not count.
 */
final class ConditionalSum {

    private static final double MOST_STEPS = 1e9;
    private static final double MOST_VALUES = 2e7;

    private final List<TwoByTwo> tables;
    private final long low;
    private final long high;
    private final long observed;

    /** Of the strata with people in every margin; the others say nothing. */
    ConditionalSum(Strata strata) {
        this.tables = strata.strata().stream()
                .map(Stratum::table)
                .filter(table -> table.emptyMargin().isEmpty())
                .toList();
        double values = 1;
        double steps = 0;
        long sumOfLow = 0;
        long sumOfA = 0;
        for (TwoByTwo t : tables) {
            double more = (double) highest(t) - lowest(t);
            steps += values > 1 ? values * more : 0;
            values += more;
            sumOfLow += lowest(t);
            sumOfA += t.a();
        }
        if (values > MOST_VALUES || steps > MOST_STEPS) {
            throw new InputException(
                    "the exact common odds ratio would take more than 10^9 steps for these strata: take"
                            + " the Mantel-Haenszel one");
        }
        this.low = sumOfLow;
        this.high = sumOfLow + (long) values - 1;
        this.observed = sumOfA;
    }

    private static long lowest(TwoByTwo t) {
        return Math.max(0, t.events() - t.unexposed());
    }

    private static long highest(TwoByTwo t) {
        return Math.min(t.exposed(), t.events());
    }

    boolean isInformative() {
        return high > low;
    }

    boolean isLowest() {
        return observed == low;
    }

    boolean isHighest() {
        return observed == high;
    }

    /** The probability of each value at a log odds ratio. */
    private double[] at(double t) {
        double[] sum = {1};
        for (TwoByTwo table : tables) {
            sum = product(sum, weights(table, Math.exp(t)));
        }
        return sum;
    }

    private static double[] weights(TwoByTwo t, double psi) {
        double n1 = t.exposed();
        double n0 = t.unexposed();
        double m = t.events();
        long first = lowest(t);
        double[] weights = new double[(int) (highest(t) - first) + 1];
        int mode = (int) Math.max(0, Math.min(weights.length - 1, (long) FittedCell.at(n1, n0, m, psi) - first));
        weights[mode] = 1;
        double total = 1;
        for (int i = mode + 1; i < weights.length; i++) {
            double x = (double) first + i - 1;
            weights[i] = weights[i - 1] * ((n1 - x) * (m - x) / ((x + 1) * (n0 - m + x + 1)) * psi);
            total += weights[i];
        }
        for (int i = mode - 1; i >= 0; i--) {
            double x = (double) first + i;
            weights[i] = weights[i + 1] / ((n1 - x) * (m - x) / ((x + 1) * (n0 - m + x + 1)) * psi);
            total += weights[i];
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= total;
        }
        return weights;
    }

    /** Both are positive from one place to another and 0 elsewhere. */
    private static double[] product(double[] left, double[] right) {
        double[] product = new double[left.length + right.length - 1];
        for (int i = 0; i < left.length; i++) {
            for (int j = 0; left[i] > 0 && j < right.length; j++) {
                product[i + j] += left[i] * right[j];
            }
        }
        return product;
    }

    /** The chance that the sum is x or further in a direction, where the odds ratio is 1. */
    double tail(int direction, double share) {
        double[] chances = at(0);
        double sum = 0;
        for (int i = 0; i < chances.length; i++) {
            sum += part(i, direction, share) * chances[i];
        }
        return Math.min(1, sum);
    }

    /** How much of a value counts in the tail from the observed one on. */
    private double part(int i, int direction, double share) {
        long distance = (low + i - observed) * direction;
        return distance > 0 ? 1 : distance == 0 ? share : 0;
    }

    /** The chance of all sums no likelier than the observed one where the odds ratio is 1, with R's relative fuzz. */
    double minimumLikelihood() {
        double[] chances = at(0);
        double bound = chances[(int) (observed - low)] * (1 + 1e-7);
        return Math.min(1, Arrays.stream(chances).filter(p -> p <= bound).sum());
    }

    /** The log odds ratio at which the expected sum is the observed one. */
    double maximumLikelihood(double start) {
        double near = start;
        for (int pass = 0; pass < 2; pass++) {
            Tilted tilted = new Tilted(near);
            near = Roots.newton(tilted::meanExcess, near, 1);
        }
        return near;
    }

    /** The log odds ratio at which the tail from the observed sum in a direction has a given area. */
    double limit(int direction, double share, double area, double start) {
        double near = start;
        double logArea = Math.log(area);
        for (int pass = 0; pass < 2; pass++) {
            Tilted tilted = new Tilted(near);
            near = Roots.newton(
                    t -> {
                        Roots.Slope tail = tilted.logTail(t, direction, share);
                        return new Roots.Slope(tail.value() - logArea, tail.slope());
                    },
                    near,
                    1);
        }
        return near;
    }

    /** The chances at one odds ratio, as logarithms, from which those nearby follow. */
    private final class Tilted {

        private final double center;
        private final double[] logs;

        Tilted(double center) {
            this.center = center;
            this.logs = Arrays.stream(at(center)).map(Math::log).toArray();
        }

        /** Weights at another log odds ratio, the largest 1. */
        private double[] weights(double t) {
            double[] weights = new double[logs.length];
            double top = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < weights.length; i++) {
                weights[i] = logs[i] + ((double) low + i - observed) * (t - center);
                top = Math.max(top, weights[i]);
            }
            for (int i = 0; i < weights.length; i++) {
                weights[i] = Math.exp(weights[i] - top);
            }
            return weights;
        }

        Roots.Slope meanExcess(double t) {
            double[] weights = weights(t);
            double total = 0;
            double first = 0;
            double second = 0;
            for (int i = 0; i < weights.length; i++) {
                double distance = (double) low + i - observed;
                total += weights[i];
                first += weights[i] * distance;
                second += weights[i] * distance * distance;
            }
            double mean = first / total;
            return new Roots.Slope(mean, second / total - mean * mean);
        }

        Roots.Slope logTail(double t, int direction, double share) {
            double[] weights = weights(t);
            double total = 0;
            double first = 0;
            double counted = 0;
            double countedFirst = 0;
            for (int i = 0; i < weights.length; i++) {
                double distance = (double) low + i - observed;
                double part = part(i, direction, share) * weights[i];
                total += weights[i];
                first += weights[i] * distance;
                counted += part;
                countedFirst += part * distance;
            }
            return new Roots.Slope(Math.log(counted / total), countedFirst / counted - first / total);
        }
    }
}
