package cohortkit.stats.power;

import cohortkit.core.DisplayNumber;

/**
 * How many people a study needs.
 *
 * <pre>{@code
 * new TwoProportions(0.35, 0.16).sampleSize(0.8).total()   // 164
 * }</pre>
 *
 * @param first people in the first group, or in the only one
 * @param second people in the second; 0 if there is one group
 * @param power the power with so many, in (0, 1); NaN where the aim is precision
 */
public record SampleSize(long first, long second, double power) {

    /** All people. */
    public long total() {
        return Math.addExact(first, second);
    }

    /** Such as "82 + 82 = 164 people, power 80.3 %". */
    @Override
    public String toString() {
        String people = second == 0 ? first + " people" : first + " + " + second + " = " + total() + " people";
        return Double.isNaN(power) ? people : people + ", power " + DisplayNumber.percent(power, 1) + " %";
    }
}
