package cohortkit.stats.continuous;

import cohortkit.core.Cohort;
import cohortkit.core.DisplayNumber;
import cohortkit.core.Estimate;
import cohortkit.core.InputException;
import cohortkit.core.Interval;
import cohortkit.core.Missing;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The known values of a number, and how many are missing for which reason.
 *
 * <pre>{@code
 * var age = Sample.of(patients, "age");
 * age            // age: n 330 (3 missing), mean 54.8, SD 18.0, median 56.0
 * age.mean()     // 54.84 (95 % CI 52.88 to 56.79; t)
 * age.median()   // 56.00 (95 % CI 53.00 to 60.00; order statistics)
 * }</pre>
 */
public final class Sample {

    private final String name;
    private final double[] sorted;
    private final Map<Missing, Integer> missing;
    private final Moments moments;

    Sample(String name, double[] values, Map<Missing, Integer> missing) {
        this.name = name;
        this.sorted = values.clone();
        Arrays.sort(sorted);
        this.missing = Collections.unmodifiableMap(new LinkedHashMap<>(missing));
        this.moments = Moments.of(sorted);
    }

    /**
     * Bare values.
     *
     * @throws InputException if one is NaN or infinite
     */
    public static Sample of(double... values) {
        return named("values", values);
    }

    /**
     * Bare values with a name.
     *
     * @throws InputException if one is NaN or infinite
     */
    public static Sample named(String name, double... values) {
        for (int i = 0; i < values.length; i++) {
            Numbers.requireFinite(values[i], name, "at position " + (i + 1));
        }
        return new Sample(name, values, Map.of());
    }

    /**
     * The known values of a variable.
     *
     * @throws InputException if the variable is no number, or a value is infinite
     */
    public static Sample of(Cohort cohort, String variable) {
        return Numbers.of(cohort, variable).sample(variable, row -> true);
    }

    /** The variable, or the group, such as "insomnia = yes". */
    public String name() {
        return name;
    }

    /** How many values are known. */
    public int n() {
        return sorted.length;
    }

    /** How many are missing, by reason. */
    public Map<Missing, Integer> missing() {
        return missing;
    }

    /** How many are missing. */
    public int missingCount() {
        return missing.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** The mean with its t interval at 95 %. */
    public Estimate mean() {
        return mean(Interval.DEFAULT_LEVEL);
    }

    /**
     * The arithmetic mean, {@code mean ± t SD / sqrt(n)} with n - 1 degrees of freedom. One value has no limits: -Inf
     * to Inf; no value no mean: NaN.
     *
     * @param level coverage in (0, 1), for example 0.95
     */
    public Estimate mean(double level) {
        return Location.mean(this, level);
    }

    /** The standard deviation, with divisor n - 1; NaN below two values. */
    public double standardDeviation() {
        return moments.sd();
    }

    /** The standard error of the mean, SD / sqrt(n); NaN below two values. */
    public double standardError() {
        return moments.standardError();
    }

    /** The median with its interval at 95 %. */
    public Estimate median() {
        return median(Interval.DEFAULT_LEVEL);
    }

    /**
     * The median, between the k-th smallest and the k-th largest value, k as large as the binomial of n and one half
     * allows: it covers at least as often as asked. Infinite limits where n is too small. Hahn and Meeker 1991,
     * Statistical Intervals, section 5.2.
     *
     * @param level coverage in (0, 1), for example 0.95
     */
    public Estimate median(double level) {
        return Location.median(this, level);
    }

    /** A quantile as R takes it (type 7). */
    public double quantile(double p) {
        return quantile(p, QuantileMethod.TYPE_7);
    }

    /**
     * A quantile; NaN without a value.
     *
     * @param p in [0, 1], such as 0.25
     * @throws InputException if p is not in [0, 1]
     */
    public double quantile(double p, QuantileMethod method) {
        if (!(p >= 0 && p <= 1)) {
            throw new InputException("a quantile needs a share in [0, 1], such as 0.25; was " + p);
        }
        return n() == 0 ? Double.NaN : method.of(sorted, p);
    }

    /** The smallest value; NaN without one. */
    public double min() {
        return quantile(0);
    }

    /** The largest value; NaN without one. */
    public double max() {
        return quantile(1);
    }

    /**
     * The geometric mean, {@code exp(mean(log x))}, with the t interval of the logarithms. NaN with the reason where a
     * value is 0 or negative.
     *
     * @param level coverage in (0, 1), for example 0.95
     */
    public Estimate geometricMean(double level) {
        return Location.geometricMean(this, level);
    }

    /**
     * The one-sample t test that the mean is a given one, with the mean and its interval.
     *
     * @param mean the mean under the null hypothesis
     * @throws InputException below two values, or if all values are equal
     */
    public Comparison testMean(double mean, double level) {
        return Location.test(this, mean, level);
    }

    /** The signed-rank test of the pseudomedian, exact below 50 values, zeros dropped. */
    public Comparison testPseudomedian(double center) {
        return testPseudomedian(center, RankMethod.automatic(n(), 1), ZeroHandling.WILCOXON, Interval.DEFAULT_LEVEL);
    }

    /**
     * The signed-rank test that the values lie symmetrically around a center, with the pseudomedian (the median of the
     * means of all pairs of values, each with itself too; Hodges and Lehmann 1963, Ann Math Stat 34:598) and the
     * interval of the centers that the test does not reject. The statistic is the sum of the positive ranks, or z. All
     * values count for estimate and interval, those equal to the center too; R drops them.
     *
     * @param center the center under the null hypothesis
     * @param level coverage in (0, 1), for example 0.95
     * @throws InputException without a value, or if there are more than 500 for an exact test
     */
    public Comparison testPseudomedian(double center, RankMethod method, ZeroHandling zeros, double level) {
        return new SignedRank(this, center, zeros).compare(method, level);
    }

    /** Such as "age: n 330 (3 missing), mean 54.8, SD 18.0, median 56.0". */
    @Override
    public String toString() {
        int absent = missingCount();
        return name + ": n " + n() + (absent == 0 ? "" : " (" + absent + " missing)") + ", mean "
                + DisplayNumber.significant(moments.mean(), 3) + ", SD "
                + DisplayNumber.significant(moments.sd(), 3) + ", median "
                + DisplayNumber.significant(quantile(0.5), 3);
    }

    Moments moments() {
        return moments;
    }

    /** In ascending order; not a copy, and not to be written. */
    double[] sorted() {
        return sorted;
    }

    boolean constant() {
        return n() > 0 && sorted[0] == sorted[n() - 1];
    }
}
