package cohortkit.claims;

import cohortkit.core.InputException;
import java.util.Optional;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The paired t test of a change of which a paper prints means and standard deviations at two times, but not how the two
 * correlate: {@code t = (m2 - m1) / sqrt((s1^2 + s2^2 - 2 r s1 s2) / n)} with n - 1 degrees of freedom. The p-value
 * falls as the correlation r rises, so that each printed p-value has its range of correlations. The means and standard
 * deviations are taken as they are, without their rounding.
 *
 * <pre>{@code
 * var movements = new PairedChange(33, 16, 21, 23, 10);
 * movements.pValue(0.5)                                // 0.0960...
 * movements.correlationsFor(Printed.parse("p=0.07"))   // Optional[0.5836 to 0.6234]
 * }</pre>
 *
 * @param meanBefore finite
 * @param sdBefore positive
 * @param meanAfter finite
 * @param sdAfter positive
 * @param n pairs, at least 2
 */
public record PairedChange(double meanBefore, double sdBefore, double meanAfter, double sdAfter, long n) {

    /** Checks the ranges. */
    public PairedChange {
        if (!Double.isFinite(meanBefore) || !Double.isFinite(meanAfter)) {
            throw new InputException("means must be finite; were " + meanBefore + " and " + meanAfter);
        }
        if (!(sdBefore > 0 && sdAfter > 0 && sdBefore + sdAfter < Double.POSITIVE_INFINITY)) {
            throw new InputException("standard deviations must be positive; were " + sdBefore + " and " + sdAfter);
        }
        if (n < 2) {
            throw new InputException("a paired t test needs at least 2 pairs; was " + n);
        }
    }

    /** The mean change, after less before. */
    public double change() {
        return meanAfter - meanBefore;
    }

    /**
     * The t statistic at a correlation; infinite where all changes are equal, zero where the means are.
     *
     * @param correlation in [-1, 1]
     */
    public double t(double correlation) {
        if (!(correlation >= -1 && correlation <= 1)) {
            throw new InputException("a correlation must be in [-1, 1]; was " + correlation);
        }
        double difference = sdBefore - sdAfter;
        // The same as s1^2 + s2^2 - 2 r s1 s2, without its cancellation near r = 1.
        double variance = difference * difference + 2 * (1 - correlation) * sdBefore * sdAfter;
        return change() == 0 ? 0 : change() / Math.sqrt(variance / n);
    }

    /**
     * The two-sided p-value at a correlation.
     *
     * @param correlation in [-1, 1]
     */
    public double pValue(double correlation) {
        return Math.min(1, 2 * student().survivalProbability(Math.abs(t(correlation))));
    }

    /**
     * The correlations that make a printed two-sided p-value possible; empty if none does. Each end is the closed-form
     * root {@code r = (s1^2 + s2^2 - n (m2 - m1)^2 / t^2) / (2 s1 s2)}, or -1 or 1. Behind {@code <} and {@code >} the end
     * itself does not belong.
     */
    public Optional<PrintedRange> correlationsFor(Printed p) {
        double least = pValue(1);
        double most = pValue(-1);
        if (!p.admitsSome(least, most)) {
            return Optional.empty();
        }
        PrintedRange range = p.range();
        double from = p.admits(most) ? -1 : correlationAt(range.upper());
        double to = p.admits(least) ? 1 : correlationAt(range.lower());
        return Optional.of(new PrintedRange(Math.min(from, to), to));
    }

    private double correlationAt(double p) {
        double t = student().inverseSurvivalProbability(p / 2);
        double difference = sdBefore - sdAfter;
        double variance = n * (change() / t) * (change() / t);
        double correlation = 1 - (variance - difference * difference) / (2 * sdBefore * sdAfter);
        return Math.max(-1, Math.min(1, correlation));
    }

    private TDistribution student() {
        return TDistribution.of((double) (n - 1));
    }
}
