package cohortkit.stats.power;

import cohortkit.core.InputException;
import cohortkit.core.Interval;
import cohortkit.stats.StandardNormal;
import java.util.Collections;
import java.util.List;

/**
 * A study that looks for a trend of proportions over ordered groups, by the two-sided Cochran-Armitage test: with scores
 * d, shares r of the people, D = sum(r d), P = sum(r p),
 * {@code N = (z sqrt(P (1 - P) sum(r (d - D)²)) + y sqrt(sum(r p (1 - p) (d - D)²)))² / sum(r p (d - D))²}. Nam 1987,
 * Biometrics 43:701, without his continuity correction.
 *
 * <pre>{@code
 * TrendDesign.of(0.10, 0.15, 0.20).sampleSize(0.8)   // 597 people, power 80.0 %
 * }</pre>
 *
 * @param proportions one a group, in [0, 1], at least two groups
 * @param scores one a group, such as 0, 1, 2
 * @param shares one a group: its people, in any unit
 * @param level one less the size of the test, for example 0.95
 */
public record TrendDesign(List<Double> proportions, List<Double> scores, List<Double> shares, double level) {

    /** Checks the numbers. */
    public TrendDesign {
        proportions = List.copyOf(proportions);
        scores = List.copyOf(scores);
        shares = List.copyOf(shares);
        Interval.requireLevel(level);
        if (proportions.size() < 2 || scores.size() != proportions.size() || shares.size() != proportions.size()) {
            throw new InputException(
                    "a trend needs two groups or more, each with a proportion, a score and a share; there"
                            + " are " + proportions.size() + " proportions, " + scores.size() + " scores and "
                            + shares.size()
                            + " shares");
        }
        proportions.forEach(p -> Shares.require("a proportion", p));
        shares.forEach(share -> Shares.requirePositive("a share", share));
        if (!scores.stream().allMatch(Double::isFinite)) {
            throw new InputException("the scores of a trend must be numbers; were " + scores);
        }
    }

    /** Groups of one size with scores 0, 1, 2, ..., at level 0.95. */
    public static TrendDesign of(Double... proportions) {
        List<Double> scores = java.util.stream.IntStream.range(0, proportions.length)
                .mapToObj(i -> (double) i)
                .toList();
        return new TrendDesign(
                List.of(proportions), scores, Collections.nCopies(proportions.length, 1.0), Interval.DEFAULT_LEVEL);
    }

    /** All people that the power takes, rounded up. */
    public SampleSize sampleSize(double power) {
        Moments m = moments();
        double root = StandardNormal.quantile(level) * m.nullError + PowerMethod.quantile(power) * m.error;
        long n = TwoProportions.wholePeople(root / m.slope * (root / m.slope));
        return new SampleSize(n, 0, power(n));
    }

    /** The power with n people in all, 1 or more. */
    public double power(long n) {
        if (n < 1) {
            throw new InputException("a study holds 1 person or more; was " + n);
        }
        Moments m = moments();
        double excess = Math.sqrt((double) n) * Math.abs(m.slope) - StandardNormal.quantile(level) * m.nullError;
        return PowerMethod.upTo(excess / m.error);
    }

    private record Moments(double slope, double nullError, double error) {}

    private Moments moments() {
        double all = shares.stream().mapToDouble(Double::doubleValue).sum();
        double middle = 0;
        double pooled = 0;
        for (int i = 0; i < scores.size(); i++) {
            middle += shares.get(i) / all * scores.get(i);
            pooled += shares.get(i) / all * proportions.get(i);
        }
        double slope = 0;
        double nullVariance = 0;
        double variance = 0;
        for (int i = 0; i < scores.size(); i++) {
            double share = shares.get(i) / all;
            double distance = scores.get(i) - middle;
            double p = proportions.get(i);
            slope += share * p * distance;
            nullVariance += pooled * (1 - pooled) * share * distance * distance;
            variance += share * p * (1 - p) * distance * distance;
        }
        if (!(Math.abs(slope) > 1e-15)) {
            throw new InputException("the proportions " + proportions + " have no trend over the scores " + scores
                    + "; there is nothing to find");
        }
        return new Moments(slope, Math.sqrt(nullVariance), Math.sqrt(variance));
    }
}
