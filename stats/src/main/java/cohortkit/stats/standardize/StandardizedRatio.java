package cohortkit.stats.standardize;

import cohortkit.core.Convention;
import cohortkit.core.DisplayNumber;
import cohortkit.core.Estimate;
import cohortkit.core.InputException;
import cohortkit.core.Interval;
import cohortkit.core.Measure;
import cohortkit.stats.TestResult;
import cohortkit.stats.rate.Rate;
import cohortkit.stats.rate.RateInterval;
import java.util.List;

/**
 * Observed events over those expected if each stratum had the standard population's rate: the standardized mortality (or
 * morbidity, or prevalence) ratio of indirect standardization. Breslow and Day 1987, Statistical Methods in Cancer
 * Research 2:65. The expected count is taken as known without error.
 *
 * <pre>{@code
 * new StandardizedRatio(64, 45.56).estimate()              // 1.40 (95 % CI 1.08 to 1.79; exact)
 * new StandardizedRatio(64, 45.56).test(RateInterval.EXACT)   // exact: p = 0.011
 * }</pre>
 *
 * @param observed events in the study, 0 or more
 * @param expected above 0
 */
public record StandardizedRatio(long observed, double expected) {

    /** Checks the numbers. */
    public StandardizedRatio {
        if (observed < 0) {
            throw new InputException("a standardized ratio needs 0 or more observed events; was " + observed);
        }
        if (!(expected > 0 && Double.isFinite(expected))) {
            throw new InputException("a standardized ratio needs expected events above 0; was " + expected);
        }
    }

    /**
     * From strata whose {@link StandardStratum#weight()} is the standard population's rate: expected = sum(denominator x
     * weight).
     */
    public static StandardizedRatio of(List<StandardStratum> strata) {
        long observed = 0;
        double expected = 0;
        for (StandardStratum stratum : strata) {
            observed = Math.addExact(observed, stratum.events());
            expected += stratum.denominator() * stratum.weight();
        }
        return new StandardizedRatio(observed, expected);
    }

    /** observed / expected. */
    public double value() {
        return observed / expected;
    }

    /** With the exact interval at 95 %. */
    public Estimate estimate() {
        return estimate(RateInterval.EXACT, Interval.DEFAULT_LEVEL);
    }

    /**
     * With an interval of choice.
     *
     * @param level coverage in (0, 1), for example 0.95
     */
    public Estimate estimate(RateInterval method, double level) {
        Estimate rate = new Rate(observed, expected).estimate(method, level);
        Convention convention = Convention.of("observed / expected", method.label())
                .withZeroCells(rate.convention().zeroCells());
        return new Estimate(Measure.STANDARDIZED_RATIO, value(), rate.interval(), convention);
    }

    /** The indirectly standardized rate: the ratio times the standard population's crude rate. */
    public Estimate rate(double standardRate, RateInterval method, double level) {
        if (!(standardRate > 0 && Double.isFinite(standardRate))) {
            throw new InputException("the standard's crude rate must be above 0; was " + standardRate);
        }
        Estimate ratio = estimate(method, level);
        Interval limits = new Interval(
                ratio.interval().lower() * standardRate, ratio.interval().upper() * standardRate, level);
        Convention convention = Convention.of("indirectly standardized", method.label())
                .withZeroCells(ratio.convention().zeroCells());
        return new Estimate(Measure.RATE, value() * standardRate, limits, convention);
    }

    /** The test of a ratio of 1 that agrees with that interval; p is NaN where the method has none. */
    public TestResult test(RateInterval method) {
        return new TestResult(method.label(), Double.NaN, Double.NaN, method.pValue(new Rate(observed, expected), 1));
    }

    /** Such as "64/45.56 = 1.40". */
    @Override
    public String toString() {
        return observed + "/" + DisplayNumber.shortest(expected) + " = " + DisplayNumber.ratio(value());
    }
}
