package cohortkit.stats.continuous;

import cohortkit.core.Convention;
import cohortkit.core.Estimate;
import cohortkit.core.InputException;
import cohortkit.core.Interval;
import cohortkit.core.Measure;
import cohortkit.stats.StandardNormal;
import cohortkit.stats.TestResult;
import org.apache.commons.numbers.gamma.LogGamma;

/**
 * Which standard deviation a standardized mean difference is divided by, and how its interval is made.
 *
 * <pre>{@code
 * var weight = GroupedValues.of(births, "bwt", "smoke");
 * weight.standardizedDifference(StandardizedDifference.COHEN, 0.95)   // -0.40 (95 % CI -0.69 to -0.10; ...
 * }</pre>
 */
public enum StandardizedDifference {
    /**
     * Cohen's d, divided by the pooled standard deviation; the limits are those noncentralities of t at which the
     * observed t has (1 - level) / 2 in a tail, exact for normal values of one variance, and p is that of the pooled t
     * test. Steiger and Fouladi 1997; R's MBESS.
     */
    COHEN("Cohen's d, noncentral t", true) {
        @Override
        double value(Moments a, Moments b) {
            return cohen(a, b);
        }
    },

    /** Cohen's d with {@code d ± z sqrt((n1 + n2) / (n1 n2) + d^2 / (2 (n1 + n2)))}. Hedges and Olkin 1985, p. 86. */
    COHEN_NORMAL("Cohen's d, Hedges-Olkin", false) {
        @Override
        double value(Moments a, Moments b) {
            return cohen(a, b);
        }
    },

    /**
     * Hedges' g, without bias: d times {@code gamma(m / 2) / (sqrt(m / 2) gamma((m - 1) / 2))} with m = n1 + n2 - 2.
     * The limits are those of Cohen's d, since the exact interval is one of the true value. Hedges 1981, J Educ Stat
     * 6:107.
     */
    HEDGES("Hedges' g, noncentral t", true) {
        @Override
        double value(Moments a, Moments b) {
            return factor(a.n() + b.n() - 2.0) * cohen(a, b);
        }
    },

    /** Hedges' g with Hedges and Olkin's normal interval around g. */
    HEDGES_NORMAL("Hedges' g, Hedges-Olkin", false) {
        @Override
        double value(Moments a, Moments b) {
            return factor(a.n() + b.n() - 2.0) * cohen(a, b);
        }
    },

    /**
     * Divided by {@code sqrt((SD1^2 + SD2^2) / 2)}, as in a Table 1 (Austin 2009, Stat Med 28:3083; R's tableone and
     * stddiff), with Hedges and Olkin's interval.
     */
    AVERAGE_VARIANCE("average variance, Hedges-Olkin", false) {
        @Override
        double value(Moments a, Moments b) {
            if (a.n() < 2 || b.n() < 2) {
                throw new InputException(
                        "the average variance needs two values in each group; there are " + a.n() + " and " + b.n());
            }
            return ratio(b.minus(a), Math.hypot(a.sd(), b.sd()) / Math.sqrt(2));
        }
    };

    private final String label;
    private final boolean exact;

    StandardizedDifference(String label, boolean exact) {
        this.label = label;
        this.exact = exact;
    }

    /** The name in print, such as "Cohen's d, noncentral t". */
    public String label() {
        return label;
    }

    abstract double value(Moments reference, Moments other);

    Comparison compare(Sample reference, Sample other, String denominator, double level) {
        Interval.requireLevel(level);
        Moments a = reference.moments();
        Moments b = other.moments();
        double value = value(a, b);
        double df = a.n() + b.n() - 2.0;
        double weight = 1.0 / a.n() + 1.0 / b.n();
        Convention convention = Convention.of("standardized difference of two means", label)
                .withReference(reference.name())
                .withDenominator(denominator);
        double statistic = exact ? cohen(a, b) / Math.sqrt(weight) : value / error(value, a, b);
        Interval interval =
                exact ? noncentral(statistic, df, Math.sqrt(weight), level) : normal(value, error(value, a, b), level);
        double p = exact ? StudentT.pValue(statistic, df) : StandardNormal.pValue(statistic);
        return new Comparison(
                new Estimate(Measure.STANDARDIZED_MEAN_DIFFERENCE, value, interval, convention),
                new TestResult(label, statistic, exact ? df : Double.NaN, p));
    }

    private static double error(double value, Moments a, Moments b) {
        double n = (double) a.n() + b.n();
        return Math.sqrt(1.0 / a.n() + 1.0 / b.n() + value * value / (2 * n));
    }

    private static Interval normal(double value, double error, double level) {
        double half = StandardNormal.quantile(level) * error;
        return new Interval(value - half, value + half, level);
    }

    private static Interval noncentral(double t, double df, double unit, double level) {
        double area = (1 - level) / 2;
        NoncentralT distribution = new NoncentralT(df);
        return new Interval(distribution.lower(t, area) * unit, distribution.upper(t, area) * unit, level);
    }

    private static double cohen(Moments a, Moments b) {
        return ratio(b.minus(a), MeanDifferenceMethod.pooledDeviation(a, b));
    }

    private static double ratio(double difference, double deviation) {
        if (deviation == 0) {
            throw new InputException("a standardized difference needs values that differ within a group");
        }
        return difference / deviation;
    }

    /** Hedges' correction; 0 for one degree of freedom, where d has no mean. */
    static double factor(double m) {
        if (m <= 1) {
            return 0;
        }
        if (m < 100) {
            return Math.exp(LogGamma.value(m / 2) - LogGamma.value((m - 1) / 2)) / Math.sqrt(m / 2);
        }
        double x = 1 / m;
        return 1 - x * (3.0 / 4 + x * (7.0 / 32 + x * (9.0 / 128 - x * (59.0 / 2048 + x * 483 / 8192))));
    }
}
