package cohortkit.stats.table;

import cohortkit.stats.TestResult;

/**
 * The exact test of no association in any stratum, given the margins of each: Fisher's test of the sum of cell a. One
 * stratum gives Fisher's exact test; R's {@code mantelhaen.test(exact = TRUE)} takes minimum likelihood.
 *
 * <pre>{@code
 * StratifiedFisher.test(strata)                     // stratified Fisher exact, minimum likelihood: p = 0.0069
 * StratifiedFisher.test(strata, TwoSided.CENTRAL)   // stratified Fisher exact, central: p = 0.0080
 * }</pre>
 */
public final class StratifiedFisher {

    private StratifiedFisher() {}

    /** Two-sided by minimum likelihood. */
    public static TestResult test(Strata strata) {
        return test(strata, TwoSided.MINIMUM_LIKELIHOOD);
    }

    /**
     * Two-sided by choice; p is 1 where no stratum has people in every margin, and 0 below 1e-308.
     *
     * @throws cohortkit.core.InputException if it would take more than 10^9 steps
     */
    public static TestResult test(Strata strata, TwoSided method) {
        ConditionalSum sum = new ConditionalSum(strata);
        double p = switch (method) {
            case MINIMUM_LIKELIHOOD -> sum.minimumLikelihood();
            case CENTRAL -> twiceSmallerTail(sum, 1);
            case MID_P -> twiceSmallerTail(sum, 0.5);
        };
        return new TestResult("stratified Fisher exact, " + method.label(), Double.NaN, Double.NaN, p);
    }

    private static double twiceSmallerTail(ConditionalSum sum, double share) {
        return Math.min(1, 2 * Math.min(sum.tail(1, share), sum.tail(-1, share)));
    }
}
