package cohortkit.stats.power;

import cohortkit.core.DisplayNumber;
import cohortkit.core.InputException;
import cohortkit.core.Interval;
import cohortkit.stats.StandardNormal;

/**
 * A study that compares two proportions by a two-sided test: the risks of exposed and unexposed in a cohort or a trial,
 * the prevalences of two groups in a cross-section, or the exposure of cases and controls.
 *
 * <pre>{@code
 * new TwoProportions(0.35, 0.16).sampleSize(0.8)                // 82 + 82 = 164 people, power 80.3 %
 * TwoProportions.ofRiskRatio(0.16, 2.2).withRatio(6).power(46)  // 0.8...
 * TwoProportions.ofOddsRatio(0.1, 3.5).sampleSize(0.9)          // 98 + 98 = 196 people, power 90.1 %
 * }</pre>
 *
 * @param exposed the proportion in the first group, in [0, 1]
 * @param unexposed that in the second, another
 * @param ratio people in the second group for each in the first
 * @param level one less the size of the test, for example 0.95
 * @param inflation the design effect by which clustering multiplies the people needed; 1 without
 * @param method how power is computed
 */
public record TwoProportions(
        double exposed, double unexposed, double ratio, double level, double inflation, PowerMethod method) {

    private static final double MOST_PEOPLE = 1e15;

    /** Checks the numbers. */
    public TwoProportions {
        Shares.require("the first proportion", exposed);
        Shares.require("the second proportion", unexposed);
        Shares.requirePositive("the ratio of the groups", ratio);
        Shares.requirePositive("the design effect", inflation);
        Interval.requireLevel(level);
        if (exposed == unexposed) {
            throw new InputException("both proportions are " + exposed + "; there is no difference to find");
        }
    }

    /** Groups of one size, level 0.95, without clusters. */
    public TwoProportions(double exposed, double unexposed) {
        this(exposed, unexposed, 1, Interval.DEFAULT_LEVEL, 1, PowerMethod.NORMAL);
    }

    /**
     * A risk ratio to be found beside the risk of the unexposed.
     *
     * @throws InputException if the risk of the exposed would be above 1
     */
    public static TwoProportions ofRiskRatio(double unexposed, double riskRatio) {
        Shares.requirePositive("the risk ratio", riskRatio);
        double exposed = Shares.require("the second proportion", unexposed) * riskRatio;
        if (exposed > 1) {
            throw new InputException("a risk ratio of " + riskRatio + " of " + unexposed + " is a risk of "
                    + DisplayNumber.significant(exposed, 3) + "; it can be 1 at most");
        }
        return new TwoProportions(exposed, unexposed);
    }

    /** An odds ratio to be found beside the risk of the unexposed, or beside the exposure of the controls. */
    public static TwoProportions ofOddsRatio(double unexposed, double oddsRatio) {
        Shares.requirePositive("the odds ratio", oddsRatio);
        double odds = Shares.requireOpen("the second proportion", unexposed) / (1 - unexposed) * oddsRatio;
        return new TwoProportions(odds / (1 + odds), unexposed);
    }

    /** The same with another number of people in the second group for each in the first. */
    public TwoProportions withRatio(double newRatio) {
        return new TwoProportions(exposed, unexposed, newRatio, level, inflation, method);
    }

    /** The same at another level. */
    public TwoProportions withLevel(double newLevel) {
        return new TwoProportions(exposed, unexposed, ratio, newLevel, inflation, method);
    }

    /** The same by another method. */
    public TwoProportions withMethod(PowerMethod newMethod) {
        return new TwoProportions(exposed, unexposed, ratio, level, inflation, newMethod);
    }

    /**
     * The same with whole clusters in each group: the design effect is {@code 1 + (size - 1) correlation}. Donner and Klar
     * 2000, Design and Analysis of Cluster Randomization Trials.
     *
     * @param size people a cluster, 1 or more
     * @param correlation the intracluster correlation, in [0, 1]
     */
    public TwoProportions withClusters(double size, double correlation) {
        if (!(size >= 1 && Double.isFinite(size))) {
            throw new InputException("a cluster holds 1 person or more; was " + size);
        }
        Shares.require("the intracluster correlation", correlation);
        return new TwoProportions(exposed, unexposed, ratio, level, 1 + (size - 1) * correlation, method);
    }

    /** The people that the power takes, rounded up. */
    public SampleSize sampleSize(double power) {
        double first = inflation * method.people(this, z(), PowerMethod.quantile(power));
        long n = wholePeople(first);
        return new SampleSize(n, wholePeople(ratio * first), power(n));
    }

    /**
     * The power with n people in the first group and ratio x n in the second.
     *
     * @param n 1 or more
     */
    public double power(long n) {
        if (n < 1) {
            throw new InputException("a group holds 1 person or more; was " + n);
        }
        return method.power(this, n / inflation, z());
    }

    /** Just above a whole number is that number: 3 x 27 people are not 82 for a rounding. */
    static long wholePeople(double people) {
        if (!(people < MOST_PEOPLE)) {
            throw new InputException("this would take more than 10^15 people; look for a larger difference");
        }
        return Math.max(1, (long) Math.ceil(people * (1 - 1e-12)));
    }

    private double z() {
        return StandardNormal.quantile(level);
    }

    double difference() {
        return exposed - unexposed;
    }

    /** The standard error of the difference times the square root of n, as the pooled proportion has it. */
    double nullError() {
        double pooled = (exposed + ratio * unexposed) / (1 + ratio);
        return Math.sqrt((1 + 1 / ratio) * pooled * (1 - pooled));
    }

    /** The same with the two proportions. */
    double error() {
        return Math.sqrt(exposed * (1 - exposed) + unexposed * (1 - unexposed) / ratio);
    }
}
