package cohortkit.stats.table;

import cohortkit.core.InputException;
import cohortkit.stats.TestResult;

/**
 * The likelihood-ratio test of independence, also called G.
 *
 * <pre>{@code
 * LikelihoodRatioChiSquare.test(table)   // likelihood-ratio chi-square: 8.03, df 1, p = 0.0046
 * }</pre>
 */
public final class LikelihoodRatioChiSquare {

    private LikelihoodRatioChiSquare() {}

    /**
     * {@code 2 sum O log(O / E)}; an empty cell adds 0. Wilks 1938, Ann Math Stat 9:60.
     *
     * @throws InputException if a margin is empty
     */
    public static TestResult test(TwoByTwo table) {
        ChiSquare.requireMargins(table, "likelihood-ratio chi-square");
        double n = table.n();
        double excess = table.crossDifference() / n;
        double sum = term(table.a(), table.exposed() / n * table.events(), excess)
                + term(table.b(), table.exposed() / n * (table.b() + table.d()), -excess)
                + term(table.c(), table.unexposed() / n * table.events(), -excess)
                + term(table.d(), table.unexposed() / n * (table.b() + table.d()), excess);
        return ChiSquare.result("likelihood-ratio chi-square", 2 * sum, 1);
    }

    /** {@code O log(O / E) - (O - E)}, whose last parts cancel in the sum; a series where O is close to E. */
    private static double term(long observed, double expected, double excess) {
        if (observed == 0) {
            return expected;
        }
        double u = excess / expected;
        if (Math.abs(u) > 0.03) {
            return observed * Math.log(observed / expected) - excess;
        }
        double sum = 0;
        double power = u * u;
        for (int k = 2; k < 14; k++) {
            sum += power / (k * (k - 1.0));
            power *= -u;
        }
        return expected * sum;
    }
}
