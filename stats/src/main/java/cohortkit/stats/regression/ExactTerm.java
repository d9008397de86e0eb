package cohortkit.stats.regression;

import cohortkit.core.Convention;
import cohortkit.core.Estimate;
import cohortkit.core.InputException;
import cohortkit.core.Interval;
import cohortkit.core.Measure;
import cohortkit.stats.TestResult;
import cohortkit.stats.Tidy;
import java.util.Arrays;

/**
 * One term of a logistic model by exact conditional inference: the other terms are conditioned away, and no distribution
 * is approximated (Cox 1970, The Analysis of Binary Data; Mehta and Patel 1995, Stat Med 14:2143). For small data.
 *
 * <pre>{@code
 * var exact = Logistic.exact("low ~ smoke + ht", births, "ht[1]");
 * exact.oddsRatio()                   // 3.37 (95 % CI 0.86 to 14.38; exact)
 * exact.test(ExactMethod.CENTRAL)     // exact conditional test: p = 0.086
 * }</pre>
 */
public final class ExactTerm {

    private final String term;
    private final ConditionalDistribution distribution;
    private final ModelFrame frame;

    private ExactTerm(String term, ConditionalDistribution distribution, ModelFrame frame) {
        this.term = term;
        this.distribution = distribution;
        this.frame = frame;
    }

    static ExactTerm of(Regression model, ModelFrame frame, String term) {
        if (model.model() != Model.LOGISTIC) {
            throw new InputException("exact inference is there for logistic models; this one is " + model.model());
        }
        if (model.standardErrors() != StandardErrors.MODEL) {
            throw new InputException("exact inference counts people; " + model.weights() + " are no counts");
        }
        if (!model.formula().offsets().isEmpty()) {
            throw new InputException("exact logistic regression cannot take an offset; leave it out");
        }
        Design design = Design.of(new ColumnPlan(model.formula(), frame), frame.size());
        int at = design.names().indexOf(term);
        if (at < 0) {
            throw new InputException("no term '" + term + "' to estimate; there are "
                    + Arrays.stream(design.formulaOrder())
                            .mapToObj(j -> design.column(j).name())
                            .collect(java.util.stream.Collectors.joining(", ")));
        }
        double[][] columns = new double[design.size()][frame.size()];
        for (int j = 0; j < columns.length; j++) {
            design.column(j).fill(columns[j], 0, frame.size());
        }
        ConditionalDistribution distribution =
                ConditionalDistribution.of(columns, at, frame.outcome(), frame.weights());
        return new ExactTerm(term, distribution, frame);
    }

    /** The conditional maximum likelihood estimate with exact limits of level 0.95. */
    public Estimate oddsRatio() {
        return oddsRatio(ExactMethod.CENTRAL, Interval.DEFAULT_LEVEL);
    }

    /**
     * The conditional maximum likelihood estimate, infinite or 0 where the observed statistic is an extreme one; undefined if
     * no other value is possible.
     *
     * @param level in (0, 1), such as 0.95
     */
    public Estimate oddsRatio(ExactMethod method, double level) {
        return estimate(
                "conditional maximum likelihood",
                distribution.isInformative() ? distribution.mostLikely() : 0,
                method,
                level);
    }

    /**
     * The median unbiased estimate, finite where the conditional maximum likelihood one is not (Hirji, Tsiatis and Mehta
     * 1989, Am Stat 43:7).
     *
     * @param level in (0, 1), such as 0.95
     */
    public Estimate medianUnbiased(ExactMethod method, double level) {
        return estimate("median unbiased", distribution.isInformative() ? distribution.median() : 0, method, level);
    }

    private Estimate estimate(String estimator, double coefficient, ExactMethod method, double level) {
        double area = (1 - Interval.requireLevel(level)) / 2;
        Convention convention = Convention.of(estimator, method.label())
                .withDenominator(frame.cases().denominator());
        if (!distribution.isInformative()) {
            return new Estimate(
                    Measure.ODDS_RATIO,
                    Double.NaN,
                    new Interval(0, Double.POSITIVE_INFINITY, level),
                    convention.withZeroCells("given the other terms, " + term + " could not have come out otherwise"));
        }
        return new Estimate(
                Measure.ODDS_RATIO,
                Math.exp(coefficient),
                new Interval(
                        Math.exp(distribution.limit(1, method.share(), area)),
                        Math.exp(distribution.limit(-1, method.share(), area)),
                        level),
                convention);
    }

    /** That the odds ratio is 1: twice the smaller tail, at most 1. */
    public TestResult test(ExactMethod method) {
        double smaller = Math.min(distribution.tail(0, 1, method.share()), distribution.tail(0, -1, method.share()));
        String name = method == ExactMethod.CENTRAL ? "exact conditional test" : "mid-p conditional test";
        double p = distribution.isInformative() ? Math.min(1, 2 * smaller) : 1;
        return new TestResult(name, Double.NaN, Double.NaN, p);
    }

    /** The number of observations: rows, or the sum of the frequency weights. */
    public long observations() {
        return frame.observations();
    }

    /** As a row, in log odds; there is no standard error and no statistic. */
    public Tidy tidy(ExactMethod method, double level) {
        Estimate estimate = oddsRatio(method, level);
        return new Tidy(
                term,
                Math.log(estimate.value()),
                Double.NaN,
                Double.NaN,
                test(method).pValue(),
                Math.log(estimate.interval().lower()),
                Math.log(estimate.interval().upper()),
                method.label());
    }

    /** Such as "ht[1]: 3.37 (95 % CI 0.86 to 14.38; exact)". */
    @Override
    public String toString() {
        return term + ": " + oddsRatio();
    }
}
