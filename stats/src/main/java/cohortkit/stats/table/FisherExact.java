package cohortkit.stats.table;

import cohortkit.stats.TestResult;

/**
 * Fisher's exact test of independence given the margins. Fisher 1935, J R Stat Soc 98:39. Takes tables of up to 10^15
 * people; with an empty margin only one table is possible and p is 1.
 *
 * <pre>{@code
 * FisherExact.test(table)                     // Fisher exact, minimum likelihood: p = 0.0042
 * FisherExact.test(table, TwoSided.CENTRAL)   // Fisher exact, central: p = 0.0074
 * }</pre>
 */
public final class FisherExact {

    private FisherExact() {}

    /** Two-sided by minimum likelihood. */
    public static TestResult test(TwoByTwo table) {
        return test(table, TwoSided.MINIMUM_LIKELIHOOD);
    }

    /** Two-sided by choice. Below 1e-308 the p-value is 0. */
    public static TestResult test(TwoByTwo table, TwoSided method) {
        return new TestResult("Fisher exact, " + method.label(), Double.NaN, Double.NaN, method.pValue(table));
    }
}
