package cohortkit.stats.power;

import cohortkit.core.InputException;
import cohortkit.core.Interval;
import cohortkit.stats.StandardNormal;

/**
 * A study of one proportion: as precise as it must be, or compared with a known one. People of a finite population and of
 * clusters count as in Cochran 1977, Sampling Techniques, 3rd ed., chapters 4 and 9.
 *
 * <pre>{@code
 * new OneProportion(0.14).sampleSizeForPrecision(0.03)       // 514 people
 * new OneProportion(0.14).sampleSizeAgainst(0.10, 0.8)       // 485 people, power 80.1 %
 * }</pre>
 *
 * @param proportion the one that is expected, in (0, 1)
 * @param level the level of the interval, or one less the size of the test, for example 0.95
 * @param inflation the design effect by which clustering multiplies the people needed; 1 without
 */
public record OneProportion(double proportion, double level, double inflation) {

    /** Checks the numbers. */
    public OneProportion {
        Shares.requireOpen("the proportion", proportion);
        Interval.requireLevel(level);
        Shares.requirePositive("the design effect", inflation);
    }

    /** At level 0.95, without clusters. */
    public OneProportion(double proportion) {
        this(proportion, Interval.DEFAULT_LEVEL, 1);
    }

    /** The same at another level. */
    public OneProportion withLevel(double newLevel) {
        return new OneProportion(proportion, newLevel, inflation);
    }

    /** The same with another design effect. */
    public OneProportion withDesignEffect(double effect) {
        return new OneProportion(proportion, level, effect);
    }

    /**
     * People for Wald limits of proportion ± half width: {@code z² p (1 - p) / w²}.
     *
     * @param halfWidth in (0, 1), such as 0.03 for ± 3 percentage points
     */
    public SampleSize sampleSizeForPrecision(double halfWidth) {
        return new SampleSize(TwoProportions.wholePeople(people(halfWidth)), 0, Double.NaN);
    }

    /**
     * The same in a population of that size, of whom nobody is asked twice: {@code n / (1 + (n - 1) / N)}.
     *
     * @param population 1 or more
     */
    public SampleSize sampleSizeForPrecision(double halfWidth, long population) {
        if (population < 1) {
            throw new InputException("a population holds 1 person or more; was " + population);
        }
        double n = people(halfWidth);
        return new SampleSize(TwoProportions.wholePeople(n / (1 + (n - 1) / population)), 0, Double.NaN);
    }

    private double people(double halfWidth) {
        double z = StandardNormal.quantile(level);
        double width = Shares.requireOpen("the half width", halfWidth);
        return inflation * z * z * proportion * (1 - proportion) / (width * width);
    }

    /**
     * People for a two-sided test against a known proportion p0:
     * {@code (z sqrt(p0 (1 - p0)) + y sqrt(p (1 - p)))² / (p - p0)²}.
     *
     * @throws InputException if both proportions are the same
     */
    public SampleSize sampleSizeAgainst(double known, double power) {
        double root =
                StandardNormal.quantile(level) * deviation(known) + PowerMethod.quantile(power) * deviation(proportion);
        double ratio = root / difference(known);
        long n = TwoProportions.wholePeople(inflation * ratio * ratio);
        return new SampleSize(n, 0, powerAgainst(known, n));
    }

    /** The power of that test with n people, 1 or more. */
    public double powerAgainst(double known, long n) {
        if (n < 1) {
            throw new InputException("a group holds 1 person or more; was " + n);
        }
        double excess = Math.sqrt(n / inflation) * Math.abs(difference(known))
                - StandardNormal.quantile(level) * deviation(known);
        return PowerMethod.upTo(excess / deviation(proportion));
    }

    private double difference(double known) {
        Shares.requireOpen("the known proportion", known);
        if (known == proportion) {
            throw new InputException("both proportions are " + known + "; there is no difference to find");
        }
        return proportion - known;
    }

    private static double deviation(double p) {
        return Math.sqrt(p * (1 - p));
    }
}
