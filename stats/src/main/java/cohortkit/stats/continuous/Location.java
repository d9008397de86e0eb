package cohortkit.stats.continuous;

import cohortkit.core.Convention;
import cohortkit.core.DisplayNumber;
import cohortkit.core.Estimate;
import cohortkit.core.InputException;
import cohortkit.core.Interval;
import cohortkit.core.Measure;
import cohortkit.stats.TestResult;
import java.util.Arrays;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/** Mean, median and geometric mean of one sample, with their intervals. */
final class Location {

    private static final String TOO_FEW = "one value has no limits: -Inf to Inf";

    private Location() {}

    static Estimate mean(Sample sample, double level) {
        Interval.requireLevel(level);
        Convention convention = convention(sample, "arithmetic mean", "t");
        return sample.n() == 0
                ? undefined(Measure.MEAN, convention, "undefined: there is no value")
                : new Estimate(
                        Measure.MEAN,
                        sample.moments().mean(),
                        limits(sample, level),
                        sample.n() == 1 ? convention.withZeroCells(TOO_FEW) : convention);
    }

    private static Interval limits(Sample sample, double level) {
        Moments m = sample.moments();
        return m.n() == 1 ? everything(level) : StudentT.around(m.mean(), m.standardError(), m.n() - 1.0, level);
    }

    static Estimate median(Sample sample, double level) {
        Interval.requireLevel(level);
        Convention convention = convention(sample, "median", "order statistics");
        if (sample.n() == 0) {
            return undefined(Measure.MEDIAN, convention, "undefined: there is no value");
        }
        double[] sorted = sample.sorted();
        int n = sorted.length;
        int k = BinomialDistribution.of(n, 0.5).inverseCumulativeProbability((1 - level) / 2);
        Interval interval = k == 0 ? everything(level) : new Interval(sorted[k - 1], sorted[n - k], level);
        return new Estimate(
                Measure.MEDIAN,
                sample.quantile(0.5),
                interval,
                k == 0 ? convention.withZeroCells(n + " values are too few for limits: -Inf to Inf") : convention);
    }

    static Estimate geometricMean(Sample sample, double level) {
        Interval.requireLevel(level);
        Convention convention = convention(sample, "exp of the mean logarithm", "t of the logarithms");
        long notPositive = Arrays.stream(sample.sorted()).filter(x -> x <= 0).count();
        if (sample.n() == 0 || notPositive > 0) {
            String reason = sample.n() == 0 ? "there is no value" : notPositive + " not positive";
            return undefined(Measure.GEOMETRIC_MEAN, convention, "undefined: " + reason);
        }
        Sample logs = new Sample(
                sample.name(), Arrays.stream(sample.sorted()).map(Math::log).toArray(), sample.missing());
        Interval limits = limits(logs, level);
        return new Estimate(
                Measure.GEOMETRIC_MEAN,
                Math.exp(logs.moments().mean()),
                new Interval(Math.exp(limits.lower()), Math.exp(limits.upper()), level),
                sample.n() == 1 ? convention.withZeroCells("one value has no limits: 0 to Inf") : convention);
    }

    static Comparison test(Sample sample, double mean, double level) {
        Numbers.requireFinite(mean, "mean", "under the null hypothesis");
        Moments m = sample.moments();
        if (m.n() < 2 || m.root() == 0) {
            String found =
                    m.n() < 2 ? "has " + m.n() : "has " + m.n() + ", all of them " + DisplayNumber.shortest(m.mean());
            throw new InputException("a t test needs two values that differ; '" + sample.name() + "' " + found);
        }
        double t = m.minus(mean) / m.standardError();
        double df = m.n() - 1.0;
        Estimate estimate = mean(sample, level);
        return new Comparison(estimate, new TestResult("one-sample t", t, df, StudentT.pValue(t, df)));
    }

    static Interval everything(double level) {
        return new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, level);
    }

    private static Estimate undefined(Measure measure, Convention convention, String reason) {
        return Estimate.withoutInterval(measure, Double.NaN, convention.withZeroCells(reason));
    }

    static Convention convention(Sample sample, String estimator, String interval) {
        int rows = sample.n() + sample.missingCount();
        return Convention.of(estimator, interval).withDenominator(sample.n() + " of " + rows + " rows");
    }
}
