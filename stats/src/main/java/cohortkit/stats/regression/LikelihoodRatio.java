package cohortkit.stats.regression;

import cohortkit.core.InputException;
import cohortkit.stats.TestResult;
import java.util.Arrays;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * The likelihood-ratio test of two nested models: 2 (log likelihood of the larger - of the smaller), chi-square with as
 * many degrees of freedom as the larger has coefficients more. In a linear model the residual variance is part of the
 * likelihood, as in R's {@code lmtest::lrtest}.
 *
 * <pre>{@code
 * var smaller = Logistic.fit("low ~ smoke", births);
 * var larger = Logistic.fit("low ~ smoke + race", births);
 * LikelihoodRatio.test(smaller, larger)   // likelihood-ratio test: 9.83, df 2, p = 0.0073
 * }</pre>
 */
public final class LikelihoodRatio {

    private LikelihoodRatio() {}

    /**
     * Tests whether the terms that the larger model adds are all 0.
     *
     * @throws InputException if the models differ in more than terms: outcome, family, weights, offsets, rows; if the
     *     smaller is not part of the larger; or if errors are robust
     */
    public static TestResult test(Fit smaller, Fit larger) {
        int df = requireNested(smaller, larger);
        double statistic = Math.max(0, 2 * (larger.logLik() - smaller.logLik()));
        double p = ChiSquaredDistribution.of(df).survivalProbability(statistic);
        return new TestResult("likelihood-ratio test", statistic, df, p);
    }

    /** How many coefficients the larger model has more. */
    static int requireNested(Fit smaller, Fit larger) {
        requireLikelihood(smaller);
        requireLikelihood(larger);
        requireSameModel(smaller, larger);
        requireSameRows(smaller, larger);
        Design small = smaller.design();
        Design large = larger.design();
        if (large.jointRank(small) > large.size()) {
            throw new InputException(
                    "the models are not nested: " + smaller.model().formula() + " has terms that "
                            + larger.model().formula() + " does not have");
        }
        int df = large.size() - small.size();
        if (df == 0) {
            throw new InputException(
                    "both models have the same " + large.size() + " coefficients in effect; there is nothing to test");
        }
        return df;
    }

    static void requireLikelihood(Fit fit) {
        if (fit.standardErrors() != StandardErrors.MODEL) {
            throw new InputException("likelihood-ratio and score tests rest on the model's likelihood, "
                    + fit.standardErrors().label() + " errors do not; ask for Wald.test");
        }
    }

    private static void requireSameModel(Fit smaller, Fit larger) {
        Regression a = smaller.model();
        Regression b = larger.model();
        require(a.model() == b.model(), "one is " + a.model() + ", the other " + b.model());
        require(
                a.formula().outcome().equals(b.formula().outcome()),
                "their outcomes are " + a.formula().outcome() + " and "
                        + b.formula().outcome());
        require(a.weights().equals(b.weights()), "one has " + a.weights() + ", the other " + b.weights());
    }

    private static void requireSameRows(Fit smaller, Fit larger) {
        ModelFrame a = smaller.frame();
        ModelFrame b = larger.frame();
        if (!Arrays.equals(a.rows(), b.rows())
                || !Arrays.equals(a.outcome(), b.outcome())
                || !Arrays.equals(a.weights(), b.weights())) {
            throw new InputException("the two fits do not rest on the same rows (" + a.cases() + " against " + b.cases()
                    + "); keep the rows that are complete in both, then fit both");
        }
        require(Arrays.equals(a.offset(), b.offset()), "their offsets differ");
    }

    private static void require(boolean same, String difference) {
        if (!same) {
            throw new InputException("the two fits cannot be compared: " + difference);
        }
    }
}
