package cohortkit.stats.regression;

import cohortkit.core.InputException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.math3.special.Gamma;

/**
 * The distribution of one term's sufficient statistic given those of the other terms, for all values of its coefficient:
 * P(t) is proportional to c(t) exp(b t), and c(t) is counted pattern by pattern, keeping only sums from which the others'
 * statistics can still be reached (Hirji, Mehta and Patel 1987, J Am Stat Assoc 82:1110).
 */
final class ConditionalDistribution {

    private static final long MOST_SUMS = 40_000_000;

    private static final int MOST_AT_ONCE = 1_000_000;

    private static final int MOST_DECIMALS = 6;

    private static final double FAR = 1e6;

    /** Distance from the observed statistic, in the term's unit, and the logarithm of c there. */
    private final double[] distance;

    private final double[] logCount;

    private ConditionalDistribution(double[] distance, double[] logCount) {
        this.distance = distance;
        this.logCount = logCount;
    }

    /** Sums of a pattern's columns over those with the event; the term's own is the last. */
    private record Sums(List<Long> values) {}

    private record Pattern(List<Long> values, int trials) {}

    /** Of the column at {@code term} among columns with one value a row. */
    static ConditionalDistribution of(double[][] columns, int term, double[] outcome, double[] weight) {
        int p = columns.length;
        double[] unit = new double[p];
        long[][] whole = new long[p][];
        for (int j = 0; j < p; j++) {
            int from = j == p - 1 ? term : j < term ? j : j + 1;
            double scale = unit(columns[from]);
            unit[j] = scale;
            whole[j] = Arrays.stream(columns[from])
                    .mapToLong(x -> Math.round(x * scale))
                    .toArray();
        }
        if (Arrays.stream(weight).sum() > MOST_SUMS) {
            throw tooMuch();
        }
        Map<List<Long>, int[]> counted = new TreeMap<>(ConditionalDistribution::compare);
        long[] observed = new long[p];
        for (int i = 0; i < outcome.length; i++) {
            List<Long> key = new ArrayList<>();
            for (int j = 0; j < p; j++) {
                key.add(whole[j][i]);
                observed[j] += whole[j][i] * (long) (weight[i] * outcome[i]);
            }
            counted.computeIfAbsent(key, k -> new int[1])[0] += (int) weight[i];
        }
        List<Pattern> patterns = new ArrayList<>();
        counted.forEach((key, count) -> patterns.add(new Pattern(key, count[0])));
        SortedMap<Long, Double> counts = count(patterns, observed);
        double[] distance = new double[counts.size()];
        double[] logCount = new double[distance.length];
        int at = 0;
        for (Map.Entry<Long, Double> entry : counts.entrySet()) {
            distance[at] = (entry.getKey() - observed[p - 1]) / unit[p - 1];
            logCount[at++] = entry.getValue();
        }
        return new ConditionalDistribution(distance, logCount);
    }

    private static int compare(List<Long> a, List<Long> b) {
        for (int j = 0; j < a.size(); j++) {
            int order = Long.compare(a.get(j), b.get(j));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    /** 1, 10, 100, ...: what makes all values whole. */
    private static double unit(double[] values) {
        double unit = 1;
        for (int decimals = 0; decimals <= MOST_DECIMALS; decimals++) {
            double scale = unit;
            if (Arrays.stream(values)
                    .allMatch(x -> Math.abs(x * scale - Math.rint(x * scale)) <= 1e-9 * Math.max(1, Math.abs(x)))) {
                return unit;
            }
            unit *= 10;
        }
        throw new InputException("exact logistic regression adds up the values of each term, so they need at most "
                + MOST_DECIMALS + " decimals; round them");
    }

    /** Logarithms, since counts of thousands of people leave the range of doubles. */
    private static SortedMap<Long, Double> count(List<Pattern> patterns, long[] observed) {
        int p = observed.length;
        long[][] least = new long[patterns.size() + 1][p];
        long[][] most = new long[patterns.size() + 1][p];
        for (int i = patterns.size() - 1; i >= 0; i--) {
            Pattern pattern = patterns.get(i);
            for (int j = 0; j < p; j++) {
                least[i][j] = least[i + 1][j]
                        + pattern.trials() * Math.min(0, pattern.values().get(j));
                most[i][j] = most[i + 1][j]
                        + pattern.trials() * Math.max(0, pattern.values().get(j));
            }
        }
        Map<Sums, Double> now = new LinkedHashMap<>();
        now.put(new Sums(Arrays.stream(new long[p]).boxed().toList()), 0.0);
        long work = 0;
        for (int i = 0; i < patterns.size(); i++) {
            Pattern pattern = patterns.get(i);
            double[] ways = ways(pattern.trials());
            Map<Sums, Double> next = new LinkedHashMap<>();
            for (Map.Entry<Sums, Double> entry : now.entrySet()) {
                for (int events = 0; events <= pattern.trials(); events++) {
                    if (++work > MOST_SUMS || next.size() > MOST_AT_ONCE) {
                        throw tooMuch();
                    }
                    Long[] sums = new Long[p];
                    boolean reachable = true;
                    for (int j = 0; j < p; j++) {
                        long sum = entry.getKey().values().get(j)
                                + events * pattern.values().get(j);
                        sums[j] = sum;
                        reachable &= j == p - 1
                                || (sum + least[i + 1][j] <= observed[j] && observed[j] <= sum + most[i + 1][j]);
                    }
                    if (reachable) {
                        next.merge(
                                new Sums(List.of(sums)),
                                entry.getValue() + ways[events],
                                ConditionalDistribution::logOfSum);
                    }
                }
            }
            now = next;
        }
        SortedMap<Long, Double> counts = new TreeMap<>();
        now.forEach((sums, ways) -> counts.merge(sums.values().get(p - 1), ways, ConditionalDistribution::logOfSum));
        return counts;
    }

    private static InputException tooMuch() {
        return new InputException("the exact distribution would take more than " + MOST_SUMS / 1_000_000
                + " million sums for these data; round numbers, merge levels, or ask for firth()");
    }

    /** Logarithms of the binomial coefficients. */
    private static double[] ways(int trials) {
        double[] ways = new double[trials + 1];
        double all = Gamma.logGamma(trials + 1.0);
        for (int k = 0; k <= trials; k++) {
            ways[k] = all - Gamma.logGamma(k + 1.0) - Gamma.logGamma(trials - k + 1.0);
        }
        return ways;
    }

    private static double logOfSum(double a, double b) {
        return Math.max(a, b) + Math.log1p(Math.exp(-Math.abs(a - b)));
    }

    /** Whether more than one value is possible. */
    boolean isInformative() {
        return distance.length > 1;
    }

    boolean isLowest() {
        return distance[0] == 0;
    }

    boolean isHighest() {
        return distance[distance.length - 1] == 0;
    }

    /**
     * The probability of a statistic from the observed one on.
     *
     * @param side 1 for as large or larger, -1 for as small or smaller
     * @param share the part of the observed value's own probability that counts
     */
    double tail(double coefficient, int side, double share) {
        double top = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < distance.length; i++) {
            top = Math.max(top, logCount[i] + coefficient * distance[i]);
        }
        double sum = 0;
        double part = 0;
        for (int i = 0; i < distance.length; i++) {
            double weight = Math.exp(logCount[i] + coefficient * distance[i] - top);
            sum += weight;
            part += side * distance[i] > 0 ? weight : distance[i] == 0 ? share * weight : 0;
        }
        return part / sum;
    }

    /** The expected distance from the observed statistic. */
    private double excess(double coefficient) {
        double top = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < distance.length; i++) {
            top = Math.max(top, logCount[i] + coefficient * distance[i]);
        }
        double sum = 0;
        double first = 0;
        for (int i = 0; i < distance.length; i++) {
            double weight = Math.exp(logCount[i] + coefficient * distance[i] - top);
            sum += weight;
            first += weight * distance[i];
        }
        return first / sum;
    }

    /** The coefficient at which the expected statistic is the observed one; infinite at either end. */
    double mostLikely() {
        if (isLowest() || isHighest()) {
            return isLowest() ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        return root(this::excess);
    }

    /** The coefficient at which a tail has an area; infinite if it always has more. */
    double limit(int side, double share, double area) {
        if (side > 0 ? isLowest() : isHighest()) {
            return -side * Double.POSITIVE_INFINITY;
        }
        return root(b -> side * (tail(b, side, share) - area));
    }

    /** Half of the probability to each side, or, at an end, half of it at the observed value. */
    double median() {
        if (isLowest() || isHighest()) {
            return limit(isLowest() ? -1 : 1, 1, 0.5);
        }
        return limit(1, 0.5, 0.5);
    }

    /** Of an increasing function. */
    private double root(DoubleUnaryOperator f) {
        double spread = distance[distance.length - 1] - distance[0];
        double step = 1 / spread;
        double low = -step;
        while (f.applyAsDouble(low) > 0 && -low < FAR / spread) {
            low *= 2;
        }
        double high = step;
        while (f.applyAsDouble(high) < 0 && high < FAR / spread) {
            high *= 2;
        }
        return new BrentSolver(1e-14, 1e-14 * step).solve(1000, f::applyAsDouble, low, high);
    }
}
