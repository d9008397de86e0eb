package cohortkit.stats.table;

import cohortkit.core.InputException;
import cohortkit.stats.TestResult;

/**
 * The Cochran-Mantel-Haenszel test of no association in any stratum.
 *
 * <pre>{@code
 * // As SAS and Stata, then as R's mantelhaen.test.
 * CochranMantelHaenszel.test(strata).statistic()                     // 8.98...
 * CochranMantelHaenszel.test(strata, Correction.YATES).statistic()   // 7.80...
 * }</pre>
 */
public final class CochranMantelHaenszel {

    private CochranMantelHaenszel() {}

    /** Without continuity correction. */
    public static TestResult test(Strata strata) {
        return test(strata, Correction.NONE);
    }

    /**
     * {@code (sum of a - E(a))² / sum of var(a)} given the margins, df 1. The correction takes 1/2 from the absolute sum;
     * like R's, it is left out where the sum is below 1/2. Mantel and Haenszel 1959, J Natl Cancer Inst 22:719.
     *
     * @throws InputException if no stratum has people in every margin
     */
    public static TestResult test(Strata strata, Correction correction) {
        double excess = 0;
        double variance = 0;
        for (Stratum stratum : strata.strata()) {
            TwoByTwo t = stratum.table();
            if (t.emptyMargin().isEmpty()) {
                double n = t.n();
                excess += t.crossDifference() / n;
                variance += t.exposed() / n * t.unexposed() * (t.events() / n) * ((t.b() + t.d()) / (n - 1));
            }
        }
        if (variance == 0) {
            throw new InputException("the Cochran-Mantel-Haenszel test needs a stratum with people in every margin");
        }
        double size = Math.abs(excess) < 0.5 ? Math.abs(excess) : correction.shrink(excess);
        return ChiSquare.result("Cochran-Mantel-Haenszel" + correction.suffix(), size * size / variance, 1);
    }
}
